import type { JsonSchema } from '@throughline/records';
import type { DescribedType } from '../../describing';

interface FieldRow {
  readonly name: string;
  readonly required: boolean;
  readonly meaning: string;
  /** The values of a closed set; empty where it is open. */
  readonly values: readonly string[];
  /** The part of the record that the field holds, where it holds one. */
  readonly part: string | undefined;
}

interface FieldsTable {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FieldRow[];
}

/** A type of the catalogue, for who has to publish it. */
export interface TypePageView {
  readonly type: string;
  readonly description: string;
  readonly byTheHub: boolean;
  readonly data: FieldsTable;
  readonly parts: readonly FieldsTable[];
  /** A whole record, as JSON. */
  readonly example: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const rowOf = (name: string, schema: JsonSchema, required: boolean): FieldRow => {
  const each = (schema['items'] ?? schema) as JsonSchema;
  const values = each['enum'];
  const ref = textOf(each['$ref']);
  return {
    name,
    required,
    meaning: textOf(schema['description']),
    values: Array.isArray(values) ? values.map(String) : [],
    part: ref === '' ? undefined : ref.slice(ref.lastIndexOf('/') + 1),
  };
};

const tableOf = (name: string, schema: JsonSchema): FieldsTable => {
  const required = new Set((schema['required'] ?? []) as readonly string[]);
  const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>);
  return {
    name,
    description: textOf(schema['description']),
    fields: properties.map(([field, own]) => rowOf(field, own, required.has(field))),
  };
};

export const typePage = ({ type, description, byTheHub, name, data, parts, example }: DescribedType): TypePageView => ({
  type,
  description,
  byTheHub,
  data: tableOf(name, data),
  parts: Object.entries(parts).map(([part, schema]) => tableOf(part, schema)),
  example: JSON.stringify(example, null, 2),
});
