-- Columns beside those of before: the table is not built anew.

-- A name of the user's own; without one the description speaks for the video.
ALTER TABLE video ADD COLUMN title TEXT;
-- When it was first watched: a finished clip is new until then.
ALTER TABLE video ADD COLUMN seen_at INTEGER;
-- The batch that it was reserved with, and the row of it, counted from 1.
ALTER TABLE video ADD COLUMN batch_id TEXT;
ALTER TABLE video ADD COLUMN batch_row INTEGER;
-- Where it stands among what waits to be sent; what has no place is sent by its age. With it come
-- the rules of those before: SQLite reads the whole table for each column that brings one along.
ALTER TABLE video ADD COLUMN queue_position INTEGER
  CONSTRAINT ck_video_queue_position CHECK (queue_position >= 0)
  CONSTRAINT ck_video_title CHECK (length(title) BETWEEN 1 AND 200)
  CONSTRAINT ck_video_batch_id CHECK (length(batch_id) = 36)
  CONSTRAINT ck_video_batch_row CHECK (batch_row > 0);
-- What it is searched by: `prompt_folded` has the title, the description and what stood there before
-- a helper wrote it anew, all folded; here are those of their words that folding changes.
ALTER TABLE video ADD COLUMN words_marked TEXT NOT NULL DEFAULT '';
