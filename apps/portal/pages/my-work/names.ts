import type { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@throughline/access';
import { FindPeople } from '../../api/questions';
import type { FoundPeople } from '../../api';

/** Who an alert is about, as a worker needs it to know whom they are reading of. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string | null;
  readonly dateOfBirth: string | null;
}

/** How many people are asked for at the same time. */
const AT_ONCE = 4;

/** The names of these people: of each, finding them is a reading of its own, on the record. */
export const namesOf = async (queries: QueryBus, actor: Actor, ids: Iterable<string>): Promise<ReadonlyMap<string, NamedPerson>> => {
  const waiting = [...new Set(ids)];
  const found = new Map<string, NamedPerson>();
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const { items } = await queries.execute<FindPeople, FoundPeople>(new FindPeople(actor, { ref: id, limit: 1 }));
      const [person] = items;
      found.set(
        id,
        person === undefined ? { id, name: null, dateOfBirth: null } : { id, name: person.name, dateOfBirth: person.dateOfBirth },
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
};
