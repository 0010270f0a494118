/**
 * The tables of one generation: everything here is a reading of the log and can be thrown away and made again.
 * Every primary key starts with the partnership; tables that grow with the log are hash-partitioned by it.
 */
const partitions = 8;

const partitioned = (schema: string, name: string, body: string): string => `
  CREATE TABLE ${schema}.${name} (${body}) PARTITION BY HASH (partnership);
  ${Array.from({ length: partitions }, (_, remainder) => `CREATE TABLE ${schema}.${name}_${remainder} PARTITION OF ${schema}.${name} FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${remainder});`).join('\n  ')}`;

/** Names of generations are made here and nowhere else, so that they may stand in SQL. */
export const generationName = (number: number): string => `generation_${number}`;

export const createGeneration = (schema: string): string => `
  CREATE SCHEMA ${schema};
  CREATE TABLE ${schema}.progress (partition int PRIMARY KEY, next_offset bigint NOT NULL);
  CREATE TABLE ${schema}.partnerships (
    partnership text PRIMARY KEY,
    size bigint NOT NULL,
    last_position bigint NOT NULL,
    log_time bigint NOT NULL,
    clock_started boolean NOT NULL,
    settings text
  );
  ${partitioned(
    schema,
    'records',
    `partnership text NOT NULL,
    index bigint NOT NULL,
    position bigint NOT NULL,
    log_time bigint NOT NULL,
    key bytea NOT NULL,
    leaf bytea NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (partnership, index)`,
  )}
  CREATE UNIQUE INDEX records_by_key ON ${schema}.records (partnership, key);
  ${partitioned(schema, 'links', 'partnership text NOT NULL, ref bigint NOT NULL, index bigint NOT NULL, PRIMARY KEY (partnership, ref, index)')}
  ${partitioned(
    schema,
    'memberships',
    `partnership text NOT NULL,
    ref bigint NOT NULL,
    person bigint NOT NULL,
    seen bigint NOT NULL,
    since bigint NOT NULL,
    until bigint,
    PRIMARY KEY (partnership, ref, since)`,
  )}
  CREATE INDEX memberships_by_person ON ${schema}.memberships (partnership, person);
  ${partitioned(schema, 'traces', 'partnership text NOT NULL, token bytea NOT NULL, ref bigint NOT NULL, PRIMARY KEY (partnership, token, ref)')}
  ${partitioned(
    schema,
    'alerts',
    `partnership text NOT NULL,
    id text NOT NULL,
    about bigint NOT NULL,
    agency text NOT NULL,
    safeguard text NOT NULL,
    status text NOT NULL,
    raised_at bigint NOT NULL,
    alert text NOT NULL,
    PRIMARY KEY (partnership, id)`,
  )}
  CREATE INDEX alerts_by_person ON ${schema}.alerts (partnership, about);
  CREATE INDEX alerts_by_time ON ${schema}.alerts (partnership, raised_at, id);
  CREATE INDEX alerts_by_agency ON ${schema}.alerts (partnership, agency, raised_at);
  ${partitioned(
    schema,
    'deadlines',
    'partnership text NOT NULL, id text NOT NULL, due bigint NOT NULL, about bigint NOT NULL, deadline text NOT NULL, PRIMARY KEY (partnership, id)',
  )}
  CREATE INDEX deadlines_by_due ON ${schema}.deadlines (partnership, due);
  CREATE INDEX deadlines_by_person ON ${schema}.deadlines (partnership, about);
  CREATE TABLE ${schema}.engine_changes (partnership text PRIMARY KEY, until bigint NOT NULL);
  CREATE TABLE ${schema}.past_until (partnership text PRIMARY KEY, until bigint NOT NULL);
  CREATE TABLE ${schema}.past (
    partnership text NOT NULL,
    position bigint NOT NULL,
    first_ordinal int NOT NULL,
    outcomes text NOT NULL,
    PRIMARY KEY (partnership, position, first_ordinal)
  );
  CREATE TABLE ${schema}.set_aside (
    partnership text NOT NULL,
    position bigint NOT NULL,
    index bigint,
    reason text NOT NULL,
    source text,
    id text,
    redriven boolean NOT NULL DEFAULT false,
    PRIMARY KEY (partnership, position)
  );
`;

