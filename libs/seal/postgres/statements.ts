/** $1 partnership, $2 epoch, then of each new key: $3 indexes, $4 numbers, $5 sealed refs, $6 wrapped keys. */
export const MAKE_OR_READ = {
  name: 'keys-make-or-read',
  text: `SELECT index, number, wrapped_key, epoch
    FROM keys.make_or_read($1, $2, $3::bytea[], $4::bigint[], $5::bytea[], $6::bytea[])`,
};

/**
 * $1 partnership, $2 numbers. One statement, so one moment: keys, erasures and the store's epoch (as number 0) fit together.
 * An erasure wins over a key that is still there.
 */
export const OPEN = {
  name: 'keys-open',
  text: `SELECT k.number, k.sealed_ref, k.wrapped_key, k.epoch FROM keys.reference_keys AS k
    WHERE k.partnership = $1 AND k.number = ANY ($2::bigint[])
      AND NOT EXISTS (SELECT FROM keys.erased AS e WHERE e.partnership = k.partnership AND e.number = k.number)
    UNION ALL
    SELECT e.number, NULL, NULL, NULL FROM keys.erased AS e WHERE e.partnership = $1 AND e.number = ANY ($2::bigint[])
    UNION ALL
    SELECT 0, NULL, NULL, m.epoch FROM keys.master_epoch AS m`,
};

/** $1 partnership, $2 indexes. Like `OPEN` one moment, and the epoch beside it (as no index); an erasure wins over a key. */
export const FIND = {
  name: 'keys-find',
  text: `SELECT k.index, k.number, NULL::integer AS epoch FROM keys.reference_keys AS k
    WHERE k.partnership = $1 AND k.index = ANY ($2::bytea[])
      AND NOT EXISTS (SELECT FROM keys.erased AS e WHERE e.partnership = k.partnership AND e.number = k.number)
    UNION ALL
    SELECT NULL, 0, m.epoch FROM keys.master_epoch AS m`,
};

/** $1 the epoch of the master key at hand: that of a store that is used for the first time. */
export const FIRST_EPOCH = 'INSERT INTO keys.master_epoch (epoch) VALUES ($1) ON CONFLICT DO NOTHING';

export const EPOCH = 'SELECT epoch FROM keys.master_epoch';

/** $1 name, $2 epoch, $3 wrapped key. */
export const MAKE_OR_READ_HUB_KEY = 'SELECT wrapped_key, epoch FROM keys.make_or_read_hub_key($1, $2, $3)';
