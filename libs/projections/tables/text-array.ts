/** PostgreSQL's number for the type `text`. */
const TEXT = 25;

const HEADER = 20;

/**
 * A `text[]` in PostgreSQL's binary form, as a parameter: the client would write each element out in quotes, which for documents costs
 * more than making them.
 */
export const textArray = (values: readonly (string | null)[]): Buffer => {
  const lengths = values.map((value) => (value === null ? -1 : Buffer.byteLength(value)));
  const array = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + 4 + Math.max(length, 0), HEADER));
  array.writeInt32BE(values.length === 0 ? 0 : 1, 0);
  array.writeInt32BE(values.includes(null) ? 1 : 0, 4);
  array.writeInt32BE(TEXT, 8);
  if (values.length === 0) return array.subarray(0, 12);
  array.writeInt32BE(values.length, 12);
  array.writeInt32BE(1, 16);
  let at = HEADER;
  values.forEach((value, place) => {
    at = array.writeInt32BE(lengths[place] ?? -1, at);
    if (value !== null) at += array.write(value, at, 'utf8');
  });
  return array;
};
