import { atLondon, type RefToken } from '@throughline/kernel';
import type { PersonDetails, RecordType, Relationship, Role } from '@throughline/records';
import { homeKey } from '../../terms/home';
import { readSettings } from '../../settings/read-settings';
import type { CaseFile } from '../case-file';
import type { Entry } from '../entry';
import { PersonFile } from '../person-file';

/** What a test says of one record; the rest follows from its place in the history. */
export interface Noted {
  readonly type: Pick<RecordType, 'type'>;
  readonly on: string;
  readonly people: Readonly<Record<string, Role>>;
  readonly agency?: string;
  readonly subject?: string;
  readonly details?: Readonly<Record<string, PersonDetails>>;
  readonly relationships?: readonly Relationship[];
  readonly data?: object;
}

export const entryOf = ({ type, on, people, agency, subject, details, relationships, data }: Noted, index: number): Entry => {
  const time = atLondon(on, '10:00');
  const refs = Object.keys(people);
  return {
    source: `/agencies/${agency ?? 'police'}`,
    id: `r-${index}`,
    partnership: 'northgate',
    type: type.type,
    agency: agency ?? 'police',
    subject: subject ?? refs[0] ?? '',
    time,
    recordedtime: time,
    data: {
      people: refs.map((ref) => ({ ref, role: people[ref] ?? 'other' })),
      ...(relationships === undefined ? {} : { relationships: [...relationships] }),
      ...data,
    },
    index,
    position: index,
    logTime: time,
    details: new Map(Object.entries(details ?? {}) as [RefToken, PersonDetails][]),
  };
};

const agencies = [
  ['police', 'police'],
  ['csc', 'childrens-social-care'],
  ['idva', 'idva'],
  ['gp', 'gp'],
  ['probation', 'probation'],
  ['change', 'perpetrator-programme'],
  ['marac', 'marac'],
] as const;

/** A case file over a history in which every reference is a person of its own; the first reference is asked about. */
export const caseFileOf = (history: readonly Noted[], about: RefToken, on: string): CaseFile => {
  const entries = history.map(entryOf);
  const related = entries.flatMap(({ data }) => (data.relationships ?? []).flatMap(({ from, to }) => [from, to]));
  const refs = new Set([about, ...related, ...entries.flatMap(({ data }) => data.people.map(({ ref }) => ref))]) as Set<RefToken>;
  const files = new Map([...refs].map((ref) => [ref, PersonFile.of([ref], entries)]));
  const fileOf = (ref: RefToken): PersonFile => {
    const file = files.get(ref);
    if (file === undefined) throw new Error('a reference that the history does not name');
    return file;
  };
  return {
    at: atLondon(on, '12:00'),
    moment: files,
    lasting: files,
    person: fileOf(about),
    settings: readSettings({
      number: 1,
      settings: { code: 'northgate', name: 'Northgate', agencies: agencies.map(([code, kind]) => ({ code, kind, name: code })) },
    }),
    fileOf,
    underSameMatters: () => [],
    livingAt: (home) =>
      [...refs].filter((ref) =>
        entries.some((entry) => {
          const address = entry.details.get(ref)?.address;
          return address !== undefined && homeKey(address) === home;
        }),
      ),
  };
};
