import { CommonData } from './common-data';
import { Identifier, Optional, Text } from './fields';

/** An action of a plan, done. */
export class CompletedAction extends CommonData {
  /** The id of the action, as the plan or the meeting gave it. */
  @Identifier()
  actionId: string;

  /** What was done and what came of it. */
  @Text('protected')
  @Optional()
  outcome?: string;
}
