import type { Address } from '@throughline/records';

/** What stands in the place of an address that nobody is shown. */
export const SEALED_ADDRESS = 'sealed';

const SEALED_TEXT = '[sealed]';

/** A UK postcode, with or without its space. */
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi;

/** A telephone number as it is written in Britain: ten digits or more, from 0 or +, with what people put between them. */
const PHONE = /(?<![\w/-])(?:\+\d{1,3}|\(?0)[\d\s().-]{7,16}\d(?![\w/-])/g;

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** A known line wherever it stands, whatever blanks are in it. A number alone is no place. */
const lineAnywhere = (line: string): RegExp | undefined =>
  letters(line).length < 5 ? undefined : new RegExp(escaped(line.trim()).replaceAll(/[\s,]+/g, String.raw`[\s,]+`), 'giu');

/**
 * Addresses that nobody is shown, auditors included: those marked sensitive and every safe accommodation (trust.md, "Location").
 * Another agency's copy of such an address, without the mark, is withheld with it; so is its postcode in any text.
 */
export class SealedLocations {
  private readonly uprns = new Set<string>();
  private readonly postcodes = new Set<string>();
  private readonly sealedLines: RegExp[] = [];
  private readonly knownLines: RegExp[] = [];

  /**
   * @param sealed addresses that must not be seen
   * @param known every other address that is known of the family: in a narrative none is told
   */
  constructor(sealed: Iterable<Address>, known: Iterable<Address> = []) {
    for (const address of sealed) {
      if (address.uprn !== undefined) this.uprns.add(address.uprn.replace(/^0+/, ''));
      if (address.postcode !== undefined && address.postcode.trim() !== '') this.postcodes.add(letters(address.postcode));
      this.sealedLines.push(...(address.lines ?? []).flatMap((line) => lineAnywhere(line) ?? []));
    }
    for (const { lines } of known) this.knownLines.push(...(lines ?? []).flatMap((line) => lineAnywhere(line) ?? []));
  }

  isSealed(address: Address): boolean {
    if (address.sensitive === true) return true;
    if (address.uprn !== undefined && this.uprns.has(address.uprn.replace(/^0+/, ''))) return true;
    if (address.postcode !== undefined && this.postcodes.has(letters(address.postcode))) return true;
    return (address.lines ?? []).some((line) => this.inText(line) !== line);
  }

  /** A narrative without postcodes, telephone numbers and known addresses. */
  inNarrative(text: string): string {
    const plain = this.knownLines.reduce((rest, line) => rest.replaceAll(line, SEALED_TEXT), this.inText(text));
    return plain.replaceAll(POSTCODE, SEALED_TEXT).replaceAll(PHONE, SEALED_TEXT);
  }

  /** Any other text, without what is sealed. */
  inText(text: string): string {
    const plain = this.sealedLines.reduce((rest, line) => rest.replaceAll(line, SEALED_TEXT), text);
    if (this.postcodes.size === 0) return plain;
    return plain.replaceAll(POSTCODE, (found) => (this.postcodes.has(letters(found)) ? SEALED_TEXT : found));
  }
}
