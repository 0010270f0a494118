import {
  courtCaseConcluded,
  orderBreached,
  perpetratorProgrammeUpdated,
  type PROGRAMME_STATUSES,
  protectionOrderRecorded,
  releaseRecorded,
} from '@throughline/records';
import { DAY, londonDay } from '@throughline/kernel';
import { atHome, daysLater, type Moment } from '../calendar';
import { when } from '../chance';
import { narrative, phrases } from '../words/narratives';
import { personPosingRiskFirst, withPersonPosingRisk } from './casts';
import type { Life } from './life';

const LASTS = { dvpn: 2, dapn: 2, dvpo: 28, 'non-molestation': 365, occupation: 180, dapo: 540, restraining: 730, other: 90 } as const;

/** An order: applied for, granted or refused, and sometimes broken; answers when the court had decided. */
export const order = (life: Life, at: Moment): Moment => {
  const { chance, family } = life;
  const which = chance.pick([
    'dvpn',
    'dvpo',
    'non-molestation',
    'non-molestation',
    'non-molestation',
    'occupation',
    'dapo',
    'dapn',
    'restraining',
    'other',
  ]);
  const orderId = life.numberOf('police', 'order');
  const parties = {
    orderId,
    order: which,
    protects: [life.ref('police', family.victim)],
    against: life.ref('police', family.posingRisk[0]),
  };
  const cast = withPersonPosingRisk(life);
  const nothing = { startsOn: undefined, expiresOn: undefined, conditions: undefined };
  if (chance.is(0.6)) life.tell(protectionOrderRecorded, 'police', at, cast, { ...parties, ...nothing, status: 'applied' });
  const decidedAt = daysLater(chance, at, 2, 14);
  const granted = chance.is(0.85);
  life.tell(protectionOrderRecorded, 'police', decidedAt, cast, {
    ...parties,
    status: granted ? 'granted' : 'refused',
    startsOn: when(granted, londonDay(decidedAt)),
    expiresOn: when(granted, londonDay(decidedAt + LASTS[which] * DAY)),
    conditions: when(granted && chance.is(0.8), narrative(chance, 'conditions')),
  });
  if (!granted) return decidedAt;
  if (chance.is(0.3)) {
    const brokenAt = atHome(chance, decidedAt + Math.floor(chance.next() * Math.min(LASTS[which], 120)) * DAY);
    life.tell(orderBreached, 'police', brokenAt, cast, {
      orderId: when(chance.is(0.9), orderId),
      order: which,
      breachedOn: londonDay(brokenAt),
    });
  }
  if (chance.is(0.1))
    life.tell(protectionOrderRecorded, 'police', daysLater(chance, decidedAt, 20, 90), cast, {
      ...parties,
      ...nothing,
      status: 'discharged',
    });
  return decidedAt;
};

/** A charge comes to court, and what follows it: a sentence, a release, a programme. Answers when the court was done. */
export const court = (life: Life, at: Moment): Moment => {
  const { chance } = life;
  const concludedAt = daysLater(chance, at, 60, 220);
  life.tell(courtCaseConcluded, 'cps', concludedAt, withPersonPosingRisk(life), { outcome: narrative(chance, 'court') });
  if (chance.is(0.5)) release(life, daysLater(chance, concludedAt, 30, 160));
  return concludedAt;
};

/** The person posing risk is to be released. */
export const release = (life: Life, at: Moment): void => {
  const { chance } = life;
  const basis = chance.pick(['licence', 'licence', 'bail', 'sentence-end', 'under-investigation']);
  const planned = chance.is(0.6);
  life.tell(
    releaseRecorded,
    basis === 'bail' || basis === 'under-investigation' ? 'police' : 'probation',
    at,
    personPosingRiskFirst(life),
    {
      basis,
      ...(planned ? { plannedOn: londonDay(at + chance.between(3, 30) * DAY) } : { releasedOn: londonDay(at), plannedOn: undefined }),
      licenceConditions: when(basis === 'licence', phrases(chance, 'condition', 0.5)),
      mappaLevel: when(chance.is(0.25), chance.pick([1, 2, 3])),
    },
  );
};

/** A behaviour change programme, session by session. */
export const programme = (life: Life, at: Moment): void => {
  const { chance } = life;
  const name = narrative(chance, 'programmes');
  const kind = life.has('perpetrator-programme') ? 'perpetrator-programme' : 'probation';
  const tell = (status: (typeof PROGRAMME_STATUSES)[number], day: Moment): void => {
    life.tell(perpetratorProgrammeUpdated, kind, day, personPosingRiskFirst(life), { programme: name, status });
  };
  tell('started', at);
  let session = at;
  for (let number = chance.between(2, 7); number > 0; number -= 1) {
    session = daysLater(chance, session, 7, 21);
    tell(chance.is(0.65) ? 'attended' : 'missed', session);
  }
  tell(chance.is(0.5) ? 'completed' : 'withdrawn', daysLater(chance, session, 7, 21));
};
