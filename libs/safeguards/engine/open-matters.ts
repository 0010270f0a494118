import type { Entry } from '@throughline/projections';
import { sameRecord } from '@throughline/projections';
import type { Alert } from '../alert';
import type { PartnershipState } from './partnership-state';
import type { Rules } from './rules';

/** What makes an alert the same as one that is open. */
export type Matter = Pick<Alert, 'safeguard' | 'agency' | 'about' | 'trigger' | 'raisedAt'>;

/** Whether somebody was told already: one matter is never open twice. */
export class OpenMatters {
  constructor(
    private readonly state: PartnershipState,
    private readonly rules: Rules,
  ) {}

  /**
   * Whether the same matter is open, or waits for the same moment. What only waits keeps nobody from being told at once, and one
   * record may wait for several moments (the dates of a plan): at each it is asked again whether the matter is open.
   */
  has(matter: Matter, waits: boolean): boolean {
    if (!waits) return this.isOpen(matter);
    if (this.isStanding(matter)) return true;
    const { safeguard, agency, about, trigger, raisedAt } = matter;
    const standing = this.rules.byId.get(safeguard)?.standing === true;
    for (const deadline of this.state.caseOf(about).deadlines.values()) {
      if (deadline.kind !== 'raise' || deadline.alert.safeguard !== safeguard || deadline.alert.agency !== agency) continue;
      if (standing || (deadline.due === raisedAt && sameRecord(deadline.alert.trigger, trigger))) return true;
    }
    return false;
  }

  /** Whether this matter is open: with this addressee about this person, by this record, or for a state by any. */
  isOpen(matter: Matter): boolean {
    if (this.isStanding(matter)) return true;
    const { safeguard, agency, about, trigger } = matter;
    for (const other of this.state.caseOf(about).alerts.values()) {
      if (other.safeguard === safeguard && other.agency === agency && sameRecord(other.trigger, trigger)) return true;
    }
    return false;
  }

  /** Later records that showed the same state while it was open: they were silent, and speak when it no longer is. */
  silentSince(alert: Alert, trigger: Entry): readonly Entry[] {
    const safeguard = this.rules.byId.get(alert.safeguard);
    if (safeguard?.standing !== true) return [];
    const { file } = this.state.caseOf(alert.about);
    return safeguard.on.flatMap((definition) => file.of(definition)).filter((entry) => entry.index > trigger.index);
  }

  /** Whether this state of this person is open with this addressee, whatever record showed it. */
  private isStanding({ safeguard, agency, about }: Matter): boolean {
    if (this.rules.byId.get(safeguard)?.standing !== true) return false;
    for (const other of this.state.caseOf(about).alerts.values()) {
      if (other.safeguard === safeguard && other.agency === agency) return true;
    }
    return false;
  }
}
