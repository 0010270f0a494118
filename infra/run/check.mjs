// `npm run check`: the quick half: the guards, and the tests that need neither a broker nor a browser and break nothing.
import { checkNode, installPackages } from './install.mjs';

checkNode();
if (installPackages()) {
  const { runSuite } = await import('./suite.mjs');
  await runSuite({
    withGuards: true,
    jestParameters: ['--testPathIgnorePatterns', '/kafka/', '/browser/', '/faults/', '/inbound/', '\\.stories\\.ts$', ...process.argv.slice(2)],
  });
} else {
  process.exitCode = 1;
  console.log('0 passed, 1 failed');
}
