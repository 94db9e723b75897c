-- The rules of money and of a video's life, inside the database. A later database dialect has a file
-- of its own with the same trigger names. `IS NOT` and never `<>`: a NULL must not pass.

CREATE UNIQUE INDEX one_grant ON ledger_entry (library_id, wallet_id) WHERE kind = 'grant';
CREATE UNIQUE INDEX one_reserve ON ledger_entry (library_id, video_id) WHERE kind = 'reserve';
CREATE UNIQUE INDEX one_resolve ON ledger_entry (library_id, video_id) WHERE kind IN ('capture', 'void');
CREATE UNIQUE INDEX one_giveback ON ledger_entry (library_id, video_id) WHERE kind IN ('void', 'refund');
CREATE UNIQUE INDEX one_settle ON ledger_entry (library_id, video_id) WHERE kind = 'settle';

CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'ledger: rows are never changed'); END;

CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'ledger: rows are never deleted'); END;

-- INSERT OR REPLACE deletes without a DELETE trigger unless recursive_triggers is on.
CREATE TRIGGER ledger_no_replace BEFORE INSERT ON ledger_entry
WHEN EXISTS (SELECT 1 FROM ledger_entry AS e WHERE e.seq = NEW.seq
    OR (e.library_id = NEW.library_id AND e.id = NEW.id))
  OR (NEW.video_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM ledger_entry AS e
    WHERE e.library_id = NEW.library_id AND e.video_id = NEW.video_id AND (e.kind = NEW.kind
      OR (e.kind IN ('capture', 'void') AND NEW.kind IN ('capture', 'void'))
      OR (e.kind IN ('void', 'refund') AND NEW.kind IN ('void', 'refund')))))
BEGIN SELECT RAISE(ABORT, 'ledger: this movement exists already'); END;

-- Also keeps the rows of a wallet in order: a row is only ever added at the end.
CREATE TRIGGER ledger_running_balance BEFORE INSERT ON ledger_entry
WHEN NEW.available_after IS NOT
    coalesce((SELECT e.available_after FROM ledger_entry AS e WHERE e.library_id = NEW.library_id
      AND e.wallet_id = NEW.wallet_id ORDER BY e.seq DESC LIMIT 1), 0)
    + NEW.amount * ((NEW.credit = 'available') - (NEW.debit = 'available'))
  OR NEW.held_after IS NOT
    coalesce((SELECT e.held_after FROM ledger_entry AS e WHERE e.library_id = NEW.library_id
      AND e.wallet_id = NEW.wallet_id ORDER BY e.seq DESC LIMIT 1), 0)
    + NEW.amount * ((NEW.credit = 'held') - (NEW.debit = 'held'))
BEGIN SELECT RAISE(ABORT, 'ledger: balance does not follow from the row before'); END;

CREATE TRIGGER ledger_row_order AFTER INSERT ON ledger_entry
WHEN NEW.seq IS NOT (SELECT max(e.seq) FROM ledger_entry AS e)
BEGIN SELECT RAISE(ABORT, 'ledger: a row is added at the end only'); END;

CREATE TRIGGER ledger_grant_first BEFORE INSERT ON ledger_entry
WHEN NEW.kind = 'grant' AND EXISTS (SELECT 1 FROM ledger_entry AS e
  WHERE e.library_id = NEW.library_id AND e.wallet_id = NEW.wallet_id)
BEGIN SELECT RAISE(ABORT, 'ledger: the opening balance comes first'); END;

-- Only a reserve is refused for want of funds: the provider's truth never is.
CREATE TRIGGER ledger_funds BEFORE INSERT ON ledger_entry
WHEN NEW.kind = 'reserve' AND NEW.available_after < 0
BEGIN SELECT RAISE(ABORT, 'ledger: not enough credits'); END;

CREATE TRIGGER ledger_video BEFORE INSERT ON ledger_entry
WHEN NEW.video_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM video AS v
  WHERE v.id = NEW.video_id AND v.library_id = NEW.library_id AND v.wallet_id = NEW.wallet_id
    AND v.origin = 'generated'
    AND (NEW.kind = 'settle' OR NEW.amount = v.price)
    AND CASE NEW.kind
      WHEN 'reserve' THEN v.state = 'reserved'
      WHEN 'capture' THEN v.state IN ('sending', 'unconfirmed')
      WHEN 'void' THEN v.state IN ('reserved', 'sending', 'unconfirmed')
      WHEN 'refund' THEN v.state IN ('pending', 'processing', 'unconfirmed')
      WHEN 'settle' THEN v.state IN ('pending', 'processing', 'unconfirmed')
      ELSE 0 END)
