import type { Command } from 'commander';
import type { CommandParts } from '../command-parts';

interface PartnershipSettings {
  readonly code: string;
  readonly name: string;
  readonly number: number;
  readonly agencies: readonly { readonly code: string; readonly kind: string; readonly name: string }[];
  readonly thresholds: Readonly<Record<string, number>>;
}

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
};
