import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CANARIES } from './canaries';

/** A canary that was found, and where. */
export interface Sighting {
  readonly canary: string;
  readonly form: string;
  readonly where: string;
}

/** The forms in which a word may lie in a file: as it is, in capitals or not, in UTF-16, and as base64 or hexadecimal text at any place. */
const formsOf = (word: string): readonly (readonly [string, Buffer])[] => {
  const spellings = [...new Set([word, word.toLowerCase(), word.toUpperCase(), word.replaceAll(' ', '')])];
  return spellings.flatMap((text) => {
    const bytes = Buffer.from(text, 'utf8');
    const inBase64 = [0, 1, 2].map((shift) => {
      const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
      // Whole groups of three bytes alone: what stands beside the word is not known.
      const whole = Math.floor((shift + bytes.length) / 3) * 4;
      return [`${text} in base64`, Buffer.from(encoded.slice(shift === 0 ? 0 : 4, whole))] as const;
    });
    return [
      [text, bytes] as const,
      [`${text} in UTF-16`, Buffer.from(text, 'utf16le')] as const,
      [`${text} in hexadecimal`, Buffer.from(bytes.toString('hex'))] as const,
      ...inBase64,
    ];
  });
};

interface Form {
  readonly canary: string;
  readonly form: string;
  readonly bytes: Buffer;
}

const forms: readonly Form[] = Object.entries(CANARIES).flatMap(([canary, word]) =>
  formsOf(word)
    .filter(([, bytes]) => bytes.length >= 6)
    .map(([form, bytes]) => ({ canary, form, bytes })),
);

const pairAt = (bytes: Buffer, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Forms by their first two bytes, so that hundreds of megabytes are gone through once and not once for each form. */
const formsByPair = ((): readonly (readonly Form[] | undefined)[] => {
  const byPair = new Array<readonly Form[] | undefined>(0x1_00_00).fill(undefined);
  for (const each of forms) {
    const pair = pairAt(each.bytes, 0);
    byPair[pair] = [...(byPair[pair] ?? []), each];
  }
  return byPair;
})();

const standsAt = (bytes: Buffer, at: number, form: Buffer): boolean => {
  let same = 0;
  while (same < form.length && bytes[at + same] === form[same]) same += 1;
  return same === form.length;
};

/** Every canary in these bytes. */
export const sightingsIn = (bytes: Buffer, where: string): readonly Sighting[] => {
  const found = new Set<Form>();
  for (let at = 0; at < bytes.length; at += 1) {
    for (const each of formsByPair[pairAt(bytes, at)] ?? []) if (standsAt(bytes, at, each.bytes)) found.add(each);
  }
  return forms.filter((each) => found.has(each)).map(({ canary, form }) => ({ canary, form, where }));
};

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Every canary in the files of a folder, with how many bytes were looked through. */
export const sightingsUnder = (folder: string): { readonly sightings: readonly Sighting[]; readonly bytes: number } => {
  const files = filesUnder(folder);
  return {
    sightings: files.flatMap((file) => sightingsIn(readFileSync(file), relative(folder, file))),
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
  };
};
