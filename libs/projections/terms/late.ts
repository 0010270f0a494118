import { DAY } from '@throughline/kernel';
import type { Entry } from '../case-file/entry';

/**
 * A late record happened more than this many days before log time: it was back-loaded, or found late. It feeds the case file, and
 * alone triggers only what says so (safeguards.md, Terms).
 */
export const isLate = ({ logTime, time }: Pick<Entry, 'logTime' | 'time'>, lateDays: number): boolean => logTime - time > lateDays * DAY;
