import type { Moment } from '../calendar';
import { type Kind, HABITS } from './habits';
import type { Practice } from './practice';

export interface MemberAgency {
  readonly code: string;
  readonly kind: string;
}

/** What the generator has to know of a partnership: a part of what the partnerships file says. */
export interface PartnershipMade {
  readonly code: string;
  readonly postcodes?: readonly string[];
  readonly agencies: readonly MemberAgency[];
}

const isKind = (kind: string): kind is Kind => Object.hasOwn(HABITS, kind);

/** A partnership by who does what in it. */
export class Place {
  readonly code: string;
  readonly postcodes: readonly string[];
  private readonly codes = new Map<Kind, string>();

  /** @param number tells it from the others, so that numbers of people never meet */
  constructor(
    { code, postcodes, agencies }: PartnershipMade,
    readonly number: number,
    readonly others: readonly string[],
    private readonly practice: Practice,
  ) {
    this.code = code;
    this.postcodes = postcodes ?? [];
    for (const agency of agencies) {
      if (!isKind(agency.kind)) continue;
      if (!this.codes.has(agency.kind)) this.codes.set(agency.kind, agency.code);
    }
  }

  /** Undefined where the partnership has no agency of that kind. */
  agency(kind: Kind): string | undefined {
    return this.codes.get(kind);
  }

  /** How often an agency of that kind does not do in time what it should: 0 never, 1 always. */
  slips(kind: Kind, at: Moment): number {
    return this.practice.slipsOf(this.codes.get(kind) ?? kind, at);
  }

  /** What there is. */
  kinds(): Kind[] {
    return [...this.codes.keys()];
  }

  /** The codes of those that it has. */
  agencies(kinds: readonly Kind[]): string[] {
    return kinds.map((kind) => this.codes.get(kind)).filter((code) => code !== undefined);
  }
}
