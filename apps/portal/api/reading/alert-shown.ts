import { type AlertPathway, type AlertView, alertView, type KeptAlert } from '@throughline/alerts';
import { pathwayOf, type Settings } from '@throughline/projections';
import type { Reading } from '../parts';
import { personId } from '@throughline/kernel';

/** What a partnership wrote for those who get an alert of a safeguard, as its settings are now; null where it wrote nothing. */
export const pathwayShown = (settings: Pick<Settings, 'pathways'> | undefined, safeguard: string): AlertPathway | null => {
  const pathway = settings === undefined ? undefined : pathwayOf(settings, safeguard);
  if (pathway === undefined) return null;
  const { title, link = null, text = null, resources = [] } = pathway;
  return { title, link, text, resources };
};

/** An alert as its readers see it, with what its safeguard says and what the partnership wrote for it. */
export const alertShown = ({ safeguards, settings }: Pick<Reading, 'safeguards' | 'settings'>, kept: KeptAlert): AlertView =>
  alertView(kept, personId(kept.person), safeguards, pathwayShown(settings.of(kept.partnership), kept.alert.safeguard));
