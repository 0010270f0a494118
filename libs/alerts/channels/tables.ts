/**
 * What delivery keeps beside the generations, so that a rebuild sends nothing twice: what was sent where, the inbox, the stream of
 * events, and where agencies want to be told. It holds ids and codes, and nothing of a person.
 *
 * A delivery is `waiting`, `delivered`, `failed` for good, `withdrawn` with its target, or `missed`: its webhook was disabled, and gets
 * it once it is enabled again. `tried_since` is when it was first tried, or a missed one taken up again. Of events that are no more kept, `trimmed` is the
 * number of the last.
 */
export const createDeliveryTables = `
  CREATE TABLE IF NOT EXISTS hub.deliveries (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text NOT NULL,
    channel text NOT NULL,
    target text NOT NULL,
    partnership text NOT NULL,
    agency text NOT NULL,
    reference text NOT NULL,
    notice text NOT NULL,
    state text NOT NULL DEFAULT 'waiting',
    attempts int NOT NULL DEFAULT 0,
    planned_at bigint NOT NULL,
    next_attempt bigint NOT NULL,
    leased_until bigint NOT NULL DEFAULT 0,
    settled_at bigint,
    fault text,
    CONSTRAINT delivery_once UNIQUE (channel, target, key)
  );
  ALTER TABLE hub.deliveries ADD COLUMN IF NOT EXISTS tried_since bigint;
  CREATE INDEX IF NOT EXISTS deliveries_waiting ON hub.deliveries (channel, number) WHERE state = 'waiting';
  DROP INDEX IF EXISTS hub.deliveries_failed;
  CREATE INDEX IF NOT EXISTS deliveries_not_made ON hub.deliveries (number) WHERE state IN ('failed', 'missed');
  CREATE INDEX IF NOT EXISTS deliveries_of_target ON hub.deliveries (channel, target, number) WHERE state IN ('waiting', 'missed');
  CREATE INDEX IF NOT EXISTS deliveries_over ON hub.deliveries (settled_at) WHERE state IN ('delivered', 'withdrawn');
  CREATE TABLE IF NOT EXISTS hub.inbox (
    partnership text NOT NULL,
    agency text NOT NULL,
    alert text NOT NULL,
    item text NOT NULL,
    class text NOT NULL,
    status text NOT NULL,
    change bigint NOT NULL,
    arrived_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (partnership, agency, alert)
  );
  CREATE TABLE IF NOT EXISTS hub.alert_events_reached (one boolean PRIMARY KEY DEFAULT true CHECK (one), number bigint NOT NULL);
  ALTER TABLE hub.alert_events_reached ADD COLUMN IF NOT EXISTS trimmed bigint NOT NULL DEFAULT 0;
  INSERT INTO hub.alert_events_reached (number) VALUES (0) ON CONFLICT DO NOTHING;
  CREATE TABLE IF NOT EXISTS hub.alert_events (
    number bigint PRIMARY KEY,
    key text NOT NULL,
    partnership text NOT NULL,
    agency text NOT NULL,
    notice text NOT NULL,
    CONSTRAINT alert_event_once UNIQUE (agency, key)
  );
  ALTER TABLE hub.alert_events ADD COLUMN IF NOT EXISTS written_at timestamptz NOT NULL DEFAULT now();
  CREATE INDEX IF NOT EXISTS alert_events_of_agency ON hub.alert_events (agency, number);
  CREATE TABLE IF NOT EXISTS hub.channel_targets (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency text NOT NULL,
    channel text NOT NULL,
    service text,
    address text NOT NULL,
    secret bytea,
    former_secret bytea,
    former_until bigint,
    disabled_at bigint,
    disabled_because text
  );
  ALTER TABLE hub.channel_targets ADD COLUMN IF NOT EXISTS taken_at bigint;
  ALTER TABLE hub.channel_targets ADD COLUMN IF NOT EXISTS not_sent bigint NOT NULL DEFAULT 0;
  ALTER TABLE hub.channel_targets ADD COLUMN IF NOT EXISTS not_sent_until bigint;
  CREATE UNIQUE INDEX IF NOT EXISTS one_webhook_of_agency ON hub.channel_targets (agency) WHERE channel = 'webhook';
  CREATE INDEX IF NOT EXISTS channel_targets_of_agency ON hub.channel_targets (agency);
  CREATE TABLE IF NOT EXISTS hub.digests (kind text NOT NULL, day text NOT NULL, PRIMARY KEY (kind, day));
`;
