"""Fences inside the database: triggers, unique indexes and checks, each where it was last made.

Their tests work on the bare schema: everywhere else its fingerprint would notice any change first.
"""

from tests.mutation.fence import (
    LATER_RULES,
    LATER_TABLES,
    NEWEST_RULES,
    NEWEST_TABLES,
    TABLES,
    TAKE_RULES,
    Fence,
    check,
    trigger,
    unique_index,
)

_LEDGER = "storage/test_ledger_rules.py"
_VIDEO = "storage/test_video_rules.py"
_EDGES = "storage/test_transitions.py"
_ALONE = "storage/test_constraints.py"
_NEVER_CHANGED = f"{_LEDGER}::test_a_row_of_the_ledger_is_never_changed"
_FACTS_STAY = f"{_LEDGER}::test_facts_stay_as_they_were_written"
_EACH_ALONE = f"{_LEDGER}::test_each_fence_alone_keeps_a_second_movement_out"
_OPENING = f"{_LEDGER}::test_a_wallet_is_granted_its_opening_balance_first_and_once"
_ONE_TASK = f"{_VIDEO}::test_a_task_belongs_to_one_video_of_its_wallet"
_ONE_REQUEST = f"{_VIDEO}::test_a_request_becomes_one_video"
_SIBLING = f"{_VIDEO}::test_a_further_result_belongs_to_the_video_of_its_task"
_TASK_TAKEN = "BEGIN SELECT RAISE(ABORT, 'video: this task has a video already'); END;"

TRIGGERS = (
    trigger("ledger_no_update", "ledger: rows are never changed", _NEVER_CHANGED),
    trigger("ledger_no_delete", "ledger: rows are never deleted", _NEVER_CHANGED),
    trigger("ledger_no_replace", "ledger: this movement exists already", _EACH_ALONE),
    trigger(
        "ledger_running_balance", "ledger: balance does not follow from the row before", _LEDGER
    ),
    trigger("ledger_row_order", "ledger: a row is added at the end only", _LEDGER),
    trigger("ledger_grant_first", "ledger: the opening balance comes first", _OPENING),
    trigger(
        "ledger_funds",
        "ledger: not enough credits",
        f"{_LEDGER}::test_only_a_reserve_is_refused_for_want_of_funds",
    ),
    trigger("ledger_video", "ledger: this video cannot have this movement now", _LEDGER),
    trigger(
        "ledger_sequence",
        "ledger: the movement before this one is missing",
        f"{_LEDGER}::test_no_movement_comes_before_the_one_it_answers",
    ),
    trigger(
        "ledger_spent",
        "ledger: more comes back than was spent",
        f"{_LEDGER}::test_a_video_gives_back_no_more_than_it_cost_in_any_order",
    ),
    trigger("video_new", "video: a new one starts reserved", _VIDEO),
    trigger(
        "video_one_request",
        "video: this request has a video already",
        _ONE_REQUEST,
        file=LATER_RULES,
    ),
    trigger("video_sibling", "video: no further result of that video", _SIBLING, file=LATER_RULES),
    Fence(
        "video_one_task",
        LATER_RULES,
        f"    AND v.rescued_from = NEW.rescued_from)\n{_TASK_TAKEN}",
        "    AND v.rescued_from = NEW.rescued_from)\nBEGIN SELECT 1; END;",
        (_ONE_TASK,),
    ),
    Fence(
        "video_one_task_later",
        LATER_RULES,
        f"NEW.rescued_from AND v.origin IS NOT 'sibling')\n{_TASK_TAKEN}",
        "NEW.rescued_from AND v.origin IS NOT 'sibling')\nBEGIN SELECT 1; END;",
        (_ONE_TASK,),
    ),
    trigger("video_no_delete", "video: rows are never deleted", _FACTS_STAY),
    trigger(
        "video_frozen",
        "video: what was asked for never changes",
        f"{_VIDEO}::test_what_was_asked_for_and_its_task_never_change",
        file=NEWEST_RULES,
    ),
    trigger(
        "video_take",
        "video: no take of that request",
        f"{_VIDEO}::test_takes_are_of_one_request_in_one_wallet",
        file=TAKE_RULES,
    ),
    trigger(
        "input_file_frozen",
        "input_file: what a content is never changes",
        _FACTS_STAY,
        file=TAKE_RULES,
    ),
    trigger(
        "video_batch",
        "video: no row of that batch",
        f"{_VIDEO}::test_a_row_of_a_batch_is_asked_for_in_its_wallet",
        file=NEWEST_RULES,
    ),
    trigger(
        "batch_frozen",
        "batch: what was reserved together never changes",
        _FACTS_STAY,
        file=NEWEST_RULES,
    ),
    trigger("video_edge", "video: no such transition", _EDGES),
    trigger(
        "video_accepted_unconfirmed",
        "video: wrong reason for being unconfirmed",
        f"{_EDGES}::test_a_lost_answer_and_a_lost_record_are_not_mixed_up",
    ),
    trigger("video_send_count", "video: sent once at most", _VIDEO),
    trigger("video_money", "video: the ledger does not match this state", _EDGES),
    trigger("library_frozen", "library: never changed", _FACTS_STAY),
    trigger("library_no_delete", "library: never deleted", _FACTS_STAY),
    trigger("library_no_replace", "library: exists already", _FACTS_STAY),
    trigger("wallet_frozen", "wallet: never changed", _FACTS_STAY),
    trigger("wallet_no_delete", "wallet: never deleted", _FACTS_STAY),
    trigger("wallet_no_replace", "wallet: exists already", _FACTS_STAY),
    trigger("video_event_no_update", "video_event: never changed", _FACTS_STAY),
    trigger("video_event_no_delete", "video_event: never deleted", _FACTS_STAY),
    trigger("video_event_no_replace", "video_event: exists already", _FACTS_STAY),
)

