import { isDay, isYearlySpan } from '@throughline/kernel';
import { isMap, isScalar, type Node } from 'yaml';
import { AGENCY_KINDS } from '../agency-kinds';
import type { StatedPartnership } from '../read-settings';
import { defaultThresholds } from '../settings';
import { examinePathways } from './pathways';
import { type FileFault, type FilePlace, Reading } from './reading';

/** A system that may do more than publish and read for its agency. */
export interface ScopedClient {
  readonly id: string;
  readonly scopes: readonly string[];
}

export interface PartnershipsFile {
  readonly partnerships: readonly StatedPartnership[];
  readonly clients: readonly ScopedClient[];
}

const isCode = (text: string): boolean => /^[a-z][a-z0-9-]{0,62}$/.test(text);
const CODE = 'a code: lower-case letters, digits and hyphens, a letter first, at most 63 characters';
const isOutward = (text: string): boolean => /^[A-Z]{1,2}\d[A-Z\d]?$/.test(text);
const isKind = (text: string): boolean => (AGENCY_KINDS as readonly string[]).includes(text);
const isEvery = (text: string): boolean => /^(week|(two|three|four|five|six|eight) weeks|month)$/.test(text);
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const isSpan = (text: string): boolean => isYearlySpan(text) && text.split('/').every((monthDay) => isDay(`2024-${monthDay}`));

/** What a system may be allowed beside publishing and reading for its agency. */
const SCOPES = ['records:import', 'audit:read', 'operate'];

/** Codes that were met, so that none stands twice. */
class Codes {
  /** Where each stands. */
  readonly met = new Map<string, FilePlace>();

  constructor(
    private readonly reading: Reading,
    private readonly what: string,
  ) {}

  take(code: string | undefined, place: Node | undefined): void {
    if (code === undefined) return;
    if (this.met.has(code)) this.reading.fault(place, `another ${this.what} has the code "${code}"`);
    else this.met.set(code, this.reading.placeOf(place));
  }
}

const examineThresholds = (reading: Reading, node: Node | undefined): void => {
  if (node === undefined) return;
  if (!isMap(node)) {
    reading.fault(node, '"thresholds" must be a map');
    return;
  }
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!Object.hasOwn(defaultThresholds, name)) reading.fault(key as Node, `unknown threshold "${name}"`);
    else if (!isScalar(value) || !Number.isSafeInteger(value.value) || Number(value.value) < 1)
      reading.fault((value ?? key) as Node, `threshold "${name}" must be a whole number above 0`);
  }
};

const examineAgency = (reading: Reading, node: Node, codes: Codes): void => {
  const field = reading.fields(node, 'an agency', ['code', 'kind', 'name']);
  if (field === undefined) return;
  codes.take(reading.text(field('code'), 'required', isCode, CODE), field('code').value);
  reading.text(field('kind'), 'required', isKind, `one of ${AGENCY_KINDS.join(', ')}`);
  reading.text(field('name'), 'required');
};

const examineMeetings = (reading: Reading, node: Node | undefined): void => {
  if (node === undefined) return;
  const field = reading.fields(node, '"maracMeetings"', ['every', 'on', 'from']);
  if (field === undefined) return;
  reading.text(field('every'), 'required', isEvery, '"week", "two weeks" to "eight weeks", or "month"');
  reading.text(field('on'), 'required', (text) => WEEKDAYS.includes(text), `one of ${WEEKDAYS.join(', ')}`);
  reading.text(field('from'), 'required', isDay, 'a calendar date, YYYY-MM-DD');
};

const KEYS = ['code', 'name', 'postcodes', 'maracMeetings', 'schoolHolidays', 'agencies', 'thresholds', 'pathways'] as const;

/** What a file is checked against that the file itself does not say. */
export interface KnownNames {
  /** The ids of the safeguards in force: a pathway for another is a fault. Without them none is. */
  readonly safeguards?: readonly string[];
}

const examinePartnership = (reading: Reading, node: Node, codes: Codes, agencyCodes: Codes, { safeguards }: KnownNames): void => {
  const field = reading.fields(node, 'a partnership', KEYS);
  if (field === undefined) return;
  codes.take(reading.text(field('code'), 'required', isCode, CODE), field('code').value);
  reading.text(field('name'), 'required');
  reading.texts(field('postcodes'), 'optional', isOutward, 'an outward postcode like S1 or SE10');
  reading.texts(field('schoolHolidays'), 'optional', isSpan, 'a span of month and day like "07-22/09-02"');
  examineMeetings(reading, field('maracMeetings').value);
  for (const agency of reading.items(field('agencies'), 'required')) examineAgency(reading, agency, agencyCodes);
  examineThresholds(reading, field('thresholds').value);
  examinePathways(reading, reading.items(field('pathways'), 'optional'), safeguards);
};

const examineClient = (reading: Reading, node: Node): void => {
  const field = reading.fields(node, 'a client', ['id', 'scopes']);
  if (field === undefined) return;
  reading.text(field('id'), 'required');
  reading.texts(field('scopes'), 'required', (text) => SCOPES.includes(text), `one of ${SCOPES.join(', ')}`);
};

/** Where the codes of a file stand, for whoever finds a fault that the file alone does not show. */
export interface FilePlaces {
  readonly partnerships: ReadonlyMap<string, FilePlace>;
  readonly agencies: ReadonlyMap<string, FilePlace>;
}

/** Reads the text of a partnerships file. Answers what it says and where, or every fault with line and column; nothing of a faulty file. */
export const readPartnershipsText = (
  text: string,
  known: KnownNames = {},
): { readonly file: PartnershipsFile; readonly places: FilePlaces } | { readonly faults: readonly FileFault[] } => {
  const reading = new Reading(text);
  if (reading.faults.length > 0) return { faults: reading.faults };
  const field = reading.fields(reading.root, 'the file', ['partnerships', 'clients']);
  const codes = new Codes(reading, 'partnership');
  const agencyCodes = new Codes(reading, 'agency');
  if (field !== undefined) {
    for (const node of reading.items(field('partnerships'), 'required')) examinePartnership(reading, node, codes, agencyCodes, known);
    for (const node of reading.items(field('clients'), 'optional')) examineClient(reading, node);
  }
  if (reading.faults.length > 0) {
    return { faults: [...reading.faults].sort((one, other) => one.line - other.line || one.column - other.column) };
  }
  const { partnerships, clients } = reading.root?.toJS(reading.document) as Partial<PartnershipsFile>;
  const places = { partnerships: codes.met, agencies: agencyCodes.met };
  return { file: { partnerships: partnerships ?? [], clients: clients ?? [] }, places };
};
