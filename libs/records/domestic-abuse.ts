import { abuseDisclosed } from './catalogue/abuse/disclosed';
import { caseOpened } from './catalogue/case/opened';
import { contactRecorded } from './catalogue/engagement/contact-recorded';
import { healthDisclosureRecorded } from './catalogue/health/disclosure-recorded';
import { homelessnessApplicationMade } from './catalogue/housing/homelessness-application-made';
import { propertyAllocated } from './catalogue/housing/property-allocated';
import { safeAccommodationPlaced } from './catalogue/housing/safe-accommodation-placed';
import { sanctuaryAssessed } from './catalogue/housing/sanctuary-assessed';
import { tenancyStarted } from './catalogue/housing/tenancy-started';
import { involvementEnded } from './catalogue/involvement/ended';
import { involvementStarted } from './catalogue/involvement/started';
import { orderBreached } from './catalogue/justice/order-breached';
import { protectionOrderRecorded } from './catalogue/justice/protection-order-recorded';
import { policeIncidentRecorded } from './catalogue/police/incident-recorded';
import { referralMade } from './catalogue/referral/made';
import { safetyPlanAgreed } from './catalogue/safety-plan/agreed';
import { assessmentCompleted } from './catalogue/social-care/assessment-completed';
import type { CommonData } from './common-data';
import type { RecordType } from './record-type';
import type { Service } from './service';

/** Services that work with nobody but those whom domestic abuse touches. */
const DOMESTIC_ABUSE_SERVICES: ReadonlySet<Service> = new Set(['idva', 'specialist-da', 'refuge', 'sanctuary']);

type Judge = (data: CommonData) => boolean;

const always: Judge = () => true;

const judged = <Data extends CommonData>(definition: RecordType<Data>, judge: (data: Data) => boolean): readonly [string, Judge] => [
  definition.type,
  judge as Judge,
];

const ofTheService = (data: CommonData & { readonly service: Service }): boolean => DOMESTIC_ABUSE_SERVICES.has(data.service);

const judges: ReadonlyMap<string, Judge> = new Map([
  judged(policeIncidentRecorded, (data) => data.domesticAbuse !== false),
  judged(abuseDisclosed, always),
  judged(healthDisclosureRecorded, always),
  judged(protectionOrderRecorded, always),
  judged(orderBreached, always),
  judged(safetyPlanAgreed, always),
  judged(safeAccommodationPlaced, always),
  judged(sanctuaryAssessed, always),
  judged(referralMade, (data) => data.service === 'marac' || ofTheService(data)),
  judged(caseOpened, ofTheService),
  judged(contactRecorded, ofTheService),
  judged(involvementStarted, ofTheService),
  judged(involvementEnded, ofTheService),
  judged(homelessnessApplicationMade, (data) => data.reason === 'domestic-abuse'),
  judged(propertyAllocated, (data) => data.reason === 'domestic-abuse'),
  judged(tenancyStarted, (data) => data.reason === 'rehoused-domestic-abuse'),
  judged(assessmentCompleted, (data) => data.domesticAbuseStatus !== undefined && data.domesticAbuseStatus !== 'none'),
]);

/** Every type of these families is about domestic abuse. */
const FAMILIES = ['throughline.risk.', 'throughline.marac.'] as const;

/**
 * Whether a record is a domestic abuse record (safeguards.md, Terms), as far as it tells by itself. A closure or a decision
 * does not name its service: whoever knows the case or the referral must ask about that record too.
 */
export const isDomesticAbuseRecord = (type: string, data: CommonData): boolean =>
  data.domesticAbuse === true || FAMILIES.some((family) => type.startsWith(family)) || judges.get(type)?.(data) === true;
