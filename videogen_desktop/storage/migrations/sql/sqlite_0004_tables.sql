-- Columns beside those of before, and tables of their own: nothing is built anew.

-- The video that this one continues, taken out of the request to be searched by. It may be deleted, or
-- of another library: no foreign key.
ALTER TABLE video ADD COLUMN parent_id TEXT CONSTRAINT ck_video_parent_id CHECK (parent_id <> '');
-- What was asked for together with others: 1 to 4 takes of one request, reserved at once.
ALTER TABLE video ADD COLUMN take_group_id TEXT
  CONSTRAINT ck_video_take_group_id CHECK (length(take_group_id) = 36);
-- How many videos are wanted of the request, and the most that may be held for all of them.
ALTER TABLE handover ADD COLUMN takes INTEGER NOT NULL DEFAULT 1
  CONSTRAINT ck_handover_takes CHECK (takes > 0);
ALTER TABLE handover ADD COLUMN most INTEGER CONSTRAINT ck_handover_most CHECK (most >= 0);

CREATE INDEX ix_video_parent_id ON video (library_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX ix_video_take_group_id ON video (library_id, take_group_id)
  WHERE take_group_id IS NOT NULL;

-- A library table: what a file that goes into requests is, known by its content. Where it lies on a
-- machine follows from that and stands nowhere.
CREATE TABLE input_file (
  library_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  kind TEXT NOT NULL,
  mime TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  duration_ms INTEGER,
  -- What else is known of it, one JSON object: its name when it came in, the video it is a frame of.
  detail TEXT,
  created_at INTEGER NOT NULL,
  CONSTRAINT pk_input_file PRIMARY KEY (library_id, sha256),
  CONSTRAINT fk_input_file_library_id_library FOREIGN KEY (library_id) REFERENCES library (id),
  CONSTRAINT ck_input_file_sha256 CHECK (length(sha256) = 64),
  CONSTRAINT ck_input_file_kind CHECK (kind <> ''),
  CONSTRAINT ck_input_file_mime CHECK (mime <> ''),
  CONSTRAINT ck_input_file_bytes CHECK (bytes > 0)
) STRICT;

-- This machine's tables: what can be uploaded or read once more, and costs nothing.

-- Under which address a vendor has a file for a while.
CREATE TABLE upload (
  wallet_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  address TEXT NOT NULL,
  uploaded_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  CONSTRAINT pk_upload PRIMARY KEY (wallet_id, sha256),
  CONSTRAINT fk_upload_wallet_id_wallet FOREIGN KEY (wallet_id) REFERENCES wallet (id),
  CONSTRAINT ck_upload_sha256 CHECK (length(sha256) = 64),
  CONSTRAINT ck_upload_address CHECK (address <> '')
) STRICT;

-- What a vendor last said about what it offers, in its own words: its list, a model's schema, a price,
-- a rate of success. No wallet's: it is read before there is one.
CREATE TABLE discovered (
  provider TEXT NOT NULL,
  api_base TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  read_at INTEGER NOT NULL,
  CONSTRAINT pk_discovered PRIMARY KEY (provider, api_base, kind, name),
  CONSTRAINT ck_discovered_provider CHECK (provider <> ''),
  CONSTRAINT ck_discovered_kind CHECK (kind <> '')
) STRICT;
