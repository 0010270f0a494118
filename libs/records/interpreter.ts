/** Who interpreted. A family member is no interpreter where abuse may be spoken of. */
export const INTERPRETERS = ['professional', 'family', 'none'] as const;
export type Interpreter = (typeof INTERPRETERS)[number];
