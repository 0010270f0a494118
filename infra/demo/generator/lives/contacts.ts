import { contactRecorded } from '@throughline/records';
import { HABITS, type Kind } from '../agencies/habits';
import { when } from '../chance';
import type { Moment } from '../calendar';
import { narrative } from '../words/narratives';
import { castOf } from './casts';
import type { Life } from './life';

/** How often somebody is reached; after two attempts that failed, a service that keeps its practice tries another way. */
const REACHED = 0.86;
const REACHED_ANOTHER_WAY = 0.97;

/** An attempt to reach somebody; the first is written down at once. */
export const contact = (life: Life, kind: Kind, first = false): void => {
  const { chance, around } = life;
  const anotherWay = around.missedBy(kind) >= 2 && life.keeps(kind);
  const reached = chance.is(anotherWay ? REACHED_ANOTHER_WAY : REACHED);
  const outcome = reached ? 'engaged' : chance.pick(['no-answer', 'no-answer', 'did-not-attend', 'cancelled', 'cancelled', 'declined']);
  around.tried(kind, reached);
  const whole = {
    service: HABITS[kind].service,
    outcome,
    cancelledBy: when(outcome === 'cancelled', chance.pick(['service', 'person'])),
    riskRemains: when(outcome === 'declined' || (!reached && chance.is(0.5)), chance.is(0.2)),
    barriers: when(!reached, narrative(chance, 'barriers')),
    interpreter: when(
      life.family.victim.details.interpreterRequired === true,
      life.keeps(kind) || chance.is(0.75) ? 'professional' : 'family',
    ),
    narrative: when(chance.is(0.6), narrative(chance, reached ? 'contact' : 'noContact')),
  } as const;
  if (first) life.answer(contactRecorded, kind, castOf(life, kind), whole);
  else life.tell(contactRecorded, kind, castOf(life, kind), whole);
};

/** Contacts until a day, one about every so many days, for as long as the service is there. */
export const contacts = (life: Life, kind: Kind, until: Moment, everyDays: number): void => {
  life.after([everyDays * 0.5, everyDays * 1.5], () => {
    if (life.now >= until || !life.around.has(kind)) return;
    contact(life, kind);
    contacts(life, kind, until, everyDays);
  });
};
