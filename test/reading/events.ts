import type { Line } from '../../infra/bench/published';

type Data = Readonly<Record<string, unknown>>;

let count = 0;

/** Somebody as an agency holds them. */
export const person = (ref: string, role: string, details?: Data): Data => ({ ref, role, ...(details === undefined ? {} : { details }) });

/** A record of the demo partnership `northgate`, published by the agency of its subject, recorded when it happened unless told otherwise. */
export const event = (type: string, time: string, people: readonly Data[], data: Data = {}, more: Partial<Line> = {}): Line => {
  count += 1;
  const subject = String(people[0]?.['ref']);
  return {
    partnership: 'northgate',
    source: `/agencies/${subject.split(':')[0] ?? ''}`,
    id: `r-${String(count)}`,
    type: `throughline.${type}.v1`,
    subject,
    time,
    recordedtime: time,
    data: { people, ...data },
    ...more,
  };
};

export const incident = (time: string, people: readonly Data[], data: Data = {}, more: Partial<Line> = {}): Line =>
  event('police.incident-recorded', time, people, { incidentNumber: `police-${time}`, nature: ['physical'], ...data }, more);

export const caseOpened = (time: string, people: readonly Data[], service: string): Line =>
  event('case.opened', time, people, { caseId: `${String(people[0]?.['ref'])}-case`, service });

export const corrected = (time: string, of: Line, replacement: Data, more: Partial<Line> = {}): Line =>
  event(
    'record.corrected',
    time,
    [{ ref: of.subject, role: 'victim' }],
    { corrects: { source: of.source, id: of.id }, reason: 'It was written down wrongly', replacement },
    more,
  );

export const retracted = (time: string, of: Line, reason: string): Line =>
  event('record.retracted', time, [{ ref: of.subject, role: 'victim' }], { retracts: { source: of.source, id: of.id }, reason });

/** NHS numbers whose check digit is right (modulus 11). */
export const nhsNumber = (seed: number): string => {
  for (let digits = 900_000_000 + seed * 7; ; digits += 1) {
    const sum = [...String(digits)].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${String(digits)}${String(check)}`;
  }
};
