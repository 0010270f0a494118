import { ValidateBy, IsArray, type ValidationOptions } from 'class-validator';
import { formed, type Form, fitsForm, WELL_FORMED } from '../forms/form';
import { declareField, type Owner } from './field';

/** Where not said otherwise a field is text of at most so many characters (contract.md, section 1). */
const MOST_CHARACTERS = 2_000;

export interface TextOptions {
  /** Characters, counted as Unicode code points. */
  readonly most?: number;
  readonly form?: Form;
}

/** Counts code points without building them, as the compiled schema does. */
const characters = (text: string): number => {
  let count = text.length;
  for (let at = 0; at < text.length - 1; at += 1) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      count -= 1;
      at += 1;
    }
  }
  return count;
};

const written = ({ most = MOST_CHARACTERS, form }: TextOptions, options?: ValidationOptions): PropertyDecorator =>
  form
    ? formed(form, options)
    : ValidateBy(
        {
          name: 'text',
          constraints: [most],
          validator: {
            validate: (value: unknown) => typeof value === 'string' && characters(value) <= most && fitsForm(WELL_FORMED, value),
            defaultMessage: () => `must be text of at most ${most} characters`,
          },
        },
        options,
      );

/** Text that a person wrote or that tells of one; sealed under its owner's key. */
export const Text = (owner: Owner, options: TextOptions = {}): PropertyDecorator => declareField({ kind: 'text', owner }, written(options));

/** A list of such texts, each sealed by itself so that their number stays open. */
export const Texts = (owner: Owner, options: TextOptions = {}): PropertyDecorator =>
  declareField({ kind: 'texts', owner }, IsArray(), written(options, { each: true }));

/** Who is to act: an agency's code, which stays open so that the agency can be told, or a worker's name, which is sealed. */
export const AgencyOrName = (owner: Owner): PropertyDecorator => declareField({ kind: 'agency-or-name', owner }, written({}));
