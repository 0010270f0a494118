import { readFile } from 'node:fs/promises';
import { Fault } from '@throughline/kernel';
import type { StatedPartnership } from '@throughline/projections';
import { parse } from 'yaml';

/** A system that may do more than publish and read for its agency. */
export interface ScopedClient {
  readonly id: string;
  readonly scopes: readonly string[];
}

export interface PartnershipsFile {
  readonly partnerships: readonly StatedPartnership[];
  readonly clients: readonly ScopedClient[];
}

/** The partnerships file cannot be used; the message says where and why. */
export class PartnershipsFileInvalid extends Fault {
  readonly retriable = false;
}

const isList = (value: unknown): value is readonly Record<string, unknown>[] => Array.isArray(value);

/** Reads the partnerships that a new log starts from. */
export const readPartnershipsFile = async (path: string): Promise<PartnershipsFile> => {
  const file = parse(await readFile(path, 'utf8')) as Record<string, unknown> | null;
  const partnerships = file?.['partnerships'];
  if (!isList(partnerships) || partnerships.length === 0) throw new PartnershipsFileInvalid(`${path}: it lists no partnerships`);
  const codes = new Set<string>();
  partnerships.forEach(({ code, name, agencies }, place) => {
    const where = `${path}: partnerships[${place}]`;
    if (typeof code !== 'string' || typeof name !== 'string') throw new PartnershipsFileInvalid(`${where} needs a code and a name`);
    if (!isList(agencies) || agencies.length === 0) throw new PartnershipsFileInvalid(`${where} lists no agencies`);
    for (const agency of agencies) {
      if (typeof agency['code'] !== 'string' || typeof agency['kind'] !== 'string' || typeof agency['name'] !== 'string') {
        throw new PartnershipsFileInvalid(`${where} has an agency without code, kind or name`);
      }
      if (codes.has(agency['code'])) throw new PartnershipsFileInvalid(`${where}: another agency has the code ${agency['code']}`);
      codes.add(agency['code']);
    }
  });
  const clients = file?.['clients'];
  return {
    partnerships: partnerships as unknown as readonly StatedPartnership[],
    clients: isList(clients) ? (clients as unknown as readonly ScopedClient[]) : [],
  };
};
