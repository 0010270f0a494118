import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { readPartnershipsFile } from '@throughline/infra/foundation';
import { addDays, londonDay } from '@throughline/kernel';
import { stringify } from 'yaml';
import { generatePartnerships } from '.';
import { partnershipsLike } from './more-partnerships';

const ABOUT = `Writes a believable history as newline-delimited records, ready for "throughline import".
  --records N       how many records (20000)
  --partnerships M  how many partnerships: those of the file first, then others after their pattern (those of the file)
  --seed S          another seed, other families (1)
  --ending DAY      its last day, YYYY-MM-DD (yesterday)
  --from FILE       the partnerships file that a hub starts from (the demo's)
  --write-file FILE writes a partnerships file with all of them, for PARTNERSHIPS
`;

const whole = (name: string, text: string): number => {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  process.stderr.write(`--${name} must be a whole number\n${ABOUT}`);
  process.exit(2);
};

const options = {
  records: { type: 'string', default: '20000' },
  partnerships: { type: 'string' },
  seed: { type: 'string', default: '1' },
  ending: { type: 'string' },
  from: { type: 'string', default: join(__dirname, '../partnerships.yaml') },
  'write-file': { type: 'string' },
  help: { type: 'boolean' },
} as const;

const run = async (): Promise<void> => {
  const { values } = parseArgs({ options });
  if (values.help === true) {
    process.stdout.write(ABOUT);
    return;
  }
  const file = await readPartnershipsFile(values.from);
  const count = values.partnerships === undefined ? file.partnerships.length : whole('partnerships', values.partnerships);
  const partnerships = partnershipsLike(file.partnerships, count);
  if (values['write-file'] !== undefined) {
    // What is the same in two partnerships is written out in each: a hub reads no reference from one part of the file to another.
    writeFileSync(values['write-file'], stringify({ ...file, partnerships }, { aliasDuplicateObjects: false }));
  }
  const made = generatePartnerships({
    seed: whole('seed', values.seed),
    records: whole('records', values.records),
    endingOn: values.ending ?? addDays(londonDay(Date.now()), -1),
    partnerships,
  });
  let lines: string[] = [];
  for (const { line } of made) {
    lines.push(line);
    if (lines.length < 500) continue;
    if (!process.stdout.write(`${lines.join('\n')}\n`)) await once(process.stdout, 'drain');
    lines = [];
  }
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
};

process.stdout.on('error', () => process.exit(1));
run().catch((reason: unknown) => {
  process.stderr.write(`${reason instanceof Error ? reason.message : 'it failed'}\n${ABOUT}`);
  process.exitCode = 2;
});
