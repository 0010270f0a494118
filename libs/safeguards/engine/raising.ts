import { agencyKind } from '@throughline/projections';
import { type Alert, type Deadline, isLive } from '../alert';
import { alertId } from './alert-id';
import type { Decisions } from './decisions';
import type { OpenMatters } from './open-matters';
import type { PartnershipState } from './partnership-state';
import type { Rules } from './rules';
import type { Surroundings } from './surroundings';
import { agenciesTold } from './told';

/** Tells agencies: at once, when a term has passed without an answer, and up the ladder. */
export class Raising {
  constructor(
    private readonly state: PartnershipState,
    private readonly surroundings: Surroundings,
    private readonly rules: Rules,
    private readonly decisions: Decisions,
    private readonly open: OpenMatters,
  ) {}

  raise(alert: Alert): void {
    const steps = this.rules.byId.get(alert.safeguard)?.ladder?.steps ?? [];
    const dues = steps.map((step) => step.within(alert.raisedAt));
    const climbs = alert.escalatedFrom === undefined ? dues : [];
    this.decisions.raise(climbs[0] === undefined ? alert : { ...alert, dueAt: climbs[0], step: 0 });
    climbs.forEach((due, step) => {
      this.decisions.schedule({ id: `${alert.id}.${step}`, due, about: alert.about, kind: 'escalate', alert: alert.id, step });
    });
  }

  /** A term has passed without an answer: what waited for it is raised where it still stands, for whoever is concerned by now. */
  raisePassed(waiting: Alert, term: number): void {
    // The matter may have been raised meanwhile: a state by another record, a plan by an earlier date.
    for (const alert of this.addressed(waiting)) {
      if (!this.open.isOpen(alert) && this.holds({ ...alert, raisedAt: term })) this.raise(alert);
    }
  }

  /** A step of an alert's ladder has passed: the next addressees are told beside those who have not acted. */
  escalate(deadline: Deadline & { kind: 'escalate' }): void {
    const person = this.state.caseOf(deadline.about);
    const alert = person.alerts.get(deadline.alert);
    const ladder = alert === undefined ? undefined : this.rules.byId.get(alert.safeguard)?.ladder;
    if (alert === undefined || ladder === undefined || !isLive(alert)) return;
    const file = this.surroundings.caseFile(person.file);
    if (alert.status !== 'escalated') this.decisions.change({ ...alert, status: 'escalated' });
    for (const { agency, service, words } of agenciesTold(ladder.to(alert, file), file.settings)) {
      const known = [...person.alerts.values()].some((other) => other.agency === agency && other.escalatedFrom === alert.id);
      if (known || agency === alert.agency) continue;
      const { step: _, service: __, acknowledgedAt: ___, ...origin } = alert;
      this.raise({
        ...origin,
        id: alertId({ ...alert, partnership: this.state.partnership, agency, cause: `${alert.id} ${deadline.step}` }),
        agency,
        ...(service === undefined ? {} : { service }),
        reason: words === undefined ? alert.reason : `${alert.reason} ${words}`,
        raisedAt: deadline.due,
        dueAt: deadline.due,
        status: 'open',
        escalatedFrom: alert.id,
      });
    }
  }

  /** Whether what waited still stands: a safeguard that is no longer in force raises nothing. */
  holds(alert: Alert): boolean {
    const safeguard = this.rules.byId.get(alert.safeguard);
    if (safeguard === undefined) return false;
    const { holds } = safeguard;
    return holds === undefined || holds(alert, this.surroundings.caseFileOf(alert.about));
  }

  /** To whom an alert goes whose term has passed: by then others may work with the person than when it began. */
  private addressed(alert: Alert): readonly Alert[] {
    const { service: _, ...rest } = alert;
    const file = this.surroundings.caseFileOf(alert.about);
    const addressees = this.rules.byId.get(alert.safeguard)?.addressees;
    if (addressees === undefined && agencyKind(file.settings, alert.agency) !== undefined) return [alert];
    // Without addressees of then it is for whom it waited; an agency that has left the partnership since is not told.
    const named = alert.service === undefined ? { agency: alert.agency } : { service: alert.service };
    return agenciesTold(addressees?.(alert, file) ?? [named], file.settings).map(({ agency, service, words }) => ({
      ...rest,
      id: agency === alert.agency ? alert.id : alertId({ ...alert, partnership: this.state.partnership, agency, cause: alert.id }),
      agency,
      ...(service === undefined ? {} : { service }),
      reason: words === undefined ? alert.reason : `${alert.reason} ${words}`,
    }));
  }
}
