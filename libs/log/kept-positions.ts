import { type NewEntry, PositionsMixed } from './port';

/** Whether a copy is being written. Fails with `PositionsMixed` where only some of the entries say which position they had. */
export const requireAllOrNoneKept = (entries: readonly NewEntry[]): void => {
  const keeps = entries[0]?.position !== undefined;
  if (entries.some(({ position }) => (position !== undefined) !== keeps)) {
    throw new PositionsMixed('either every entry of an append keeps a position, or none');
  }
};
