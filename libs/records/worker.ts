import { Optional, Text, YesNo } from './fields';

/** The worker who holds a case or an involvement. */
export class Worker {
  @Text('protected')
  name: string;

  /** Trained in the DASH risk checklist (SafeLives). */
  @YesNo()
  @Optional()
  dashTrained?: boolean;
}
