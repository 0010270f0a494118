import type { RefToken } from '@throughline/kernel';
import { PersonFile } from '@throughline/projections';
import { isLive, type Outcome } from '../alert';
import type { Decisions } from './decisions';
import type { PartnershipState, PersonCase } from './partnership-state';

/**
 * Puts outcomes that the log tells into effect again, word for word: what an earlier engine raised, answered or joined is never
 * judged anew, so an upgrade rewrites nothing and sends nothing twice (architecture.md, point 7).
 */
export class History {
  constructor(
    private readonly state: PartnershipState,
    private readonly decisions: Decisions,
  ) {}

  redo(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) {
      this.take(outcome);
      this.decisions.note(outcome);
    }
  }

  private take(outcome: Outcome): void {
    switch (outcome.kind) {
      case 'raised':
      case 'changed': {
        const { alerts } = this.state.caseOf(outcome.alert.about);
        if (isLive(outcome.alert)) alerts.set(outcome.alert.id, outcome.alert);
        else alerts.delete(outcome.alert.id);
        return;
      }
      case 'scheduled':
        this.state.schedule(outcome.deadline);
        return;
      case 'cancelled': {
        const deadline = this.state.caseOf(outcome.about).deadlines.get(outcome.deadline);
        if (deadline !== undefined) this.state.cancel(deadline);
        return;
      }
      case 'placed':
        this.place(outcome.ref, outcome.person, outcome.seen);
    }
  }

  /** A reference appears, or goes over to another person, with what is open about it. */
  private place(ref: RefToken, person: RefToken, seen: number): void {
    if (!this.state.isLoaded(ref)) this.state.keep(caseOf([ref], [], []), new Map([[ref, seen]]));
    const from = this.state.caseOf(ref);
    if (from.file.person === person && from.file.refs.includes(ref)) return;
    const left = from.file.refs.filter((other) => other !== ref);
    if (left.length > 0) this.state.keep(caseOf(left, from.file.all(), [from]), new Map());
    const to = ref === person || !this.state.isLoaded(person) ? undefined : this.state.caseOf(person);
    const refs = [...(to?.file.refs ?? []), ref].sort((one, other) => this.state.seen(one) - this.state.seen(other));
    const entries = new Set([...from.file.all(), ...(to?.file.all() ?? [])]);
    this.state.keep(caseOf(refs, entries, to === undefined ? [from] : [from, to]), new Map());
  }
}

/** A person of these references, with what of the former ones is about them. */
const caseOf = (
  refs: readonly RefToken[],
  entries: Iterable<Parameters<PersonFile['file']>[0]>,
  former: readonly PersonCase[],
): PersonCase => {
  const about = (open: { readonly about: RefToken }): boolean => refs.includes(open.about);
  return {
    file: PersonFile.of(refs, entries),
    alerts: new Map(former.flatMap(({ alerts }) => [...alerts].filter(([, alert]) => about(alert)))),
    deadlines: new Map(former.flatMap(({ deadlines }) => [...deadlines].filter(([, deadline]) => about(deadline)))),
  };
};
