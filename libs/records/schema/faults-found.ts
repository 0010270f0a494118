import type { ErrorObject } from 'ajv/dist/2020';
import { forms } from '../forms/form';

/** One thing that is wrong: where (RFC 6901), and what would be right. It never repeats the value. */
export interface FieldFault {
  readonly pointer: string;
  readonly detail: string;
}

const wordsByForm = new Map(forms.map((form) => ['pattern' in form ? form.pattern.source : form.format, form.words]));

const wordsByType: Readonly<Record<string, string>> = {
  string: 'must be text',
  boolean: 'must be true or false',
  integer: 'must be a whole number',
  number: 'must be a number',
  array: 'must be a list',
  object: 'must be an object',
};

/** A name as it stands in a pointer (RFC 6901). */
export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const detailOf = ({ keyword, params }: ErrorObject): string => {
  const about = params as Readonly<Record<string, unknown>>;
  switch (keyword) {
    case 'required':
      return 'is missing';
    case 'additionalProperties':
      return 'is not a field of this record';
    case 'enum':
      return `must be one of ${(about.allowedValues as readonly string[]).join(', ')}`;
    case 'type':
      return wordsByType[String(about.type)] ?? 'must be text or null';
    case 'minItems':
      return `must have at least ${String(about.limit)} ${about.limit === 1 ? 'entry' : 'entries'}`;
    case 'maxLength':
      return `must be at most ${String(about.limit)} characters`;
    case 'minimum':
      return `must be ${String(about.limit)} or more`;
    case 'maximum':
      return `must be ${String(about.limit)} or less`;
    default:
      return wordsByForm.get(String(about[keyword])) ?? 'is not understood';
  }
};

const pointerOf = ({ keyword, instancePath, params }: ErrorObject): string => {
  const about = params as Readonly<Record<string, unknown>>;
  if (keyword === 'required') return `${instancePath}/${escaped(String(about.missingProperty))}`;
  if (keyword === 'additionalProperties') return `${instancePath}/${escaped(String(about.additionalProperty))}`;
  return instancePath;
};

/** `anyOf` and `allOf` only gather what their branches say themselves; a wrong type says less than the set it should be of. */
const weight = ({ keyword }: ErrorObject): number => (keyword === 'enum' ? 0 : keyword === 'type' ? 1 : 2);

/** Every fault, one for each place, in the order in which they were met. */
export const faultsFrom = (errors: readonly ErrorObject[]): readonly FieldFault[] => {
  const gravest = new Map<string, ErrorObject>();
  for (const error of errors) {
    if (error.keyword === 'anyOf') continue;
    const pointer = pointerOf(error);
    const known = gravest.get(pointer);
    if (known === undefined || weight(error) < weight(known)) gravest.set(pointer, error);
  }
  return [...gravest].map(([pointer, error]) => ({ pointer, detail: detailOf(error) }));
};
