import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { forms } from '../forms/form';
import { faultsFrom, type FieldFault } from './faults-found';
import type { JsonSchema } from './json-schema';

const ajv = new Ajv2020({ allErrors: true, messages: false, strict: true, allowUnionTypes: true, strictTypes: false });
for (const form of forms) if ('format' in form) ajv.addFormat(form.format, form.check);

const NO_FAULTS: readonly FieldFault[] = [];

/** A validator made from a schema when it is first needed: some ten milliseconds once, microseconds for each record after. */
export const compiled = (schema: () => JsonSchema): ((data: unknown) => readonly FieldFault[]) => {
  let validator: ValidateFunction | undefined;
  return (data) => {
    validator ??= ajv.compile(schema());
    return validator(data) ? NO_FAULTS : faultsFrom(validator.errors ?? []);
  };
};
