/**
 * Whose key seals a text (trust.md, "Keys and erasure"):
 * - `protected`: the first victim among the record's people, else the first child, else the subject
 * - `this-person`: the reference that stands in the same object (`people[i].ref`, `children[i].ref`)
 * - `of`: the reference in the field `of` beside it
 * - `whole`: whoever owns the whole value that the text is a part of (an address, a person's details)
 */
export type Owner = 'protected' | 'this-person' | 'of' | 'whole';

/** A class whose fields are declared with this library's decorators. */
export type DataClass<T extends object = object> = new () => T;

/** What a field is to whoever seals a record or replaces its references. Everything else about it is its schema's. */
export type Field =
  | { readonly kind: 'plain' }
  | { readonly kind: 'text' | 'texts' | 'agency-or-name'; readonly owner: Owner }
  | { readonly kind: 'ref' | 'refs' }
  | { readonly kind: 'part' | 'parts'; readonly type: () => DataClass }
  /** Sealed as one value. What stays open is nothing at all, or its shape with the scalars that safeguards read. */
  | { readonly kind: 'whole'; readonly owner: Owner; readonly type: () => DataClass; readonly open: 'nothing' | 'scalars' }
  /** The data of another record, of a type that this record does not tell. */
  | { readonly kind: 'replacement' };

const declared = new Map<unknown, Map<string, Field>>();
const alternatives = new Map<unknown, string[][]>();

const ownFields = (type: unknown): Map<string, Field> => {
  const fields = declared.get(type) ?? new Map<string, Field>();
  declared.set(type, fields);
  return fields;
};

const ancestry = (type: unknown): unknown[] => {
  const parent: unknown = typeof type === 'function' ? Object.getPrototypeOf(type) : null;
  return typeof parent === 'function' && parent !== Function.prototype ? [...ancestry(parent), type] : [type];
};

/** Says at once what a field is and how it is validated, so that neither can be forgotten. */
export const declareField =
  (field: Field, ...validators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, name) => {
    ownFields(target.constructor).set(String(name), field);
    for (const validator of validators) validator(target, name);
  };

export const declareAlternatives = (type: unknown, names: readonly string[]): void => {
  alternatives.set(type, [...(alternatives.get(type) ?? []), [...names]]);
};

/** Every declared field of a class, those that it inherits first. */
export const fieldsOf = (type: DataClass): ReadonlyMap<string, Field> =>
  new Map(ancestry(type).flatMap((each) => [...(declared.get(each) ?? [])]));

/** The groups of fields of which at least one must be there. */
export const alternativesOf = (type: DataClass): readonly (readonly string[])[] =>
  ancestry(type).flatMap((each) => alternatives.get(each) ?? []);
