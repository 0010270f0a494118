import { run } from '@throughline/infra/foundation';
import { startHub } from './hub';

run(startHub);
