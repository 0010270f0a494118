import { DayOrNull, OneOf, Optional, Ref, YesNo } from './fields';

export const RELATIONSHIPS = ['partner-of', 'ex-partner-of', 'parent-of', 'sibling-of', 'relative-of', 'lives-with'] as const;

/** How one person stands to another, `from` being the parent in `parent-of`. */
export class Relationship {
  /** The one whom the relationship starts from: the parent in parent-of, and either of the two in every other kind. */
  @Ref()
  from: string;

  /** The other one: the child in parent-of. */
  @Ref()
  to: string;

  /** How from stands to to. lives-with: they share a home, whatever else they are to each other. */
  @OneOf(RELATIONSHIPS)
  kind: (typeof RELATIONSHIPS)[number];

  /** The day on which it began, where that is known. */
  @DayOrNull()
  @Optional()
  since?: string | null;

  /** The day on which it ended. Null or absent: it goes on, as far as your agency knows. */
  @DayOrNull()
  @Optional()
  until?: string | null;

  /** Whether the two are in contact now, for example a parent who lives elsewhere and the child. */
  @YesNo()
  @Optional()
  inContact?: boolean;
}
