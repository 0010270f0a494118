import type { Kind } from '../agencies/habits';

interface Referral {
  readonly id: string;
  readonly from: Kind;
  readonly to: Kind;
}

/** Who works with a family now, as the hub counts it: open work, and referrals that are open, on both sides. */
export class Around {
  /** Who leads, where somebody does. */
  lead: Kind | undefined;
  private readonly working = new Set<Kind>();
  private readonly missed = new Map<Kind, number>();
  private referrals: readonly Referral[] = [];

  begin(kind: Kind): void {
    this.working.add(kind);
  }

  end(kind: Kind): void {
    this.working.delete(kind);
    this.referrals = this.referrals.filter(({ to }) => to !== kind);
  }

  refer(id: string, from: Kind, to: Kind): void {
    this.referrals = [...this.referrals, { id, from, to }];
  }

  /** A referral that came to nothing, or to its end. */
  settle(referralId: string): void {
    this.referrals = this.referrals.filter(({ id }) => id !== referralId);
  }

  has(kind: Kind): boolean {
    return this.working.has(kind);
  }

  /** Whether somebody is there already, or was referred to and has not said no. */
  isComing(kind: Kind): boolean {
    return this.has(kind) || this.referrals.some(({ to }) => to === kind);
  }

  /** How many attempts of a service in a row have reached nobody. */
  missedBy(kind: Kind): number {
    return this.missed.get(kind) ?? 0;
  }

  tried(kind: Kind, reached: boolean): void {
    this.missed.set(kind, reached ? 0 : this.missedBy(kind) + 1);
  }

  /** Those with work of their own. */
  workers(): readonly Kind[] {
    return [...this.working];
  }

  /** All of them but one. */
  but(kind: Kind | undefined): readonly Kind[] {
    return [...new Set([...this.working, ...this.referrals.flatMap(({ from, to }) => [from, to])])].filter((other) => other !== kind);
  }
}
