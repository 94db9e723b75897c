"""Fences around how a task ends: once, by the provider's own record, with its money."""

from tests.mutation.fence import Fence

_FINISHING = "services/test_finishing.py"
_POLLING = "services/test_polling.py"
_RESCUING = "services/test_rescuing.py"
_STATUS = "providers/test_status.py"
_WATCHING = "services/polling.py"
_PHASES = "services/library_phases.py"
_TRANSITIONS = "services/transitions.py"

FINISHING = (
    Fence(
        "terminal is terminal in code",
        _PHASES,
        "is_end = video.state in ACCEPTED_STATES",
        "is_end = True",
        (_FINISHING,),
    ),
    Fence(
        "a change on an old snapshot is refused",
        "storage/video_rows.py",
        'video.c.revision == bindparam("known_revision")',
        'video.c.revision >= bindparam("known_revision")',
        ("storage/test_rows.py::test_a_change_made_on_an_old_snapshot_is_refused",),
    ),
    Fence(
        "a change that met nothing is an error",
        "storage/video_rows.py",
        "if written.rowcount != 1:",
        "if False:",
        ("storage/test_rows.py::test_a_change_made_on_an_old_snapshot_is_refused",),
    ),
    Fence(
        "what was found has no refund",
        _TRANSITIONS,
        "if video.origin is Origin.GENERATED:\n        rows.ledger.refund",
        "if True:\n        rows.ledger.refund",
        (f"{_FINISHING}::test_what_was_found_ends_without_money",),
    ),
    Fence(
        "what was found is not settled",
        _TRANSITIONS,
        "has no money here.\n    is_ours = video.origin is Origin.GENERATED",
        "has no money here.\n    is_ours = True",
        (f"{_FINISHING}::test_what_was_found_ends_without_money",),
    ),
    Fence(
        "what was really consumed is settled",
        _TRANSITIONS,
        "if is_ours and status.consumed is not None and status.consumed.amount != spent:",
        "if False:",
        (f"{_POLLING}::test_what_was_really_consumed_is_settled",),
    ),
    Fence(
        "a late result is rescued once",
        "services/transitions.py",
        "if not status.result_urls or task_id is None or is_rescued:",
        "if not status.result_urls or task_id is None:",
        (f"{_RESCUING}::test_a_result_that_comes_after_the_failure_is_rescued_once",),
    ),
    Fence(
        "grace of a record that is not there yet",
        _WATCHING,
        "RECORD_GRACE_MS = 90_000",
        "RECORD_GRACE_MS = 0",
        (f"{_POLLING}::test_a_record_that_is_not_there_yet_is_waited_for",),
    ),
    Fence(
        "one slip of the record is not its end",
        _WATCHING,
        "MISSING_READINGS = 3",
        "MISSING_READINGS = 1",
        ("services/test_polling.py",),
    ),
    Fence(
        "slips are counted in a row",
        _WATCHING,
        "            watched.missing = 0\n",
        "            pass\n",
        ("services/test_polling.py",),
    ),
    Fence(
        "fifteen minutes for a success without a result",
        _WATCHING,
        "RESULT_GRACE_MS = 15 * 60_000",
        "RESULT_GRACE_MS = 0",
        (_POLLING,),
    ),
    Fence(
        "a strange state is no failure",
        "providers/kie/client.py",
        "return _PHASES.get(state.strip().lower(), TaskPhase.UNKNOWN)",
        "return _PHASES.get(state.strip().lower(), TaskPhase.FAILED)",
        (_STATUS,),
    ),
    Fence(
        "another task's record moves nothing",
        "providers/kie/client.py",
        "if isinstance(named, str) and named.strip() and named.strip() != task_id.strip():",
        "if False:",
        (f"{_STATUS}::test_the_record_of_another_task_is_refused",),
    ),
    Fence(
        "a cost below zero is none",
        "providers/kie/client.py",
        "if figure is not None and figure.amount >= 0:",
        "if figure is not None:",
        (f"{_STATUS}::test_a_cost_below_zero_is_none",),
    ),
    Fence(
        "an error of the reading ends nothing",
        "services/polling.py",
        "        except VideoGenError as error:\n"
        "            return await self._failed(video, watched, error)\n",
        "        except VideoGenError:\n            return None\n",
        (f"{_POLLING}::test_ten_minutes_of_errors_end_nothing_and_are_backed_off_from",),
    ),
    Fence(
        "duplicate keys are refused",
        "providers/kie/callbacks.py",
        "if len(keys) != len(pairs):",
        "if False:",
        ("fuzz/test_wire_json.py::test_a_name_that_stands_twice_is_refused",),
    ),
    Fence(
        "absurd numbers are refused",
        "providers/kie/callbacks.py",
        '    if len(text) > _NUMBER_CHARACTERS:\n        raise ValueError("too many digits")\n'
        "    return int(text)",
        "    return int(text)",
        ("fuzz/test_wire_json.py::test_a_number_of_absurd_length_is_refused",),
    ),
)
