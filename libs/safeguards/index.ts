import { caseClosure } from './case-closure';
import { closureBeforeMarac } from './closure-before-marac';
import { closureNotConsulted } from './closure-not-consulted';
import { closureViewsWanted } from './closure-views-wanted';
import { maracReferralDue } from './marac-referral-due';
import { propertySecurity } from './property-security';
import { riskRaised } from './risk-raised';
import type { Safeguard } from './safeguard';
import { sanctuaryReferral } from './sanctuary-referral';

export * from './alert';
export { type Trace } from './engine/decisions';
export * from './engine/engine';
export * from './engine/matching';
export * from './engine/partnership-state';
export * from './safeguard';

/** The engine's version, noted with everything that it derives: raise it with any change of what a safeguard would say. */
export const ENGINE = '1';

/** Every safeguard in force, in the order in which they are judged. A test fails for a folder that is not listed. */
export const safeguards: readonly Safeguard[] = [
  caseClosure,
  closureBeforeMarac,
  closureNotConsulted,
  closureViewsWanted,
  maracReferralDue,
  propertySecurity,
  riskRaised,
  sanctuaryReferral,
];
