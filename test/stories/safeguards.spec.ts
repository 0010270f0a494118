import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every safeguard's stories in one go: the catalogue is loaded once for all, not once for each. */
const safeguards = join(__dirname, '../../libs/safeguards');

for (const folder of readdirSync(safeguards, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  for (const file of readdirSync(join(safeguards, folder.name)).filter((name) => name.endsWith('.stories.ts'))) {
    jest.requireActual(join(safeguards, folder.name, file));
  }
}
