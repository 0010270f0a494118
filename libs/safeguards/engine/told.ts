import { agencyFor, type Settings } from '@throughline/projections';
import type { Addressee } from '../safeguard';

/** An agency that an alert goes to, for which service, and what it is told beside the reason. */
export interface Told {
  readonly agency: string;
  readonly service?: string;
  readonly words?: string;
}

/** Which agency an addressee is here. A service that the partnership lacks goes to the MARAC coordinator, who is told which. */
const agencyOf = (addressee: Addressee, settings: Settings): Told => {
  if ('agency' in addressee) return { agency: addressee.agency };
  const { service } = addressee;
  const found = agencyFor(settings, service);
  if (found !== undefined) return { agency: found, service };
  const coordinator = agencyFor(settings, 'marac') ?? agencyFor(settings, 'police') ?? settings.agencies[0]?.code;
  if (coordinator === undefined) throw new Error('a partnership without agencies');
  return { agency: coordinator, service, words: `This partnership has no ${service} service to tell.` };
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