INDEXES = (
    unique_index("one_grant", _OPENING),
    unique_index("one_reserve", _EACH_ALONE),
    unique_index("one_resolve", _EACH_ALONE),
    unique_index("one_giveback", _EACH_ALONE),
    unique_index("one_settle", f"{_LEDGER}::test_a_video_is_settled_once"),
    unique_index("one_task", _ONE_TASK, file=LATER_RULES),
    unique_index("one_request", _ONE_REQUEST, file=LATER_RULES),
    unique_index("one_sibling", _SIBLING, file=LATER_RULES),
    unique_index("one_rescue", f"{_VIDEO}::test_a_video_is_rescued_once_by_the_index_alone_too"),
    Fence(
        "uq_ledger_entry_library_id_id",
        TABLES,
        "  CONSTRAINT uq_ledger_entry_library_id_id UNIQUE (library_id, id),\n",
        "",
        (_ALONE,),
    ),
    Fence(
        "uq_webhook_delivery",
        LATER_TABLES,
        "  CONSTRAINT uq_webhook_delivery_wallet_id_task_id_signed_at\n"
        "    UNIQUE (wallet_id, task_id, signed_at),\n",
        "",
        ("services/webhook/test_inbox.py::test_duplicates_are_counted_and_read_once",),
    ),
)

CHECKS = (
    check("ck_ledger_entry_amount", _ALONE),
    check("ck_ledger_entry_held", _ALONE),
    check("ck_ledger_entry_owner", _ALONE),
    check("ck_ledger_entry_legs", f"{_LEDGER}::test_a_movement_has_only_its_own_legs"),
    check("ck_ledger_entry_seq", _ALONE),
    check(
        "ck_video_price",
        f"{_VIDEO}::test_a_video_with_anything_wrong_is_refused",
        file=NEWEST_TABLES,
    ),
    check("ck_video_rescued_from", _VIDEO, file=NEWEST_TABLES),
    check("ck_video_request_id", _ONE_REQUEST, file=NEWEST_TABLES),
    check(
        "ck_video_body",
        f"{_VIDEO}::test_a_video_with_anything_wrong_is_refused",
        file=NEWEST_TABLES,
    ),
    check("ck_video_sibling_of", _SIBLING, file=NEWEST_TABLES),
    check("ck_video_send_count", _ALONE, file=NEWEST_TABLES),
    check("ck_video_sent", _VIDEO, _EDGES, file=NEWEST_TABLES),
    check(
        "ck_video_reason",
        f"{_EDGES}::test_a_state_without_its_reason_is_refused",
        file=NEWEST_TABLES,
    ),
    check("ck_video_task_id", _VIDEO, _EDGES, file=NEWEST_TABLES),
)

DATABASE_RULES = (*TRIGGERS, *INDEXES, *CHECKS)
