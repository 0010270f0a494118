import { IsArray } from 'class-validator';
import { AGENCY_CODE, formed, IDENTIFIER, REFERENCE } from '../forms/form';
import { declareField } from './field';

/** A person reference, `{agency code}:{local id}`. In the log a random number stands in its place. */
export const Ref = (): PropertyDecorator => declareField({ kind: 'ref' }, formed(REFERENCE));

export const Refs = (): PropertyDecorator => declareField({ kind: 'refs' }, IsArray(), formed(REFERENCE, { each: true }));

/** The code of an agency or of a partnership. */
export const AgencyCode = (): PropertyDecorator => declareField({ kind: 'plain' }, formed(AGENCY_CODE));

export const AgencyCodes = (): PropertyDecorator => declareField({ kind: 'plain' }, IsArray(), formed(AGENCY_CODE, { each: true }));

/**
 * The number or name of a thing (an incident, a referral, a case, a plan's action), unique within its partnership.
 * It is never sealed, because safeguards join records by it: it must tell nothing of a person.
 */
export const Identifier = (): PropertyDecorator => declareField({ kind: 'plain' }, formed(IDENTIFIER));
