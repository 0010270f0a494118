import { refNumber, type RefToken } from '@throughline/kernel';
import type { CaseFiles, HeldRecord } from '@throughline/projections/queries';
import { type Address, safeAccommodationPlaced } from '@throughline/records';
import type { Opener } from '@throughline/seal';
import { partsWith } from './keyed-opener';
import { SealedLocations } from './sealed-locations';

/** Whether a record holds an address that is sealed: a placement's always, any other where it says so. */
const hasSealedPlace = (type: string, data: object): boolean => {
  if (type === safeAccommodationPlaced.type) return true;
  const { address } = data as { readonly address?: Address };
  return address?.sensitive === true;
};

/**
 * The addresses of these people that nobody is shown, found in every record of theirs.
 * @param files everything that the hub holds of them, opened
 */
export const sealedLocationsAmong = async (files: CaseFiles, people: readonly RefToken[], opener: Opener): Promise<SealedLocations> => {
  const sealed: Address[] = [];
  const known: Address[] = [];
  const places: HeldRecord[] = [];
  for (const person of new Set(people.map((ref) => files.personOf(ref)))) {
    for (const { entry, original, corrected } of files.folded(person)) {
      for (const { address } of entry.details.values())
        if (address !== undefined) (address.sensitive === true ? sealed : known).push(address);
      if (hasSealedPlace(entry.type, entry.data)) places.push(corrected ?? original, original);
    }
  }
  const numbers = new Set(places.flatMap(({ envelope }) => envelope.sealed.map(({ ref }) => refNumber(ref))));
  const open = partsWith(await opener.prepare(files.cut.partnership, numbers));
  for (const { envelope } of new Set(places)) {
    for (const values of open(envelope, new Set(envelope.sealed.map(({ ref }) => ref))).values()) {
      for (const [pointer, value] of Object.entries(values)) if (/^(\/replacement)?\/address$/.test(pointer)) sealed.push(value as Address);
    }
  }
  return new SealedLocations(sealed, known);
};
