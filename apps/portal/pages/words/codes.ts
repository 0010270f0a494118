import { catalogue, inWords, newestVersionOf } from '@throughline/records';
import type { Settings } from '@throughline/projections';

/** An agency as people call it. */
export const agencyName = ({ agencies }: Settings, code: string): string => agencies.find((agency) => agency.code === code)?.name ?? code;

/** With a capital letter, where a phrase begins. */
export const sentence = (phrase: string): string => `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`;

const FAMILIES: Readonly<Record<string, string>> = { marac: 'MARAC', mash: 'MASH' };

/** `throughline.police.incident-recorded.v1` is `Police: incident recorded`. */
export const typeInWords = (type: string): string => {
  const [, family = type, name = ''] = type.split('.');
  return `${FAMILIES[family] ?? sentence(inWords(family))}: ${inWords(name)}`;
};

/** The catalogue's types for a list to choose from, in the order of their words; of a type with versions the newest stands for all. */
export const typesToChoose = (): readonly { readonly value: string; readonly text: string }[] =>
  catalogue
    .filter(({ type }) => !type.startsWith('throughline.record.') && newestVersionOf(type) === type)
    .map(({ type }) => ({ value: type, text: typeInWords(type) }))
    .sort((one, other) => one.text.localeCompare(other.text, 'en-GB'));

/** A field's name in words: `childrenPresent` is `Children present`. */
export const fieldInWords = (name: string): string =>
  sentence(
    name
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .replaceAll(/\b(nhs|pnc|marac|dash|uprn|urn|id)\b/g, (found) => found.toUpperCase()),
  );

/** A reference, or that somebody is meant whom the reader may not know of. */
export const refInWords = (ref: string): string => (ref === '[sealed]' ? 'somebody who is not named here' : ref);
