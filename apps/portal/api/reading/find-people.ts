import { type Actor, type Opened, SEALED_ADDRESS, shownDetails, type Visit } from '@throughline/access';
import type { RefToken } from '@throughline/kernel';
import type { Instant } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import { type Cut, detailsByAgency, knownAs, PartnershipTables, takeCut } from '@throughline/projections/queries';
import type { Address, PersonDetails } from '@throughline/records';
import { foldNhsNumber, foldPostcode, nameWithBirth } from '@throughline/seal';
import type { Reading } from '../parts';
import { personId } from '../person-id';
import { findWhom, partnershipsAsked } from './whom';

/** By what a person is looked for. A name is found together with a date of birth; a postcode narrows what the others find. */
export interface PeopleAsked {
  readonly ref?: string;
  readonly name?: string;
  readonly dateOfBirth?: string;
  readonly nhsNumber?: string;
  readonly postcode?: string;
  readonly partnership?: string;
  readonly limit: number;
}

/** A person who fits. `score` is from 0 to 1: how surely it is who was looked for. */
export interface FoundPerson {
  readonly id: string;
  readonly refs: readonly string[];
  readonly name: string | null;
  readonly dateOfBirth: string | null;
  readonly score: number;
}

export interface FoundPeople {
  readonly items: readonly FoundPerson[];
  readonly next: null;
}

const SCORES = { ref: 1, nhsNumber: 1, nameAndBirth: 0.9, samePostcode: 0.05, otherPostcode: -0.2 } as const;

/** People who fit and about whom this reader may read; the others are as if they were not there. Fails with 422 where nothing can be looked for. */
export const findPeople = async (reading: Reading, actor: Actor, asked: PeopleAsked): Promise<FoundPeople> => {
  const partnerships = partnershipsAsked(actor, asked.partnership);
  if (asked.ref === undefined && asked.nhsNumber === undefined && (asked.name === undefined || asked.dateOfBirth === undefined)) {
    throw new Problem(422, 'the query cannot be understood', [
      { pointer: '/name', detail: 'needs dateOfBirth beside it, or give nhsNumber or ref' },
    ]);
  }
  const items: FoundPerson[] = [];
  for (const { partnership, refs } of await candidates(reading, partnerships, asked)) {
    const visits = await reading.door.admit({ actor, action: 'find', partnership, refs });
    for (const visit of visits) {
      const opened = await visit.disclose();
      const found = await foundPerson(visit, opened, asked);
      if (found !== undefined) items.push(found);
    }
  }
  const best = items.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return { items: best.slice(0, asked.limit), next: null };
};

interface Candidates {
  readonly partnership: string;
  readonly refs: readonly RefToken[];
}

const candidates = async (reading: Reading, partnerships: readonly string[], asked: PeopleAsked): Promise<readonly Candidates[]> => {
  if (asked.ref !== undefined) {
    const whom = await findWhom(reading, asked.ref, partnerships);
    const [first] = partnerships;
    return whom === undefined
      ? first === undefined
        ? []
        : [{ partnership: first, refs: [] }]
      : [{ partnership: whom.partnership, refs: [whom.ref] }];
  }
  const { pool, liveSchema, clock, blindIndex } = reading;
  const schema = await liveSchema();
  const found: Candidates[] = [];
  for (const partnership of partnerships) {
    const cut = await cutNow(pool, schema, partnership, clock());
    if (cut === undefined) continue;
    const tokens = [
      ...(asked.nhsNumber === undefined ? [] : [blindIndex.token(partnership, 'nhs', asked.nhsNumber)]),
      ...(asked.name === undefined || asked.dateOfBirth === undefined
        ? []
        : [blindIndex.token(partnership, 'name-dob', nameWithBirth(asked.name, asked.dateOfBirth))]),
    ];
    const traced = await new PartnershipTables(pool, cut).tracedBy(tokens.map((token) => token.toString('hex')));
    found.push({ partnership, refs: [...new Set([...traced.values()].flat())] });
  }
  return found;
};

const cutNow = (pool: Reading['pool'], schema: string, partnership: string, now: Instant): Promise<Cut | undefined> =>
  takeCut(pool, schema, partnership, { now });

/** What is held now must still fit: a trace stays where a correction or a retraction took away what left it. */
const foundPerson = async (visit: Visit, opened: Opened, asked: PeopleAsked): Promise<FoundPerson | undefined> => {
  const { person } = opened.files.caseOf(visit.person);
  const held = person.details();
  const score = scoreOf(held, asked);
  if (score === undefined) return undefined;
  const nameOf = await opened.names(visit.refs);
  const { name, dateOfBirth } = knownAs(detailsByAgency(person));
  const postcode = asked.postcode === undefined ? 0 : await postcodeScore(visit, opened, held, asked.postcode);
  return {
    id: personId(visit.person),
    refs: visit.refs.map(nameOf),
    name,
    dateOfBirth,
    score: Math.round(Math.min(1, score + postcode) * 100) / 100,
  };
};

const scoreOf = (held: readonly PersonDetails[], { ref, nhsNumber, name, dateOfBirth }: PeopleAsked): number | undefined => {
  if (ref !== undefined) return SCORES.ref;
  const hasNumber = (details: PersonDetails): boolean =>
    nhsNumber !== undefined && details.nhsNumber !== undefined && foldNhsNumber(details.nhsNumber) === foldNhsNumber(nhsNumber);
  if (held.some(hasNumber)) return SCORES.nhsNumber;
  if (name === undefined || dateOfBirth === undefined) return undefined;
  const looked = nameWithBirth(name, dateOfBirth);
  const isCalled = ({ given, family, dateOfBirth: birth }: PersonDetails): boolean =>
    given !== undefined && family !== undefined && birth !== undefined && nameWithBirth(`${given} ${family}`, birth) === looked;
  return held.some(isCalled) ? SCORES.nameAndBirth : undefined;
};

/** A sealed location is never searchable: it neither fits nor fails to. */
const postcodeScore = async (visit: Visit, opened: Opened, held: readonly PersonDetails[], postcode: string): Promise<number> => {
  const locations = await opened.sealedLocations(visit.kin);
  const open = held.flatMap((details) => {
    const { address } = shownDetails(details, locations) as { readonly address?: Address | typeof SEALED_ADDRESS };
    return address === undefined || address === SEALED_ADDRESS ? [] : (address.postcode ?? []);
  });
  if (open.length === 0) return 0;
  return open.some((each) => foldPostcode(each) === foldPostcode(postcode)) ? SCORES.samePostcode : SCORES.otherPostcode;
};
