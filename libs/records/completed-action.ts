import { CommonData } from './common-data';
import { Identifier, Optional, Text } from './fields';

/** An action of a plan, done. */
export class CompletedAction extends CommonData {
  @Identifier()
  actionId: string;

  @Text('protected')
  @Optional()
  outcome?: string;
}
