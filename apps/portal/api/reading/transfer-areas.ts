import type { Opened, Visit } from '@throughline/access';
import { keyText } from '@throughline/projections';
import { chronologyOf, type Folded } from '@throughline/projections/queries';
import { is, maracTransferRequested } from '@throughline/records';
import { chronologyItems, saidIn } from './chronology-item';

const REQUESTS = { types: new Set<string>([maracTransferRequested.type]) };

/** The requests that pass a person's case on to an area without the hub: its name is text, and disclosed with them. */
export const areaRequests = ({ closed, person }: Visit): readonly Folded[] =>
  chronologyOf(closed, [person], REQUESTS).filter(
    ({ entry, retracted }) =>
      retracted === undefined &&
      is(maracTransferRequested, entry) &&
      entry.data.toPartnership === undefined &&
      entry.data.toArea !== undefined,
  );

/** Where each of these disclosed requests goes, by its key, as the reader may see it. */
export const transferAreas = async (visit: Visit, opened: Opened, requests: readonly Folded[]): Promise<ReadonlyMap<string, string>> => {
  const items = requests.length === 0 ? [] : await chronologyItems({ visit, opened, raised: new Map() }, requests);
  const areas = new Map<string, string>();
  items.forEach((item, place) => {
    const { toArea } = (saidIn(item) ?? {}) as { readonly toArea?: unknown };
    const request = requests[place];
    if (request !== undefined && typeof toArea === 'string') areas.set(keyText(request.entry), toArea);
  });
  return areas;
};
