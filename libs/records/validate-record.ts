import { agencyOfRef, parseInstant } from '@throughline/kernel';
import { dataFaults, mayNameAnyAgency, type RecordFault, recordTypeOf, refsOfPeople } from './acceptance';
import { examineOthers, Examination, isJson } from './attributes';
import { recordCorrected } from './catalogue/record/corrected';
import { recordRetracted } from './catalogue/record/retracted';
import { AGENCY_CODE, AGENCY_SOURCE, INSTANT, RECORD_ID, REFERENCE } from './forms/form';
import type { DataObject } from './sealing/seal';

/** Who publishes, and what they may. */
export interface PublishingContext {
  /** Whether the caller may publish in the name of this agency: its own, or with `records:import` any that a partnership has. */
  mayPublishAs(agency: string): boolean;
  /** The caller has the scope `records:import`, and so may tell when a record was recorded. */
  readonly mayImport: boolean;
  /** Milliseconds since 1970; a `recordedtime` after it lies in the future. */
  readonly now: number;
}

/** A record that the hub understands and may take. What is stamped and stored follows from it. */
export interface ValidRecord {
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly agency: string;
  readonly subject: string;
  /** RFC 3339, as published. */
  readonly time: string;
  readonly partnership?: string;
  readonly recordedtime?: string;
  readonly data: DataObject;
  /** Other CloudEvents attributes and extensions (`dataschema`, `traceparent`, …), kept as they came. */
  readonly attributes: DataObject;
}

/** Either the record or every fault of it. */
export type Verdict = { readonly record: ValidRecord } | { readonly faults: readonly RecordFault[] };

const sourceAgency = (source: string): string | undefined =>
  'pattern' in AGENCY_SOURCE ? AGENCY_SOURCE.pattern.exec(source)?.[1] : undefined;

/** Whether a record is the hub's to write and nobody else's. */
const isReserved = (type: string): boolean => type.startsWith('throughline.hub.') || type === 'throughline.marac.transfer-received.v1';

const examineSource = (examination: Examination, context: PublishingContext): string | undefined => {
  if (examination.attribute('source') === '/hub') {
    examination.refuse('/source', 'is not an agency that this caller publishes for', 403);
    return undefined;
  }
  const source = examination.text('source', AGENCY_SOURCE, 'required');
  const agency = source === undefined ? undefined : sourceAgency(source);
  if (agency !== undefined && !context.mayPublishAs(agency)) {
    examination.refuse('/source', 'is not an agency that this caller publishes for', 403);
  }
  return agency;
};

const examineType = (examination: Examination): string | undefined => {
  const type = examination.attribute('type');
  if (type === undefined) examination.refuse('/type', 'is missing');
  else if (typeof type !== 'string') examination.refuse('/type', 'must be text');
  else if (isReserved(type)) examination.refuse('/type', 'is published by the hub alone', 403);
  else if (recordTypeOf(type) === undefined) examination.refuse('/type', 'is not a type of the catalogue');
  else return type;
  return undefined;
};

const examineRecordedTime = (examination: Examination, context: PublishingContext): string | undefined => {
  if (examination.attribute('recordedtime') !== undefined && !context.mayImport) {
    examination.refuse('/recordedtime', 'is set by the hub');
    return undefined;
  }
  const recordedtime = examination.text('recordedtime', INSTANT, 'optional');
  if (recordedtime !== undefined && (parseInstant(recordedtime) ?? 0) > context.now) {
    examination.refuse('/recordedtime', 'must not lie in the future');
  }
  return recordedtime;
};

const examineSubject = (
  examination: Examination,
  data: unknown,
  type: string | undefined,
  agency: string | undefined,
): string | undefined => {
  const subject = examination.text('subject', REFERENCE, 'required');
  if (subject === undefined) return undefined;
  if (type !== undefined && !mayNameAnyAgency(type) && agency !== undefined && agencyOfRef(subject) !== agency) {
    examination.refuse('/subject', "must be a reference of the publishing agency's own");
  } else if (!refsOfPeople(data).includes(subject)) {
    examination.refuse('/subject', 'must be one of the people');
  }
  return subject;
};

/** Corrections and retractions are of one's own records. */
const examineAmended = (examination: Examination, type: string, data: unknown, agency: string): void => {
  const field = type === recordCorrected.type ? 'corrects' : type === recordRetracted.type ? 'retracts' : undefined;
  if (field === undefined || typeof data !== 'object' || data === null) return;
  const amended: unknown = Reflect.get(data, field);
  const source: unknown = typeof amended === 'object' && amended !== null ? Reflect.get(amended, 'source') : undefined;
  const owner = typeof source === 'string' ? sourceAgency(source) : undefined;
  if (owner !== undefined && owner !== agency)
    examination.refuse(`/data/${field}/source`, "must be the publishing agency's own record", 403);
};

const examineData = (examination: Examination, type: string | undefined, agency: string | undefined): unknown => {
  const data = examination.attribute('data');
  if (examination.attribute('data_base64') !== undefined) examination.refuse('/data_base64', 'is not taken: data must be JSON');
  else if (data === undefined) examination.refuse('/data', 'is missing');
  else if (type !== undefined) {
    const definition = recordTypeOf(type);
    if (definition !== undefined) examination.faults.push(...dataFaults(definition, data, agency, '/data'));
    if (agency !== undefined) examineAmended(examination, type, data, agency);
  }
  return data;
};

/**
 * Examines a CloudEvent (structured JSON, already parsed) as a record that this caller publishes. Answers the record, or every fault
 * of it with its pointer; no detail repeats a value. It does not know what is stored: whether a correction's replacement fits the
 * record that it corrects is `replacementFaults`, whether the partnership is the caller's is intake's to say.
 */
export const validateRecord = (value: unknown, context: PublishingContext): Verdict => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { faults: [{ status: 422, pointer: '', detail: 'must be an object' }] };
  }
  const event = value as DataObject;
  const examination = new Examination(event);
  const version = examination.attribute('specversion');
  if (version !== '1.0') examination.refuse('/specversion', version === undefined ? 'is missing' : 'must be 1.0');
  const contentType = examination.attribute('datacontenttype');
  if (contentType !== undefined && !isJson(contentType)) examination.refuse('/datacontenttype', 'must be application/json');
  const id = examination.text('id', RECORD_ID, 'required');
  const agency = examineSource(examination, context);
  const type = examineType(examination);
  const time = examination.text('time', INSTANT, 'required');
  const partnership = examination.text('partnership', AGENCY_CODE, 'optional');
  const recordedtime = examineRecordedTime(examination, context);
  const data = examineData(examination, type, agency);
  const subject = examineSubject(examination, data, type, agency);
  const attributes = examineOthers(examination, event);
  if (examination.faults.length > 0 || !id || !agency || !type || !time || !subject) return { faults: examination.faults };
  return {
    record: {
      source: event.source as string,
      id,
      type,
      agency,
      subject,
      time,
      ...(partnership === undefined ? {} : { partnership }),
      ...(recordedtime === undefined ? {} : { recordedtime }),
      data: data as DataObject,
      attributes,
    },
  };
};