BEGIN SELECT RAISE(ABORT, 'ledger: this video cannot have this movement now'); END;

CREATE TRIGGER ledger_sequence BEFORE INSERT ON ledger_entry
WHEN (NEW.kind IN ('capture', 'void') AND NOT EXISTS (SELECT 1 FROM ledger_entry AS e
    WHERE e.library_id = NEW.library_id AND e.video_id = NEW.video_id AND e.kind = 'reserve'))
  OR (NEW.kind IN ('refund', 'settle') AND NOT EXISTS (SELECT 1 FROM ledger_entry AS e
    WHERE e.library_id = NEW.library_id AND e.video_id = NEW.video_id AND e.kind = 'capture'))
BEGIN SELECT RAISE(ABORT, 'ledger: the movement before this one is missing'); END;

-- What comes back from a video is never more than what is still spent on it, in whatever order.
CREATE TRIGGER ledger_spent BEFORE INSERT ON ledger_entry
WHEN NEW.debit = 'spent' AND NEW.amount > coalesce((
  SELECT sum(e.amount * ((e.credit = 'spent') - (e.debit = 'spent'))) FROM ledger_entry AS e
  WHERE e.library_id = NEW.library_id AND e.video_id = NEW.video_id), 0)
BEGIN SELECT RAISE(ABORT, 'ledger: more comes back than was spent'); END;

CREATE TRIGGER video_new BEFORE INSERT ON video
WHEN NEW.origin = 'generated' AND (NEW.state IS NOT 'reserved' OR NEW.task_id IS NOT NULL)
  OR EXISTS (SELECT 1 FROM video AS v WHERE v.id = NEW.id OR v.seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'video: a new one starts reserved'); END;

-- A task belongs to one video. Only the rescue of a result that came too late shares it with the
-- video it names. As triggers too, because OR REPLACE would take the other video away.
CREATE UNIQUE INDEX one_task ON video (library_id, wallet_id, task_id, coalesce(rescued_from, ''));
CREATE UNIQUE INDEX one_rescue ON video (library_id, rescued_from);

CREATE TRIGGER video_one_task BEFORE INSERT ON video
WHEN EXISTS (SELECT 1 FROM video AS v WHERE v.library_id = NEW.library_id
    AND v.wallet_id = NEW.wallet_id AND v.task_id = NEW.task_id
    AND v.id IS NOT NEW.rescued_from)
  OR EXISTS (SELECT 1 FROM video AS v WHERE v.library_id = NEW.library_id
    AND v.rescued_from = NEW.rescued_from)
BEGIN SELECT RAISE(ABORT, 'video: this task has a video already'); END;

CREATE TRIGGER video_one_task_later BEFORE UPDATE OF task_id ON video
WHEN EXISTS (SELECT 1 FROM video AS v WHERE v.library_id = NEW.library_id
    AND v.wallet_id = NEW.wallet_id AND v.task_id = NEW.task_id
    AND v.id IS NOT NEW.id AND v.id IS NOT NEW.rescued_from)
BEGIN SELECT RAISE(ABORT, 'video: this task has a video already'); END;

CREATE TRIGGER video_no_delete BEFORE DELETE ON video
BEGIN SELECT RAISE(ABORT, 'video: rows are never deleted'); END;

CREATE TRIGGER video_frozen BEFORE UPDATE ON video
WHEN NEW.id IS NOT OLD.id OR NEW.seq IS NOT OLD.seq OR NEW.library_id IS NOT OLD.library_id
  OR NEW.wallet_id IS NOT OLD.wallet_id OR NEW.origin IS NOT OLD.origin
  OR NEW.rescued_from IS NOT OLD.rescued_from OR NEW.requested_by IS NOT OLD.requested_by
  OR NEW.prompt IS NOT OLD.prompt OR NEW.aspect_ratio IS NOT OLD.aspect_ratio
  OR NEW.model_id IS NOT OLD.model_id OR NEW.price IS NOT OLD.price
  OR NEW.request_sha256 IS NOT OLD.request_sha256 OR NEW.created_at IS NOT OLD.created_at
  OR (OLD.task_id IS NOT NULL AND NEW.task_id IS NOT OLD.task_id)
  OR (NEW.reason IS NOT OLD.reason AND NEW.state IS OLD.state)
  OR NEW.revision IS NOT OLD.revision + 1
BEGIN SELECT RAISE(ABORT, 'video: what was asked for never changes'); END;

