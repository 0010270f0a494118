import {
  agencyCheckAnswered,
  agencyCheckRequested,
  childNotificationSubmitted,
  contactRecorded,
  investigationOutcomeRecorded,
  leadAgencyNominated,
  meetingHeld,
  referralEscalated,
  referralFeedbackGiven,
  riskReviewed,
  safeAccommodationPlaced,
  safetyPlanAgreed,
  type Service,
  strategyDiscussionHeld,
} from '@throughline/records';
import { type Told, write, type Written } from './written';

/** How a referral stays out of the way of another in one story: an id of its own. */
export const referralId = (number: number): { readonly referralId: string } => ({ referralId: `police-ref-${number}` });

export const feedback = (when: string, by: string, more: Told & { readonly referralId?: string } = {}): Written => {
  const { referralId: id = `police-${by}`, ...told } = more;
  return write(referralFeedbackGiven, by, when, told, { referralId: id, summary: 'What was decided, and why' });
};

export const challenge = (when: string, by: string, more: Told & { readonly referralId: string }): Written => {
  const { referralId: id, ...told } = more;
  return write(referralEscalated, by, when, told, { referralId: id, reason: 'The children were not seen' });
};

export const checkAsked = (when: string, by: string, of: string, more: Told = {}): Written =>
  write(agencyCheckRequested, by, when, more, { checkId: 'check-1', of, why: 'Assessing the risk' });

export const checkAnswered = (
  when: string,
  by: string,
  more: Told & { readonly checkId?: string; readonly known?: boolean } = {},
): Written => {
  const { checkId = 'check-1', known = true, ...told } = more;
  return write(agencyCheckAnswered, by, when, told, { checkId, known });
};

type Contact = (typeof contactRecorded)['Data'];

export const contact = (
  when: string,
  by: string,
  service: Service,
  outcome: Contact['outcome'],
  more: Told & Partial<Pick<Contact, 'cancelledBy' | 'riskRemains'>> = {},
): Written => {
  const { cancelledBy, riskRemains, ...told } = more;
  return write(contactRecorded, by, when, told, {
    service,
    outcome,
    ...(cancelledBy === undefined ? {} : { cancelledBy }),
    ...(riskRemains === undefined ? {} : { riskRemains }),
  });
};

export const refugePlacement = (when: string, by: string, more: Told = {}): Written =>
  write(safeAccommodationPlaced, by, when, more, {
    address: { lines: ['The refuge'], postcode: 'S8 0AA', sensitive: true },
    from: when.slice(0, 10),
  });

export const meeting = (when: string, by: string, more: Told = {}): Written =>
  write(meetingHeld, by, when, more, { kind: 'professionals', invited: [], attended: [], actions: [] });

export const strategyDiscussion = (when: string, more: Told = {}): Written =>
  write(strategyDiscussionHeld, 'csc', when, more, {
    requestedOn: when.slice(0, 10),
    heldOn: when.slice(0, 10),
    invited: [],
    attended: [],
    plan: [],
    outcome: 'section-47',
  });

type Outcome = (typeof investigationOutcomeRecorded)['Data'];

export const policeOutcome = (
  when: string,
  outcome: Outcome['outcome'],
  more: Told & { readonly justification?: string } = {},
): Written => {
  const { justification, ...told } = more;
  return write(investigationOutcomeRecorded, 'police', when, told, {
    incidentNumber: 'police-1',
    outcome,
    ...(justification === undefined ? {} : { justification }),
  });
};

export const nomination = (when: string, by: string, agency: string, more: Told = {}): Written =>
  write(leadAgencyNominated, by, when, more, { agency, chosenBy: 'the-person' });

export const riskReview = (when: string, by: string, more: Told = {}): Written =>
  write(riskReviewed, by, when, more, { conclusion: 'The risk remains' });

export const planOf = (when: string, by: string, more: Told = {}): Written =>
  write(safetyPlanAgreed, by, when, more, { planId: `${by}-plan-1`, actions: [] });

export const childNotification = (when: string, notificationNumber: string, incidentNumber?: string, more: Told = {}): Written =>
  write(childNotificationSubmitted, 'police', when, more, {
    notificationNumber,
    ...(incidentNumber === undefined ? {} : { incidentNumber }),
  });
