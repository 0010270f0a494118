import { addressMarkerMove } from './address-marker-move';
import { assessmentLate } from './assessment-late';
import { assessmentNotMultiAgency } from './assessment-not-multi-agency';
import { capacityContext } from './capacity-context';
import { caseClosure } from './case-closure';
import { checkUnanswered } from './check-unanswered';
import { childNotificationWithoutHistory } from './child-notification-without-history';
import { childReferralMissing } from './child-referral-missing';
import { childRemovedSupport } from './child-removed-support';
import { closureBeforeMarac } from './closure-before-marac';
import { closureNotConsulted } from './closure-not-consulted';
import { closureOrdersUnchecked } from './closure-orders-unchecked';
import { closureViewsWanted } from './closure-views-wanted';
import { closureWithoutReassessment } from './closure-without-reassessment';
import { courtSummaryIncomplete } from './court-summary-incomplete';
import { dashMissing } from './dash-missing';
import { declinedNeedsChallenge } from './declined-needs-challenge';
import { detailsDisagree } from './details-disagree';
import { earlyHelpNeedsDash } from './early-help-needs-dash';
import { encompass } from './encompass';
import { feedbackOverdue } from './feedback-overdue';
import { goldFlagDeath } from './gold-flag-death';
import { idvaWaiting } from './idva-waiting';
import { interpreterNotUsed } from './interpreter-not-used';
import { justificationMissing } from './justification-missing';
import { knownToMarac } from './known-to-marac';
import { leadAgencyLost } from './lead-agency-lost';
import { leadAgencyNeeded } from './lead-agency-needed';
import { manyPerpetrators } from './many-perpetrators';
import { maracActionOverdue } from './marac-action-overdue';
import { maracHistoryUndeclared } from './marac-history-undeclared';
import { maracMinutesLate } from './marac-minutes-late';
import { maracNonEngagement } from './marac-non-engagement';
import { maracReferralDue } from './marac-referral-due';
import { maracRepeat } from './marac-repeat';
import { maracTransferDue } from './marac-transfer-due';
import { mashList } from './mash-list';
import { noFurtherActionUnseen } from './no-further-action-unseen';
import { nonEngagementReview } from './non-engagement-review';
import { nothingAskedOfPersonPosingRisk } from './nothing-asked-of-person-posing-risk';
import { orderBreached } from './order-breached';
import { orderExpiring } from './order-expiring';
import { perpetratorReleased } from './perpetrator-released';
import { personPosingRiskUnassessed } from './person-posing-risk-unassessed';
import { planNotSmart } from './plan-not-smart';
import { planReviewDue } from './plan-review-due';
import { policeNotTold } from './police-not-told';
import { priorityNeed } from './priority-need';
import { programmeMissed } from './programme-missed';
import { propertySecurity } from './property-security';
import { protectionNoticeNotConsidered } from './protection-notice-not-considered';
import { referralOutcome } from './referral-outcome';
import { referralUndecided } from './referral-undecided';
import { repeatNoFurtherAction } from './repeat-no-further-action';
import { repeatSocialCareReferral } from './repeat-social-care-referral';
import { riskRaised } from './risk-raised';
import { rolesConflict } from './roles-conflict';
import type { Safeguard } from './safeguard';
import { safetyPlanMissing } from './safety-plan-missing';
import { sanctuaryReferral } from './sanctuary-referral';
import { separatedSinceAssessment } from './separated-since-assessment';
import { separationNotWeighed } from './separation-not-weighed';
import { serialPerpetrator } from './serial-perpetrator';
import { specialistReferralMissing } from './specialist-referral-missing';
import { strategyAgencyLeftOut } from './strategy-agency-left-out';
import { strategyDiscussionLate } from './strategy-discussion-late';
import { suicideRisk } from './suicide-risk';
import { tellSchools } from './tell-schools';
import { toolNotDash } from './tool-not-dash';
import { transferNotListed } from './transfer-not-listed';
import { untrainedWorker } from './untrained-worker';
import { voiceOfChildMissing } from './voice-of-child-missing';
import { wholeFamily } from './whole-family';
import { wrongPerson } from './wrong-person';

export * from './alert';
export * from './described';
export { type Trace } from './engine/decisions';
export * from './engine/engine';
export * from './engine/leads';
export * from './engine/matching';
export * from './engine/partnership-state';
export * from './safeguard';

/** The engine's version, noted with everything that it derives: raise it with any change of what a safeguard would say. */
export const ENGINE = '5';

/** Every safeguard in force, in the order in which they are judged. A test fails for a folder that is not listed. */
export const safeguards: readonly Safeguard[] = [
  addressMarkerMove,
  assessmentLate,
  assessmentNotMultiAgency,
  capacityContext,
  caseClosure,
  checkUnanswered,
  childNotificationWithoutHistory,
  childReferralMissing,
  childRemovedSupport,
  closureBeforeMarac,
  closureNotConsulted,
  closureOrdersUnchecked,
  closureViewsWanted,
  closureWithoutReassessment,
  courtSummaryIncomplete,
  dashMissing,
  declinedNeedsChallenge,
  detailsDisagree,
  earlyHelpNeedsDash,
  encompass,
  feedbackOverdue,
  goldFlagDeath,
  idvaWaiting,
  interpreterNotUsed,
  justificationMissing,
  knownToMarac,
  leadAgencyLost,
  leadAgencyNeeded,
  manyPerpetrators,
  maracActionOverdue,
  maracHistoryUndeclared,
  maracMinutesLate,
  maracNonEngagement,
  maracReferralDue,
  maracRepeat,
  maracTransferDue,
  mashList,
  noFurtherActionUnseen,
  nonEngagementReview,
  nothingAskedOfPersonPosingRisk,
  orderBreached,
  orderExpiring,
  perpetratorReleased,
  personPosingRiskUnassessed,
  planNotSmart,
  planReviewDue,
  policeNotTold,
  priorityNeed,
  programmeMissed,
  propertySecurity,
  protectionNoticeNotConsidered,
  referralOutcome,
  referralUndecided,
  repeatNoFurtherAction,
  repeatSocialCareReferral,
  riskRaised,
  rolesConflict,
  safetyPlanMissing,
  sanctuaryReferral,
  separatedSinceAssessment,
  separationNotWeighed,
  serialPerpetrator,
  specialistReferralMissing,
  strategyAgencyLeftOut,
  strategyDiscussionLate,
  suicideRisk,
  tellSchools,
  toolNotDash,
  transferNotListed,
  untrainedWorker,
  voiceOfChildMissing,
  wholeFamily,
  wrongPerson,
];
