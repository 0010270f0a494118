import type { Day } from '@throughline/kernel';
import { enrolmentRecorded } from '@throughline/records';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';
import { agencyKind, type Settings } from '../settings/settings';

export type Enrolment = Entry<(typeof enrolmentRecorded)['Data']>;

/** Where a child is enrolled on a day, both ends included: of several settings the one that began last. */
export const enrolmentOn = (child: PersonFile, day: Day): Enrolment | undefined =>
  child
    .of(enrolmentRecorded)
    .filter(({ subject, data }) => child.has(subject) && data.from <= day && (data.to === undefined || day <= data.to))
    .sort((one, other) => (one.data.from < other.data.from ? -1 : one.data.from > other.data.from ? 1 : one.index - other.index))
    .at(-1);

/** The education agency that recorded an enrolment; undefined where another agency did. */
export const settingOf = (settings: Settings, enrolment: Enrolment | undefined): string | undefined =>
  enrolment !== undefined && agencyKind(settings, enrolment.agency) === 'education' ? enrolment.agency : undefined;
