import type { PersonDetails, Role } from '@throughline/records';

/** Somebody of a story: what every agency holds of them, and the role in which records name them unless they say otherwise. */
interface Character {
  readonly role: Role;
  readonly details: PersonDetails;
}

/** The people of the stories. Equal NHS numbers are what joins the references of several agencies. */
export const cast = {
  mother: { role: 'victim', details: { given: 'Anna', family: 'Reed', dateOfBirth: '1988-04-12', nhsNumber: '9991000097' } },
  child: { role: 'child', details: { given: 'Josh', family: 'Reed', dateOfBirth: '2014-03-08', nhsNumber: '9991000127' } },
  sibling: { role: 'child', details: { given: 'Mia', family: 'Reed', dateOfBirth: '2009-07-01' } },
  'ex-partner': { role: 'person-posing-risk', details: { given: 'Liam', family: 'Hart', dateOfBirth: '1981-02-03' } },
  'new partner': { role: 'person-posing-risk', details: { given: 'Carl', family: 'Voss', dateOfBirth: '1979-11-30' } },
  grandmother: { role: 'other', details: { given: 'Joan', family: 'Reed', dateOfBirth: '1950-01-20' } },
  neighbour: { role: 'victim', details: { given: 'Sue', family: 'Marsh', dateOfBirth: '1990-06-06' } },
} as const satisfies Record<string, Character>;

export type Name = keyof typeof cast;
