import { agencyOfRef } from '@throughline/kernel';
import type { PeopleAsked } from '../../api';
import type { FieldError } from '../rendering/page';
import { readTypedDay } from '../words/dates';

/** What was typed into the search, as it was typed. */
export interface Search {
  readonly ref: string;
  readonly nhsNumber: string;
  readonly name: string;
  readonly dateOfBirth: string;
  readonly postcode: string;
}

const LONGEST = 200;

/** Reads the fields of a search; whatever is no text is nothing. */
export const searchIn = (given: unknown): Search => {
  const fields = typeof given === 'object' && given !== null ? (given as Readonly<Record<string, unknown>>) : {};
  const text = (name: keyof Search): string => {
    const value = fields[name];
    return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, LONGEST) : '';
  };
  return {
    ref: text('ref'),
    nhsNumber: text('nhsNumber'),
    name: text('name'),
    dateOfBirth: text('dateOfBirth'),
    postcode: text('postcode'),
  };
};

export const isEmpty = (search: Search): boolean => Object.values(search).every((text) => text === '');

/** Modulus 11 of the ten digits, as the NHS Data Dictionary defines it. */
const isNhsNumber = (digits: string): boolean => {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
};

/** What a search asks for, or what is wrong with it. A local id alone is one of the visitor's own agency. */
export const readSearch = (
  search: Search,
  agency: string | undefined,
): { readonly asked?: PeopleAsked; readonly errors: readonly FieldError[] } => {
  const errors: FieldError[] = [];
  const { ref, name } = search;
  const nhsNumber = search.nhsNumber.replaceAll(/[\s-]/g, '');
  const dateOfBirth = readTypedDay(search.dateOfBirth);
  const limit = 20;
  if (isEmpty(search)) return { errors: [{ field: 'ref', text: 'Enter a reference, an NHS number, a name or a postcode' }] };
  if (ref !== '') {
    const whole = agencyOfRef(ref) === undefined && agency !== undefined ? `${agency}:${ref}` : ref;
    if (agencyOfRef(whole) !== undefined) return { asked: { ref: whole, limit }, errors };
    errors.push({ field: 'ref', text: 'Enter the reference as your agency writes it, or with the agency’s code, like police:N-1042' });
  }
  if (nhsNumber !== '' && !isNhsNumber(nhsNumber)) errors.push({ field: 'nhsNumber', text: 'Enter a real NHS number, like 943 476 5919' });
  if (name === '' && search.dateOfBirth !== '' && nhsNumber === '')
    errors.push({ field: 'name', text: 'Enter the name as well as the date of birth' });
  if (search.dateOfBirth !== '' && dateOfBirth === undefined)
    errors.push({ field: 'dateOfBirth', text: 'Date of birth must be a real date, like 27 3 1984' });
  if (errors.length > 0) return { errors };
  return {
    asked: {
      limit,
      ...(nhsNumber === '' ? {} : { nhsNumber }),
      ...(name === '' ? {} : { name }),
      ...(name === '' || dateOfBirth === undefined ? {} : { dateOfBirth }),
      ...(search.postcode === '' ? {} : { postcode: search.postcode }),
    },
    errors,
  };
};
