import { type Actor, type Opened, SEALED_ADDRESS, shownDetails, type Visit } from '@throughline/access';
import { type Instant, personId, type RefToken } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import { type Cut, detailsHeld, knownAs, PartnershipTables, takeCut } from '@throughline/projections/queries';
import type { Address, PersonDetails } from '@throughline/records';
import { foldNameClosed, foldNhsNumber, foldPostcode, nameWithBirth } from '@throughline/seal';
import type { Reading } from '../parts';
import { findWhom, partnershipsAsked } from './whom';

/** By what a person is looked for; a date of birth narrows a name, and a postcode whatever else is asked. */
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

const SCORES = { ref: 1, nhsNumber: 1, nameAndBirth: 0.9, name: 0.5, postcode: 0.3, samePostcode: 0.05, otherPostcode: -0.2 } as const;

/** People who fit and about whom this reader may read; the others are as if they were not there. Fails with 422 where nothing can be looked for. */
export const findPeople = async (reading: Reading, actor: Actor, asked: PeopleAsked): Promise<FoundPeople> => {
  const partnerships = partnershipsAsked(actor, asked.partnership);
  if ([asked.ref, asked.nhsNumber, asked.name, asked.postcode].every((given) => given === undefined)) {
    throw new Problem(422, 'the query cannot be understood', [{ pointer: '/name', detail: 'give a name, nhsNumber, postcode or ref' }]);
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
      ...nameTokens(blindIndex, partnership, asked),
      ...(isByPostcode(asked) ? [blindIndex.token(partnership, 'postcode', asked.postcode)] : []),
    ];
    const traced = await new PartnershipTables(pool, cut).tracedBy(tokens.map((token) => token.toString('hex')));
    found.push({ partnership, refs: [...new Set([...traced.values()].flat())] });
  }
  return found;
};

const nameTokens = (index: Reading['blindIndex'], partnership: string, { name, dateOfBirth }: PeopleAsked): readonly Buffer[] => {
  if (name === undefined) return [];
  const isWhole = dateOfBirth !== undefined;
  return [isWhole ? index.token(partnership, 'name-dob', nameWithBirth(name, dateOfBirth)) : index.token(partnership, 'name', name)];
};

/** A postcode finds by itself only where nothing surer is asked. */
const isByPostcode = (asked: PeopleAsked): asked is PeopleAsked & { readonly postcode: string } =>
  asked.postcode !== undefined && asked.name === undefined && asked.nhsNumber === undefined;

const cutNow = (pool: Reading['pool'], schema: string, partnership: string, now: Instant): Promise<Cut | undefined> =>
  takeCut(pool, schema, partnership, { now });

/** What is held now must still fit: a trace stays where a correction or a retraction took away what left it. */
const foundPerson = async (visit: Visit, opened: Opened, asked: PeopleAsked): Promise<FoundPerson | undefined> => {
  const { person } = opened.files.caseOf(visit.person);
  const held = person.details();
  const postcode = asked.postcode === undefined ? 0 : await postcodeScore(visit, opened, held, asked.postcode);
  const score = isByPostcode(asked) ? (postcode > 0 ? SCORES.postcode : undefined) : scoreOf(held, asked);
  if (score === undefined) return undefined;
  const nameOf = await opened.names(visit.refs);
  const { name, dateOfBirth } = knownAs(detailsHeld(person));
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
  if (name === undefined) return undefined;
  if (dateOfBirth === undefined) return held.some((details) => goesBy(details, name)) ? SCORES.name : undefined;
  const looked = nameWithBirth(name, dateOfBirth);
  const isCalled = ({ given, family, dateOfBirth: birth }: PersonDetails): boolean =>
    given !== undefined && family !== undefined && birth !== undefined && nameWithBirth(`${given} ${family}`, birth) === looked;
  return held.some(isCalled) ? SCORES.nameAndBirth : undefined;
};

const goesBy = ({ given, family, otherNames }: PersonDetails, name: string): boolean => {
  const looked = foldNameClosed(name);
  const names = [`${given ?? ''} ${family ?? ''}`, family ?? '', ...(otherNames ?? [])];
  return looked !== '' && names.some((each) => foldNameClosed(each) === looked);
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
