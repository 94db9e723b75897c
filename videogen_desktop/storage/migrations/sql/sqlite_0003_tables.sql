-- Tables that are built anew (see ../table_rebuild.py), with their old indexes and triggers, but for
-- the rule that the file beside this one replaces.

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
  -- What was asked for, whole: one JSON object (domain/request.py). The three after it are taken out
  -- of it to be searched by; the shape is landscape, portrait, square or nothing.
  request TEXT NOT NULL,
  prompt_folded TEXT NOT NULL,
  model_id TEXT NOT NULL,
  shape TEXT NOT NULL,
  -- What is sent for it, and what that costs: what was priced is what is sent. NULL where nothing was
  -- sent from here, or where a version before this one did not keep it.
  body TEXT,
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
  CONSTRAINT ck_video_request CHECK (request <> ''),
  CONSTRAINT ck_video_body CHECK (body IS NULL OR (origin = 'generated' AND body <> '')),
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

-- A request on its way to that run, and to no other; its id becomes the video's.
CREATE TABLE handover (
  id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  requested_by TEXT NOT NULL,
  request TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  taken_at INTEGER,
  refusal TEXT,
  CONSTRAINT pk_handover PRIMARY KEY (id),
  CONSTRAINT ck_handover_id CHECK (length(id) = 36),
  CONSTRAINT ck_handover_request CHECK (request <> ''),
  CONSTRAINT ck_handover_confirmed CHECK (confirmed IN (0, 1)),
  CONSTRAINT ck_handover_refusal CHECK (refusal IS NULL OR taken_at IS NOT NULL)
) STRICT;
