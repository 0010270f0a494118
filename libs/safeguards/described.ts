import { shortType } from '@throughline/records';
import type { AlertClass } from './alert';
import type { Safeguard } from './safeguard';

/** What a safeguard is, in plain words, for those who get its alerts and those who ask why there is none. */
export interface DescribedSafeguard {
  readonly id: string;
  readonly version: number;
  readonly class: AlertClass;
  /** How loudly it speaks. */
  readonly speaks: string;
  readonly watches: string;
  /** The record types that make it look. */
  readonly looksAt: readonly string[];
  readonly tells: string;
  readonly due: string;
  readonly answeredBy: string;
  readonly silentWhen: string;
  /** What else holds of it, a sentence each. */
  readonly also: readonly string[];
  readonly quote: string;
  /** The review or guidance that the quote is from. */
  readonly review: string;
}

const SPEAKS: Readonly<Record<AlertClass, string>> = {
  now: 'At once, on every channel of the service, and at the top of My work',
  act: 'In My work, by due time',
  know: 'In the daily digest and on the person’s page; nobody is interrupted',
  tidy: 'On the data quality page and in its weekly digest',
};

/** The reviews and the guidance that safeguards come from, by their numbers (safeguards’ `source.seed`). */
const REVIEWS: Readonly<Record<string, string>> = {
  '000': 'Learning from a domestic abuse serious incident review, approved by the agencies of Sheffield in 2013',
  '001': 'Multi-agency case file audit on repeat referrals into children’s social care',
  '002': 'Leicester multi-agency audit on domestic violence and abuse, 2016',
  '003': 'Domestic homicide review of the Safer Sefton Together Partnership',
  '004': 'Findings from multi-agency domestic abuse audits in Bexley, 2020 and 2021',
  encompass: 'Operation Encompass: statutory guidance',
  'working-together': 'Working Together to Safeguard Children: statutory guidance',
};

const alsoOf = ({ standing, alsoLate, contact, ladder }: Safeguard): readonly string[] =>
  [
    standing === true ? ['While it is open, the same agency is not told again about the same person.'] : [],
    alsoLate === true
      ? ['It also looks at what happened more than 90 days before it was recorded.']
      : ['It does not look at what happened more than 90 days before it was recorded.'],
    contact === true ? ['It asks for contact with the person. If they die, it closes.'] : [],
    ladder === undefined ? [] : ['If it is not answered in time, others are told as well.'],
  ].flat();

const speaksOf = (loudness: AlertClass, other: Safeguard['otherClass']): string =>
  other === undefined ? SPEAKS[loudness] : `${SPEAKS[loudness]}. ${capital(other.where)}: ${SPEAKS[other.class]}`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const describedSafeguard = (safeguard: Safeguard): DescribedSafeguard => {
  const { id, version, class: loudness, otherClass, watches, on, tells, due, answer, silentWhen, source } = safeguard;
  return {
    ...{ id, version, class: loudness, speaks: speaksOf(loudness, otherClass), watches, tells, due, silentWhen },
    looksAt: on.map(({ type }) => shortType(type)).sort(),
    answeredBy: answer.words,
    also: alsoOf(safeguard),
    quote: source.quote,
    review: REVIEWS[source.seed] ?? source.seed,
  };
};

/** More types than these are all of them, but for corrections and retractions. */
const FEW = 25;

const paragraphs = (one: DescribedSafeguard): string => {
  const looksAt = one.looksAt.length > FEW ? 'every record' : one.looksAt.map((type) => `\`${type}\``).join(', ');
  const rows = [
    ['Speaks', one.speaks],
    ['Watches for', one.watches],
    ['Looks at', looksAt],
    ['Tells', one.tells],
    ['By when', one.due],
    ['Answered by', one.answeredBy],
    ['Stays silent when', one.silentWhen],
  ];
  return [
    `## ${one.id}`,
    '',
    ...rows.map(([name, words]) => `- **${name ?? ''}:** ${words ?? ''}`),
    ...one.also.map((sentence) => `- ${sentence}`),
    '',
    `> ${one.quote}`,
    '>',
    `> ${one.review}`,
    '',
  ].join('\n');
};

/** Every safeguard in force as one document. */
export const catalogueMarkdown = (safeguards: readonly Safeguard[]): string =>
  [
    '# What the hub watches for',
    '',
    `Made from the ${safeguards.length} safeguards in force by \`npm run describe\`; the portal shows the same at \`/safeguards\`.`,
    '',
    'Numbers of days, months and incidents are defaults. A partnership can set its own.',
    '',
    ...safeguards.map((safeguard) => paragraphs(describedSafeguard(safeguard))),
  ].join('\n');