/**
 * What lies beside the generations and survives each: which one is live, and what has yet to be put on the log or sent: what
 * happened to alerts, each once whatever is built anew, up to where it was told and is not kept any more; and since when a
 * partnership's clock runs.
 */
export const createStanding = `
  CREATE SCHEMA IF NOT EXISTS hub;
  CREATE TABLE IF NOT EXISTS hub.generations (
    number int PRIMARY KEY,
    live boolean NOT NULL,
    engine text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
  );
  ALTER TABLE hub.generations ADD COLUMN IF NOT EXISTS replaced_at timestamptz;
  CREATE UNIQUE INDEX IF NOT EXISTS one_live_generation ON hub.generations (live) WHERE live;
  CREATE TABLE IF NOT EXISTS hub.outbox (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partnership text NOT NULL,
    id text NOT NULL,
    record text NOT NULL,
    UNIQUE (partnership, id)
  );
  CREATE TABLE IF NOT EXISTS hub.alert_clocks (partnership text PRIMARY KEY, started_at bigint NOT NULL);
  CREATE TABLE IF NOT EXISTS hub.alert_changes (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partnership text NOT NULL,
    at text NOT NULL,
    change text NOT NULL,
    alert text NOT NULL,
    item text NOT NULL,
    safeguard text NOT NULL,
    class text NOT NULL,
    agency text NOT NULL,
    service text,
    status text NOT NULL,
    raised_at bigint NOT NULL,
    due_at bigint,
    planned boolean NOT NULL DEFAULT false,
    digest text,
    CONSTRAINT alert_change_once UNIQUE (partnership, at)
  );
  ALTER TABLE hub.alert_changes ADD COLUMN IF NOT EXISTS planned_at bigint;
  CREATE TABLE IF NOT EXISTS hub.alert_changes_trimmed (partnership text PRIMARY KEY, position bigint NOT NULL, ordinal int NOT NULL);
  CREATE INDEX IF NOT EXISTS alert_changes_to_plan ON hub.alert_changes (number) WHERE NOT planned;
  CREATE INDEX IF NOT EXISTS alert_changes_for_digest ON hub.alert_changes (class, number) WHERE digest IS NULL AND class IN ('know', 'tidy');
  CREATE TABLE IF NOT EXISTS hub.disclosures (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    partnership text NOT NULL,
    agency text,
    actor text NOT NULL,
    role text NOT NULL,
    purpose text NOT NULL,
    person bigint,
    items text NOT NULL
  );
  ALTER TABLE hub.disclosures ADD COLUMN IF NOT EXISTS outcome text NOT NULL DEFAULT 'shown';
  ALTER TABLE hub.disclosures ADD COLUMN IF NOT EXISTS basis text NOT NULL DEFAULT '';
  ALTER TABLE hub.disclosures ADD COLUMN IF NOT EXISTS positions bigint[] NOT NULL DEFAULT '{}';
  CREATE INDEX IF NOT EXISTS disclosures_by_person ON hub.disclosures (partnership, person);
  CREATE INDEX IF NOT EXISTS disclosures_by_time ON hub.disclosures USING brin (at);
`;

/** The tables of a generation whose contents follow from the log alone, and the order in which they are compared. */
export const comparedTables = [
  { name: 'progress', order: 'partition' },
  { name: 'partnerships', order: 'partnership' },
  { name: 'records', order: 'partnership, index' },
  { name: 'links', order: 'partnership, ref, index' },
  { name: 'memberships', order: 'partnership, ref, since' },
  { name: 'traces', order: 'partnership, token, ref' },
  { name: 'alerts', order: 'partnership, id' },
  { name: 'deadlines', order: 'partnership, id' },
  { name: 'set_aside', order: 'partnership, position' },
] as const;
