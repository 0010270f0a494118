import { AgencyOrName, Day, Identifier, OneOf, Optional, Text } from './fields';

export const AIMED_AT = ['victim', 'person-posing-risk', 'child', 'agency'] as const;

/** One action of a plan. Who does it and by when may be missing; a safeguard says so. */
export class PlanAction {
  /** The id of the action. Whoever does it publishes that it is done under the same id. */
  @Identifier()
  id: string;

  /** What is to be done. */
  @Text('protected')
  what: string;

  /** Who is to do it: an agency's code, or a name. Absent: nobody was named. */
  @AgencyOrName('protected')
  @Optional()
  who?: string;

  /** The last day on which it is to be done. */
  @Day()
  @Optional()
  by?: string;

  /** The day on which it is looked at again. */
  @Day()
  @Optional()
  reviewOn?: string;

  /** Who is asked to act or change. Responsibility stays with the one who does harm: a plan that asks nothing of them is noticed. */
  @OneOf(AIMED_AT)
  @Optional()
  aimedAt?: (typeof AIMED_AT)[number];
}
