import { deathRecorded } from '@throughline/records';
import { DAY, londonDay } from '@throughline/kernel';
import { atHome, type Days, type Moment } from '../calendar';
import type { Chance } from '../chance';
import { busy } from './busy';
import { callOut } from './call-out';
import { victimAlone } from './casts';
import { enrol } from './children';
import { contact } from './contacts';
import { noteDetails } from './home';
import type { Life } from './life';
import { months } from './months';
import { specialistFor } from './referrals';
import { referredTo } from './support';
import { attend, disclose } from './telling';
import { ask, review } from './together';
import { NOTICES, somewhere } from './who-is-there';

/** How much of a family's life agencies record. */
export type FamilyKind = 'quiet' | 'ordinary' | 'busy';

/** Most families are seen once or twice; a few fill the desks of nine agencies. */
export const kindOfFamily = (chance: Chance): FamilyKind => {
  const draw = chance.next();
  return draw < 0.55 ? 'quiet' : draw < 0.968 ? 'ordinary' : 'busy';
};

/** Seen once, and again perhaps: two to ten records. */
const quiet = (life: Life): void => {
  const { chance } = life;
  const kind = somewhere(life, NOTICES);
  const later = (days: Days, act: () => void): void => {
    life.after(days, act);
  };
  switch (chance.between(0, 5)) {
    case 0:
      attend(life, 'gp');
      later([1, 30], () => {
        disclose(life, 'gp');
      });
      break;
    case 1:
      life.then(atHome(chance, life.now), () => {
        callOut(life);
      });
      break;
    case 2:
      disclose(life, kind);
      later([0.2, 4], () => {
        referredTo(life, kind, specialistFor(life), 14, 9, 0.8);
      });
      break;
    case 3:
      enrol(life);
      later([1, 20], () => {
        noteDetails(life, kind);
      });
      later([20, 60], () => {
        contact(life, kind);
      });
      break;
    default:
      noteDetails(life, kind);
      later([1, 60], () => {
        attend(life, somewhere(life, ['hospital', 'gp', 'community-health']));
      });
      if (chance.is(0.4))
        later([2, 70], () => {
          ask(life, somewhere(life, ['childrens-social-care', 'mash']));
        });
  }
  if (chance.is(0.15))
    later([5, 40], () => {
      review(life, kind);
    });
};

/** Rarely, and by any cause. */
const die = (life: Life): void => {
  life.tell(deathRecorded, 'police', victimAlone(life), {
    diedOn: londonDay(life.now - DAY),
    manner: life.chance.pick(['natural', 'unexplained', 'suspected-suicide']),
  });
};

const begin = (life: Life, kind: FamilyKind, until: Moment): void => {
  switch (kind) {
    case 'quiet':
      quiet(life);
      break;
    case 'ordinary':
      enrol(life);
      months(life, 3);
      break;
    case 'busy':
      busy(life, until);
      break;
    default:
      kind satisfies never;
  }
};

/**
 * Tells a family's life from the day on which it is first recorded, as far as `end`.
 * @param until how long a busy family stays busy
 */
export const live = (life: Life, kind: FamilyKind, at: Moment, until: Moment, end: Moment): void => {
  life.then(at, () => {
    begin(life, kind, until);
  });
  life.unfold(end);
  if (kind !== 'ordinary' || !life.chance.is(0.04)) return;
  const last = Math.max(...life.told.map((told) => told.at));
  life.after([(last - life.now) / DAY + 5, (last - life.now) / DAY + 60], () => {
    die(life);
  });
  life.unfold(end);
};
