import { agencyCheckAnswered, agencyCheckRequested, leadAgencyNominated, riskReviewed, viewGiven } from '@throughline/records';
import type { Kind } from '../agencies/habits';
import { daysLater, type Moment } from '../calendar';
import { when } from '../chance';
import { narrative } from '../words/narratives';
import { childrenFirst, victimAlone } from './casts';
import type { Life } from './life';

const ASKED = [
  'gp',
  'hospital',
  'education',
  'housing',
  'mental-health',
  'community-health',
  'probation',
  'community-safety',
  'substance-misuse',
] as const;

/** One agency asks another what it knows; now and then nobody answers. */
export const ask = (life: Life, at: Moment, from: Kind): void => {
  const { chance, place } = life;
  const asked = chance.pick<Kind>(ASKED);
  const of = place.agency(asked);
  if (of === undefined || !life.has(from) || asked === from) return;
  const checkId = life.numberOf(from, 'check');
  life.tell(agencyCheckRequested, from, at, childrenFirst(life), { checkId, of, why: 'Assessing the risk to the family' });
  if (!life.well()) return;
  const known = chance.is(0.6);
  life.tell(agencyCheckAnswered, asked, daysLater(chance, at, 0.2, life.well() ? 1 : 6), victimAlone(life), {
    checkId,
    known,
    summary: when(known && life.well(), narrative(chance, 'review')),
  });
};

/** The person chooses who leads, or the professionals do. */
export const nominateLead = (life: Life, at: Moment): void => {
  const { chance, place } = life;
  const kind = chance.pick<Kind>(['idva', 'idva', 'specialist-da', 'childrens-social-care', 'housing']);
  const agency = place.agency(kind);
  if (agency === undefined) return;
  life.tell(leadAgencyNominated, life.has('idva') ? 'idva' : kind, at, victimAlone(life), {
    agency,
    chosenBy: life.well() ? 'the-person' : 'professionals',
  });
};

/** Agencies look at the risk again. */
export const review = (life: Life, at: Moment, kind: Kind): void => {
  life.tell(riskReviewed, kind, at, victimAlone(life), {
    conclusion: narrative(life.chance, 'review'),
    offer: when(life.well(), narrative(life.chance, 'offer')),
  });
};

/** An agency gives its view unasked. */
export const giveView = (life: Life, at: Moment, kind: Kind): void => {
  life.tell(viewGiven, kind, at, victimAlone(life), { view: narrative(life.chance, 'view') });
};
