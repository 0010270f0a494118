import { isRefToken, refNumber, type RefToken } from '@throughline/kernel';
import type { HeldRecord } from '@throughline/projections/queries';
import { type Address, newestVersionOf, type PersonDetails, safeAccommodationPlaced } from '@throughline/records';
import { anatomyInCatalogue, ATTRIBUTES, ERASED, type Keyring, type OwnedValues, type RecordData } from '@throughline/seal';
import { partsWith } from './keyed-opener';
import { SEALED_ADDRESS, type SealedLocations } from './sealed-locations';

/** A record as a CloudEvent, as far as its reader may see it. */
export interface ShownRecord {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly partnership: string;
  readonly datacontenttype: 'application/json';
  readonly data?: RecordData;
  readonly [attribute: string]: unknown;
}

/** What stands for somebody whom the reader may not know of, and for somebody who was erased. */
const WITHHELD = '[sealed]';
const FORGOTTEN = '[erased]';

/** With what a record is shown. */
export interface Showing {
  readonly keyring: Keyring;
  readonly locations: SealedLocations;
  /** Whether what this record holds of the person behind a reference may be seen. */
  readonly maySee: (ref: RefToken) => boolean;
}

/** The numbers of everybody whom a record names, whose keys are needed to show it. */
export const numbersIn = (held: HeldRecord, replacementType?: string): readonly number[] => {
  const { envelope } = held;
  const numbers = new Set(envelope.sealed.map(({ ref }) => refNumber(ref)));
  if (envelope.subject !== undefined) numbers.add(refNumber(envelope.subject));
  const note = (token: string): string => {
    if (isRefToken(token)) numbers.add(refNumber(token));
    return token;
  };
  anatomyInCatalogue(envelope.type).mapRefs(envelope.data, note, replacementType);
  return [...numbers];
};

/** The name of a reference, as far as it may be known. */
export const nameIn = (keyring: Keyring, token: string): string => {
  const found = isRefToken(token) ? keyring.get(refNumber(token)) : undefined;
  return found === undefined ? WITHHELD : found === ERASED ? FORGOTTEN : found.ref;
};

/** An address, or that it is sealed. */
export const shownAddress = (address: Address, locations: SealedLocations): Address | typeof SEALED_ADDRESS =>
  locations.isSealed(address) ? SEALED_ADDRESS : address;

/** Details with their address as it may be shown. */
export const shownDetails = ({ address, ...details }: PersonDetails, locations: SealedLocations): Readonly<Record<string, unknown>> =>
  address === undefined ? details : { ...details, address: shownAddress(address, locations) };

const isSafePlace = (type: string): boolean => newestVersionOf(type) === safeAccommodationPlaced.type;

const shownValue = (pointer: string, value: unknown, type: string, locations: SealedLocations): unknown => {
  if (/\/people\/\d+\/details$/.test(pointer)) return shownDetails(value as PersonDetails, locations);
  if (pointer.endsWith('/address')) return isSafePlace(type) ? SEALED_ADDRESS : shownAddress(value as Address, locations);
  if (typeof value !== 'string') return value;
  return pointer.endsWith('/narrative') ? locations.inNarrative(value) : locations.inText(value);
};

/** An address whose owner stays sealed still tells by its marks that there is one. */
const withoutOutline = (data: RecordData, type: string): RecordData => {
  const { address } = data;
  if (typeof address !== 'object' || address === null) return data;
  return isSafePlace(type) || (address as Address).sensitive === true ? { ...data, address: SEALED_ADDRESS } : data;
};

/** The data of a stored record as its reader may see it; `replacementType` is the type of what a correction corrects. */
export const shownData = (
  { envelope }: HeldRecord,
  { keyring, locations, maySee }: Showing,
  replacementType?: string,
): { readonly data: RecordData; readonly attributes: Readonly<Record<string, unknown>> } => {
  const anatomy = anatomyInCatalogue(envelope.type);
  const owners = new Set(envelope.sealed.map(({ ref }) => ref).filter((ref) => maySee(ref)));
  const values = new Map<string, OwnedValues>();
  let attributes: Readonly<Record<string, unknown>> = {};
  for (const [ref, opened] of partsWith(keyring)(envelope, owners)) {
    attributes = { ...attributes, ...(opened[ATTRIBUTES] as object | undefined) };
    const type = replacementType ?? envelope.type;
    const shown = Object.entries(opened)
      .filter(([pointer]) => pointer !== ATTRIBUTES)
      .map(([pointer, value]) => [pointer, shownValue(pointer, value, type, locations)] as const);
    values.set(ref, Object.fromEntries(shown));
  }
  const nameOf = (token: string): string => (isRefToken(token) && !maySee(token) ? WITHHELD : nameIn(keyring, token));
  const { replacement, ...data } = anatomy.unseal(envelope.data, values);
  const outlined = withoutOutline(data, envelope.type);
  const whole =
    replacement === undefined
      ? outlined
      : { ...outlined, replacement: withoutOutline(replacement as RecordData, replacementType ?? envelope.type) };
  return { data: anatomy.mapRefs(whole, nameOf, replacementType), attributes };
};

/** What tells a record from others and when it was; nothing of what it says. */
export const recordOutline = ({ envelope }: HeldRecord): ShownRecord => ({
  specversion: '1.0',
  id: envelope.id,
  source: envelope.source,
  type: envelope.type,
  time: envelope.time,
  recordedtime: envelope.recordedtime,
  partnership: envelope.partnership,
  datacontenttype: 'application/json',
});

export const shownRecord = (held: HeldRecord, showing: Showing): ShownRecord => {
  const { data, attributes } = shownData(held, showing);
  const { subject } = held.envelope;
  return {
    ...attributes,
    ...recordOutline(held),
    ...(subject === undefined ? {} : { subject: showing.maySee(subject) ? nameIn(showing.keyring, subject) : WITHHELD }),
    data,
  };
};
