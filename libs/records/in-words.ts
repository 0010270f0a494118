/** Codes of closed sets that are not words. */
const NAMES: Readonly<Record<string, string>> = {
  fgm: 'FGM',
  marac: 'MARAC',
  mash: 'MASH',
  idva: 'IDVA',
  mappa: 'MAPPA',
  gp: 'GP',
  'specialist-da': 'specialist domestic abuse service',
  'childrens-social-care': "children's social care",
  'dash-ric': 'DASH RIC',
  's-dash': 'S-DASH',
  dara: 'DARA',
  'young-person-dash': 'young person DASH',
  'section-47': 'section 47',
  dvpn: 'DVPN',
  dvpo: 'DVPO',
  dapn: 'DAPN',
  dapo: 'DAPO',
};

/** A code of a closed set as a practitioner says it. */
export const inWords = (code: string): string => NAMES[code] ?? code.replaceAll('-', ' ');

/** Several codes, `physical, threats`. */
export const listed = (codes: readonly string[]): string => codes.map(inWords).join(', ');
