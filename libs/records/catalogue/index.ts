import type { RecordType } from '../record-type';
import { abuseDisclosed } from './abuse/disclosed';
import { capacityAssessed } from './adult-social-care/capacity-assessed';
import { caseClosed } from './case/closed';
import { caseClosureProposed } from './case/closure-proposed';
import { caseOpened } from './case/opened';
import { agencyCheckAnswered } from './coordination/agency-check-answered';
import { agencyCheckRequested } from './coordination/agency-check-requested';
import { leadAgencyNominated } from './coordination/lead-agency-nominated';
import { meetingHeld } from './coordination/meeting-held';
import { riskReviewed } from './coordination/risk-reviewed';
import { viewGiven } from './coordination/view-given';
import { voiceRecorded } from './coordination/voice-recorded';
import { enrolmentRecordedV1 } from './education/enrolment-recorded';
import { enrolmentRecorded } from './education/enrolment-recorded.v2';
import { contactRecorded } from './engagement/contact-recorded';
import { attendanceRecorded } from './health/attendance-recorded';
import { healthDisclosureRecorded } from './health/disclosure-recorded';
import { homelessnessApplicationMade } from './housing/homelessness-application-made';
import { homelessnessDecided } from './housing/homelessness-decided';
import { propertyAllocated } from './housing/property-allocated';
import { safeAccommodationPlaced } from './housing/safe-accommodation-placed';
import { sanctuaryAssessed } from './housing/sanctuary-assessed';
import { tenancyStarted } from './housing/tenancy-started';
import { involvementEnded } from './involvement/ended';
import { involvementStarted } from './involvement/started';
import { courtCaseConcluded } from './justice/case-concluded';
import { orderBreached } from './justice/order-breached';
import { perpetratorProgrammeUpdated } from './justice/perpetrator-programme-updated';
import { protectionOrderRecorded } from './justice/protection-order-recorded';
import { releaseRecorded } from './justice/release-recorded';
import { maracActionCompleted } from './marac/action-completed';
import { maracCaseHeard } from './marac/case-heard';
import { maracCaseListed } from './marac/case-listed';
import { maracMinutesPublished } from './marac/minutes-published';
import { researchReturned } from './marac/research-returned';
import { maracTransferReceived } from './marac/transfer-received';
import { maracTransferRequested } from './marac/transfer-requested';
import { notificationDecided } from './mash/notification-decided';
import { detailsRecorded } from './person/details-recorded';
import { planActionCompleted } from './plan/action-completed';
import { childNotificationSubmitted } from './police/child-notification-submitted';
import { deathRecorded } from './police/death-recorded';
import { flagPlaced } from './police/flag-placed';
import { flagRemoved } from './police/flag-removed';
import { policeIncidentRecorded } from './police/incident-recorded';
import { investigationOutcomeRecorded } from './police/investigation-outcome-recorded';
import { recordCorrected } from './record/corrected';
import { recordRetracted } from './record/retracted';
import { referralDecided } from './referral/decided';
import { referralEscalated } from './referral/escalated';
import { referralFeedbackGiven } from './referral/feedback-given';
import { referralMade } from './referral/made';
import { riskAssessmentCompleted } from './risk/assessment-completed';
import { personPosingRiskAssessed } from './risk/person-posing-risk-assessed';
import { safetyPlanAgreed } from './safety-plan/agreed';
import { assessmentCompleted } from './social-care/assessment-completed';
import { assessmentStarted } from './social-care/assessment-started';
import { childRemoved } from './social-care/child-removed';
import { socialCarePlanEnded } from './social-care/plan-ended';
import { socialCarePlanStarted } from './social-care/plan-started';
import { strategyDiscussionHeld } from './social-care/strategy-discussion-held';
import { strategyDiscussionRequested } from './social-care/strategy-discussion-requested';

