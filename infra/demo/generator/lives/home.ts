import {
  detailsRecorded,
  flagPlaced,
  flagRemoved,
  homelessnessApplicationMade,
  homelessnessDecided,
  propertyAllocated,
  safeAccommodationPlaced,
  sanctuaryAssessed,
  tenancyStarted,
} from '@throughline/records';
import { DAY, londonDay } from '@throughline/kernel';
import type { Address } from '@throughline/records';
import type { Kind } from '../agencies/habits';
import { when } from '../chance';
import { homeIn } from '../people/home';
import { narrative, phrases } from '../words/narratives';
import { victimAlone, withChildren } from './casts';
import type { Life } from './life';
import { decide, refer, specialistAround } from './referrals';
import { assessAndAct } from './what-follows';

/** Police mark where somebody lives, so that whoever is sent there knows before the door opens. */
export const mark = (life: Life): void => {
  const { chance } = life;
  const flag =
    life.risk.timesHeard > 0
      ? chance.pick(['marac', 'address-marker'] as const)
      : chance.pick(['address-marker', 'address-marker', 'address-marker', 'weapons', 'gold-flag', 'other'] as const);
  const address = when(flag === 'address-marker', life.home);
  const expiresOn = when(chance.is(0.8), londonDay(life.now + 365 * DAY));
  life.tell(flagPlaced, 'police', victimAlone(life), { flag, address, expiresOn });
  if (flag === 'address-marker') life.marked = true;
  if (chance.is(0.3))
    life.after([60, 300], () => {
      life.tell(flagRemoved, 'police', victimAlone(life), { flag, address, expiresOn: undefined });
    });
};

/** After a move somebody looks at the risk again, and police move the marker with the person. */
const afterMoving = (life: Life): void => {
  const kind = specialistAround(life) ?? (life.has('idva') ? 'idva' : 'specialist-da');
  life.owes(kind, [0.2, 1.5], [5, 12], () => {
    assessAndAct(life, kind, 'review');
  });
  if (!life.marked) return;
  life.owes('police', [0.2, 0.9], [4, 12], () => {
    life.answer(flagPlaced, 'police', victimAlone(life), { flag: 'address-marker', address: life.home, expiresOn: undefined });
  });
};

/** A night in safety: a refuge or another place whose address must never be known. */
export const shelter = (life: Life): void => {
  const address = homeIn(life.chance, life.place.postcodes, { sensitive: true, shared: true });
  life.answer(safeAccommodationPlaced, 'specialist-da', withChildren(life), { address, from: londonDay(life.now) });
  life.separated = true;
  if (life.has('specialist-da')) afterMoving(life);
};

const apply = (life: Life): void => {
  const { chance } = life;
  const application = {
    reason: chance.is(0.85) ? ('domestic-abuse' as const) : ('other' as const),
    priorityNeed: when(chance.is(0.6), true),
    safeAccommodationOffered: true,
    narrative: when(chance.is(0.5), narrative(chance, 'homelessness')),
  };
  life.answerInFull(homelessnessApplicationMade, 'housing', victimAlone(life), application, { safeAccommodationOffered: undefined });
  life.after([5, 40], () => {
    const decision = { priorityNeed: true, justification: narrative(chance, 'reason') };
    life.answerInFull(homelessnessDecided, 'housing', victimAlone(life), decision, { priorityNeed: false });
  });
};

/** The Sanctuary scheme is told, comes to look, and fits what was asked for. */
const secure = (life: Life, tenancyId: string): void => {
  const { chance } = life;
  if (!life.has('sanctuary')) return;
  life.owes('housing', [0.02, 0.1], [1, 4], () => {
    decide(life, 'housing', 'sanctuary', refer(life, 'housing', 'sanctuary'), 0.97, () => {
      life.owes('sanctuary', [0.5, 3], [7, 20], () => {
        life.answer(sanctuaryAssessed, 'sanctuary', victimAlone(life), {
          tenancyId,
          measures: phrases(chance, 'measures', 0.4),
          installedOn: when(chance.is(0.8), londonDay(life.now + 9 * DAY)),
        });
      });
    });
  });
};

const moveIn = (life: Life, address: Address, because: boolean): void => {
  const tenancyId = life.numberOf('housing', 'T');
  life.answer(tenancyStarted, 'housing', withChildren(life), {
    tenancyId,
    reason: because ? 'rehoused-domestic-abuse' : 'other',
    address,
    startedOn: londonDay(life.now),
  });
  life.separated = true;
  life.home = address;
  if (because) secure(life, tenancyId);
  afterMoving(life);
};

/** Made homeless, housed anew, the Sanctuary scheme told. */
export const move = (life: Life): void => {
  const { chance } = life;
  if (!life.has('housing')) return;
  if (chance.is(0.7)) apply(life);
  const address = homeIn(chance, life.place.postcodes, chance.is(0.3) ? { sensitive: true } : {});
  // Where there is no Sanctuary scheme housing seldom says why.
  const because = chance.is(life.has('sanctuary') ? 0.9 : 0.15);
  life.after([12, 70], () => {
    const suitable = chance.is(0.9);
    const allocation = {
      reason: because ? 'domestic-abuse' : 'other',
      address,
      sanctuarySuitability: suitable ? 'full' : 'partial',
    } as const;
    const lacking = { sanctuarySuitability: chance.pick([undefined, 'none']) };
    life.answerInFull(propertyAllocated, 'housing', victimAlone(life), allocation, lacking);
    life.after([4, 25], () => {
      moveIn(life, address, because);
    });
  });
};

/** An agency writes down what it now holds. */
export const noteDetails = (life: Life, kind: Kind): void => {
  life.tell(detailsRecorded, kind, withChildren(life), { separation: undefined });
};
