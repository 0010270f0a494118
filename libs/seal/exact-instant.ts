import { Fault, parseInstant } from '@throughline/kernel';

/** Not a moment in RFC 3339. Records are validated before; this guards the digest from comparing what it cannot read. */
export class NotAnInstant extends Fault {
  readonly retriable = false;
  readonly status = 422;
}

const FINER_THAN_MILLISECONDS = /\.\d{3}(\d+)/;

/** The same text for the same moment, whatever its offset and the zeros that end its fraction; exact beyond the millisecond. */
export const exactInstant = (time: string): string => {
  const milliseconds = parseInstant(time);
  if (milliseconds === undefined) throw new NotAnInstant('a time is not RFC 3339');
  const finer = FINER_THAN_MILLISECONDS.exec(time)?.[1]?.replace(/0+$/, '') ?? '';
  return finer === '' ? String(milliseconds) : `${String(milliseconds)}.${finer}`;
};
