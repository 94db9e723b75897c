-- Library tables: they move to a shared database as they are. Each carries library_id, first in its
-- unique indexes. Times are UTC milliseconds, money is hundredths of a credit, ids are UUIDs.

CREATE TABLE library (
  id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT pk_library PRIMARY KEY (id),
  CONSTRAINT ck_library_id CHECK (length(id) = 36)
) STRICT;

CREATE TABLE wallet (
  library_id TEXT NOT NULL,
  id TEXT NOT NULL,
  provider TEXT NOT NULL,
  api_base TEXT NOT NULL,
  unit TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT pk_wallet PRIMARY KEY (id),
  CONSTRAINT uq_wallet_library_id UNIQUE (library_id, id),
  CONSTRAINT uq_wallet_library_id_provider_api_base_unit UNIQUE (library_id, provider, api_base, unit),
  CONSTRAINT fk_wallet_library_id_library FOREIGN KEY (library_id) REFERENCES library (id),
  CONSTRAINT ck_wallet_id CHECK (length(id) = 36)
) STRICT;

CREATE TABLE video (
  library_id TEXT NOT NULL,
  -- The search index points here: the hidden rowid may change in a VACUUM.
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  wallet_id TEXT NOT NULL,
  origin TEXT NOT NULL,
  rescued_from TEXT,
  requested_by TEXT,
  prompt TEXT NOT NULL,
  prompt_folded TEXT NOT NULL,
  aspect_ratio TEXT NOT NULL,
  model_id TEXT NOT NULL,
  price INTEGER NOT NULL,
  request_sha256 TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  send_count INTEGER NOT NULL,
  task_id TEXT,
  provider_word TEXT,
  failure_code TEXT,
  failure_message TEXT,
  consumed INTEGER,
  result_url TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  sent_at INTEGER,
  accepted_at INTEGER,
  ended_at INTEGER,
  deleted_at INTEGER,
  favourite INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL,
  CONSTRAINT uq_video_id UNIQUE (id),
  CONSTRAINT uq_video_library_id UNIQUE (library_id, id),
  CONSTRAINT fk_video_wallet FOREIGN KEY (library_id, wallet_id) REFERENCES wallet (library_id, id),
  CONSTRAINT fk_video_rescued_from FOREIGN KEY (library_id, rescued_from) REFERENCES video (library_id, id),
  CONSTRAINT ck_video_id CHECK (length(id) = 36),
  CONSTRAINT ck_video_origin CHECK (origin IN ('generated', 'rescued', 'imported')),
  -- Models will bring more shapes, and a CHECK cannot be widened without rebuilding the table.
  CONSTRAINT ck_video_aspect_ratio CHECK (aspect_ratio <> ''),
  CONSTRAINT ck_video_rescued_from CHECK (
    rescued_from IS NULL OR (origin = 'rescued' AND rescued_from <> id)),
  CONSTRAINT ck_video_price CHECK (price > 0 OR (price = 0 AND origin <> 'generated')),
  CONSTRAINT ck_video_send_count CHECK (send_count IN (0, 1)),
  CONSTRAINT ck_video_state CHECK (state IN ('reserved', 'sending', 'unconfirmed', 'pending',
    'processing', 'completed', 'failed', 'cancelled')),
  CONSTRAINT ck_video_reason CHECK (
    CASE state
      WHEN 'unconfirmed' THEN coalesce(reason, '') IN ('sent_unknown', 'record_gone')
      WHEN 'failed' THEN coalesce(reason, '') IN ('refused', 'not_sent', 'provider_failed',
        'result_missing', 'user_charged', 'user_not_charged')
      ELSE reason IS NULL
    END),
  CONSTRAINT ck_video_task_id CHECK (
    task_id IS NOT NULL OR state NOT IN ('pending', 'processing', 'completed')
    OR origin = 'imported'),
  CONSTRAINT ck_video_sent CHECK (
    origin <> 'generated' OR send_count = (state NOT IN ('reserved', 'cancelled'))),
  CONSTRAINT ck_video_consumed CHECK (consumed >= 0),
  CONSTRAINT ck_video_favourite CHECK (favourite IN (0, 1)),
  CONSTRAINT ck_video_revision CHECK (revision > 0)
) STRICT;

