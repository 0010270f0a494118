import type { Settings } from '@throughline/projections';
import { inWords, listed } from '@throughline/records';
import { sentence } from '../../../pages/words/codes';
import { datesInWords, dayInWords, momentInWords } from '../../../pages/words/dates';
import type { CaseSummary, MaracActionShown } from './summary';

/** One line of plain text in Markdown: what somebody wrote changes neither its form nor where a link leads. */
const line = (text: string): string =>
  text
    .replaceAll(/[\\`*_<>]/g, String.raw`\$&`)
    .replaceAll('](', String.raw`]\(`)
    .replaceAll(/\s+/g, ' ')
    .trim();

const by = (posedBy: readonly string[]): string => (posedBy.length === 0 ? '' : `; ${posedBy.join(' and ')}`);

/** A heading and its list, or that there is nothing to list. */
const section = (heading: string, items: readonly string[], nothing: string, before: readonly string[] = []): readonly string[] => [
  ...[`## ${heading}`, ''],
  ...before.flatMap((paragraph) => [paragraph, '']),
  ...(items.length === 0 ? [nothing] : items),
  '',
];

const times = (count: number): string => (count === 1 ? 'once' : `${String(count)} times`);

/** A case summary as its recipient reads it: Markdown, which is plain text as well. */
export const caseSummaryDocument = (summary: CaseSummary, settings: Settings): string => {
  const { name, dateOfBirth, recipient, madeAt, upTo, risk, incidents, marac, orders, breaches, outcomes, conclusions } = summary;
  const score = (ticks: number | null, outOf: number | null): string =>
    ticks === null ? '' : `, ${String(ticks)}${outOf === null ? '' : ` of ${String(outOf)}`} ticks`;
  const action = ({ what, who, by: due, doneOn }: MaracActionShown): string => {
    const when =
      doneOn === null ? (due === null ? 'no date' : `by ${dayInWords(due)}, not recorded as done`) : `done ${dayInWords(doneOn)}`;
    return `  - ${what === null ? 'An action that is withheld' : line(what)} (${who === null ? 'owner not named here' : line(who)}; ${when})`;
  };
  const elsewhere = marac.timesHeardElsewhere === 0 ? '' : `, and ${times(marac.timesHeardElsewhere)} in other areas`;
  return [
    `# Case summary: ${name === null ? 'name not held' : line(name)}`,
    '',
    `- For: ${line(recipient)}, and for nobody else`,
    `- Date of birth: ${dateOfBirth === null ? 'not held' : dayInWords(dateOfBirth)}`,
    `- Made: ${momentInWords(madeAt)}, from the records of ${line(settings.name)} up to ${upTo}`,
    '',
    ...section(
      'Risk',
      risk.assessments.map(
        (each) =>
          `- ${dayInWords(each.on)}: ${each.level} (${inWords(each.tool)}${score(each.ticks, each.outOf)}), by ${line(each.agency)}`,
      ),
      'No risk assessment is held.',
      [risk.level === null ? 'There is no current level of risk.' : `The level of risk is now **${risk.level}**.`],
    ),
    ...section(
      'Incidents',
      incidents.flatMap(({ on, reports }) => [
        `- ${dayInWords(on)}`,
        ...reports.map(
          ({ summary: words, agency, incidentNumber, nature, posedBy }) =>
            `  - ${line(datesInWords(words))}, by ${line(agency)}${incidentNumber === null ? '' : ` (${line(incidentNumber)})`}${
              nature.length === 0 || words.includes(listed(nature)) ? '' : `: ${listed(nature)}`
            }${by(posedBy)}`,
        ),
      ]),
      'No incident is held.',
    ),
    ...section(
      'MARAC',
      marac.hearings.flatMap(({ on, level, actions }) => [`- Heard on ${dayInWords(on)}: ${level} risk`, ...actions.map(action)]),
      'No hearing is held.',
      [
        marac.timesHeard === 0 && elsewhere === ''
          ? 'The case has not been heard.'
          : `The case was heard ${times(marac.timesHeard)} here${elsewhere}.`,
      ],
    ),
    ...section(
      'Orders and breaches',
      [
        ...orders.map(
          ({ order, status, against, startsOn, expiresOn, inForce, agency }) =>
            `- ${sentence(inWords(order))}, ${status}${inForce ? ', in force' : ''}: against ${against}${
              startsOn === null ? '' : `, from ${dayInWords(startsOn)}`
            }${expiresOn === null ? '' : `, to ${dayInWords(expiresOn)}`}, by ${line(agency)}`,
        ),
        ...breaches.map(
          ({ on, order, agency, posedBy }) => `- Breached on ${dayInWords(on)}: ${inWords(order)}, by ${line(agency)}${by(posedBy)}`,
        ),
      ],
      'No order and no breach is held.',
    ),
    ...section(
      'Charges and outcomes',
      [
        ...outcomes.map(
          ({ on, incidentNumber, outcome, agency, posedBy }) =>
            `- ${dayInWords(on)}: ${inWords(outcome)}, incident ${line(incidentNumber)}, by ${line(agency)}${by(posedBy)}`,
        ),
        ...conclusions.map(
          ({ on, outcome, agency }) =>
            `- ${dayInWords(on)}: the case in court ended${outcome === null ? '' : `: ${line(outcome)}`}, by ${line(agency)}`,
        ),
      ],
      'No charge and no outcome is held.',
    ),
    ...section(
      'Withheld',
      summary.withheld.map(({ what, code }) => `- ${what} (${code})`),
      '',
    ),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
};
