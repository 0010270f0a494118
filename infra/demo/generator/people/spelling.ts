import type { Chance } from '../chance';

/** How one name is said and written elsewhere: short forms, and other spellings of what was first written in another script. */
const OTHER_FORMS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Elizabeth: ['Liz', 'Beth', 'Lizzie'],
  Katherine: ['Kate', 'Katie', 'Catherine'],
  Victoria: ['Vicky', 'Tori'],
  Rebecca: ['Becky', 'Bex'],
  Charlotte: ['Charlie', 'Lottie'],
  Christopher: ['Chris'],
  Matthew: ['Matt'],
  Michael: ['Mick', 'Mike'],
  Anthony: ['Tony', 'Antony'],
  Robert: ['Rob', 'Bob'],
  Daniel: ['Danny', 'Dan'],
  Thomas: ['Tom'],
  Stephen: ['Steven', 'Steve'],
  Benjamin: ['Ben'],
  Andrew: ['Andy'],
  Siobhan: ['Shivaun', 'Siobhán'],
  Sean: ['Shaun', 'Seán'],
  Agnieszka: ['Aga'],
  Małgorzata: ['Malgorzata', 'Gosia'],
  Katarzyna: ['Kasia'],
  Krzysztof: ['Kris', 'Krzystof'],
  Mohammed: ['Muhammad', 'Mohamed', 'Mohammad', 'Mohd'],
  Yusuf: ['Yousuf', 'Youssef'],
  Hussain: ['Hussein', 'Husain'],
  Ayesha: ['Aisha', 'Aysha'],
  Fatima: ['Fatimah', 'Fatema'],
  Chowdhury: ['Choudhury', 'Chaudhuri'],
  Abdirahman: ['Abdurahman', 'Cabdiraxmaan'],
  Mohamud: ['Mahamoud', 'Maxamuud'],
  Cabdi: ['Abdi'],
  Layla: ['Leila', 'Laila'],
  Khaled: ['Khalid'],
  Nguyen: ['Nguyễn'],
  Zhang: ['Chang'],
};

const withoutAccents = (name: string): string => name.replaceAll('ł', 'l').replaceAll('Ł', 'L').normalize('NFD').replaceAll(/\p{M}/gu, '');

/** One slip of a hand on a keyboard: two letters changed round, one left out, one written twice. */
const slipped = (chance: Chance, name: string): string => {
  if (name.length < 4) return name;
  const at = chance.between(1, name.length - 3);
  const [one, other] = [name.charAt(at), name.charAt(at + 1)];
  const middle = chance.pick([other + one, other, one + one + other]);
  return name.slice(0, at) + middle + name.slice(at + 2);
};

/** A given name as somebody else wrote it down. */
export const givenAsWritten = (chance: Chance, name: string): string => {
  const forms = OTHER_FORMS[name];
  if (forms !== undefined && chance.is(0.7)) return chance.pick(forms);
  const plain = withoutAccents(name);
  return plain !== name && chance.is(0.8) ? plain : slipped(chance, name);
};

/** A family name as somebody else wrote it down: half of a double one, no apostrophe, no accent, a slip. */
export const familyAsWritten = (chance: Chance, name: string): string => {
  const forms = OTHER_FORMS[name];
  if (forms !== undefined) return chance.pick(forms);
  if (name.includes('-')) return chance.is(0.5) ? (name.split('-')[0] ?? name) : name.replace('-', ' ');
  if (name.includes("'")) return name.replace("'", chance.is(0.5) ? '' : ' ');
  const plain = withoutAccents(name);
  return plain === name ? slipped(chance, name) : plain;
};
