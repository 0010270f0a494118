import type { Settings } from '@throughline/projections';
import { inWords } from '@throughline/records';
import type { DetailsView } from '../../api';
import { addressInWords } from '../words/address';
import { agencyName, fieldInWords, sentence } from '../words/codes';
import { dayInWords, dayOfMoment } from '../words/dates';

/** One value of a field, and which agencies hold it. */
export interface HeldValue {
  readonly value: string;
  /** `Northgate Police (29 April 2024)`, each with the day on which it recorded it last. */
  readonly agencies: readonly string[];
}

/** What agencies hold in one field of a person's details. */
export interface HeldField {
  readonly name: string;
  readonly term: string;
  readonly values: readonly HeldValue[];
  /** Two agencies hold what cannot both be right. */
  readonly disputed: boolean;
}

const TERMS: Readonly<Record<string, string>> = { given: 'First names', family: 'Last name', otherNames: 'Other names' };

/** Which fields of the details a discrepancy is about. */
const DISPUTED: Readonly<Record<string, readonly string[]>> = { name: ['given', 'family'], dateOfBirth: ['dateOfBirth'], sex: ['sex'] };

const PARTIAL_DAY = /^\d{4}(-\d\d(-\d\d)?)?$/;

const LANGUAGES = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

/** A language by its code, as far as it is one. */
const languageInWords = (code: string): string => (/^[a-z]{2,3}$/.test(code) ? (LANGUAGES.of(code) ?? code) : code);

export const valueInWords = (name: string, value: unknown): string => {
  const address = addressInWords(value);
  if (address !== undefined) return address;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map((each) => valueInWords(name, each)).join(', ');
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : '';
  if (name === 'sex' || name === 'religion') return sentence(inWords(value));
  if (name === 'firstLanguage') return languageInWords(value);
  if (name === 'nhsNumber') return value.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
  return /^date|On$/.test(name) && PARTIAL_DAY.test(value) ? dayInWords(value) : value;
};

/** The fields that any agency holds, each with its values: the one that most agencies hold first. */
export const heldFields = (
  details: readonly DetailsView[],
  disputes: readonly { readonly field: string }[],
  settings: Settings,
): readonly HeldField[] => {
  const disputed = new Set(disputes.flatMap(({ field }) => DISPUTED[field] ?? [field]));
  const fields = new Map<string, Map<string, string[]>>();
  for (const { agency, recordedAt, ...held } of details) {
    for (const [name, value] of Object.entries(held)) {
      const values = fields.get(name) ?? new Map<string, string[]>();
      const words = valueInWords(name, value);
      fields.set(name, values.set(words, [...(values.get(words) ?? []), `${agencyName(settings, agency)} (${dayOfMoment(recordedAt)})`]));
    }
  }
  return [...fields].map(([name, values]) => ({
    name,
    term: TERMS[name] ?? fieldInWords(name),
    disputed: disputed.has(name),
    values: [...values].map(([value, agencies]) => ({ value, agencies })).sort((one, other) => other.agencies.length - one.agencies.length),
  }));
};
