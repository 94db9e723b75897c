-- The batch that a video came with and its row never change either.

CREATE TRIGGER video_frozen BEFORE UPDATE ON video
WHEN NEW.id IS NOT OLD.id OR NEW.seq IS NOT OLD.seq OR NEW.library_id IS NOT OLD.library_id
  OR NEW.wallet_id IS NOT OLD.wallet_id OR NEW.origin IS NOT OLD.origin
  OR NEW.request_id IS NOT OLD.request_id OR NEW.sibling_of IS NOT OLD.sibling_of
  OR (OLD.result_number IS NOT NULL AND NEW.result_number IS NOT OLD.result_number)
  OR NEW.rescued_from IS NOT OLD.rescued_from OR NEW.requested_by IS NOT OLD.requested_by
  OR NEW.request IS NOT OLD.request OR NEW.model_id IS NOT OLD.model_id
  OR NEW.shape IS NOT OLD.shape OR NEW.body IS NOT OLD.body OR NEW.price IS NOT OLD.price
  OR NEW.parent_id IS NOT OLD.parent_id OR NEW.take_group_id IS NOT OLD.take_group_id
  OR NEW.batch_id IS NOT OLD.batch_id OR NEW.batch_row IS NOT OLD.batch_row
  OR NEW.request_sha256 IS NOT OLD.request_sha256 OR NEW.created_at IS NOT OLD.created_at
  OR (OLD.task_id IS NOT NULL AND NEW.task_id IS NOT OLD.task_id)
  OR (NEW.reason IS NOT OLD.reason AND NEW.state IS OLD.state)
  OR NEW.revision IS NOT OLD.revision + 1
BEGIN SELECT RAISE(ABORT, 'video: what was asked for never changes'); END;

-- Only what was asked for here comes in a batch, and out of the wallet that the batch names.
CREATE TRIGGER video_batch BEFORE INSERT ON video
WHEN NEW.batch_id IS NOT NULL AND (NEW.origin IS NOT 'generated' OR NEW.batch_row IS NULL
  OR NOT EXISTS (SELECT 1 FROM batch AS b WHERE b.id = NEW.batch_id
    AND b.library_id = NEW.library_id AND b.wallet_id = NEW.wallet_id))
BEGIN SELECT RAISE(ABORT, 'video: no row of that batch'); END;

CREATE TRIGGER batch_frozen BEFORE UPDATE ON batch
WHEN NEW.id IS NOT OLD.id OR NEW.library_id IS NOT OLD.library_id
  OR NEW.wallet_id IS NOT OLD.wallet_id OR NEW.created_at IS NOT OLD.created_at
BEGIN SELECT RAISE(ABORT, 'batch: what was reserved together never changes'); END;
