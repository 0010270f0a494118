const SEED = 0x9747b28c;
const M = 0x5bd1e995;

/**
 * murmur2, as Kafka's own clients choose a partition by key: so any other tool that writes with the partnership as the key agrees
 * with the hub. The test compares it with known values.
 */
const murmur2 = (data: Buffer): number => {
  let hash = SEED ^ data.length;
  const whole = data.length - (data.length % 4);
  for (let at = 0; at < whole; at += 4) {
    let k = Math.imul(data.readInt32LE(at), M);
    k = Math.imul(k ^ (k >>> 24), M);
    hash = Math.imul(hash, M) ^ k;
  }
  const rest = data.subarray(whole);
  if (rest.length > 0) {
    rest.forEach((byte, index) => (hash ^= byte << (8 * index)));
    hash = Math.imul(hash, M);
  }
  hash = Math.imul(hash ^ (hash >>> 13), M);
  return hash ^ (hash >>> 15);
};

/** The partition that carries this partnership; a pure function, the same for every process and for ever. */
export const partitionOfKey = (partnership: string, partitions: number): number =>
  (murmur2(Buffer.from(partnership, 'utf8')) & 0x7fffffff) % partitions;
