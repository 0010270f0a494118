import type { Command } from 'commander';
import type { CommandParts } from '../command-parts';

interface Key {
  readonly source: string;
  readonly id: string;
}

interface Alert {
  readonly id: string;
  readonly partnership: string;
  readonly safeguard: string;
  readonly version: number;
  readonly class: string;
  readonly to: { readonly agency: string; readonly service: string | null };
  readonly person: string;
  readonly raisedAt: string;
  readonly dueAt: string | null;
  readonly status: string;
  readonly reason: string;
  readonly evidence: readonly Key[];
  readonly answeredBy: string;
  readonly source: string;
  readonly pathway: {
    readonly title: string;
    readonly link: string | null;
    readonly text: string | null;
    readonly resources: readonly { readonly title: string; readonly link: string }[];
  } | null;
  readonly escalatedFrom: string | null;
  readonly closedAt: string | null;
  readonly closedBy: Key | null;
}

const keyInWords = ({ source, id }: Key): string => `${id} from ${source}`;

/** What the partnership wrote for those who get it: its words a line each, then where to read on. */
const pathwayInWords = ({ pathway }: Alert): readonly (readonly [string, string])[] => {
  if (pathway === null) return [];
  const { title, link, text, resources } = pathway;
  const words = (text ?? '').split('\n').filter((line) => line.trim() !== '');
  const links = [...(link === null ? [] : [link]), ...resources.map((resource) => `${resource.title}: ${resource.link}`)];
  return [title, ...words, ...links].map((line, place) => [place === 0 ? 'Pathway' : '', line] as const);
};

/** Why an alert was raised, what would answer it, and where its rule comes from: what the portal's page of it says. */
const explained = (alert: Alert): readonly (readonly [string, string])[] => {
  const { to, evidence, escalatedFrom, closedAt, closedBy, dueAt } = alert;
  const closed = closedAt === null ? '' : `, ${closedAt}${closedBy === null ? '' : ` by ${keyInWords(closedBy)}`}`;
  return [
    ['Why', alert.reason],
    ['For', to.service === null || to.service === to.agency ? to.agency : `${to.agency} as ${to.service}`],
    ['About', `${alert.person} in ${alert.partnership}`],
    ['Class', alert.class],
    ['Raised', alert.raisedAt],
    ...(dueAt === null ? [] : [['Due', dueAt] as const]),
    ['Status', `${alert.status}${closed}`],
    ...(escalatedFrom === null ? [] : [['Comes from', `alert ${escalatedFrom}, which was not answered in time`] as const]),
    ...evidence.map((key, place) => [place === 0 ? 'Shown by' : '', keyInWords(key)] as const),
    ['Answered by', alert.answeredBy],
    ...pathwayInWords(alert),
    ['The review says', `“${alert.source}”`],
    ['Safeguard', `${alert.safeguard}, version ${alert.version}: /safeguards/${alert.safeguard}`],
  ];
};

/** `throughline explain`: one alert in words. */
export const addExplain = (program: Command, { hub, console }: CommandParts): void => {
  program
    .command('explain')
    .description('Say why an alert was raised, what shows it, what would answer it, and which review its rule comes from')
    .argument('<alert>', "the alert's id")
    .option('--json', 'output for machines')
    .action(async (id: string, { json }: { json?: true }) => {
      const alert = (await hub().get(`/v1/alerts/${encodeURIComponent(id)}`)) as Alert;
      if (json) console.json(alert);
      else {
        const lines = explained(alert);
        const width = Math.max(...lines.map(([name]) => name.length));
        for (const [name, words] of lines) console.say(`${name.padEnd(width)}  ${words}`);
      }
    });
};
