import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program that publishes a first record, as a page shows it and a test runs it. */
export interface Example {
  readonly language: string;
  readonly file: string;
  readonly text: string;
}

const FILES = [
  ['curl', 'publish.sh'],
  ['Python', 'publish.py'],
  ['Java', 'Publish.java'],
  ['JavaScript', 'publish.mjs'],
] as const;

/** The examples, word for word. */
export const examples: readonly Example[] = FILES.map(([language, file]) => ({
  language,
  file,
  text: readFileSync(join(__dirname, 'examples', file), 'utf8'),
}));
