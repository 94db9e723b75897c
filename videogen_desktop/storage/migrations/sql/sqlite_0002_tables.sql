-- Tables that are built anew (see ../table_rebuild.py): SQLite cannot widen a CHECK. Their indexes and
-- triggers stay as the first migration made them, but for those that the rules of this one replace.

CREATE TABLE video (
  library_id TEXT NOT NULL,
  -- The search index points here: the hidden rowid may change in a VACUUM.
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  wallet_id TEXT NOT NULL,
  origin TEXT NOT NULL,
  -- What the request is called from the key press on, whoever takes it: one request, one video.
  request_id TEXT,
  rescued_from TEXT,
  -- A further result of the task of that video; it cost nothing of its own.
  sibling_of TEXT,
  -- Which of its task's results the clip is, counted from 1; NULL until one of them is a video.
  result_number INTEGER,
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
  CONSTRAINT fk_video_sibling_of FOREIGN KEY (library_id, sibling_of) REFERENCES video (library_id, id),
  CONSTRAINT ck_video_id CHECK (length(id) = 36),
  CONSTRAINT ck_video_origin CHECK (origin IN ('generated', 'rescued', 'imported', 'sibling')),
  CONSTRAINT ck_video_request_id CHECK (
    (origin = 'generated') = (request_id IS NOT NULL) AND request_id <> ''),
  -- Models will bring more shapes, and a CHECK cannot be widened without rebuilding the table.
  CONSTRAINT ck_video_aspect_ratio CHECK (aspect_ratio <> ''),
  CONSTRAINT ck_video_rescued_from CHECK (
    rescued_from IS NULL OR (origin = 'rescued' AND rescued_from <> id)),
  CONSTRAINT ck_video_result_number CHECK (result_number > 0),
  CONSTRAINT ck_video_sibling_of CHECK (
    CASE origin
      WHEN 'sibling' THEN sibling_of IS NOT NULL AND sibling_of <> id AND result_number IS NOT NULL
        AND price = 0 AND consumed IS NULL AND state = 'completed'
      ELSE sibling_of IS NULL
    END),
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

-- One row for each result of a task that is not on this disk yet, under the task's first video.
CREATE TABLE download (
  video_id TEXT NOT NULL,
  result_number INTEGER NOT NULL DEFAULT 1,
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
  CONSTRAINT pk_download PRIMARY KEY (video_id, result_number),
  CONSTRAINT fk_download_video_id_video FOREIGN KEY (video_id) REFERENCES video (id),
  CONSTRAINT ck_download_result_number CHECK (result_number > 0),
  CONSTRAINT ck_download_attempts CHECK (attempts >= 0),
  CONSTRAINT ck_download_gone_tries CHECK (gone_tries >= 0)
) STRICT;

-- A callback carries no id of its own: what is signed makes it one. `reference`, the video that our
-- address named, is not signed: a replay could make any number of rows with it.
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
  CONSTRAINT uq_webhook_delivery_wallet_id_task_id_signed_at
    UNIQUE (wallet_id, task_id, signed_at),
  CONSTRAINT fk_webhook_delivery_wallet_id_wallet FOREIGN KEY (wallet_id) REFERENCES wallet (id),
  CONSTRAINT ck_webhook_delivery_times CHECK (times > 0)
) STRICT;
