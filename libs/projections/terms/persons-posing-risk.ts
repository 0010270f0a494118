import type { RefToken } from '@throughline/kernel';
import { policeIncidentRecorded } from '@throughline/records';
import { atMoment } from '../case-file/at-moment';
import type { CaseFile } from '../case-file/case-file';
import { type Entry, inTime, peopleOf } from '../case-file/entry';
import { keptUp } from '../case-file/kept-up';
import type { PersonFile } from '../case-file/person-file';

const ROLE = 'person-posing-risk';
const AT_RISK: readonly string[] = ['victim', 'child', 'parent-or-carer'];

/**
 * Those whom a person's records name on the other side of a risk: the persons who pose one to them, and whom they pose one to.
 * A case file holds them, so that responsibility can be followed from one victim to the next.
 */
export const namedAcrossRisk = (person: PersonFile): readonly RefToken[] => {
  const posesRisk = person.hasBeen(ROLE);
  return [...person.companions()].flatMap(([ref, roles]) =>
    roles.has(ROLE) || (posesRisk && AT_RISK.some((role) => roles.has(role))) ? [ref as RefToken] : [],
  );
};

/** Somebody across a risk, a reference that names them, and the records that do, in order of happening. */
export interface AcrossRisk {
  readonly person: PersonFile;
  readonly ref: RefToken;
  readonly records: readonly Entry[];
}

/** A call-out that police say was no domestic abuse sets nobody against anybody here. */
const isOfAbuse = (entry: Entry): boolean => !(entry.type === policeIncidentRecorded.type && entry.data.domesticAbuse === false);

type Theirs = 'victim' | 'person-posing-risk';

const names = ({ data }: Entry, role: Theirs): boolean => data.people.some((each) => each.role === role);

/** Of those whom a person's records name on the other side, by reference, the records that do, in order of happening. */
const namedAgainst = (own: string, theirs: Theirs) =>
  keptUp({
    about: (entry, person: PersonFile) =>
      isOfAbuse(entry) && names(entry, theirs) && entry.data.people.some(({ ref, role }) => role === own && person.has(ref)),
    begin: () => new Map<RefToken, Entry[]>(),
    take: (found, entry) => {
      for (const ref of new Set(peopleOf(entry, theirs))) {
        const records = found.get(ref);
        if (records === undefined) found.set(ref, [entry]);
        else records.push(entry);
      }
    },
  });

const across = (own: string, theirs: Theirs) => {
  const namedIn = namedAgainst(own, theirs);
  return atMoment((file: CaseFile, person: PersonFile): readonly AcrossRisk[] => {
    const found = new Map<PersonFile, { ref: RefToken; records: readonly Entry[] }>();
    for (const [ref, records] of namedIn(person)) {
      const other = file.fileOf(ref);
      if (other === person) continue;
      const known = found.get(other);
      if (known === undefined) found.set(other, { ref, records });
      else known.records = [...new Set([...known.records, ...records])].sort(inTime);
    }
    return [...found].map(([other, { ref, records }]) => ({ person: other, ref, records }));
  });
};

const victimsOfOne = across(ROLE, 'victim');
const posingRiskToVictim = across('victim', ROLE);
const posingRiskToChild = across('child', ROLE);

/** The victims against whom a person is named as posing a risk, by any agency, the first first. */
export const victimsOfPersonPosingRisk = (file: CaseFile, person: PersonFile): readonly AcrossRisk[] => victimsOfOne(file, person);

/** The persons whom records name as posing a risk to a victim or a child, the first first. */
export const personsPosingRiskTo = (file: CaseFile, person: PersonFile): readonly AcrossRisk[] => {
  const found = new Map(
    [...posingRiskToVictim(file, person), ...posingRiskToChild(file, person)].map((each) => [each.person, each] as const),
  );
  return [...found.values()];
};
