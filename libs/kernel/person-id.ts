import { refNumber, type RefToken, refToken } from './refs';

const PERSON_ID = /^p-([0-9a-z]{1,11})$/;

/** A person's id: the random number of their earliest reference, which tells nothing of them. Every other reference's number leads to them too. */
export const personId = (ref: RefToken): string => `p-${refNumber(ref).toString(36)}`;

/** The reference that an id is made from, or undefined where it is none. */
export const refOfId = (id: string): RefToken | undefined => {
  const digits = PERSON_ID.exec(id)?.[1];
  const number = digits === undefined ? NaN : Number.parseInt(digits, 36);
  return Number.isSafeInteger(number) && number > 0 ? refToken(number) : undefined;
};
