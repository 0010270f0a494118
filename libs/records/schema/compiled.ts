import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { forms } from '../forms/form';
import { faultsFrom, type FieldFault } from './faults-found';
import type { JsonSchema } from './json-schema';

const ajv = new Ajv2020({
  ...{ allErrors: true, messages: false, inlineRefs: false },
  ...{ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false },
});
for (const form of forms) if ('format' in form) ajv.addFormat(form.format, form.check);

const NO_FAULTS: readonly FieldFault[] = [];

/** Definitions stand in each published schema; here each is compiled once, whichever types use it. */
const sharing = (schema: JsonSchema): JsonSchema => {
  const { $defs, ...own } = JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"urn:throughline:')) as Record<string, unknown>;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, object>)) {
    const $id = `urn:throughline:${name}`;
    if (ajv.getSchema($id) === undefined) ajv.addSchema({ ...definition, $id });
  }
  return own;
};

/** A validator made from a schema when it is first needed: some milliseconds once, microseconds for each record after. */
export const compiled = (schema: () => JsonSchema): ((data: unknown) => readonly FieldFault[]) => {
  let validator: ValidateFunction | undefined;
  return (data) => {
    validator ??= ajv.compile(sharing(schema()));
    return validator(data) ? NO_FAULTS : faultsFrom(validator.errors ?? []);
  };
};
