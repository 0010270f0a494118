import { Fault } from '@throughline/kernel';
import { getMetadataStorage } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { alternativesOf, type DataClass, fieldsOf } from '../fields';
import { type Form, WELL_FORMED } from '../forms/form';

/** A JSON Schema, 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What class-validator knows of one decorated property. */
interface Declared {
  readonly target: string | object;
  readonly propertyName: string;
  readonly constraints?: readonly unknown[];
}

const formSchema = (form: Form): JsonSchema => ('pattern' in form ? { pattern: form.pattern.source } : { format: form.format });

const wellFormed = formSchema(WELL_FORMED);

/** How this library's own constraints read in JSON Schema; the others are known to the converter. */
const converters = {
  text: ({ constraints }: Declared) => ({ type: 'string', maxLength: constraints?.[0], ...wellFormed }),
  form: ({ constraints }: Declared) => ({ type: 'string', ...formSchema(constraints?.[0] as Form) }),
  formOrNull: ({ constraints }: Declared) => ({ type: ['string', 'null'], ...formSchema(constraints?.[0] as Form) }),
  nestedValidation: ({ target, propertyName }: Declared) => {
    const field = fieldsOf(target as DataClass).get(propertyName);
    return field && 'type' in field ? { $ref: `#/$defs/${field.type().name}` } : {};
  },
};

const converted = new Map<DataClass, JsonSchema>();

/** One class without the classes that it refers to. Unknown fields are refused. */
const classSchema = (type: DataClass): JsonSchema => {
  const known = converted.get(type);
  if (known) return known;
  const schema = targetConstructorToSchema(type, {
    classValidatorMetadataStorage: getMetadataStorage(),
    additionalConverters: converters as unknown as NonNullable<Parameters<typeof targetConstructorToSchema>[1]>['additionalConverters'] &
      object,
  });
  const alternatives = alternativesOf(type).map((names) => ({ anyOf: names.map((name) => ({ required: [name] })) }));
  const closed = { ...schema, ...(alternatives.length > 0 ? { allOf: alternatives } : {}), additionalProperties: false };
  converted.set(type, closed);
  return closed;
};

const partsOf = (type: DataClass): readonly DataClass[] =>
  [...fieldsOf(type).values()].flatMap((field) => ('type' in field ? [field.type()] : []));

/** Two classes of one name would silently share a definition. */
export class NameTaken extends Fault {
  readonly retriable = false;
}

const collect = (type: DataClass, found = new Map<string, DataClass>()): ReadonlyMap<string, DataClass> => {
  for (const part of partsOf(type)) {
    const known = found.get(part.name);
    if (known === part) continue;
    if (known) throw new NameTaken(`two classes are called ${part.name}`);
    found.set(part.name, part);
    collect(part, found);
  }
  return found;
};

/** The JSON Schema of a class and all that it is made of, from its decorators and nothing else. */
export const jsonSchemaOf = (type: DataClass, title: string): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title,
  ...classSchema(type),
  $defs: Object.fromEntries([...collect(type)].map(([name, part]) => [name, classSchema(part)])),
});
