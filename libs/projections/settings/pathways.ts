/** What a partnership wrote for those who get an alert of some safeguards: its own procedure, by a link or in its own words. */
export interface Pathway {
  /** The safeguards that it is for: an id; a family as `marac-*`; or `*`, all that no other pathway is for. */
  readonly safeguards: readonly string[];
  readonly title: string;
  /** An https address of the partnership's own page. */
  readonly link?: string;
  /** Its own words, paragraphs parted by an empty line. */
  readonly text?: string;
  /** What else helps: forms, leaflets, lines to ring. */
  readonly resources?: readonly { readonly title: string; readonly link: string }[];
}

/** How closely a name of safeguards fits one of them: more is closer, 0 is not at all. */
const closeness = (named: string, safeguard: string): number => {
  if (named === safeguard) return Number.MAX_SAFE_INTEGER;
  return named.endsWith('*') && safeguard.startsWith(named.slice(0, -1)) ? named.length : 0;
};

/** The pathway of a safeguard: of several that fit, the one that names it most closely. */
export const pathwayOf = ({ pathways = [] }: { readonly pathways?: readonly Pathway[] }, safeguard: string): Pathway | undefined => {
  const fitting = pathways
    .map((pathway) => ({ pathway, close: Math.max(...pathway.safeguards.map((named) => closeness(named, safeguard))) }))
    .filter(({ close }) => close > 0);
  return fitting.sort((one, other) => other.close - one.close)[0]?.pathway;
};
