-- Rules that speak of requests and of further results; those of the first migration go on beside them.

CREATE UNIQUE INDEX one_request ON video (library_id, request_id);

-- A task's results are one video and its siblings, each of them once. Else only the rescue of a result
-- that came too late shares a task, with the video that it names.
CREATE UNIQUE INDEX one_task ON video (library_id, wallet_id, task_id,
  CASE origin WHEN 'sibling' THEN id ELSE coalesce(rescued_from, '') END);
CREATE UNIQUE INDEX one_sibling ON video (library_id, sibling_of, result_number)
  WHERE sibling_of IS NOT NULL;

-- As triggers too, because OR REPLACE would take the other video away.
CREATE TRIGGER video_one_request BEFORE INSERT ON video
WHEN EXISTS (SELECT 1 FROM video AS v
  WHERE v.library_id = NEW.library_id AND v.request_id = NEW.request_id)
BEGIN SELECT RAISE(ABORT, 'video: this request has a video already'); END;

CREATE TRIGGER video_one_task BEFORE INSERT ON video
WHEN NEW.origin IS NOT 'sibling' AND EXISTS (SELECT 1 FROM video AS v
    WHERE v.library_id = NEW.library_id AND v.wallet_id = NEW.wallet_id AND v.task_id = NEW.task_id
    AND v.id IS NOT NEW.rescued_from AND v.origin IS NOT 'sibling')
  OR EXISTS (SELECT 1 FROM video AS v WHERE v.library_id = NEW.library_id
    AND v.rescued_from = NEW.rescued_from)
BEGIN SELECT RAISE(ABORT, 'video: this task has a video already'); END;

CREATE TRIGGER video_one_task_later BEFORE UPDATE OF task_id ON video
WHEN EXISTS (SELECT 1 FROM video AS v WHERE v.library_id = NEW.library_id
    AND v.wallet_id = NEW.wallet_id AND v.task_id = NEW.task_id
    AND v.id IS NOT NEW.id AND v.id IS NOT NEW.rescued_from AND v.origin IS NOT 'sibling')
BEGIN SELECT RAISE(ABORT, 'video: this task has a video already'); END;

CREATE TRIGGER video_sibling BEFORE INSERT ON video
WHEN NEW.origin = 'sibling' AND (
  NOT EXISTS (SELECT 1 FROM video AS v WHERE v.library_id = NEW.library_id AND v.id = NEW.sibling_of
    AND v.wallet_id = NEW.wallet_id AND v.task_id = NEW.task_id AND v.origin <> 'sibling'
    AND v.state = 'completed' AND v.result_number <> NEW.result_number)
  OR EXISTS (SELECT 1 FROM video AS v WHERE v.library_id = NEW.library_id
    AND v.sibling_of = NEW.sibling_of AND v.result_number = NEW.result_number))
BEGIN SELECT RAISE(ABORT, 'video: no further result of that video'); END;

CREATE TRIGGER video_frozen BEFORE UPDATE ON video
WHEN NEW.id IS NOT OLD.id OR NEW.seq IS NOT OLD.seq OR NEW.library_id IS NOT OLD.library_id
  OR NEW.wallet_id IS NOT OLD.wallet_id OR NEW.origin IS NOT OLD.origin
  OR NEW.request_id IS NOT OLD.request_id OR NEW.sibling_of IS NOT OLD.sibling_of
  OR (OLD.result_number IS NOT NULL AND NEW.result_number IS NOT OLD.result_number)
  OR NEW.rescued_from IS NOT OLD.rescued_from OR NEW.requested_by IS NOT OLD.requested_by
  OR NEW.prompt IS NOT OLD.prompt OR NEW.aspect_ratio IS NOT OLD.aspect_ratio
  OR NEW.model_id IS NOT OLD.model_id OR NEW.price IS NOT OLD.price
  OR NEW.request_sha256 IS NOT OLD.request_sha256 OR NEW.created_at IS NOT OLD.created_at
  OR (OLD.task_id IS NOT NULL AND NEW.task_id IS NOT OLD.task_id)
  OR (NEW.reason IS NOT OLD.reason AND NEW.state IS OLD.state)
  OR NEW.revision IS NOT OLD.revision + 1
BEGIN SELECT RAISE(ABORT, 'video: what was asked for never changes'); END;
