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
import { daysLater, type Moment } from '../calendar';
import { when } from '../chance';
import { homeIn } from '../people/home';
import { narrative, phrases } from '../words/narratives';
import { victimAlone, withChildren } from './casts';
import type { Life } from './life';
import { decide, refer } from './support';

/** Police mark where somebody lives, so that whoever is sent there knows before the door opens. */
export const mark = (life: Life, at: Moment): void => {
  const { chance, family } = life;
  const flag =
    life.timesHeard > 0
      ? chance.pick(['marac', 'address-marker'] as const)
      : chance.pick(['address-marker', 'address-marker', 'weapons', 'gold-flag', 'other'] as const);
  const address = when(flag === 'address-marker', family.home);
  life.tell(flagPlaced, 'police', at, victimAlone(life), { flag, address, expiresOn: when(life.well(), londonDay(at + 365 * DAY)) });
  if (chance.is(0.3))
    life.tell(flagRemoved, 'police', daysLater(chance, at, 60, 300), victimAlone(life), { flag, address, expiresOn: undefined });
};

/** A night in safety: a refuge or another place whose address must never be known. */
export const shelter = (life: Life, at: Moment): void => {
  const address = homeIn(life.chance, life.place.postcodes, { sensitive: true, shared: true });
  life.tell(safeAccommodationPlaced, 'specialist-da', at, withChildren(life), { address, from: londonDay(at) });
  life.separated = true;
};

const apply = (life: Life, at: Moment): void => {
  const { chance } = life;
  life.tell(homelessnessApplicationMade, 'housing', at, victimAlone(life), {
    reason: chance.is(0.85) ? 'domestic-abuse' : 'other',
    priorityNeed: when(chance.is(0.6), true),
    safeAccommodationOffered: when(chance.is(0.8), life.well()),
    narrative: when(chance.is(0.5), narrative(chance, 'homelessness')),
  });
  life.tell(homelessnessDecided, 'housing', daysLater(chance, at, 5, 40), victimAlone(life), {
    priorityNeed: life.well(),
    justification: when(life.well(), narrative(chance, 'reason')),
  });
};

/** Made homeless, housed anew, the Sanctuary scheme told or forgotten; answers when the family had moved. */
export const move = (life: Life, at: Moment): Moment => {
  const { chance } = life;
  if (!life.has('housing')) return at;
  if (chance.is(0.7)) apply(life, at);
  const address = homeIn(chance, life.place.postcodes, chance.is(0.3) ? { sensitive: true } : {});
  const allocatedAt = daysLater(chance, at, 12, 70);
  const because = chance.is(0.9);
  life.tell(propertyAllocated, 'housing', allocatedAt, victimAlone(life), {
    reason: because ? 'domestic-abuse' : 'other',
    address,
    sanctuarySuitability: when(life.well(), chance.pick(['full', 'full', 'partial', 'none'])),
  });
  const startedAt = daysLater(chance, allocatedAt, 4, 25);
  const tenancyId = life.numberOf('housing', 'T');
  life.tell(tenancyStarted, 'housing', startedAt, withChildren(life), {
    tenancyId,
    reason: because ? 'rehoused-domestic-abuse' : 'other',
    address,
    startedOn: londonDay(startedAt),
  });
  life.separated = true;
  if (life.has('sanctuary') && because && life.well()) {
    const referralId = refer(life, 'housing', 'sanctuary', daysLater(chance, startedAt, 0.1, 1));
    const accepted = decide(life, 'housing', 'sanctuary', referralId, daysLater(chance, startedAt, 0.3, 1.5), 0.95);
    if (accepted !== undefined)
      life.tell(
        sanctuaryAssessed,
        'sanctuary',
        life.well() ? daysLater(chance, accepted, 1, 5) : daysLater(chance, accepted, 8, 30),
        victimAlone(life),
        {
          tenancyId,
          measures: phrases(chance, 'measures', 0.4),
          installedOn: when(life.well(), londonDay(accepted + 12 * DAY)),
        },
      );
  }
  return startedAt;
};

/** An agency writes down what it now holds. */
export const noteDetails = (life: Life, at: Moment, kind: Parameters<Life['has']>[0]): void => {
  life.tell(detailsRecorded, kind, at, withChildren(life), { separation: when(life.separated && life.chance.is(0.2), 'recent') });
};
