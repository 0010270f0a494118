import { type Opened, shownData, type Visit } from '@throughline/access';
import { keyText } from '@throughline/projections';
import type { Entry } from '@throughline/projections';
import type { Folded } from '@throughline/projections/queries';
import type { RecordData } from '@throughline/seal';
import type { OtherPeople } from './other-people';

/** The data of a record as it was last corrected, with the texts that are the victim's own; those of anybody else read `[sealed]`. */
export type OwnTexts = (entry: Entry) => RecordData;

/** Opens what some records say of the victim, without places and without the names of others. */
export const ownTexts = async (visit: Visit, opened: Opened, others: OtherPeople, entries: readonly Entry[]) => {
  const wanted = new Set(entries.map(keyText));
  const folded = new Map<string, Folded>();
  for (const each of opened.files.folded(visit.person)) if (wanted.has(keyText(each.entry))) folded.set(keyText(each.entry), each);
  const keyring = await opened.keyring(
    [...folded.values()].flatMap(({ original, corrected }) => [
      { held: original },
      ...(corrected === undefined ? [] : [{ held: corrected, replacementType: original.envelope.type }]),
    ]),
  );
  const locations = await opened.sealedLocations(visit.around);
  const own = new Set<string>(visit.refs);
  const showing = { keyring, locations, maySee: (ref: string) => own.has(ref) };
  const data: OwnTexts = (entry) => {
    const found = folded.get(keyText(entry));
    if (found === undefined) return {};
    const { original, corrected } = found;
    if (corrected === undefined) return shownData(original, showing).data;
    return (shownData(corrected, showing, original.envelope.type).data['replacement'] ?? {}) as RecordData;
  };
  return { data, plain: (text: string): string => others.unnamed(locations.inNarrative(text)) };
};
