const ENGLISH = new Intl.PluralRules('en-GB');

/** A number with the word that goes with it: `1 fault`, `0 faults`, `2 were`. */
export const counted = (count: number, one: string, others = `${one}s`): string =>
  `${count} ${ENGLISH.select(count) === 'one' ? one : others}`;
