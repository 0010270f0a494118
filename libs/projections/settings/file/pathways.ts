import { isScalar, type Node } from 'yaml';
import type { Reading } from './reading';

const LONGEST_TITLE = 120;
const LONGEST_TEXT = 2_000;
const LONGEST_LINK = 500;

const isTitle = (text: string): boolean => text.trim() !== '' && text.length <= LONGEST_TITLE;
const isText = (text: string): boolean => text.trim() !== '' && text.length <= LONGEST_TEXT;

/** An address that people may be led to: https, with nothing in it that would sign them in. */
const isLink = (text: string): boolean => {
  if (!URL.canParse(text) || text.length > LONGEST_LINK || /\s/.test(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return protocol === 'https:' && username === '' && password === '' && hostname !== '';
};

const TITLE = `text of at most ${LONGEST_TITLE} characters`;
const LINK = `an https address of at most ${LONGEST_LINK} characters`;

/** Whether a safeguard, or one of a family, goes by this name. */
const isOf = (known: readonly string[], named: string): boolean =>
  named.endsWith('*') ? known.some((id) => id.startsWith(named.slice(0, -1))) : known.includes(named);

const examineResource = (reading: Reading, node: Node): void => {
  const field = reading.fields(node, 'a resource', ['title', 'link']);
  if (field === undefined) return;
  reading.text(field('title'), 'required', isTitle, TITLE);
  reading.text(field('link'), 'required', isLink, LINK);
};

const examinePathway = (reading: Reading, node: Node, known: readonly string[] | undefined, met: Set<string>): void => {
  const field = reading.fields(node, 'a pathway', ['safeguards', 'title', 'link', 'text', 'resources']);
  if (field === undefined) return;
  for (const item of reading.items(field('safeguards'), 'required')) {
    const named = isScalar(item) && typeof item.value === 'string' ? item.value : '';
    if (!/^(\*|[a-z][a-z0-9-]*\*?)$/.test(named))
      reading.fault(item, '"safeguards" must be a list, each a safeguard’s id, a family like "marac-*", or "*"');
    else if (known !== undefined && !isOf(known, named)) reading.fault(item, `no safeguard is called "${named}"`);
    else if (met.has(named)) reading.fault(item, `another pathway is for "${named}"`);
    met.add(named);
  }
  reading.text(field('title'), 'required', isTitle, TITLE);
  reading.text(field('link'), 'optional', isLink, LINK);
  reading.text(field('text'), 'optional', isText, `text of at most ${LONGEST_TEXT} characters`);
  if (field('link').value === undefined && field('text').value === undefined) reading.fault(node, 'a pathway needs a "link" or a "text"');
  for (const resource of reading.items(field('resources'), 'optional')) examineResource(reading, resource);
};

/**
 * Examines a partnership's pathways.
 * @param known the ids of the safeguards in force; without them the names are not looked up
 */
export const examinePathways = (reading: Reading, nodes: readonly Node[], known: readonly string[] | undefined): void => {
  const met = new Set<string>();
  for (const node of nodes) examinePathway(reading, node, known, met);
};
