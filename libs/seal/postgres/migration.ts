import type { Pool } from 'pg';

/** Held shared by whoever makes keys, and alone by whoever moves the store to another master key. */
export const KEY_EPOCH_LOCK = 7_301_415_001;

/** Raised where a caller's master key is not the one under which the store is. */
export const EPOCH_CHANGED = 'KE001';

const MIGRATION_LOCK = 7_301_415_002;

/** How many pieces the largest table has: it holds one row for each reference of every partnership. */
const PIECES = 16;

const pieces = Array.from(
  { length: PIECES },
  (_none, piece) => `
  CREATE TABLE IF NOT EXISTS keys.reference_keys_${String(piece)}
    PARTITION OF keys.reference_keys FOR VALUES WITH (MODULUS ${String(PIECES)}, REMAINDER ${String(piece)});`,
).join('');

/**
 * The tables lie in a schema of their own, so that a backup of data can leave them out. `erased` is what is left of an erased
 * reference: that its number once stood for somebody, and where in the log that ended.
 */
const TABLES = `
  CREATE SCHEMA IF NOT EXISTS keys;

  CREATE TABLE IF NOT EXISTS keys.reference_keys (
    partnership text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    index bytea NOT NULL,
    sealed_ref bytea NOT NULL,
    wrapped_key bytea NOT NULL,
    epoch integer NOT NULL,
    CONSTRAINT reference_keys_pk PRIMARY KEY (partnership, number),
    CONSTRAINT reference_keys_index_once UNIQUE (partnership, index),
    CONSTRAINT reference_keys_number_fits CHECK (number > 0 AND number < 4503599627370496),
    CONSTRAINT reference_keys_index_length CHECK (octet_length(index) = 16)
  ) PARTITION BY HASH (partnership);
  ${pieces}

  CREATE TABLE IF NOT EXISTS keys.erased (
    partnership text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    at_position bigint NOT NULL,
    CONSTRAINT erased_pk PRIMARY KEY (partnership, number)
  );

  CREATE TABLE IF NOT EXISTS keys.hub_keys (
    name text COLLATE "C" NOT NULL,
    wrapped_key bytea NOT NULL,
    epoch integer NOT NULL,
    CONSTRAINT hub_keys_pk PRIMARY KEY (name)
  );

  CREATE TABLE IF NOT EXISTS keys.master_epoch (
    only_row boolean NOT NULL DEFAULT true,
    epoch integer NOT NULL,
    CONSTRAINT master_epoch_pk PRIMARY KEY (only_row),
    CONSTRAINT master_epoch_only_row CHECK (only_row),
    CONSTRAINT master_epoch_counts_from_one CHECK (epoch > 0)
  );`;

/** Keeps the store under the caller's master key for this transaction, and its commit flushed before it is answered. */
const HOLD_EPOCH = `
  CREATE OR REPLACE FUNCTION keys.hold_epoch(at_epoch integer) RETURNS void LANGUAGE plpgsql VOLATILE AS $function$
  BEGIN
    IF current_setting('synchronous_commit') IN ('off', 'local') THEN
      PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
    PERFORM pg_advisory_xact_lock_shared(${String(KEY_EPOCH_LOCK)});
    IF NOT EXISTS (SELECT FROM keys.master_epoch AS m WHERE m.epoch = at_epoch) THEN
      RAISE EXCEPTION 'the keys are under another master key' USING ERRCODE = '${EPOCH_CHANGED}';
    END IF;
  END
  $function$;`;

/**
 * Makes the keys that are not there and reads them all, in one round trip. Each statement sees what was committed before it,
 * so a key that another process made in between is read, never missed. Rows are made in the order of their index, so that two
 * processes that make the same keys wait for one another and never in a circle. A number that is taken, or was, makes no row:
 * the caller asks again with another.
 */
const MAKE_OR_READ = `
  CREATE OR REPLACE FUNCTION keys.make_or_read(
    of_partnership text, at_epoch integer, indexes bytea[], numbers bigint[], sealed_refs bytea[], wrapped_keys bytea[]
  ) RETURNS TABLE (index bytea, number bigint, wrapped_key bytea, epoch integer) LANGUAGE plpgsql VOLATILE AS $function$
  #variable_conflict use_column
  BEGIN
    PERFORM keys.hold_epoch(at_epoch);
    INSERT INTO keys.reference_keys (partnership, number, index, sealed_ref, wrapped_key, epoch)
      SELECT of_partnership, new.number, new.index, new.sealed_ref, new.wrapped_key, at_epoch
      FROM unnest(indexes, numbers, sealed_refs, wrapped_keys) AS new (index, number, sealed_ref, wrapped_key)
      WHERE NOT EXISTS (SELECT FROM keys.erased AS e WHERE e.partnership = of_partnership AND e.number = new.number)
      ORDER BY new.index
      ON CONFLICT DO NOTHING;
    RETURN QUERY
      SELECT k.index, k.number, k.wrapped_key, k.epoch FROM keys.reference_keys AS k
      WHERE k.partnership = of_partnership AND k.index = ANY (indexes);
  END
  $function$;`;

/** The same for one key of the hub itself. */
const MAKE_OR_READ_HUB_KEY = `
  CREATE OR REPLACE FUNCTION keys.make_or_read_hub_key(of_name text, at_epoch integer, new_wrapped_key bytea)
  RETURNS TABLE (wrapped_key bytea, epoch integer) LANGUAGE plpgsql VOLATILE AS $function$
  #variable_conflict use_column
  BEGIN
    PERFORM keys.hold_epoch(at_epoch);
    INSERT INTO keys.hub_keys (name, wrapped_key, epoch) VALUES (of_name, new_wrapped_key, at_epoch) ON CONFLICT DO NOTHING;
    RETURN QUERY SELECT h.wrapped_key, h.epoch FROM keys.hub_keys AS h WHERE h.name = of_name;
  END
  $function$;`;

/** Makes the key store's tables where they are not there yet. Any number of processes may call it at once, at every start. */
export const createPostgresKeyTables = async (pool: Pool): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1::bigint)', [MIGRATION_LOCK]);
    for (const statement of [TABLES, HOLD_EPOCH, MAKE_OR_READ, MAKE_OR_READ_HUB_KEY]) await client.query(statement);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
};
