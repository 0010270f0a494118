import { runAlone } from '@throughline/infra/foundation';
import { IntakeModule } from './intake.module';

runAlone('intake', async (alone) => {
  await alone.tablesAreThere();
  return { modules: [IntakeModule.with({ ...alone, clock: alone.now })] };
});
