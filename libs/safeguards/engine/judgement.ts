import type { RefToken } from '@throughline/kernel';
import { type Entry, isDead, isLate } from '@throughline/projections';
import type { Alert } from '../alert';
import type { Finding, Safeguard } from '../safeguard';
import { alertId } from './alert-id';
import type { Answers } from './answers';
import type { Decisions } from './decisions';
import type { OpenMatters } from './open-matters';
import type { PartnershipState } from './partnership-state';
import type { Raising } from './raising';
import type { Rules } from './rules';
import type { Surroundings } from './surroundings';
import { agenciesTold, type Told } from './told';

/** What a safeguard would tell one agency because of a record. */
export interface Candidate {
  readonly safeguard: Safeguard;
  readonly finding: Finding;
  readonly trigger: Entry;
  readonly about: RefToken;
  readonly told: Told;
  /** When its term passes or has passed; absent where it waits for none. */
  readonly term?: number;
  readonly raisedAt: number;
  /** Whether its term is still to pass. */
  readonly waits: boolean;
}

/** Judges a record by the safeguards that it triggers. */
export class Judgement {
  constructor(
    private readonly state: PartnershipState,
    private readonly surroundings: Surroundings,
    private readonly rules: Rules,
    private readonly decisions: Decisions,
    private readonly answers: Answers,
    private readonly open: OpenMatters,
    private readonly raising: Raising,
  ) {}

  /**
   * @param cause why it is judged now: its own key, or that of the record that amended something
   * @param only the safeguards by which it is judged again; absent: all that it triggers
   */
  judge(trigger: Entry, cause: string, only?: ReadonlySet<string>): void {
    this.find(trigger, only, (candidate) => {
      this.tell(candidate, cause);
    });
  }

  /** What safeguards find in a record as things stand, whoever was told of it before. */
  candidates(trigger: Entry, only: ReadonlySet<string>): readonly Candidate[] {
    const found: Candidate[] = [];
    this.find(trigger, only, (candidate) => found.push(candidate));
    return found;
  }

  /** Each is taken before the next safeguard is asked, for it may have been told of something meanwhile. */
  private find(trigger: Entry, only: ReadonlySet<string> | undefined, take: (candidate: Candidate) => void): void {
    const safeguards = this.rules.triggeredBy.get(trigger.type);
    if (safeguards === undefined) return;
    const file = this.surroundings.caseFileOf(trigger.subject as RefToken);
    const late = isLate(trigger, file.settings.thresholds.lateDays);
    for (const safeguard of safeguards) {
      if ((late && safeguard.alsoLate !== true) || only?.has(safeguard.id) === false) continue;
      for (const finding of safeguard.judge(trigger, file)) {
        const about = finding.about ?? (trigger.subject as RefToken);
        if (safeguard.contact === true && isDead(file.fileOf(about))) continue;
        const from = trigger.logTime;
        const term = finding.unlessWithin?.(from);
        const raisedAt = Math.max(term ?? from, this.state.logTime);
        const waits = term !== undefined && raisedAt > this.state.logTime;
        const found = { safeguard, finding, trigger, about, raisedAt, waits, ...(term === undefined ? {} : { term }) };
        for (const told of agenciesTold(finding.to, file.settings)) take({ ...found, told });
      }
    }
  }

  /** Tells an agency what was found, unless it knows, or the matter is answered already. */
  tell(candidate: Candidate, cause: string): void {
    if (this.isOpen(candidate)) return;
    const alert = this.alertOf(candidate, cause);
    if (this.answers.cameSince(alert, candidate.trigger)) return;
    const { waits, term, raisedAt: due, about } = candidate;
    if (waits) this.decisions.schedule({ id: alert.id, due, about, kind: 'raise', alert });
    else if (term === undefined) this.raising.raise(alert);
    else this.raising.raisePassed(alert, term);
  }

  isOpen({ safeguard, told, about, trigger, raisedAt, waits }: Candidate): boolean {
    return this.open.has({ safeguard: safeguard.id, agency: told.agency, about, trigger, raisedAt }, waits);
  }

  alertOf(candidate: Candidate, cause: string): Alert {
    const { safeguard, finding, trigger, about, raisedAt, waits } = candidate;
    const { agency, service, words } = candidate.told;
    const dueAt = finding.due?.(raisedAt) ?? (finding.unlessWithin === undefined ? undefined : raisedAt);
    return {
      id: alertId({
        partnership: this.state.partnership,
        safeguard: safeguard.id,
        agency,
        about,
        trigger,
        cause: waits ? `${cause} ${raisedAt}` : cause,
      }),
      safeguard: safeguard.id,
      version: safeguard.version,
      class: finding.class ?? safeguard.class,
      agency,
      ...(service === undefined ? {} : { service }),
      about,
      trigger: { source: trigger.source, id: trigger.id },
      evidence: finding.evidence.map(({ source, id }) => ({ source, id })),
      reason: words === undefined ? finding.reason : `${finding.reason} ${words}`,
      raisedAt,
      ...(dueAt === undefined ? {} : { dueAt }),
      status: 'open',
    };
  }
}
