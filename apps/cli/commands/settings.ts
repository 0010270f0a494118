import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import type { CommandParts } from '../command-parts';
import { HubRefused } from '../hub/hub-client';
import { Misuse } from '../hub/hub-place';

interface PartnershipSettings {
  readonly code: string;
  readonly name: string;
  readonly number: number;
  readonly agencies: readonly { readonly code: string; readonly kind: string; readonly name: string }[];
  readonly thresholds: Readonly<Record<string, number>>;
}

/** `2`, or `northgate=2` for one partnership of several. */
const replaced = (given: readonly string[]): number | Readonly<Record<string, number>> => {
  const numbers = given.map((text) => {
    const [, code, number] = /^(?:([a-z][a-z0-9-]*)=)?(\d+)$/.exec(text) ?? [];
    if (number === undefined) throw new Misuse('--replaces takes a number, or partnership=number');
    return { code, number: Number(number) };
  });
  const [first] = numbers;
  if (first !== undefined && first.code === undefined) return first.number;
  return Object.fromEntries(numbers.map(({ code, number }) => [code ?? '', number]));
};

/** What systems may do is none of a partnership's settings: whoever changes it in the file is told that nothing came of it. */
const clientsIn = async (file: string): Promise<number> => {
  const { readPartnershipsText } = await import('@throughline/projections');
  const read = readPartnershipsText(file);
  return 'file' in read ? read.file.clients.length : 0;
};

/** `throughline settings show`: what each partnership has agreed, with the number that the settings carry. */
export const addSettings = (program: Command, { hub, console }: CommandParts): void => {
  const settings = program.command('settings').description('What partnerships have agreed');
  settings
    .command('show')
    .description('Show the settings in force')
    .option('--json', 'output for machines: everything')
    .action(async ({ json }: { json?: true }) => {
      const { items } = (await hub().get('/v1/operate/settings')) as { items: readonly PartnershipSettings[] };
      if (json) console.json({ items });
      else
        for (const { code, name, number, agencies, thresholds } of items) {
          console.say(`${code}: ${name} (settings ${number})`);
          console.table(
            ['  agency', 'kind', 'name'],
            agencies.map((agency) => [`  ${agency.code}`, agency.kind, agency.name]),
          );
          console.table(
            ['  threshold', 'value'],
            Object.entries(thresholds).map(([threshold, value]) => [`  ${threshold}`, String(value)]),
          );
        }
    });
  settings
    .command('apply')
    .description('Put the entries of a partnerships file in force that differ from what is; all of them, or none')
    .argument('<file>', 'a partnerships file')
    .requiredOption('--replaces <number...>', 'the number in force that you mean to replace, as `show` says it: 2, or northgate=2')
    .option('--partnership <code>', 'only the entry of this partnership')
    .option('--json', 'output for machines')
    .action(async (path: string, options: { replaces: string[]; partnership?: string; json?: true }) => {
      const { partnership, json } = options;
      const file = await readFile(path, 'utf8').catch(() => {
        throw new Misuse(`${path} cannot be read`);
      });
      const body = JSON.stringify({ file, replaces: replaced(options.replaces), partnership });
      try {
        const { items } = (await hub().post('/v1/operate/settings', body)) as { items: readonly { partnership: string; number: number }[] };
        if (json) console.json({ items });
        else if (items.length === 0) console.say('nothing differs from what is in force');
        else for (const { partnership: code, number } of items) console.say(`${code}: settings ${number} are in force`);
        if ((await clientsIn(file)) > 0)
          console.sayError(`${path}: "clients" is ignored: the hub takes them from the file that PARTNERSHIPS names, when it starts`);
      } catch (reason) {
        if (reason instanceof HubRefused) for (const { detail } of reason.errors) console.sayError(`${path}: ${detail}`);
        throw reason;
      }
    });
};
