import {
  assessmentCompleted,
  attendanceRecorded,
  childRemoved,
  maracActionCompleted,
  maracMinutesPublished,
  maracTransferReceived,
  maracTransferRequested,
  planActionCompleted,
  safeAccommodationPlaced,
} from '@throughline/records';
import { type Told, write, type Written } from './written';

type More<Data> = Told & Partial<Omit<Data, keyof Told>>;

/** Parts what a story tells of any record from what it says in this one. */
const parted = <Data>(more: More<Data>): readonly [Told, Partial<Omit<Data, keyof Told>>] => {
  const { by, people, subject, relationships, recorded, ...data } = more;
  const told = { by, people, subject, relationships, recorded };
  const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  return [given, data as unknown as Partial<Omit<Data, keyof Told>>];
};

export const minutes = (when: string, meetingOn: string, more: Told = {}): Written =>
  write(maracMinutesPublished, 'marac', when, more, { meetingOn });

export const actionDone = (when: string, by: string, actionId: string, more: Told = {}): Written =>
  write(maracActionCompleted, by, when, more, { actionId });

export const planActionDone = (when: string, by: string, actionId: string, more: Told = {}): Written =>
  write(planActionCompleted, by, when, more, { actionId });

/** What the hub writes for the partnership that a case comes to. */
export const transferIn = (when: string, more: More<(typeof maracTransferReceived)['Data']> = {}): Written => {
  const [told, data] = parted(more);
  return write(maracTransferReceived, 'marac', when, told, { fromPartnership: 'riverside', reason: 'Moved', timesHeard: 2, ...data });
};

export const transferOut = (when: string, more: More<(typeof maracTransferRequested)['Data']> = {}): Written => {
  const [told, data] = parted(more);
  return write(maracTransferRequested, 'marac', when, told, { toPartnership: 'riverside', reason: 'Moved', timesHeard: 1, ...data });
};

export const placement = (when: string, more: More<(typeof safeAccommodationPlaced)['Data']> = {}): Written => {
  const [told, data] = parted(more);
  const address = { lines: ['Refuge'], postcode: 'S8 0AA', sensitive: true };
  return write(safeAccommodationPlaced, 'haven', when, told, { address, from: when.slice(0, 10), ...data });
};

export const familyAssessment = (when: string, more: More<(typeof assessmentCompleted)['Data']> = {}): Written => {
  const [told, data] = parted(more);
  const whole = { assessmentId: `a-${when}`, kind: 'single' as const, startedOn: when.slice(0, 10), contributions: [], children: [] };
  return write(assessmentCompleted, 'csc', when, told, { ...whole, outcome: 'Support', ...data });
};

export const removal = (when: string, more: More<(typeof childRemoved)['Data']> = {}): Written => {
  const [told, data] = parted(more);
  return write(childRemoved, 'csc', when, told, { legalBasis: 'Interim care order', ...data });
};

export const attendance = (when: string, more: More<(typeof attendanceRecorded)['Data']> = {}): Written => {
  const [told, data] = parted(more);
  return write(attendanceRecorded, 'gp', when, told, { setting: 'gp', ...data });
};
