// `npm test`: installs what it needs and runs every check and suite, a real broker and a real browser among them.
// `npm test -- <words for jest>` runs the tests that they choose, without the guards.
import { checkNode, installForTests, installPackages } from './install.mjs';

checkNode();
if (installPackages()) {
  installForTests();
  const jestParameters = process.argv.slice(2);
  const { runSuite } = await import('./suite.mjs');
  await runSuite({ withGuards: jestParameters.length === 0, jestParameters });
} else {
  process.exitCode = 1;
  console.log('0 passed, 1 failed');
}
