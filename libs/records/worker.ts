import { Optional, Text, YesNo } from './fields';

/** The worker who holds a case or an involvement. */
export class Worker {
  /** The worker's name. */
  @Text('protected')
  name: string;

  /** Whether they are trained in the DASH risk checklist (SafeLives). */
  @YesNo()
  @Optional()
  dashTrained?: boolean;
}