CREATE TRIGGER video_edge BEFORE UPDATE OF state ON video
WHEN NEW.state IS NOT OLD.state AND NOT CASE OLD.state
  WHEN 'reserved' THEN NEW.state IN ('sending', 'cancelled')
  WHEN 'sending' THEN NEW.state IN ('pending', 'unconfirmed', 'failed', 'reserved')
  WHEN 'unconfirmed' THEN NEW.state IN ('pending', 'failed')
  WHEN 'pending' THEN NEW.state IN ('processing', 'completed', 'failed', 'unconfirmed')
  WHEN 'processing' THEN NEW.state IN ('completed', 'failed', 'unconfirmed')
  ELSE 0 END
BEGIN SELECT RAISE(ABORT, 'video: no such transition'); END;

CREATE TRIGGER video_accepted_unconfirmed BEFORE UPDATE OF state ON video
WHEN NEW.state = 'unconfirmed' AND NEW.state IS NOT OLD.state
  AND (NEW.reason IS 'record_gone') IS NOT (OLD.state IN ('pending', 'processing'))
BEGIN SELECT RAISE(ABORT, 'video: wrong reason for being unconfirmed'); END;

-- The only way down for send_count is sending -> reserved, on proof that nothing left.
CREATE TRIGGER video_send_count BEFORE UPDATE OF send_count ON video
WHEN NEW.send_count IS NOT OLD.send_count
  AND NOT (OLD.state = 'reserved' AND NEW.state = 'sending' AND NEW.send_count = 1)
  AND NOT (OLD.state = 'sending' AND NEW.state = 'reserved' AND NEW.send_count = 0)
BEGIN SELECT RAISE(ABORT, 'video: sent once at most'); END;

CREATE TRIGGER video_money AFTER UPDATE OF state ON video
WHEN NEW.origin = 'generated' AND NEW.state IS NOT OLD.state AND NOT (
  SELECT CASE
    WHEN NEW.state IN ('reserved', 'sending') OR NEW.reason IS 'sent_unknown'
      THEN kinds = 'reserve'
    WHEN NEW.state IN ('pending', 'processing') OR NEW.reason IN ('record_gone', 'user_charged')
      THEN kinds = 'capture,reserve'
    WHEN NEW.state = 'completed'
      THEN kinds IN ('capture,reserve', 'capture,reserve,settle')
    WHEN NEW.state = 'cancelled' OR NEW.reason IN ('refused', 'not_sent')
      THEN kinds = 'reserve,void'
    WHEN NEW.reason IN ('provider_failed', 'result_missing')
      THEN kinds IN ('capture,refund,reserve', 'capture,refund,reserve,settle')
    WHEN NEW.reason IS 'user_not_charged'
      THEN kinds IN ('reserve,void', 'capture,refund,reserve', 'capture,refund,reserve,settle')
    ELSE 0 END
  FROM (SELECT coalesce(group_concat(kind), '') AS kinds FROM (
    SELECT e.kind FROM ledger_entry AS e
    WHERE e.library_id = NEW.library_id AND e.video_id = NEW.id ORDER BY e.kind)))
BEGIN SELECT RAISE(ABORT, 'video: the ledger does not match this state'); END;

CREATE TRIGGER library_frozen BEFORE UPDATE ON library
BEGIN SELECT RAISE(ABORT, 'library: never changed'); END;

CREATE TRIGGER library_no_delete BEFORE DELETE ON library
BEGIN SELECT RAISE(ABORT, 'library: never deleted'); END;

CREATE TRIGGER library_no_replace BEFORE INSERT ON library
WHEN EXISTS (SELECT 1 FROM library AS l WHERE l.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'library: exists already'); END;

CREATE TRIGGER wallet_frozen BEFORE UPDATE ON wallet
BEGIN SELECT RAISE(ABORT, 'wallet: never changed'); END;

CREATE TRIGGER wallet_no_delete BEFORE DELETE ON wallet
BEGIN SELECT RAISE(ABORT, 'wallet: never deleted'); END;

CREATE TRIGGER wallet_no_replace BEFORE INSERT ON wallet
WHEN EXISTS (SELECT 1 FROM wallet AS w WHERE w.id = NEW.id
  OR (w.library_id = NEW.library_id AND w.provider = NEW.provider
    AND w.api_base = NEW.api_base AND w.unit = NEW.unit))
BEGIN SELECT RAISE(ABORT, 'wallet: exists already'); END;

CREATE TRIGGER video_event_no_update BEFORE UPDATE ON video_event
BEGIN SELECT RAISE(ABORT, 'video_event: never changed'); END;

CREATE TRIGGER video_event_no_delete BEFORE DELETE ON video_event
BEGIN SELECT RAISE(ABORT, 'video_event: never deleted'); END;

CREATE TRIGGER video_event_no_replace BEFORE INSERT ON video_event
WHEN EXISTS (SELECT 1 FROM video_event AS e WHERE e.seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'video_event: exists already'); END;
