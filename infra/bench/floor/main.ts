import { copyFloor, type CopyTask } from './copy';
import { groupingServer, type GroupingTask } from './grouping-server';

const task = JSON.parse(process.argv[2] ?? '{}') as CopyTask | GroupingTask;
const port = Number(process.env['PORT']);
const started = task.kind === 'group' ? groupingServer(task, port) : copyFloor(task, port);

process.on('SIGTERM', () => {
  void started.then((stop) => stop()).then(() => process.exit(0));
});
