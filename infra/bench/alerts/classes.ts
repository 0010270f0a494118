/** The classes of alerts, the loudest first. */
export const CLASSES = ['now', 'act', 'know', 'tidy'] as const;

export type Classes = Record<(typeof CLASSES)[number], number>;

export const nothing: Readonly<Classes> = { now: 0, act: 0, know: 0, tidy: 0 };
