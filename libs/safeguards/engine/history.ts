import type { RefToken } from '@throughline/kernel';
import { PersonFile } from '@throughline/projections';
import type { Outcome } from '../alert';
import type { Decisions } from './decisions';
import { type PartnershipState, personCase } from './partnership-state';

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
        this.state.holdAlert(outcome.alert);
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
    if (!this.state.isLoaded(ref)) this.state.keep(personCase(PersonFile.empty([ref])), new Map([[ref, seen]]));
    const from = this.state.caseOf(ref);
    if (from.file.person === person && from.file.refs.includes(ref)) return;
    const left = from.file.refs.filter((other) => other !== ref);
    if (left.length > 0) this.state.keep(personCase(PersonFile.of(left, from.file.all()), [from]), new Map());
    const to = ref === person || !this.state.isLoaded(person) ? undefined : this.state.caseOf(person);
    const refs = [...(to?.file.refs ?? []), ref].sort((one, other) => this.state.seen(one) - this.state.seen(other));
    const entries = new Set([...from.file.all(), ...(to?.file.all() ?? [])]);
    this.state.keep(personCase(PersonFile.of(refs, entries), to === undefined ? [from] : [from, to]), new Map());
  }
}
