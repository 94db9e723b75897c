"""Fences around the library's file and the settings beside it."""

from tests.mutation.fence import Fence

_LIBRARY = "storage/library.py"
_LIBRARY_FILE = "storage/test_library_file.py"
_START = "storage/test_start_checks.py"
_ENGINE = "storage/database.py"
_DATABASE = "storage/database.py"
_TRANSACTIONS = "storage/test_transactions.py"
_READ_ONLY = "cli/test_read_only_library.py"
_BACKUPS = "storage/test_backups.py"

THE_FILE = (
    Fence(
        "fingerprint of the rules",
        _LIBRARY,
        "if schema.fingerprint(connection) != target.fingerprint:",
        "if False:",
        (f"{_LIBRARY_FILE}::test_an_engine_refuses_rules_that_are_not_its_own",),
    ),
    Fence(
        "a newer file is refused",
        _LIBRARY,
        "if revision is not None and revision not in target.known:",
        "if False:",
        (f"{_LIBRARY_FILE}::test_a_newer_library_is_refused_and_not_touched",),
    ),
    Fence(
        "another program's file is refused",
        _LIBRARY,
        "if foreign:",
        "if False:",
        (f"{_LIBRARY_FILE}::test_another_programs_file_is_not_taken_over",),
    ),
    Fence(
        "an older file is the engine's",
        _LIBRARY,
        "if revision != target.head:\n        raise OutdatedLibraryError",
        "if False:\n        raise OutdatedLibraryError",
        (f"{_LIBRARY_FILE}::test_an_older_library_is_left_to_the_engine",),
    ),
    Fence(
        "a lost library is not started empty",
        _LIBRARY,
        "            checks.refuse_to_start_empty(places)\n",
        "            pass\n",
        (_START,),
    ),
    Fence(
        "damaged pages",
        _LIBRARY,
        "            checks.check_file(places, thorough=thorough)\n",
        "            pass\n",
        (_START,),
    ),
    Fence(
        "books that do not add up",
        _LIBRARY,
        "                checks.check_books(places, connection)\n",
        "                pass\n",
        (_START,),
    ),
    Fence(
        "a copy before a migration",
        _LIBRARY,
        "        back_up_before_migration("
        "places.database, places.backups, revision, target.head, now_ms)\n",
        "        pass\n",
        ("storage/test_migration.py",),
    ),
    Fence(
        "a bad library pushes no backup out",
        "storage/backup.py",
        "if findings := findings_of(part, with_books=with_books):",
        "if findings := ():",
        (_BACKUPS,),
    ),
    Fence(
        "the owner's thread",
        _DATABASE,
        "if threading.get_ident() != self._owner:",
        "if False:",
        (f"{_TRANSACTIONS}::test_another_thread_is_refused",),
    ),
    Fence(
        "a write takes the lock first",
        _ENGINE,
        'return engine.execution_options(begin="BEGIN IMMEDIATE")',
        "return engine",
        (_TRANSACTIONS,),
    ),
    Fence(
        "a commit is on the disk",
        _ENGINE,
        '"synchronous": "FULL"',
        '"synchronous": "NORMAL"',
        (_TRANSACTIONS,),
    ),
    Fence(
        "foreign keys hold",
        _ENGINE,
        '"foreign_keys": "ON"',
        '"foreign_keys": "OFF"',
        (_TRANSACTIONS,),
    ),
    Fence(
        "WAL only where its race is mended",
        _ENGINE,
        "return any("
        "version[:2] == fixed[:2] and version >= fixed for fixed in _BACKPORTED_SAFE_WAL)",
        "return True",
        (_TRANSACTIONS,),
    ),
    Fence(
        "a reader writes nothing",
        _ENGINE,
        'connection.execute("PRAGMA query_only = ON")',
        "pass",
        (_LIBRARY_FILE, _TRANSACTIONS),
    ),
    Fence(
        "error texts hold no values",
        _ENGINE,
        "hide_parameters=True",
        "hide_parameters=False",
        (_TRANSACTIONS,),
    ),
    Fence(
        "damaged settings are set aside",
        "storage/settings.py",
        "        held_files.replace(path, kept)\n        return kept\n",
        "        return kept\n",
        ("storage/test_settings.py",),
    ),
    Fence(
        "settings can be written again",
        "storage/settings.py",
        "        _refuse_deep(stored, _DEEPEST)\n",
        "",
        ("storage/test_spoiled_files.py",),
    ),
    Fence(
        "half a character stops no saving",
        "storage/settings.py",
        ', errors="replace") as file',
        ") as file",
        ("storage/test_spoiled_files.py",),
    ),
    Fence(
        "a journal's task is a text",
        "storage/task_journal.py",
        "    if not isinstance(value, str):\n        raise TypeError(value)\n",
        "    value = str(value)\n",
        ("storage/test_spoiled_files.py",),
    ),
    Fence(
        "what may not be written is read all the same",
        _LIBRARY,
        "Opening.READ, Opening.LOOK)",
        "Opening.READ)",
        (f"{_READ_ONLY}::test_a_library_in_wal_mode_is_read_where_no_file_can_be_put_beside_it",),
    ),
    Fence(
        "a window that may not write looks",
        "engine/opening.py",
        'if error.condition != "read_only" or not options.takes_requests:',
        "if True:",
        (f"{_READ_ONLY}::test_a_window_shows_what_it_may_not_write",),
    ),
    Fence(
        "a window that looks settles nothing",
        "engine/starting.py",
        "engine = parts.read_only(undo.pop_all())",
        "engine = begin(parts, undo.pop_all())",
        (f"{_READ_ONLY}::test_a_window_shows_what_it_may_not_write",),
    ),
    Fence(
        "settings are replaced in one step",
        "storage/settings.py",
        'part = path.with_suffix(".part")',
        "part = path",
        ("storage/test_settings.py::test_a_save_that_fails_leaves_the_old_file",),
    ),
)
