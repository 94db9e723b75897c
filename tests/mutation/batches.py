"""Fences of batches: all or none, within what the owner allows, and only on the user's word."""

from tests.mutation.fence import Fence

_BATCHES = "services/test_batches.py"
_QUEUE = "services/batch/queue.py"
_TOO_MUCH = f"{_BATCHES}::test_what_is_too_much_for_all_rows_makes_none"
_KEPT_BACK = f"{_BATCHES}::test_a_row_with_a_problem_or_a_total_beyond_what_was_said_keeps_all_back"

BATCHES = (
    Fence(
        "caps count all of a batch",
        "services/spend_guards.py",
        "self._check_caps(rows, limits, order.price, now)",
        "self._check_caps(rows, limits, order.rows[0].priced.price, now)",
        (_TOO_MUCH,),
    ),
    Fence(
        "funds for all of a batch",
        "storage/ledger_rows.py",
        "        self.has_for(wallet_id, sum(video.price for video, _raw in videos))\n",
        "",
        (_TOO_MUCH,),
    ),
    Fence(
        "the same batch again is asked about",
        "services/spend_guards.py",
        "same = rows.spending.one_of_requests(self._wallet.id, requests, since)",
        "same = None",
        (f"{_BATCHES}::test_the_same_batch_again_is_asked_about",),
    ),
    Fence(
        "a row with a problem keeps all back",
        "domain/batch_order.py",
        "    if wrong or not checked:\n",
        "    if not checked:\n",
        (_KEPT_BACK,),
    ),
    Fence(
        "no more for a batch than was said",
        "services/batch/batches.py",
        "        if most is not None and order.price > most:\n",
        "        if False:\n",
        (_KEPT_BACK,),
    ),
    Fence(
        "a batch keeps to how many may be under way",
        _QUEUE,
        "            room = min(room, most - in_flight)\n",
        "            pass\n",
        (f"{_BATCHES}::test_no_more_are_under_way_than_the_owner_allows",),
    ),
    Fence(
        "nothing of a batch is sent without the user's word",
        _QUEUE,
        "            if batch_id in self._running and video_id not in self._sends\n",
        "            if video_id not in self._sends\n",
        (f"{_BATCHES}::test_another_batch_does_not_wake_one_that_waits",),
    ),
    Fence(
        "a batch stops where the wallet is refused",
        _QUEUE,
        "        if video.reason is Reason.NOT_SENT or refused >= REFUSALS_IN_A_ROW:\n",
        "        if False:\n",
        (f"{_BATCHES}::test_a_batch_stops_by_itself_where_going_on_makes_no_sense",),
    ),
    Fence(
        "what waits in the queue is not under way",
        "storage/spending_rows.py",
        "    (video_table.c.state != VideoState.RESERVED) | video_table.c.batch_id.is_(None),\n",
        "",
        (f"{_BATCHES}::test_what_waits_in_the_queue_is_not_under_way",),
    ),
)
