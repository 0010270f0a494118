import { addDays, type Day, londonDay } from '@throughline/kernel';
import type { Address, PersonDetails, Relationship } from '@throughline/records';
import type { Moment } from '../calendar';
import type { Chance } from '../chance';
import { homeIn } from './home';
import { type Origin, originOf } from './names';
import { nhsNumber, phoneNumber, pncId } from './numbers';

/** One human being, as they are; what an agency holds of them may differ. */
export interface Individual {
  /** Their place in the family, from 0. */
  readonly place: number;
  readonly details: PersonDetails;
  /** Absent for an unborn child. */
  readonly born?: Day;
}

export interface Family {
  readonly victim: Individual;
  /** The first is the one with whom the story begins; a few victims meet another. */
  readonly posingRisk: readonly [Individual, ...Individual[]];
  readonly children: readonly Individual[];
  /** Somebody else whom the person posing risk harms or harmed, and who has never lived with this family. */
  readonly otherVictim?: Individual;
  /** How the person posing risk stands to the victim. */
  readonly bond: Relationship['kind'];
  readonly home: Address;
  /** Where the person posing risk lives once apart. */
  readonly elsewhere: Address;
}

/** Most people of one family that are ever needed; their serial numbers lie so far apart. */
export const MOST_PEOPLE = 9;

class Registrar {
  private place = 0;

  constructor(
    private readonly chance: Chance,
    private readonly family: number,
    private readonly today: Day,
  ) {}

  register(origin: Origin, sex: 'female' | 'male', age: number, familyName: string, home: Address): Individual {
    const { chance } = this;
    const place = this.place;
    this.place += 1;
    const serial = this.family * MOST_PEOPLE + place;
    const born = addDays(this.today, -Math.round(age * 365.25) - chance.between(0, 364));
    const number = nhsNumber(serial);
    const foreign = origin.language !== 'en' && chance.is(0.55);
    const adult = age >= 17;
    return {
      place,
      born,
      details: {
        given: chance.pick(origin[sex]),
        family: familyName,
        dateOfBirth: born,
        sex,
        ethnicity: origin.ethnicity,
        religion: chance.pick(origin.religions),
        firstLanguage: foreign ? origin.language : 'en',
        ...(foreign && adult ? { interpreterRequired: chance.is(0.6) } : {}),
        ...(number === undefined ? {} : { nhsNumber: number }),
        ...(adult ? { phone: phoneNumber(chance.between(0, 999)) } : {}),
        address: home,
      },
    };
  }

  unborn(days: number): Individual {
    const place = this.place;
    this.place += 1;
    return { place, details: { expectedOn: addDays(this.today, days) } };
  }
}

const childrenOf = (chance: Chance, registrar: Registrar, origin: Origin, name: string, home: Address, age: number): Individual[] => {
  const count = age > 50 ? 0 : chance.pick([0, 0, 1, 1, 1, 2, 2, 3]);
  const oldest = Math.max(0, Math.min(16, age - 19));
  const children = Array.from({ length: count }, () =>
    registrar.register(origin, chance.is(0.5) ? 'female' : 'male', chance.between(0, oldest), name, home),
  );
  return age < 42 && chance.is(0.08) ? [...children, registrar.unborn(chance.between(40, 220))] : children;
};

/** The people of one family, as they are when its story begins; `number` makes their serial numbers. */
export const familyOf = (chance: Chance, number: number, begins: Moment, postcodes: readonly string[]): Family => {
  const registrar = new Registrar(chance, number, londonDay(begins));
  const origin = originOf(chance);
  const other = chance.is(0.75) ? origin : originOf(chance);
  const home = homeIn(chance, postcodes, chance.is(0.03) ? { shared: true } : {});
  const elsewhere = homeIn(chance, postcodes);
  const sex = chance.is(0.88) ? 'female' : 'male';
  const age = chance.is(0.08) ? chance.between(61, 84) : chance.between(18, 58);
  const name = chance.pick(origin.family);
  const victim = registrar.register(origin, sex, age, name, home);
  const bond = chance.is(0.1) && age > 40 ? 'parent-of' : chance.pick(['partner-of', 'partner-of', 'ex-partner-of']);
  const offender = (): Individual => {
    const years = bond === 'parent-of' ? Math.max(18, age - 24) : Math.max(18, age + chance.between(-6, 9));
    const his = chance.is(sex === 'female' ? 0.96 : 0.25) ? 'male' : 'female';
    const posing = registrar.register(other, his, years, bond === 'parent-of' ? name : chance.pick(other.family), elsewhere);
    const known = chance.is(0.5) ? { pncId: pncId(chance.between(1998, 2022), number * 31 + posing.place) } : {};
    return { ...posing, details: { ...posing.details, ...known, address: bond === 'ex-partner-of' ? elsewhere : home } };
  };
  const first = offender();
  const posingRisk: [Individual, ...Individual[]] = chance.is(0.06) ? [first, offender()] : [first];
  const children = childrenOf(chance, registrar, origin, name, home, age);
  const family: Family = { victim, posingRisk, children, bond, home, elsewhere };
  if (bond === 'parent-of' || !chance.is(0.03)) return family;
  const met = originOf(chance);
  const otherVictim = registrar.register(met, sex, chance.between(19, 50), chance.pick(met.family), homeIn(chance, postcodes));
  return { ...family, otherVictim };
};
