import { DAY } from '@throughline/kernel';
import type { Kind } from '../agencies/habits';
import { atHome, type Moment } from '../calendar';
import { callOut } from './call-out';
import { childrensSocialCare, enrol, hearChild } from './children';
import { mark, move, noteDetails } from './home';
import { order, programme, release } from './justice';
import { nominateLead } from './leading';
import type { Life } from './life';
import { alongside, referredTo, support } from './support';
import { assessCapacity, attend, disclose } from './telling';
import { ask, giveView, meet, review } from './together';
import { assessAndAct } from './what-follows';
import { NOTICES, somewhere, WALKS_ALONGSIDE } from './who-is-there';

const MONTH = 30 * DAY;

const CRISES_A_YEAR = 2.5;

/** What happens in one month beside the work that goes on, and how often: most of it is routine. */
const MONTHLY: readonly (readonly [often: number, what: (life: Life) => void])[] = [
  [
    0.12,
    (life) => {
      assessAndAct(life, somewhere(life, ['idva', 'specialist-da', 'childrens-social-care']), 'review');
    },
  ],
  [
    0.85,
    (life) => {
      attend(life, somewhere(life, ['gp', 'hospital', 'community-health', 'mental-health']));
    },
  ],
  [
    0.04,
    (life) => {
      disclose(life, somewhere(life, NOTICES));
    },
  ],
  [
    0.05,
    (life) => {
      order(life);
    },
  ],
  [
    0.35,
    (life) => {
      meet(life, 'professionals', somewhere(life, ['childrens-social-care', 'idva']));
    },
  ],
  [
    0.12,
    (life) => {
      ask(life, somewhere(life, ['childrens-social-care', 'mash', 'marac']));
    },
  ],
  [
    0.3,
    (life) => {
      review(life, somewhere(life, ['idva', 'marac', 'childrens-social-care']));
    },
  ],
  [
    0.2,
    (life) => {
      giveView(life, somewhere(life, ['education', 'gp', 'probation', 'community-health']));
    },
  ],
  [0.2, hearChild],
  [
    0.3,
    (life) => {
      noteDetails(life, somewhere(life, ['housing', 'gp', 'education', 'community-health']));
    },
  ],
  [0.04, mark],
  [0.005, release],
  [0.016, move],
  [0.05, assessCapacity],
];

const month = (life: Life, until: Moment): void => {
  const { chance } = life;
  if (life.now >= until) return;
  for (const [often, what] of MONTHLY)
    if (chance.is(often))
      life.after([0, 28], () => {
        what(life);
      });
  if (chance.is(CRISES_A_YEAR / 12))
    life.then(atHome(chance, life.now + chance.between(0, 28) * DAY), () => {
      callOut(life);
    });
  life.then(life.now + MONTH, () => {
    month(life, until);
  });
};

/** Nine agencies at once, some ten records a month, for one to three years. */
export const busy = (life: Life, until: Moment): void => {
  const { chance } = life;
  const days = Math.floor((until - life.now) / DAY);
  const part = (share: number): number => Math.floor(days * share);
  enrol(life);
  const noticed = somewhere(life, NOTICES);
  disclose(life, noticed);
  referredTo(life, noticed, 'idva', part(0.85), 18, 1);
  life.after([2, 10], () => {
    childrensSocialCare(life, noticed, false, part(0.5));
  });
  life.after([8, 16], () => {
    if (life.around.lead === undefined) nominateLead(life);
  });
  life.after([20, 60], () => {
    support(life, 'specialist-da', part(0.7), 26);
  });
  for (const kind of chance.some<Kind>(WALKS_ALONGSIDE, 0.8))
    life.after([5, 60], () => {
      alongside(life, kind, part(0.8), 42);
    });
  if (chance.is(0.25))
    life.after([60, 200], () => {
      programme(life);
    });
  life.after([20, 30], () => {
    month(life, until);
  });
};
