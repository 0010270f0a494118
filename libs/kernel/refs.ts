/**
 * A person reference: `{agency code}:{local id}`, an agency's own identifier for a person (contract.md, section 1).
 * Inside the log and the tables a reference is only its random number, written `#4711`: what the number stands for
 * lies beside its key and dies with it (trust.md, "Keys and erasure").
 */
export const REF_PATTERN = /^([a-z][a-z0-9-]{0,62}):([A-Za-z0-9._~-]{1,64})$/;

/** The number of a reference as it stands in sealed data, for example `#5203948571`. */
export type RefToken = `#${number}`;

export const agencyOfRef = (ref: string): string | undefined => REF_PATTERN.exec(ref)?.[1];

export const refToken = (number: number): RefToken => `#${number}`;

export const refNumber = (token: string): number => Number(token.slice(1));

export const isRefToken = (text: string): text is RefToken => /^#\d+$/.test(text);
