import { AgencyOrName, Day, Identifier, OneOf, Optional, Text } from './fields';

export const AIMED_AT = ['victim', 'person-posing-risk', 'child', 'agency'] as const;

/** One action of a plan. Who does it and by when may be missing; a safeguard says so. */
export class PlanAction {
  @Identifier()
  id: string;

  @Text('protected')
  what: string;

  /** An agency's code, or a name. */
  @AgencyOrName('protected')
  @Optional()
  who?: string;

  @Day()
  @Optional()
  by?: string;

  @Day()
  @Optional()
  reviewOn?: string;

  /** Responsibility stays with the one who does harm: a plan that asks nothing of them is noticed. */
  @OneOf(AIMED_AT)
  @Optional()
  aimedAt?: (typeof AIMED_AT)[number];
}
