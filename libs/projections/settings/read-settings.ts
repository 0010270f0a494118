import type { SettingsChanged } from '@throughline/records';
import { defaultThresholds, type Settings } from './settings';

/** One partnership as the partnerships file states it. */
export type StatedPartnership = Omit<Settings, 'number' | 'thresholds' | 'schoolHolidays' | 'postcodes'> &
  Partial<Pick<Settings, 'schoolHolidays' | 'postcodes'>> & { readonly thresholds?: Partial<Settings['thresholds']> };

/** The settings that a settings record puts in force, with the defaults where it says nothing. */
export const readSettings = ({ number, settings }: SettingsChanged): Settings => {
  const stated = settings as StatedPartnership;
  return {
    ...stated,
    number,
    postcodes: stated.postcodes ?? [],
    schoolHolidays: stated.schoolHolidays ?? [],
    thresholds: { ...defaultThresholds, ...stated.thresholds },
  };
};
