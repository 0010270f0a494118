import { runAlone } from '@throughline/infra/foundation';
import { NotifierModule } from './notifier.module';
import { startNotifier } from './start-notifier';

runAlone('notifier', async (alone) => {
  await alone.tablesAreThere();
  const delivery = await startNotifier(alone);
  return { modules: [NotifierModule.with({ ...alone, delivery })], checks: { channels: () => delivery.check() } };
});
