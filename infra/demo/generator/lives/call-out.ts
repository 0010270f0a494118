import {
  childNotificationSubmitted,
  investigationOutcomeRecorded,
  type NatureOfAbuse,
  notificationDecided,
  policeIncidentRecorded,
} from '@throughline/records';
import { DAY, londonDay } from '@throughline/kernel';
import type { Kind } from '../agencies/habits';
import { atHome, daysLater, type Moment } from '../calendar';
import { when } from '../chance';
import { narrative } from '../words/narratives';
import { childrenFirst, everybody, withPersonPosingRisk } from './casts';
import type { Life } from './life';
import { assessRisk } from './risk';

const NATURES: readonly [NatureOfAbuse, ...NatureOfAbuse[]] = [
  ...(['physical', 'physical', 'threats', 'coercive-control', 'emotional', 'stalking-or-harassment', 'economic', 'sexual'] as const),
  ...(['breach-of-order', 'honour-based', 'forced-marriage', 'fgm', 'other'] as const),
];

const natures = ({ chance }: Life): NatureOfAbuse[] => [...new Set([chance.pick(NATURES), chance.pick(NATURES)])];

/** Police tell the MASH of the children, with what was before as far as they looked; the MASH decides. */
const notify = (life: Life, at: Moment, incidentNumber: string, before: number): void => {
  const { chance } = life;
  const notificationNumber = life.numberOf('police', 'ppn');
  const looked = life.well() ? before : Math.min(before, 1);
  const previousIncidents = Array.from({ length: looked }, (_, index) => ({
    date: londonDay(at - (index + 1) * chance.between(20, 90) * DAY),
    summary: narrative(chance, 'seen'),
    whoWasInvolved: 'The same people',
    outcome: chance.pick(['Words of advice', 'Arrest', 'Referred to the IDVA', 'No further action']),
  }));
  const cast = childrenFirst(life);
  life.tell(childNotificationSubmitted, 'police', daysLater(chance, at, 0.1, 1), cast, {
    notificationNumber,
    incidentNumber,
    previousIncidents: when(life.well() || looked > 0, previousIncidents),
  });
  const checked: readonly Kind[] = ['police', 'childrens-social-care', 'community-health', 'education'];
  const decidedAt = life.well() ? daysLater(chance, at, 0.8, 2) : daysLater(chance, at, 3, 12);
  life.tell(notificationDecided, 'mash', decidedAt, cast, {
    notificationNumber,
    outcome: chance.pick(['referral', 'strategy-discussion', 'early-help', 'no-further-action', 'no-further-action']),
    justification: when(life.well(), narrative(chance, 'reason')),
    checked: life.place.agencies(life.well() ? checked : checked.slice(0, 1)),
  });
};

const investigated = (life: Life, at: Moment, incidentNumber: string): void => {
  const { chance } = life;
  const outcome = chance.pick(['no-further-action', 'no-further-action', 'charged', 'cautioned', 'community-resolution', 'ongoing']);
  const applied = chance.is(0.3);
  life.tell(investigationOutcomeRecorded, 'police', daysLater(chance, at, 3, 45), withPersonPosingRisk(life), {
    incidentNumber,
    outcome,
    justification: when(life.well(), narrative(chance, 'reason')),
    protectionNotice: when(
      outcome === 'no-further-action' && chance.is(0.8),
      life.well() ? { considered: true, applied, ...(applied ? {} : { justification: 'Held on another matter' }) } : { considered: false },
    ),
  });
};

/** Police are called: the incident, its risk assessment, the children's notification, the outcome. Answers when police had left. */
export const callOut = (life: Life, at: Moment, before: number): Moment => {
  const { chance, family } = life;
  const happened = atHome(chance, at);
  const incidentNumber = life.numberOf('police', 'inc');
  const children = family.children.length > 0 && chance.is(0.65);
  const which = family.posingRisk.length > 1 && chance.is(0.3) ? 1 : 0;
  life.tell(policeIncidentRecorded, 'police', happened, children ? everybody(life) : withPersonPosingRisk(life, which), {
    incidentNumber,
    nature: natures(life),
    childrenPresent: when(life.well() || children, children),
    previousIncidents: when(life.well(), before),
    location: when(chance.is(0.6), chance.pick(['At home', 'In the street outside', 'At a relative’s home', 'By telephone'])),
    specialistOffer: when(life.well(), chance.pick(['accepted', 'accepted', 'declined', 'not-made'])),
    separation: when(life.separated && chance.is(0.4), 'recent'),
    narrative: children ? narrative(chance, 'callOut', 'seen', 'childrenSeen') : narrative(chance, 'callOut', 'seen'),
  });
  if (life.well()) assessRisk(life, 'police', happened + chance.between(30, 300) * 60_000);
  if (children && life.well()) notify(life, happened, incidentNumber, before);
  if (chance.is(0.75)) investigated(life, happened, incidentNumber);
  return happened;
};