/** Every type of record that the hub takes, in the order of its catalogue. A type that is not listed here does not exist. */
export const catalogue = [
  policeIncidentRecorded,
  abuseDisclosed,
  notificationDecided,
  investigationOutcomeRecorded,
  childNotificationSubmitted,
  flagPlaced,
  flagRemoved,
  deathRecorded,
  riskAssessmentCompleted,
  personPosingRiskAssessed,
  referralMade,
  referralDecided,
  referralFeedbackGiven,
  referralEscalated,
  contactRecorded,
  involvementStarted,
  involvementEnded,
  caseOpened,
  caseClosureProposed,
  caseClosed,
  strategyDiscussionRequested,
  assessmentStarted,
  strategyDiscussionHeld,
  assessmentCompleted,
  childRemoved,
  capacityAssessed,
  socialCarePlanStarted,
  socialCarePlanEnded,
  enrolmentRecordedV1,
  enrolmentRecorded,
  researchReturned,
  maracCaseListed,
  maracCaseHeard,
  maracMinutesPublished,
  maracActionCompleted,
  planActionCompleted,
  maracTransferRequested,
  maracTransferReceived,
  homelessnessApplicationMade,
  homelessnessDecided,
  propertyAllocated,
  tenancyStarted,
  sanctuaryAssessed,
  safeAccommodationPlaced,
  healthDisclosureRecorded,
  attendanceRecorded,
  protectionOrderRecorded,
  orderBreached,
  courtCaseConcluded,
  perpetratorProgrammeUpdated,
  releaseRecorded,
  safetyPlanAgreed,
  leadAgencyNominated,
  voiceRecorded,
  agencyCheckRequested,
  agencyCheckAnswered,
  viewGiven,
  riskReviewed,
  meetingHeld,
  detailsRecorded,
  recordCorrected,
  recordRetracted,
] as const satisfies readonly RecordType[];

/** The name of any type in the catalogue. */
export type RecordTypeName = (typeof catalogue)[number]['type'];

export * from './abuse/disclosed';
export * from './adult-social-care/capacity-assessed';
export * from './case/closed';
export * from './case/closure-proposed';
export * from './case/opened';
export * from './coordination/agency-check-answered';
export * from './coordination/agency-check-requested';
export * from './coordination/lead-agency-nominated';
export * from './coordination/meeting-held';
export * from './coordination/risk-reviewed';
export * from './coordination/view-given';
export * from './coordination/voice-recorded';
export * from './education/enrolment-recorded';
export * from './education/enrolment-recorded.v2';
export * from './engagement/contact-recorded';
export * from './health/attendance-recorded';
export * from './health/disclosure-recorded';
export * from './housing/homelessness-application-made';
export * from './housing/homelessness-decided';
export * from './housing/property-allocated';
export * from './housing/safe-accommodation-placed';
export * from './housing/sanctuary-assessed';
export * from './housing/tenancy-started';
export * from './involvement/ended';
export * from './involvement/started';
export * from './justice/case-concluded';
export * from './justice/order-breached';
export * from './justice/perpetrator-programme-updated';
export * from './justice/protection-order-recorded';
export * from './justice/release-recorded';
export * from './marac/action-completed';
export * from './marac/case-heard';
export * from './marac/case-listed';
export * from './marac/minutes-published';
export * from './marac/research-returned';
export * from './marac/transfer-received';
export * from './marac/transfer-requested';
export * from './mash/notification-decided';
export * from './person/details-recorded';
export * from './plan/action-completed';
export * from './police/child-notification-submitted';
export * from './police/death-recorded';
export * from './police/flag-placed';
export * from './police/flag-removed';
export * from './police/incident-recorded';
export * from './police/investigation-outcome-recorded';
export * from './record/corrected';
export * from './record/retracted';
export * from './referral/decided';
export * from './referral/escalated';
export * from './referral/feedback-given';
export * from './referral/made';
export * from './risk/assessment-completed';
export * from './risk/person-posing-risk-assessed';
export * from './safety-plan/agreed';
export * from './social-care/assessment-completed';
export * from './social-care/assessment-started';
export * from './social-care/child-removed';
export * from './social-care/plan-ended';
export * from './social-care/plan-started';
export * from './social-care/strategy-discussion-held';
export * from './social-care/strategy-discussion-requested';
