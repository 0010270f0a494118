import { isDay, parseInstant, REF_PATTERN } from '@throughline/kernel';
import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isDateOfBirth } from './date-of-birth';
import { isNhsNumber } from './nhs-number';
import { isPncId } from './pnc-id';

/** A form that a text must have: a pattern, or a check that a pattern cannot make, and the words that say so to its sender. */
export type Form = { readonly words: string } & (
  { readonly pattern: RegExp } | { readonly format: string; readonly check: (text: string) => boolean }
);

/** What may make a text no text; most texts have none of it, and are known good by one look. */
const SUSPECT = /[\0\ud800-\udfff]/;

/** Half a surrogate pair is no character and cannot be written as UTF-8; a NUL ends a text in many systems. */
export const WELL_FORMED: Form = {
  words: 'must be well-formed Unicode text without NUL',
  format: 'text',
  check: (text) => !SUSPECT.test(text) || !/[\0\p{Cs}]/u.test(text),
};
export const REFERENCE: Form = { words: 'must be a person reference, {agency code}:{local id}', pattern: REF_PATTERN };
export const AGENCY_CODE: Form = {
  words: 'must be a code: lower-case letters, digits and hyphens, a letter first, at most 63 characters',
  pattern: /^[a-z][a-z0-9-]{0,62}$/,
};
export const IDENTIFIER: Form = {
  words: 'must be 1 to 200 characters without control characters',
  pattern: /^[^\p{Cc}\p{Cs}]{1,200}$/u,
};
/** Of a record, unique within its source. */
export const RECORD_ID: Form = {
  words: 'must be 1 to 1,000 characters without control characters',
  pattern: /^[^\p{Cc}\p{Cs}]{1,1000}$/u,
};
export const AGENCY_SOURCE: Form = {
  words: 'must be /agencies/{agency code} or /agencies/{agency code}/{system}',
  pattern: /^\/agencies\/([a-z][a-z0-9-]{0,62})(?:\/([A-Za-z0-9._~%-]{1,100}))?$/,
};
/** Unique Property Reference Number: up to 12 digits, kept as text for its leading zeros. */
export const UPRN: Form = { words: 'must be 1 to 12 digits', pattern: /^\d{1,12}$/ };
/** Unique reference number of a school or college in England (Department for Education, Get Information about Schools). */
export const SCHOOL_URN: Form = { words: 'must be the 6 digits of a school’s unique reference number', pattern: /^\d{6}$/ };
export const DAY: Form = { words: 'must be a calendar date, YYYY-MM-DD', format: 'date', check: isDay };
export const DATE_OF_BIRTH: Form = {
  words: 'must be a date, YYYY-MM-DD, or YYYY-MM or YYYY where only that is known',
  format: 'date-of-birth',
  check: isDateOfBirth,
};
/** A fraction has no end by RFC 3339, but a ledger's entry has: far more digits than any clock has. */
const LONGEST_INSTANT = 64;

export const INSTANT: Form = {
  words: 'must be a time by RFC 3339 with its offset',
  format: 'date-time',
  check: (text) => text.length <= LONGEST_INSTANT && parseInstant(text) !== undefined,
};
export const NHS_NUMBER: Form = {
  words: 'must be an NHS number of 10 digits that passes its check',
  format: 'nhs-number',
  check: isNhsNumber,
};
export const PNC_ID: Form = { words: 'must be a PNC ID, YYYY/NNNNNNNL, with its check letter', format: 'pnc-id', check: isPncId };

/** Every form, so that a refusal finds its words again. */
export const forms: readonly Form[] = [
  WELL_FORMED,
  REFERENCE,
  AGENCY_CODE,
  IDENTIFIER,
  RECORD_ID,
  AGENCY_SOURCE,
  UPRN,
  SCHOOL_URN,
  DAY,
  DATE_OF_BIRTH,
  INSTANT,
  NHS_NUMBER,
  PNC_ID,
];

export const fitsForm = (form: Form, text: string): boolean => ('pattern' in form ? form.pattern.test(text) : form.check(text));

const validated = (name: string, form: Form, fits: (value: unknown) => boolean, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name, constraints: [form], validator: { validate: fits, defaultMessage: () => form.words } }, options);

/** Validates a text by its form. */
export const formed = (form: Form, options?: ValidationOptions): PropertyDecorator =>
  validated('form', form, (value) => typeof value === 'string' && fitsForm(form, value), options);

export const formedOrNull = (form: Form, options?: ValidationOptions): PropertyDecorator =>
  validated('formOrNull', form, (value) => value === null || (typeof value === 'string' && fitsForm(form, value)), options);
