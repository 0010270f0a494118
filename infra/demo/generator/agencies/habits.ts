import type { Service } from '@throughline/records';

/** How agencies of one kind record: their numbers for people, how soon they write down, how well they hold details. */
export interface Habits {
  /** Begins each of their local identifiers. */
  readonly prefix: string;
  /** Days between what happened and its record, at most, as a rule. */
  readonly usualDays: number;
  /** How often a record is found or typed in only weeks or months later. */
  readonly late: number;
  /** How often they hold an NHS number. */
  readonly nhsNumber: number;
  /** How often a name is not written as elsewhere. */
  readonly misspelt: number;
  /** How often day and month of a birth change places. */
  readonly datesSwapped: number;
  /** The service that the catalogue names for them. */
  readonly service: Service;
}

const habits = (
  prefix: string,
  service: Service,
  [usualDays, late]: readonly [number, number],
  [nhs, misspelt, datesSwapped]: readonly [number, number, number],
): Habits => ({ prefix, service, usualDays, late, nhsNumber: nhs, misspelt, datesSwapped });

/** Every kind of agency that a partnership may have. */
export const HABITS = {
  police: habits('NP-', 'police', [0.3, 0.01], [0, 0.048, 0.006]),
  'childrens-social-care': habits('LL-', 'childrens-social-care', [2, 0.03], [0.5, 0.024, 0.006]),
  'adult-social-care': habits('AC-', 'adult-social-care', [4, 0.03], [0.5, 0.024, 0.006]),
  mash: habits('MS-', 'mash', [0.5, 0.01], [0.3, 0.03, 0.006]),
  marac: habits('MR-', 'marac', [1, 0.01], [0.1, 0.03, 0.012]),
  housing: habits('TN-', 'housing', [6, 0.04], [0, 0.06, 0.036]),
  sanctuary: habits('SC-', 'sanctuary', [3, 0.02], [0, 0.036, 0.012]),
  idva: habits('IV-', 'idva', [2, 0.02], [0.2, 0.03, 0.006]),
  'specialist-da': habits('WA-', 'specialist-da', [3, 0.03], [0.1, 0.048, 0.012]),
  gp: habits('EMIS-', 'general-practice', [2, 0.05], [0.98, 0.012, 0.003]),
  hospital: habits('MRN-', 'hospital', [3, 0.04], [0.95, 0.018, 0.003]),
  'community-health': habits('HV-', 'community-health', [3, 0.03], [0.97, 0.018, 0.003]),
  'mental-health': habits('RIO-', 'mental-health', [7, 0.08], [0.9, 0.018, 0.006]),
  education: habits('UPN-G', 'education', [3, 0.04], [0.2, 0.048, 0.024]),
  probation: habits('DEL-', 'probation', [6, 0.05], [0.05, 0.036, 0.012]),
  cps: habits('URN-', 'other', [4, 0.03], [0, 0.018, 0.006]),
  'substance-misuse': habits('ILY-', 'substance-misuse', [5, 0.06], [0.6, 0.03, 0.012]),
  'perpetrator-programme': habits('PP-', 'perpetrator-programme', [5, 0.04], [0, 0.036, 0.012]),
  'community-safety': habits('CS-', 'other', [8, 0.05], [0, 0.048, 0.018]),
} as const satisfies Readonly<Record<string, Habits>>;

export type Kind = keyof typeof HABITS;
