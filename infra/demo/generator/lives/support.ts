import { caseOpened, involvementEnded, involvementStarted } from '@throughline/records';
import { DAY } from '@throughline/kernel';
import { HABITS, type Kind } from '../agencies/habits';
import { narrative } from '../words/narratives';
import { castOf } from './casts';
import { close } from './closing';
import { contact, contacts } from './contacts';
import { handOver, seeWhoLeads } from './leading';
import type { Life } from './life';
import { agreePlan } from './plans';
import { decide, refer } from './referrals';

const firstContact = (life: Life, kind: Kind): void => {
  life.owes(kind, [0.1, 0.9], [6, 14], () => {
    contact(life, kind, true);
  });
};

/** A case of a service is opened, by a worker who is trained in DASH; answers its number. */
export const open = (life: Life, kind: Kind): string => {
  seeWhoLeads(life, kind);
  const caseId = life.numberOf(kind, 'case');
  const name = narrative(life.chance, 'workers');
  life.answerInFull(
    caseOpened,
    kind,
    castOf(life, kind),
    { caseId, service: HABITS[kind].service, worker: { name, dashTrained: true } },
    { worker: life.chance.is(0.5) ? { name } : { name, dashTrained: false } },
  );
  life.around.begin(kind);
  return caseId;
};

/** A service takes somebody on, stays for so many days, and closes. One that is there already goes on. */
export const support = (life: Life, kind: Kind, days: number, everyDays: number): void => {
  if (!life.has(kind)) return;
  firstContact(life, kind);
  if (life.around.has(kind)) return;
  const caseId = open(life, kind);
  if (kind === 'idva' || kind === 'specialist-da')
    life.owes(kind, [1, 9], [16, 30], () => {
      agreePlan(life, kind);
    });
  contacts(life, kind, life.now + days * DAY, everyDays);
  life.after([days, days + 5], () => {
    close(life, kind, caseId);
  });
};

/** A service works alongside without a case of its own. */
export const alongside = (life: Life, kind: Kind, days: number, everyDays: number): void => {
  const { chance, around } = life;
  if (!life.has(kind) || around.has(kind)) return;
  seeWhoLeads(life, kind);
  const service = HABITS[kind].service;
  const worker = chance.is(0.6) ? { name: narrative(chance, 'workers') } : undefined;
  life.answer(involvementStarted, kind, castOf(life, kind), { service, worker });
  around.begin(kind);
  contacts(life, kind, life.now + days * DAY, everyDays);
  life.after([days, days + 10], () => {
    handOver(life, kind);
    life.answer(involvementEnded, kind, castOf(life, kind), { service, worker: undefined });
    around.end(kind);
  });
};

/** Referred, decided, and taken on for so long. */
export const referredTo = (life: Life, from: Kind, to: Kind, days: number, everyDays: number, accepts = 0.9): void => {
  if (!life.has(to)) return;
  decide(life, from, to, refer(life, from, to), accepts, () => {
    support(life, to, days, everyDays);
  });
};
