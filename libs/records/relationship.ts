import { DayOrNull, OneOf, Optional, Ref, YesNo } from './fields';

export const RELATIONSHIPS = ['partner-of', 'ex-partner-of', 'parent-of', 'sibling-of', 'relative-of', 'lives-with'] as const;

/** How one person stands to another, `from` being the parent in `parent-of`. */
export class Relationship {
  @Ref()
  from: string;

  @Ref()
  to: string;

  @OneOf(RELATIONSHIPS)
  kind: (typeof RELATIONSHIPS)[number];

  @DayOrNull()
  @Optional()
  since?: string | null;

  @DayOrNull()
  @Optional()
  until?: string | null;

  @YesNo()
  @Optional()
  inContact?: boolean;
}