-- The gallery's order: its ids are read from the index alone.
CREATE INDEX ix_video_gallery ON video (library_id, created_at DESC, id) WHERE deleted_at IS NULL;
-- How many the gallery has of each state, and what was deleted and may have files to clear away: both
-- without a look at every video of a large library.
CREATE INDEX ix_video_state ON video (library_id, state) WHERE deleted_at IS NULL;
CREATE INDEX ix_video_deleted ON video (library_id, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_video_wallet_id_state ON video (library_id, wallet_id, state);

CREATE TABLE video_event (
  library_id TEXT NOT NULL,
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  video_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  detail TEXT,
  CONSTRAINT fk_video_event_video FOREIGN KEY (library_id, video_id) REFERENCES video (library_id, id)
) STRICT;

CREATE INDEX ix_video_event_video_id ON video_event (library_id, video_id, seq);

CREATE TABLE ledger_entry (
  library_id TEXT NOT NULL,
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  wallet_id TEXT NOT NULL,
  video_id TEXT,
  kind TEXT NOT NULL,
  amount INTEGER NOT NULL,
  debit TEXT NOT NULL,
  credit TEXT NOT NULL,
  available_after INTEGER NOT NULL,
  held_after INTEGER NOT NULL,
  at INTEGER NOT NULL,
  raw TEXT,
  CONSTRAINT uq_ledger_entry_library_id_id UNIQUE (library_id, id),
  CONSTRAINT fk_ledger_entry_wallet FOREIGN KEY (library_id, wallet_id) REFERENCES wallet (library_id, id),
  CONSTRAINT fk_ledger_entry_video FOREIGN KEY (library_id, video_id) REFERENCES video (library_id, id),
  CONSTRAINT ck_ledger_entry_seq CHECK (seq > 0),
  CONSTRAINT ck_ledger_entry_id CHECK (length(id) = 36),
  CONSTRAINT ck_ledger_entry_amount CHECK (amount > 0),
  CONSTRAINT ck_ledger_entry_held CHECK (held_after >= 0),
  CONSTRAINT ck_ledger_entry_owner CHECK ((kind IN ('grant', 'reconcile')) = (video_id IS NULL)),
  CONSTRAINT ck_ledger_entry_legs CHECK (
    CASE kind
      WHEN 'grant' THEN debit = 'external' AND credit = 'available'
      WHEN 'reserve' THEN debit = 'available' AND credit = 'held'
      WHEN 'capture' THEN debit = 'held' AND credit = 'spent'
      WHEN 'void' THEN debit = 'held' AND credit = 'available'
      WHEN 'refund' THEN debit = 'spent' AND credit = 'available'
      WHEN 'settle' THEN (debit = 'spent' AND credit = 'available')
        OR (debit = 'available' AND credit = 'spent')
      WHEN 'reconcile' THEN (debit = 'external' AND credit = 'available')
        OR (debit = 'available' AND credit = 'external')
      ELSE 0
    END)
) STRICT;

CREATE INDEX ix_ledger_entry_wallet_id_seq ON ledger_entry (library_id, wallet_id, seq);
CREATE INDEX ix_ledger_entry_video_id ON ledger_entry (library_id, video_id);
-- What was asked for in a day or a month: the spending caps read nothing else.
CREATE INDEX ix_ledger_entry_reserve_at ON ledger_entry (library_id, wallet_id, at, video_id)
  WHERE kind = 'reserve';

CREATE TABLE collection (
  library_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT pk_collection PRIMARY KEY (id),
  CONSTRAINT uq_collection_library_id_id UNIQUE (library_id, id),
  CONSTRAINT uq_collection_library_id_name UNIQUE (library_id, name),
  CONSTRAINT fk_collection_library_id_library FOREIGN KEY (library_id) REFERENCES library (id),
  CONSTRAINT ck_collection_id CHECK (length(id) = 36),
  CONSTRAINT ck_collection_name CHECK (length(name) BETWEEN 1 AND 100)
) STRICT;

CREATE TABLE collection_video (
  library_id TEXT NOT NULL,
  collection_id TEXT NOT NULL,
  video_id TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  CONSTRAINT pk_collection_video PRIMARY KEY (collection_id, video_id),
  CONSTRAINT fk_collection_video_collection FOREIGN KEY (library_id, collection_id)
    REFERENCES collection (library_id, id) ON DELETE CASCADE,
  CONSTRAINT fk_collection_video_video FOREIGN KEY (library_id, video_id)
    REFERENCES video (library_id, id)
) STRICT;

CREATE INDEX ix_collection_video_video_id ON collection_video (library_id, video_id);

-- Folded prompts, by their words; short beginnings are indexed for search as you type. The program
-- fills it beside each new video: a trigger may not touch a virtual table while trusted_schema is off.
CREATE VIRTUAL TABLE video_search USING fts5 (
  prompt_folded, content = 'video', content_rowid = 'seq', tokenize = 'unicode61', prefix = '1 2 3'
);

-- This machine's tables: what is on this disk and still to be fetched. A path never stands in video.

CREATE TABLE file_copy (
  video_id TEXT NOT NULL,
  role TEXT NOT NULL,
  path TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  duration_ms INTEGER,
  video_codec TEXT,
  audio_codec TEXT,
  created_at INTEGER NOT NULL,
  CONSTRAINT pk_file_copy PRIMARY KEY (video_id, role),
  CONSTRAINT fk_file_copy_video_id_video FOREIGN KEY (video_id) REFERENCES video (id),
  CONSTRAINT ck_file_copy_role CHECK (role IN ('clip', 'poster', 'strip')),
  CONSTRAINT ck_file_copy_bytes CHECK (bytes >= 0)
) STRICT;

CREATE TABLE download (
  video_id TEXT NOT NULL,
  url TEXT NOT NULL,
  part_path TEXT,
  clip_path TEXT,
  etag TEXT,
  attempts INTEGER NOT NULL,
  last_failure TEXT,
  queued_at INTEGER NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  -- How often in a row the provider had no address that works, and when that became certain.
  gone_tries INTEGER NOT NULL DEFAULT 0,
  gone_at INTEGER,
  CONSTRAINT pk_download PRIMARY KEY (video_id),
  CONSTRAINT fk_download_video_id_video FOREIGN KEY (video_id) REFERENCES video (id),
  CONSTRAINT ck_download_attempts CHECK (attempts >= 0),
  CONSTRAINT ck_download_gone_tries CHECK (gone_tries >= 0)
) STRICT;

-- What the provider last said of a wallet's balance, and since when it does not fit the ledger.
CREATE TABLE balance_reading (
  wallet_id TEXT NOT NULL,
  read_at INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  raw TEXT NOT NULL,
  drift INTEGER NOT NULL,
  drift_since INTEGER,
  CONSTRAINT pk_balance_reading PRIMARY KEY (wallet_id),
  CONSTRAINT fk_balance_reading_wallet_id_wallet FOREIGN KEY (wallet_id) REFERENCES wallet (id),
  CONSTRAINT ck_balance_reading_drift CHECK ((drift = 0) = (drift_since IS NULL))
) STRICT;

-- A callback carries no id of its own: what is signed, and where it was sent, is what makes it one.
CREATE TABLE webhook_delivery (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  wallet_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  signed_at INTEGER NOT NULL,
  reference TEXT NOT NULL,
  said TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  last_received_at INTEGER NOT NULL,
  times INTEGER NOT NULL,
  outcome TEXT,
  CONSTRAINT uq_webhook_delivery_wallet_id_task_id_signed_at_reference
    UNIQUE (wallet_id, task_id, signed_at, reference),
  CONSTRAINT fk_webhook_delivery_wallet_id_wallet FOREIGN KEY (wallet_id) REFERENCES wallet (id),
  CONSTRAINT ck_webhook_delivery_times CHECK (times > 0)
) STRICT;

CREATE INDEX ix_webhook_delivery_waiting ON webhook_delivery (wallet_id, seq) WHERE outcome IS NULL;

-- The engine that takes requests of other processes: one row, while it runs.
CREATE TABLE engine_run (
  id INTEGER NOT NULL,
  run_id TEXT NOT NULL,
  wallet_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  CONSTRAINT pk_engine_run PRIMARY KEY (id),
  CONSTRAINT fk_engine_run_wallet_id_wallet FOREIGN KEY (wallet_id) REFERENCES wallet (id),
  CONSTRAINT ck_engine_run_id CHECK (id = 1)
) STRICT;

-- A request on its way to that run, and to no other; its id becomes the video's.
CREATE TABLE handover (
  id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  requested_by TEXT NOT NULL,
  prompt TEXT NOT NULL,
  aspect_ratio TEXT NOT NULL,
  model_id TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  taken_at INTEGER,
  refusal TEXT,
  CONSTRAINT pk_handover PRIMARY KEY (id),
  CONSTRAINT ck_handover_id CHECK (length(id) = 36),
  CONSTRAINT ck_handover_confirmed CHECK (confirmed IN (0, 1)),
  CONSTRAINT ck_handover_refusal CHECK (refusal IS NULL OR taken_at IS NOT NULL)
) STRICT;
