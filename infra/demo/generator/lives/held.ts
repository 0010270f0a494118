import type { PersonDetails } from '@throughline/records';
import { detailsHeld } from '../agencies/details-held';
import { HABITS, type Kind } from '../agencies/habits';
import type { Chance } from '../chance';
import type { Family, Individual } from '../people/family';
import type { Cast, Spelling } from './told';

/** How often an agency sends details along that it has sent before. */
const DETAILS_AGAIN = 0.12;

/** Somebody whom an agency took down otherwise than another one. */
export interface Misheard {
  readonly kind: Kind;
  readonly individual: Individual;
}

/** What each agency holds of each of a family, and what it has told others of that. */
export class Held {
  private readonly sentBy = new Map<Kind, Map<Individual, Spelling>>();
  /** Those whom agencies took down wrongly, until the agencies compare. */
  private misheard: readonly Misheard[] = [];

  /** @param codeOf how the partnership calls its agency of that kind */
  constructor(
    private readonly family: Family,
    private readonly key: string,
    private readonly chance: Chance,
    private readonly codeOf: (kind: Kind) => string,
  ) {}

  details(kind: Kind, individual: Individual, spelling: Spelling): PersonDetails {
    return detailsHeld(this.codeOf(kind), HABITS[kind], this.key, individual, {
      agreed: spelling === 'as agreed',
      posesRisk: this.family.posingRisk.includes(individual),
    });
  }

  /** Whose details an agency sends along: those of whom it tells for the first time, and now and then of others. */
  sent(kind: Kind, cast: Cast): ReadonlyMap<Individual, Spelling> {
    const sent = this.sentBy.get(kind) ?? new Map<Individual, Spelling>();
    this.sentBy.set(kind, sent);
    const now = new Map<Individual, Spelling>();
    for (const [individual] of cast) {
      const before = sent.get(individual);
      if (before !== undefined && !this.chance.is(DETAILS_AGAIN)) continue;
      const spelling = before ?? 'as taken down';
      now.set(individual, spelling);
      if (before !== undefined) continue;
      sent.set(individual, spelling);
      if (this.isMisheard(kind, individual)) this.misheard = [...this.misheard, { kind, individual }];
    }
    return now;
  }

  /** Those of whom two agencies by now hold different details, each once; from here on the agency that misheard holds the right ones. */
  compared(): readonly Misheard[] {
    if (this.misheard.length === 0) return [];
    const isHeldTwice = ({ individual }: Misheard): boolean => [...this.sentBy.values()].filter((sent) => sent.has(individual)).length > 1;
    const found = this.misheard.filter(isHeldTwice);
    this.misheard = this.misheard.filter((one) => !found.includes(one));
    for (const { kind, individual } of found) this.sentBy.get(kind)?.set(individual, 'as agreed');
    return found;
  }

  private isMisheard(kind: Kind, individual: Individual): boolean {
    const { given, family, dateOfBirth } = individual.details;
    const own = this.details(kind, individual, 'as taken down');
    return own.given !== given || own.family !== family || own.dateOfBirth !== dateOfBirth;
  }
}
