import { runAlone } from '@throughline/infra/foundation';
import { portalModules } from './portal-modules';

runAlone('portal', async (alone) => {
  await alone.tablesAreThere();
  return { modules: portalModules({ ...alone, provider: alone.configuration.identity }) };
});
