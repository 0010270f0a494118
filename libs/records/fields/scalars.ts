import { IsArray, IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { DATE_OF_BIRTH, DAY, type Form, formed, formedOrNull, INSTANT } from '../forms/form';
import { declareField } from './field';

/** A number of things that no family and no record exceeds. */
const MOST_COUNTED = 1_000_000;

const plain = (...validators: readonly PropertyDecorator[]): PropertyDecorator => declareField({ kind: 'plain' }, ...validators);

/** One value of a closed set. */
export const OneOf = (set: readonly string[]): PropertyDecorator => plain(IsIn(set));

/** Any number of values of a closed set. */
export const AnyOf = (set: readonly string[]): PropertyDecorator => plain(IsArray(), IsIn(set, { each: true }));

export const YesNo = (): PropertyDecorator => plain(IsBoolean());

/**
 * A whole number, 0 or more where not said otherwise. `IsInt` stands last because the schema's type is that of the last validator,
 * and the bounds say only `number`.
 */
export const Count = ({ from = 0, to = MOST_COUNTED } = {}): PropertyDecorator => plain(Min(from), Max(to), IsInt());

/** A calendar date, `YYYY-MM-DD`, of Europe/London. */
export const Day = (): PropertyDecorator => plain(formed(DAY));

/** A calendar date, or null where the agency knows that there is none yet (a relationship that has not ended). */
export const DayOrNull = (): PropertyDecorator => plain(formedOrNull(DAY));

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: as much of a date of birth as is known. */
export const DateOfBirth = (): PropertyDecorator => plain(formed(DATE_OF_BIRTH));

/** A moment, RFC 3339 with its offset. */
export const Instant = (): PropertyDecorator => plain(formed(INSTANT));

/** Text of a fixed form that tells nothing of a person, or that stands in a whole which is sealed as one. */
export const Formed = (form: Form): PropertyDecorator => plain(formed(form));
