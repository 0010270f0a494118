import { runAlone } from '@throughline/infra/foundation';
import { ProjectorModule } from './projector.module';
import { StartedProjector } from './start-projector';

runAlone('projector', async (alone) => {
  const projector = await StartedProjector.open(alone);
  await projector.read();
  const { operations, whatIf } = projector;
  return { modules: [ProjectorModule.with({ ...alone, operations, whatIf })], checks: { projector: projector.check } };
});
