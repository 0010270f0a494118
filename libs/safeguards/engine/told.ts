import { agencyFor, agencyKind, type Settings } from '@throughline/projections';
import type { Addressee } from '../safeguard';

/** An agency that an alert goes to, for which service, and what it is told beside the reason. */
export interface Told {
  readonly agency: string;
  readonly service?: string;
  readonly words?: string;
}

/** Who is told instead where nobody here can be: the MARAC coordinator, who sees every family. */
const coordinatorOf = (settings: Settings): string => {
  const coordinator = agencyFor(settings, 'marac') ?? agencyFor(settings, 'police') ?? settings.agencies[0]?.code;
  if (coordinator === undefined) throw new Error('a partnership without agencies');
  return coordinator;
};

/**
 * Which agency an addressee is here. A service that the partnership lacks, and an agency that is no member of it or has left it, are
 * named to the MARAC coordinator: nothing crosses to another partnership, and nothing is dropped.
 */
const agencyOf = (addressee: Addressee, settings: Settings): Told => {
  if ('agency' in addressee) {
    const { agency } = addressee;
    if (agencyKind(settings, agency) !== undefined) return { agency };
    return { agency: coordinatorOf(settings), words: `The agency ${agency} is no member of this partnership: see that it learns of this.` };
  }
  const { service } = addressee;
  const found = agencyFor(settings, service);
  if (found !== undefined) return { agency: found, service };
  return { agency: coordinatorOf(settings), service, words: `This partnership has no ${service} service to tell.` };
};

/** Whom these addressees are, each agency once; what it is told of services that are lacking is never lost. */
export const agenciesTold = (addressees: readonly Addressee[], settings: Settings): readonly Told[] => {
  const told = new Map<string, Told>();
  for (const addressee of addressees) {
    const next = agencyOf(addressee, settings);
    const before = told.get(next.agency);
    const words = [before?.words, next.words].filter((some) => some !== undefined).join(' ');
    told.set(next.agency, { ...next, ...before, ...(words === '' ? {} : { words }) });
  }
  return [...told.values()];
};
