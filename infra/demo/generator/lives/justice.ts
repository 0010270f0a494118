import {
  courtCaseConcluded,
  orderBreached,
  perpetratorProgrammeUpdated,
  type PROGRAMME_STATUSES,
  protectionOrderRecorded,
  releaseRecorded,
} from '@throughline/records';
import { londonDay, DAY } from '@throughline/kernel';
import { atHome, type Days } from '../calendar';
import { when } from '../chance';
import { narrative, phrases } from '../words/narratives';
import { personPosingRiskFirst, withPersonPosingRisk } from './casts';
import type { Life } from './life';
import { assessAndAct } from './what-follows';

const LASTS = { dvpn: 2, dapn: 2, dvpo: 28, 'non-molestation': 365, occupation: 180, dapo: 540, restraining: 730, other: 120 } as const;

type Which = keyof typeof LASTS;

const ORDERS: readonly [Which, ...Which[]] = [
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
];

/** The order was broken: police record it, and look at the risk again. */
const breach = (life: Life, orderId: string, which: Which): void => {
  life.risk.happened(life.now);
  life.answer(orderBreached, 'police', withPersonPosingRisk(life), { orderId, order: which, breachedOn: londonDay(life.now) });
  life.owes('police', [0.1, 1], [6, 12], () => {
    assessAndAct(life, 'police', 'incident');
  });
};

/** An order: applied for, granted or refused, looked at before it ends, and sometimes broken. */
export const order = (life: Life, which = life.chance.pick(ORDERS), renewed = false): void => {
  const { chance, family } = life;
  const orderId = life.numberOf('police', 'order');
  const parties = {
    orderId,
    order: which,
    protects: [life.ref('police', family.victim)],
    against: life.ref('police', family.posingRisk[0]),
  };
  const cast = withPersonPosingRisk(life);
  const nothing = { startsOn: undefined, expiresOn: undefined, conditions: undefined };
  if (chance.is(0.6)) life.tell(protectionOrderRecorded, 'police', cast, { ...parties, ...nothing, status: 'applied' });
  life.after(renewed ? [1, 4] : [2, 14], () => {
    const granted = renewed || chance.is(0.85);
    const lasts = LASTS[which];
    life.answer(protectionOrderRecorded, 'police', cast, {
      ...parties,
      status: granted ? 'granted' : 'refused',
      startsOn: when(granted, londonDay(life.now)),
      expiresOn: when(granted, londonDay(life.now + lasts * DAY)),
      conditions: when(granted && chance.is(0.8), narrative(chance, 'conditions')),
    });
    if (!granted) return;
    if (chance.is(0.2))
      life.then(atHome(chance, life.now + Math.floor((0.05 + chance.next()) * Math.min(lasts, 120)) * DAY), () => {
        breach(life, orderId, which);
      });
    if (lasts <= 2) return;
    // Before it is about to end, somebody asks whether it is needed any longer.
    const looks = lasts <= 28 ? 8 : 38;
    life.owes('police', [lasts - looks - 6, lasts - looks], [lasts - 5, lasts + 10], () => {
      if (chance.is(0.4)) order(life, 'restraining', true);
      else life.answer(protectionOrderRecorded, 'police', cast, { ...parties, ...nothing, status: 'discharged' });
    });
  });
};

/** A charge comes to court, and what follows it: a sentence, a release, a programme. */
export const court = (life: Life, within: Days): void => {
  const { chance } = life;
  life.after(within, () => {
    life.tell(courtCaseConcluded, life.has('cps') ? 'cps' : 'police', withPersonPosingRisk(life), { outcome: narrative(chance, 'court') });
    if (chance.is(0.2))
      life.after([30, 160], () => {
        release(life);
      });
  });
};

/** The person posing risk is to be released. */
export const release = (life: Life): void => {
  const { chance, now } = life;
  const basis = chance.pick(['licence', 'licence', 'bail', 'sentence-end', 'under-investigation']);
  const planned = chance.is(0.6);
  const kind = basis === 'bail' || basis === 'under-investigation' ? 'police' : 'probation';
  life.answer(releaseRecorded, kind, personPosingRiskFirst(life), {
    basis,
    ...(planned ? { plannedOn: londonDay(now + chance.between(3, 30) * DAY) } : { releasedOn: londonDay(now), plannedOn: undefined }),
    licenceConditions: when(basis === 'licence', phrases(chance, 'condition', 0.5)),
    mappaLevel: when(chance.is(0.25), chance.pick([1, 2, 3])),
  });
};

/** A behaviour change programme, session by session. */
export const programme = (life: Life): void => {
  const { chance } = life;
  const name = narrative(chance, 'programmes');
  const kind = life.has('perpetrator-programme') ? 'perpetrator-programme' : 'probation';
  const tell = (status: (typeof PROGRAMME_STATUSES)[number]): void => {
    life.tell(perpetratorProgrammeUpdated, kind, personPosingRiskFirst(life), { programme: name, status });
  };
  const session = (left: number): void => {
    life.after([7, 21], () => {
      if (left === 0) {
        tell(chance.is(0.88) ? 'completed' : 'withdrawn');
        return;
      }
      tell(chance.is(0.92) ? 'attended' : 'missed');
      session(left - 1);
    });
  };
  tell('started');
  session(chance.between(3, 9));
};
