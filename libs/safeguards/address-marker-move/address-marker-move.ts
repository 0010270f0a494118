import { endOfDay, londonDay, type RefToken } from '@throughline/kernel';
import { type Entry, homesOf, keyText, type PersonFile, placeOf } from '@throughline/projections';
import { type Address, flagPlaced, flagRemoved, is, safeAccommodationPlaced, tenancyStarted } from '@throughline/records';
import { everyRecord } from '../every-record';
import { defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

type Marker = Entry<(typeof flagPlaced)['Data']>;

const isAddressMarker = (entry: { readonly data: { readonly flag: string }; readonly subject: string }, person: PersonFile): boolean =>
  entry.data.flag === 'address-marker' && person.has(entry.subject);

const placeNamed = (address: Address | undefined): string | undefined => (address === undefined ? undefined : placeOf(address));

/** Address markers that stand for a person: neither expired nor taken away, at their place or, where none is named, anywhere. */
const markersOf = (person: PersonFile, at: number): readonly Marker[] =>
  person
    .of(flagPlaced)
    .filter((marker) => isAddressMarker(marker, person) && (marker.data.expiresOn === undefined || at <= endOfDay(marker.data.expiresOn)))
    .filter(
      (marker) =>
        !person.of(flagRemoved).some((removal) => {
          const places = [placeNamed(marker.address), placeNamed(removal.address)];
          const same = places.includes(undefined) || places[0] === places[1];
          return (
            isAddressMarker(removal, person) &&
            same &&
            (removal.time > marker.time || (removal.time === marker.time && removal.index > marker.index))
          );
        }),
    );

/** The place that a marker is for: as it says, or where its person lived when it was placed. */
const placeOfMarker = (marker: Marker, person: PersonFile): string | undefined => {
  if (marker.address !== undefined) return placeOf(marker.address);
  const day = londonDay(marker.time);
  return homesOf(person).findLast((home) => home.from <= day && (home.to === undefined || day <= home.to))?.key;
};

const isMove = (entry: Entry): boolean => is(tenancyStarted, entry) || is(safeAccommodationPlaced, entry);

/** Where a record says that a person now lives. */
const placesIn = (entry: Entry, person: PersonFile): readonly { readonly place: string; readonly from: string | undefined }[] => {
  const lives = entry.data.people.some(({ ref, role }) => person.has(ref) && role !== 'person-posing-risk' && role !== 'other');
  if (!lives) return [];
  const own = [...entry.details].flatMap(([ref, { address }]) => (person.has(ref) && address !== undefined ? [address] : []));
  const given = isMove(entry) && entry.address !== undefined ? [entry.address] : [];
  return [...given, ...own]
    .filter(({ to }) => to === undefined || to > londonDay(entry.time))
    .flatMap((address) => {
      const place = placeOf(address);
      return place === undefined ? [] : [{ place, from: address.from }];
    });
};

/** The new place that a record tells of since a marker was placed, if it is the first to do so. */
const movedBy = (trigger: Entry, person: PersonFile, marker: Marker, marked: ReadonlySet<string | undefined>): boolean => {
  const before = person.standing().filter((entry) => entry.index < trigger.index && keyText(entry) !== keyText(trigger));
  if (isMove(trigger) && trigger.address === undefined) return true;
  return placesIn(trigger, person).some(({ place, from }) => {
    if (marked.has(place)) return false;
    const known = before.filter((entry) => placesIn(entry, person).some((other) => other.place === place));
    const since = known.filter((entry) => entry.time > marker.time);
    if (isMove(trigger)) return !since.some((entry) => entry.type === trigger.type);
    const isNew = known.length === 0 || (from !== undefined && from > londonDay(marker.time));
    return isNew && since.length === 0 && (marked.size > 0 || known.length > 0);
  });
};

/** Police who are sent to a family know before the door opens, wherever the family now lives. */
export const addressMarkerMove = defineSafeguard({
  id: 'address-marker-move',
  version: 1,
  source: { seed: '000', quote: 'moving address tags to ensure that these follow vulnerable people when necessary' },
  class: 'act',
  watches: 'Somebody for whom police hold an address marker has a new address or tenancy.',
  tells: 'Police, with tenancy id',
  due: '1 working day',
  silentWhen: 'The marker stands at that address already, was removed or has expired, or the address was told before.',
  on: everyRecord,
  answer: {
    words: 'An address marker that police place after the move',
    records: [flagPlaced],
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      if (!is(flagPlaced, record) || trigger === undefined || !isAddressMarker(record, file.person) || record.time < trigger.time)
        return false;
      const moved = placesIn(trigger, file.person).map(({ place }) => place);
      const place = placeNamed(record.address);
      return place === undefined || moved.length === 0 || moved.includes(place);
    },
  },
  judge: (trigger, file: JudgedCase) => {
    if (!isMove(trigger) && ![...trigger.details.values()].some(({ address }) => address !== undefined)) return [];
    const people = new Map(
      trigger.data.people
        .filter(({ role }) => role !== 'person-posing-risk')
        .map(({ ref }) => [file.fileOf(ref as RefToken), ref as RefToken]),
    );
    return [...people].flatMap(([person, about]) => {
      const markers = markersOf(person, file.at).filter((marker) => marker.index < trigger.index);
      const newest = markers.at(-1);
      const marked = new Set(markers.map((marker) => placeOfMarker(marker, person)).filter((place) => place !== undefined));
      if (newest === undefined || !movedBy(trigger, person, newest, marked)) return [];
      const tenancy = is(tenancyStarted, trigger) ? ` (tenancy ${trigger.data.tenancyId})` : '';
      return [
        {
          to: [service('police')],
          about,
          evidence: [trigger, newest],
          due: workingDays(1),
          reason: `Somebody with an address marker has moved${tenancy}: place a marker at the new address; the location is held sealed and can be asked for.`,
        },
      ];
    });
  },
});
