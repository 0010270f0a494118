import { atHome, type Days } from '../calendar';
import { callOut, callOutElsewhere } from './call-out';
import { mark, move, noteDetails, shelter } from './home';
import { court, order, programme } from './justice';
import { nominateLead } from './leading';
import type { Life } from './life';
import { transferElsewhere } from './marac';
import { specialistFor } from './referrals';
import { alongside, referredTo } from './support';
import { assessCapacity, attend, disclose } from './telling';
import { ask, review } from './together';
import { NOTICES, somewhere, WALKS_ALONGSIDE } from './who-is-there';

/** What else may come of it once an agency has noticed, and how often. */
const BESIDE: readonly (readonly [often: number, within: Days, what: (life: Life) => void])[] = [
  [
    0.18,
    [1, 20],
    (life) => {
      order(life);
    },
  ],
  [0.08, [10, 60], move],
  [0.06, [1, 10], shelter],
  [0.16, [1, 10], mark],
  [
    0.25,
    [1, 12],
    (life) => {
      ask(life, somewhere(life, ['childrens-social-care', 'mash', 'idva']));
    },
  ],
  [
    0.05,
    [1, 10],
    (life) => {
      court(life, [60, 200]);
    },
  ],
  [0.03, [30, 120], programme],
  [0.2, [3, 30], assessCapacity],
  [
    0.3,
    [2, 60],
    (life) => {
      attend(life, somewhere(life, ['hospital', 'gp']));
    },
  ],
  [
    0.3,
    [5, 60],
    (life) => {
      attend(life, somewhere(life, ['gp', 'community-health', 'mental-health']));
    },
  ],
  [
    0.2,
    [20, 90],
    (life) => {
      review(life, somewhere(life, ['idva', 'childrens-social-care']));
    },
  ],
  [
    0.15,
    [10, 60],
    (life) => {
      alongside(life, somewhere(life, WALKS_ALONGSIDE), 110, 14);
    },
  ],
  [
    0.25,
    [10, 80],
    (life) => {
      noteDetails(life, somewhere(life, ['housing', 'gp', 'education']));
    },
  ],
  [
    0.2,
    [12, 25],
    (life) => {
      if (life.around.lead === undefined) nominateLead(life);
    },
  ],
  [
    0.05,
    [60, 110],
    (life) => {
      if (life.risk.timesHeard > 0) transferElsewhere(life);
    },
  ],
];

/** One agency notices, and for some months several work with the family; and perhaps the same once more. */
export const months = (life: Life, again: number): void => {
  const { chance } = life;
  if (chance.is(0.55))
    life.then(atHome(chance, life.now), () => {
      callOut(life);
    });
  else {
    const noticed = somewhere(life, NOTICES);
    disclose(life, noticed);
    if (chance.is(0.6))
      life.after([0.2, 3], () => {
        referredTo(life, noticed, specialistFor(life), chance.between(40, 140), 10);
      });
  }
  if (life.family.otherVictim !== undefined && chance.is(0.5))
    life.after([5, 90], () => {
      callOutElsewhere(life);
    });
  for (const [often, within, what] of BESIDE)
    if (chance.is(often))
      life.after(within, () => {
        what(life);
      });
  if (again > 0 && chance.is(0.4))
    life.after([90, 330], () => {
      months(life, again - 1);
    });
};
