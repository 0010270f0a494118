import {
  maracActionCompleted,
  maracCaseHeard,
  maracCaseListed,
  maracMinutesPublished,
  maracTransferRequested,
  researchReturned,
} from '@throughline/records';
import { DAY, londonDay } from '@throughline/kernel';
import type { Kind } from '../agencies/habits';
import { daysLater, type Moment, nextMeeting } from '../calendar';
import { when } from '../chance';
import { narrative } from '../words/narratives';
import { everybody, victimAlone, withPersonPosingRisk } from './casts';
import type { Life } from './life';
import { actionsOf, type Planned, planOf, unfinished } from './plans';
import { refer } from './referrals';
import { review } from './together';

const AROUND_THE_TABLE = [
  'police',
  'idva',
  'housing',
  'childrens-social-care',
  'gp',
  'hospital',
  'probation',
  'mental-health',
  'education',
] as const;

const research = (life: Life, meeting: Moment, meetingOn: string): void => {
  const { chance } = life;
  for (const kind of chance.some<Kind>(AROUND_THE_TABLE, 0.4))
    life.then(daysLater(chance, meeting - 6 * DAY, 0, 4), () => {
      const known = life.around.has(kind) || chance.is(0.4);
      const summary = when(known, narrative(chance, 'review'));
      life.tell(researchReturned, kind, victimAlone(life), { meetingOn, known, summary });
    });
};

/** Whoever has an action does it before its date; an agency that lets it slip, after it. */
const carryOut = (life: Life, { action, owner, days }: Planned): void => {
  life.owes(owner, [1, days - 3], [days + 2, days + 14], () => {
    const outcome = narrative(life.chance, 'support');
    life.answer(maracActionCompleted, 'marac', victimAlone(life), { actionId: action.id, outcome });
  });
};

const hear = (life: Life, meetingOn: string, referralId: string): void => {
  const { chance, place, risk } = life;
  const planned = planOf(life, life.numberOf('marac', 'action'), 'marac');
  const attended = place.agencies(chance.some<Kind>(AROUND_THE_TABLE, 0.75));
  const whole = { meetingOn, attended, level: risk.level ?? 'high', actions: actionsOf(planned) };
  life.answerInFull(maracCaseHeard, 'marac', everybody(life), whole, { actions: unfinished(life, planned) });
  risk.heard(life.now);
  life.around.settle(referralId);
  for (const each of planned) carryOut(life, each);
  life.owes('marac', [1, 4], [8, 16], () => {
    life.answer(maracMinutesPublished, 'marac', victimAlone(life), { meetingOn });
  });
  if (chance.is(0.35))
    life.after([5, 25], () => {
      review(life, 'idva');
    });
};

/** Referred to MARAC, listed, researched, heard, minuted. */
export const marac = (life: Life, from: Kind): void => {
  const { chance, risk } = life;
  if (!life.has('marac') || risk.awaitsMarac) return;
  risk.awaitsMarac = true;
  const referralId = refer(life, from, 'marac');
  const [soon, late] = life.keeps('marac') ? [0.05, 0.5] : [2, 7];
  life.after([soon, late], () => {
    const meeting = nextMeeting(life.now, 4);
    const meetingOn = londonDay(meeting);
    life.answer(maracCaseListed, 'marac', withPersonPosingRisk(life), {
      meetingOn,
      listedBy: life.place.agency(from) ?? 'marac',
      repeat: when(chance.is(0.9), risk.timesHeard > 0),
    });
    research(life, meeting, meetingOn);
    life.then(meeting, () => {
      hear(life, meetingOn, referralId);
    });
  });
};

/** The case goes with the person to where they now live. */
export const transferElsewhere = (life: Life): void => {
  const { chance, place, risk } = life;
  const partnership = place.others[chance.between(0, place.others.length)];
  life.tell(maracTransferRequested, 'marac', victimAlone(life), {
    ...(partnership === undefined ? { toArea: narrative(chance, 'areas') } : { toPartnership: partnership }),
    reason: 'The family has moved',
    timesHeard: risk.timesHeard,
  });
};
