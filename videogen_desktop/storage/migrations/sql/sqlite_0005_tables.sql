-- Indexes, made once the columns have their values, and tables of their own.

-- Which are new, and which were when somebody began to watch them; few of a library of any size.
CREATE INDEX ix_video_seen ON video (library_id, state, seen_at)
  WHERE deleted_at IS NULL AND state = 'completed';
-- Which models there are: each is found from the one before it.
CREATE INDEX ix_video_model_id ON video (library_id, model_id) WHERE deleted_at IS NULL;

-- By words alone and without their places, which nothing asks for: half the room. Marks stay: they
-- tell what was typed from what only folds to it.
CREATE VIRTUAL TABLE video_search USING fts5 (
  prompt_folded, words_marked, content = 'video', content_rowid = 'seq',
  tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3', detail = column
);

-- A list needs no row of the table, neither for its order nor for where its cards stand: 100 MB of a
-- million videos and not 2 GB. SQLite looks up in the row what is only in the index's condition.
DROP INDEX ix_video_gallery;
CREATE INDEX ix_video_gallery
  ON video (library_id, created_at DESC, id, shape, take_group_id, deleted_at)
  WHERE deleted_at IS NULL;

CREATE INDEX ix_video_batch_id ON video (library_id, batch_id, batch_row) WHERE batch_id IS NOT NULL;

-- Library tables.

-- Rows that were reserved together, all or none.
CREATE TABLE batch (
  library_id TEXT NOT NULL,
  id TEXT NOT NULL,
  wallet_id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT pk_batch PRIMARY KEY (id),
  CONSTRAINT uq_batch_library_id_id UNIQUE (library_id, id),
  CONSTRAINT fk_batch_library_id_library FOREIGN KEY (library_id) REFERENCES library (id),
  CONSTRAINT fk_batch_wallet_id_wallet FOREIGN KEY (wallet_id) REFERENCES wallet (id),
  CONSTRAINT ck_batch_id CHECK (length(id) = 36),
  CONSTRAINT ck_batch_name CHECK (length(name) BETWEEN 1 AND 200)
) STRICT;

-- Styles of the user's own: words and options (one JSON object, role to value) that a request takes
-- over. Those that ship are data of the program.
CREATE TABLE preset (
  library_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  text TEXT NOT NULL,
  options TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CONSTRAINT pk_preset PRIMARY KEY (id),
  CONSTRAINT uq_preset_library_id_name_folded UNIQUE (library_id, name_folded),
  CONSTRAINT fk_preset_library_id_library FOREIGN KEY (library_id) REFERENCES library (id),
  CONSTRAINT ck_preset_id CHECK (length(id) = 36),
  CONSTRAINT ck_preset_name CHECK (length(name) BETWEEN 1 AND 100)
) STRICT;

-- Descriptions kept to be used again; a folder is its name, and '' is none.
CREATE TABLE saved_prompt (
  library_id TEXT NOT NULL,
  id TEXT NOT NULL,
  folder TEXT NOT NULL,
  text TEXT NOT NULL,
  text_folded TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER,
  times_used INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT pk_saved_prompt PRIMARY KEY (id),
  CONSTRAINT fk_saved_prompt_library_id_library FOREIGN KEY (library_id) REFERENCES library (id),
  CONSTRAINT ck_saved_prompt_id CHECK (length(id) = 36),
  CONSTRAINT ck_saved_prompt_folder CHECK (length(folder) <= 100),
  CONSTRAINT ck_saved_prompt_text CHECK (text <> ''),
  CONSTRAINT ck_saved_prompt_times_used CHECK (times_used >= 0)
) STRICT;

CREATE INDEX ix_saved_prompt_folder ON saved_prompt (library_id, folder, created_at);

-- This machine's: how often what was watched, exported and shared here. It goes nowhere.
CREATE TABLE video_use (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  video_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- Whereto: a target of an export, a place that it was shared with.
  target TEXT,
  at INTEGER NOT NULL,
  CONSTRAINT fk_video_use_video_id_video FOREIGN KEY (video_id) REFERENCES video (id),
  CONSTRAINT ck_video_use_kind CHECK (kind IN ('play', 'export', 'share'))
) STRICT;

CREATE INDEX ix_video_use_at ON video_use (at);
