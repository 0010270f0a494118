import {
  childNotificationSubmitted,
  investigationOutcomeRecorded,
  type NatureOfAbuse,
  notificationDecided,
  personPosingRiskAssessed,
  policeIncidentRecorded,
  riskAssessmentCompleted,
} from '@throughline/records';
import { DAY, londonDay } from '@throughline/kernel';
import { when } from '../chance';
import { narrative } from '../words/narratives';
import { childrenFirst, everybody, personPosingRiskFirst, withPersonPosingRisk, withRolesReversed } from './casts';
import { childrensSocialCare } from './children';
import { court } from './justice';
import type { Life } from './life';
import { marac } from './marac';
import { decide, refer, specialistAround, specialistFor } from './referrals';
import { referredTo } from './support';
import { review } from './together';
import type { Cast } from './told';
import { assessAndAct } from './what-follows';

const NATURES: readonly [NatureOfAbuse, ...NatureOfAbuse[]] = [
  ...(['physical', 'physical', 'threats', 'coercive-control', 'emotional', 'stalking-or-harassment', 'economic', 'sexual'] as const),
  ...(['breach-of-order', 'honour-based', 'forced-marriage', 'fgm', 'other'] as const),
];

const natures = ({ chance }: Life): NatureOfAbuse[] => [...new Set([chance.pick(NATURES), chance.pick(NATURES)])];

/** Police tell the MASH of the children, with what was before as far as they looked; the MASH decides. */
const notify = (life: Life, incidentNumber: string, before: number): void => {
  const { chance, now } = life;
  const notificationNumber = life.numberOf('police', 'ppn');
  const previousIncidents = Array.from({ length: before }, (_, index) => ({
    date: londonDay(now - (index + 1) * chance.between(20, 90) * DAY),
    summary: narrative(chance, 'seen'),
    whoWasInvolved: 'The same people',
    outcome: chance.pick(['Words of advice', 'Arrest', 'Referred to the IDVA', 'No further action']),
  }));
  const whole = { notificationNumber, incidentNumber, previousIncidents };
  life.answerInFull(childNotificationSubmitted, 'police', childrenFirst(life), whole, { previousIncidents: undefined });
  life.owes('mash', [0.1, 0.8], [3, 10], () => {
    const outcome = life.around.has('childrens-social-care')
      ? 'no-further-action'
      : chance.pick(['referral', 'referral', 'strategy-discussion', 'early-help', 'no-further-action']);
    const checked = life.place.agencies(['police', 'childrens-social-care', 'community-health', 'education']);
    const justification = narrative(chance, 'reason');
    const decided = { notificationNumber, outcome, justification, checked } as const;
    life.answerInFull(notificationDecided, 'mash', childrenFirst(life), decided, {
      justification: undefined,
      checked: checked.slice(0, 1),
    });
    if (outcome === 'referral' || outcome === 'strategy-discussion') childrensSocialCare(life, 'mash', outcome === 'strategy-discussion');
  });
};

/** Police tell of the children where somebody takes it on: the MASH, or social care where there is none. */
const tellOfChildren = (life: Life, incidentNumber: string, before: number): void => {
  life.owes('police', [0.05, 0.9], [3, 8], () => {
    if (life.has('mash')) notify(life, incidentNumber, before);
    else if (!life.around.has('childrens-social-care')) childrensSocialCare(life, 'police', false);
    else decide(life, 'police', 'childrens-social-care', refer(life, 'police', 'childrens-social-care'), 1, () => undefined);
  });
};

const investigated = (life: Life, incidentNumber: string): void => {
  const { chance } = life;
  const outcome = chance.pick([
    'no-further-action',
    'no-further-action',
    'ongoing',
    'ongoing',
    'cautioned',
    'community-resolution',
    'charged',
  ]);
  const applied = chance.is(0.3);
  const notice = { considered: true, applied, ...(applied ? {} : { justification: 'Held on another matter' }) };
  const whole = {
    incidentNumber,
    outcome,
    justification: narrative(chance, 'reason'),
    protectionNotice: when(outcome === 'no-further-action', notice),
  };
  life.answerInFull(
    investigationOutcomeRecorded,
    'police',
    withPersonPosingRisk(life),
    whole,
    { justification: undefined },
    { protectionNotice: undefined },
  );
  if (outcome === 'charged') court(life, [30, 150]);
};

