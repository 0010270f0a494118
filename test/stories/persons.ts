import type { HubUnderTest } from './hub-under-test';
import type { AnyOf } from './story';

export const listOf = (anyOf: AnyOf): readonly string[] => (typeof anyOf === 'string' ? [anyOf] : anyOf);

/** Which person a reference, or a person's id of whatever day, belongs to now; asked of the hub once each. */
export class Persons {
  private readonly known = new Map<string, Promise<string>>();

  constructor(private readonly hub: HubUnderTest) {}

  idOf(refOrId: string): Promise<string> {
    const known = this.known.get(refOrId) ?? this.ask(refOrId);
    this.known.set(refOrId, known);
    return known;
  }

  async idsOf(refsOrIds: AnyOf): Promise<ReadonlySet<string>> {
    return new Set(await Promise.all(listOf(refsOrIds).map((one) => this.idOf(one))));
  }

  private async ask(refOrId: string): Promise<string> {
    const page = await this.hub.summary(refOrId);
    const id: unknown = typeof page === 'object' && page !== null ? Reflect.get(page, 'id') : undefined;
    if (typeof id !== 'string') throw new Error(`the page of ${refOrId} has no id`);
    return id;
  }
}
