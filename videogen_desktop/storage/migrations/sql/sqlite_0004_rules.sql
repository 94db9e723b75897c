-- What a video continues and which takes it is one of never change either.

CREATE TRIGGER video_frozen BEFORE UPDATE ON video
WHEN NEW.id IS NOT OLD.id OR NEW.seq IS NOT OLD.seq OR NEW.library_id IS NOT OLD.library_id
  OR NEW.wallet_id IS NOT OLD.wallet_id OR NEW.origin IS NOT OLD.origin
  OR NEW.request_id IS NOT OLD.request_id OR NEW.sibling_of IS NOT OLD.sibling_of
  OR (OLD.result_number IS NOT NULL AND NEW.result_number IS NOT OLD.result_number)
  OR NEW.rescued_from IS NOT OLD.rescued_from OR NEW.requested_by IS NOT OLD.requested_by
  OR NEW.request IS NOT OLD.request OR NEW.model_id IS NOT OLD.model_id
  OR NEW.shape IS NOT OLD.shape OR NEW.body IS NOT OLD.body OR NEW.price IS NOT OLD.price
  OR NEW.parent_id IS NOT OLD.parent_id OR NEW.take_group_id IS NOT OLD.take_group_id
  OR NEW.request_sha256 IS NOT OLD.request_sha256 OR NEW.created_at IS NOT OLD.created_at
  OR (OLD.task_id IS NOT NULL AND NEW.task_id IS NOT OLD.task_id)
  OR (NEW.reason IS NOT OLD.reason AND NEW.state IS OLD.state)
  OR NEW.revision IS NOT OLD.revision + 1
BEGIN SELECT RAISE(ABORT, 'video: what was asked for never changes'); END;

-- Takes differ in nothing that was asked for.
CREATE TRIGGER video_take BEFORE INSERT ON video
WHEN NEW.take_group_id IS NOT NULL AND (NEW.origin IS NOT 'generated' OR EXISTS (
  SELECT 1 FROM video AS v
  WHERE v.library_id = NEW.library_id AND v.take_group_id = NEW.take_group_id
    AND (v.wallet_id IS NOT NEW.wallet_id OR v.request IS NOT NEW.request
      OR v.body IS NOT NEW.body OR v.price IS NOT NEW.price)))
BEGIN SELECT RAISE(ABORT, 'video: no take of that request'); END;

CREATE TRIGGER input_file_frozen BEFORE UPDATE ON input_file
BEGIN SELECT RAISE(ABORT, 'input_file: what a content is never changes'); END;
