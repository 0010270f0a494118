import type { JsonSchema } from '@throughline/records';

/** A schema that stands under `components`. */
export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

export const text = (description?: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  ...(description === undefined ? {} : { description }),
  ...more,
});

export const oneOf = (values: readonly string[], description?: string): JsonSchema => text(description, { enum: values });

export const instant = (description?: string): JsonSchema => text(description, { format: 'date-time' });

export const count = (description?: string): JsonSchema => ({
  type: 'integer',
  minimum: 0,
  ...(description === undefined ? {} : { description }),
});

export const yesNo = (description?: string): JsonSchema => ({ type: 'boolean', ...(description === undefined ? {} : { description }) });

export const list = (items: JsonSchema, description?: string): JsonSchema => ({
  type: 'array',
  items,
  ...(description === undefined ? {} : { description }),
});

/** Or null, which says that nothing is known. */
export const orNull = (schema: JsonSchema): JsonSchema =>
  typeof schema['type'] === 'string' && schema['enum'] === undefined
    ? { ...schema, type: [schema['type'], 'null'] }
    : { anyOf: [schema, { type: 'null' }] };

type Known<Shape> = { readonly [Name in keyof Shape as string extends Name ? never : Name]-?: JsonSchema };

type OptionalNames<Shape> = {
  [Name in keyof Shape as string extends Name ? never : Name]-?: object extends Pick<Shape, Name> ? Name : never;
}[keyof { [Name in keyof Shape as string extends Name ? never : Name]: 1 }];

/**
 * The schema of what a route answers, tied to its type: it does not compile where a field is forgotten, or described and not there.
 * @param optional the fields that may be absent
 */
export const shape = <Shape extends object>(
  properties: Known<Shape>,
  { optional = [], open, description }: { optional?: readonly OptionalNames<Shape>[]; open?: JsonSchema | true; description?: string } = {},
): JsonSchema => {
  const absent = new Set<string>(optional as readonly string[]);
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties,
    required: Object.keys(properties).filter((name) => !absent.has(name)),
    additionalProperties: open ?? false,
  };
};

/** A page of a list, and the cursor of the next. */
export const pageOf = (items: JsonSchema): JsonSchema =>
  shape<{ items: unknown; next: unknown }>({
    items: list(items),
    next: { type: ['string', 'null'], description: 'Give it as cursor for the next page; null on the last.' },
  });
