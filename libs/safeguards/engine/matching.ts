import type { PersonFile } from '@throughline/projections';
import type { PersonDetails } from '@throughline/records';

/** All of a person's file that says who they are. */
export type Held = Pick<PersonFile, 'version' | 'details'>;

/** What the engine asks of the people library: which references may be, and which are, the same human being. */
export interface Matching {
  /** Keyed tokens under which a reference with these details can be found again. */
  identityTraces(partnership: string, details: PersonDetails): readonly string[];
  /** Keyed tokens under which people look for somebody with these details: by name alone, or by postcode. They join nobody. */
  searchTraces(partnership: string, details: PersonDetails): readonly string[];
  /** The keyed token of a home, so that those who share it are found. */
  homeTrace(partnership: string, homeKey: string): string;
  /** The keyed token of a matter (a referral, a case …), so that whoever is named under it is found. */
  matterTrace(partnership: string, matter: string): string;
  /** True where what is held of both says that they are one human being. */
  samePerson(one: Held, other: Held): boolean;
}
