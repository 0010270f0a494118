import { HUB_SOURCE, hubTypes, type SettingsChanged } from './hub-records';

/** Settings number 1 have always been in force: their instant is the first one, so that writing them twice writes them once. */
const ALWAYS = '1970-01-01T00:00:00.000Z';

/** The first record of a partnership: the settings that it begins with, as the hub publishes them. */
export const firstSettings = (partnership: string, settings: unknown) => ({
  partnership,
  source: HUB_SOURCE,
  id: 'settings:1',
  type: hubTypes.settingsChanged,
  time: ALWAYS,
  recordedtime: ALWAYS,
  data: { number: 1, settings } satisfies SettingsChanged,
});
