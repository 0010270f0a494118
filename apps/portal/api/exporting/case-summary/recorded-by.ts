import { agencyKind, type Settings } from '@throughline/projections';
import { agencyName } from '../../../pages/words/codes';

/** Kinds of agency whose name would tell a place: a school, a surgery, a refuge (trust.md, "Location"). */
const BY_KIND: Readonly<Record<string, string>> = {
  education: 'an education service',
  gp: 'a general practice',
  'specialist-da': 'a specialist domestic abuse service',
};

/** An agency as an export names it; one whose name would tell a place by what it is. */
export const recordedBy = (settings: Settings, code: string): string =>
  BY_KIND[agencyKind(settings, code) ?? ''] ?? agencyName(settings, code);