/** Now and then police find the one hurt whom others know as the one who hurts. */
const castOfCallOut = (life: Life, which: number, children: boolean, reversed: boolean): Cast => {
  if (reversed) return withRolesReversed(life);
  return children && which === 0 ? everybody(life) : withPersonPosingRisk(life, which);
};

/** Police are called: the incident, its risk assessment, the offer of support, the children's notification, the outcome. */
export const callOut = (life: Life): void => {
  const { chance, family, risk } = life;
  const incidentNumber = life.numberOf('police', 'inc');
  const before = risk.before;
  const children = family.children.length > 0 && chance.is(0.55);
  const which = family.posingRisk.length > 1 && chance.is(0.4) ? 1 : 0;
  const reversed = chance.is(0.015);
  const accepts = chance.is(specialistAround(life) === undefined ? 0.7 : 0.3);
  risk.happened(life.now);
  life.answer(policeIncidentRecorded, 'police', castOfCallOut(life, which, children, reversed), {
    incidentNumber,
    nature: natures(life),
    childrenPresent: children,
    previousIncidents: when(chance.is(0.9), before),
    location: when(chance.is(0.6), chance.pick(['At home', 'In the street outside', 'At a relative’s home', 'By telephone'])),
    specialistOffer: accepts ? 'accepted' : 'declined',
    separation: when(life.separated && chance.is(0.15), 'recent'),
    narrative: children ? narrative(chance, 'callOut', 'seen', 'childrenSeen') : narrative(chance, 'callOut', 'seen'),
  });
  life.owes('police', [0.02, 0.3], [6, 14], () => {
    assessAndAct(life, 'police', 'incident');
    // Somebody else harms them too: that goes to MARAC whatever the level.
    if (which > 0) marac(life, 'police');
    if (reversed) review(life, life.has('idva') ? 'idva' : 'police');
  });
  if (accepts) {
    const to = specialistFor(life);
    life.owes('police', [0.1, 0.9], [4, 9], () => {
      referredTo(life, 'police', to, chance.between(40, 130), 10);
    });
  }
  if (family.children.length > 0 && (children || life.risk.level !== 'standard')) tellOfChildren(life, incidentNumber, before);
  if (chance.is(0.75))
    life.after([3, 45], () => {
      investigated(life, incidentNumber);
    });
};

/** Police learn that the person who poses the risk harms somebody else too, in another household; then that person is assessed. */
export const callOutElsewhere = (life: Life): void => {
  const { chance, family } = life;
  if (family.otherVictim === undefined) return;
  const cast: Cast = [
    [family.otherVictim, 'victim'],
    [family.posingRisk[0], 'person-posing-risk'],
  ];
  life.answer(policeIncidentRecorded, 'police', cast, {
    incidentNumber: life.numberOf('police', 'inc'),
    nature: natures(life),
    childrenPresent: false,
    specialistOffer: 'declined',
    narrative: narrative(chance, 'callOut', 'seen'),
  });
  life.owes('police', [0.02, 0.3], [6, 14], () => {
    const said = { tool: 'dash-ric', level: 'standard', separationConsidered: true, assessorDashTrained: true } as const;
    life.answer(riskAssessmentCompleted, 'police', cast, said);
  });
  const kind = life.has('probation') ? 'probation' : 'police';
  life.owes(kind, [0.5, 1.5], [5, 14], () => {
    const contributors = life.place.agencies(['police', 'probation']);
    life.answer(personPosingRiskAssessed, kind, personPosingRiskFirst(life), { level: 'medium', contributors });
  });
};
