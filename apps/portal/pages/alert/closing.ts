import type { FieldError } from '../rendering/page';

/** What may have come of an alert. The words go on the record. */
export const OUTCOMES = [
  { value: 'action taken', text: 'We have done what it asks' },
  { value: 'already in place', text: 'It was already in place' },
  { value: 'passed on', text: 'Another agency has agreed to do it' },
  { value: 'not needed', text: 'It is not needed for this person' },
] as const;

/** A closing as it was filled in. */
export interface ClosingFields {
  readonly outcome: string;
  readonly justification: string;
}

const LONGEST = 2_000;

const textIn = (body: unknown, name: keyof ClosingFields): string => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  // A browser sends a line's end as two characters and counts it as one.
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\0', '').trim() : '';
};

export const closingIn = (body: unknown): ClosingFields => ({
  outcome: textIn(body, 'outcome'),
  justification: textIn(body, 'justification'),
});

export const faultsOf = ({ outcome, justification }: ClosingFields): readonly FieldError[] => [
  ...(OUTCOMES.some(({ value }) => value === outcome) ? [] : [{ field: 'outcome', text: 'Select what happened' }]),
  ...(justification === '' ? [{ field: 'justification', text: 'Enter why the alert can be closed' }] : []),
  ...(justification.length > LONGEST ? [{ field: 'justification', text: 'The reason must be 2,000 characters or fewer' }] : []),
];
