import {
  maracActionCompleted,
  maracCaseHeard,
  maracCaseListed,
  maracMinutesPublished,
  maracTransferRequested,
  researchReturned,
  riskReviewed,
} from '@throughline/records';
import { DAY, londonDay } from '@throughline/kernel';
import type { Kind } from '../agencies/habits';
import { daysLater, type Moment, nextMeeting } from '../calendar';
import { when } from '../chance';
import { narrative } from '../words/narratives';
import { everybody, victimAlone, withPersonPosingRisk } from './casts';
import type { Cast, Life } from './life';
import { planOf } from './plans';
import { refer } from './support';

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

const researched = (life: Life, meeting: Moment, meetingOn: string): void => {
  for (const kind of life.chance.some<Kind>(AROUND_THE_TABLE, 0.3)) {
    const known = life.around.has(kind) || life.chance.is(0.4);
    const cast: Cast = victimAlone(life);
    life.tell(researchReturned, kind, daysLater(life.chance, meeting - 6 * DAY, 0, 4), cast, {
      meetingOn,
      known,
      summary: when(known && life.well(), narrative(life.chance, 'review')),
    });
  }
};

const afterwards = (life: Life, meeting: Moment, meetingOn: string): Moment => {
  const { chance } = life;
  const minutesAt = life.well() ? daysLater(chance, meeting, 1, 5) : daysLater(chance, meeting, 9, 30);
  life.tell(maracMinutesPublished, 'marac', minutesAt, victimAlone(life), { meetingOn });
  if (chance.is(0.35))
    life.tell(riskReviewed, 'idva', daysLater(chance, meeting, 5, 25), victimAlone(life), {
      conclusion: narrative(chance, 'review'),
      offer: when(life.well(), narrative(chance, 'offer')),
    });
  return minutesAt;
};

const hear = (life: Life, meeting: Moment, meetingOn: string): void => {
  const { chance, place } = life;
  const level = life.level ?? 'high';
  const actions = planOf(life, life.numberOf('marac', 'action'), meeting, 'marac');
  life.tell(maracCaseHeard, 'marac', meeting, everybody(life), {
    meetingOn,
    attended: place.agencies(chance.some<Kind>(AROUND_THE_TABLE, 0.75)),
    level,
    actions,
  });
  life.timesHeard += 1;
  for (const { id } of chance.some(actions, 0.65)) {
    const done = life.well() ? daysLater(chance, meeting, 2, 20) : daysLater(chance, meeting, 30, 70);
    life.tell(maracActionCompleted, 'marac', done, victimAlone(life), {
      actionId: id,
      outcome: when(life.well(), narrative(chance, 'support')),
    });
  }
};

/** Referred to MARAC, listed, researched, heard, minuted; answers when the minutes were out. */
export const marac = (life: Life, from: Kind, at: Moment): Moment => {
  const { chance } = life;
  if (!life.has('marac')) return at;
  refer(life, from, 'marac', at);
  const listedAt = life.well() ? daysLater(chance, at, 0.2, 1) : daysLater(chance, at, 2, 9);
  const meeting = nextMeeting(listedAt, 4);
  const meetingOn = londonDay(meeting);
  const repeat = life.timesHeard > 0;
  life.tell(maracCaseListed, 'marac', listedAt, withPersonPosingRisk(life), {
    meetingOn,
    listedBy: life.place.agency(from) ?? 'marac',
    repeat: when(chance.is(0.9), repeat),
  });
  researched(life, meeting, meetingOn);
  hear(life, meeting, meetingOn);
  return afterwards(life, meeting, meetingOn);
};

/** The case goes with the person to where they now live. */
export const transferElsewhere = (life: Life, at: Moment): void => {
  const { chance, place } = life;
  const partnership = place.others[chance.between(0, place.others.length)];
  life.tell(maracTransferRequested, 'marac', at, victimAlone(life), {
    ...(partnership === undefined ? { toArea: narrative(chance, 'areas') } : { toPartnership: partnership }),
    reason: 'The family has moved',
    timesHeard: life.timesHeard,
  });
};
