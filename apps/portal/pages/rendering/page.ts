/** What a controller answers: a template beside it, and the typed view that it shows. */
export class Page<View extends object> {
  /**
   * @param template its path in the pages' folder
   * @param title what the page is; the service's name is added
   */
  constructor(
    readonly template: string,
    readonly title: string,
    readonly view: View,
  ) {}
}

/** One thing that is wrong with what was filled in, and the field that it is about. */
export interface FieldError {
  readonly field: string;
  readonly text: string;
}

/** What is wrong with one field, or undefined where nothing is. */
export const errorOf = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.text;

/** A form that was not filled in as it must be: shown again with what is wrong. */
export class FillInAgain<View extends object> extends Error {
  constructor(readonly page: Page<View>) {
    super('the form must be filled in again');
  }
}
