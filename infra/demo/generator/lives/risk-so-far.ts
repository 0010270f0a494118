import { DAY } from '@throughline/kernel';
import type { RiskLevel } from '@throughline/records';
import type { Moment } from '../calendar';

const YEAR = 365 * DAY;

/** How great the danger is, as it was last assessed, and how often that was put before MARAC. */
export class RiskSoFar {
  level: RiskLevel | undefined;
  timesHeard = 0;
  /** Whether a referral or a listing waits for its meeting. */
  awaitsMarac = false;
  /** Until when the newest safety plan stands. */
  plannedUntil: Moment = -Infinity;
  private heardAt: Moment = -Infinity;
  private highAt: Moment = -Infinity;
  private readonly incidents: Moment[] = [];

  assessed(level: RiskLevel, at: Moment): void {
    if (level === 'high' && this.level !== 'high') this.highAt = at;
    this.level = level;
  }

  heard(at: Moment): void {
    this.timesHeard += 1;
    this.heardAt = at;
    this.awaitsMarac = false;
  }

  happened(at: Moment): void {
    this.incidents.push(at);
  }

  /** When it last became high. */
  get roseAt(): Moment {
    return this.highAt;
  }

  /** How many incidents police were told of before. */
  get before(): number {
    return this.incidents.length;
  }

  /** Whether MARAC is to hear of it after an incident or an assessment: high and not heard this year, a third within the year, or one more after a hearing. */
  callsForMarac(now: Moment, afterIncident: boolean): boolean {
    if (this.awaitsMarac) return false;
    const heardThisYear = this.heardAt > now - YEAR;
    if (heardThisYear) return afterIncident;
    return this.level === 'high' || this.incidents.filter((at) => at > now - YEAR).length >= 3;
  }

  /** Whether a case may be closed: what is high was heard since, and nothing waits for a meeting. */
  mayClose(): boolean {
    return !this.awaitsMarac && (this.level !== 'high' || this.heardAt >= this.highAt);
  }
}
