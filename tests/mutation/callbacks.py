"""Fences around callbacks: authentic, bounded, and still only a hint."""

from tests.mutation.fence import Fence

_INBOX = "services/webhook/test_inbox.py"
_STORMS = "services/webhook/test_storms.py"
_RECEIVER = "services/webhook/test_receiver.py"
_WAY_IN = "services/webhook/test_way_in.py"
_SLOW = "services/webhook/test_slow_connections.py"
_CALLBACKS = "providers/kie/callbacks.py"
_SIGNED = "providers/test_callbacks.py"
_FOLLOWING = "services/webhook/following.py"
_PHASES = "services/library_phases.py"
_ENDPOINT = "services/webhook/server.py"
_GUARD = "services/webhook/server.py"

CALLBACKS = (
    Fence(
        "signature",
        _CALLBACKS,
        "fits = hmac.compare_digest(signature_of(task_id, timestamp, key).encode(), given)",
        "fits = True",
        (_SIGNED,),
    ),
    Fence(
        "the key signs",
        _CALLBACKS,
        "hmac.new(key.encode(), ",
        'hmac.new(b"key", ',
        (_SIGNED,),
    ),
    Fence(
        "freshness",
        _CALLBACKS,
        "if abs(now_ms - signed_at) > FRESH_MS:",
        "if False:",
        (f"{_SIGNED}::test_only_fresh_ones_are_taken",),
    ),
    Fence(
        "freshness of what comes from the future",
        _CALLBACKS,
        "if abs(now_ms - signed_at) > FRESH_MS:",
        "if now_ms - signed_at > FRESH_MS:",
        (f"{_SIGNED}::test_only_fresh_ones_are_taken",),
    ),
    Fence(
        "unsigned is refused",
        _CALLBACKS,
        "if not timestamp or not signature:",
        "if timestamp is None:",
        (_SIGNED, _RECEIVER),
    ),
    Fence(
        "a task id is plain",
        _CALLBACKS,
        "isinstance(value, str) and is_task_id(value)",
        "isinstance(value, str)",
        (_SIGNED,),
    ),
    Fence(
        "a callback is read again with our own key",
        _FOLLOWING,
        "        status = await self._provider.status(task_id)\n",
        '        status = TaskStatus(TaskPhase.SUCCEEDED, "success", ("https://cdn.example/x",))\n',
        (_INBOX,),
    ),
    Fence(
        "an authentic callback is still only a hint",
        _FOLLOWING,
        'return "hastened" if self._poller.hasten(video.id) else "known"',
        "phase = TaskPhase.SUCCEEDED if delivery.said == _SUCCESS else TaskPhase.FAILED\n"
        '            told = TaskStatus(phase, delivery.said, ("https://cdn.example/x",))\n'
        "            self._examiner._finisher.finish(video.id, told)\n"
        '            return "believed"',
        (f"{_INBOX}::test_the_record_is_believed_and_not_the_callback",),
    ),
    Fence(
        "a callback settles only what its record names",
        _FOLLOWING,
        "if not is_named(video, status, uploads):",
        "if False:",
        (_INBOX,),
    ),
    Fence(
        "the record names our address",
        "domain/tasks.py",
        'return url is None or reference_in(url.partition("?")[2]) == video.id',
        "return True",
        (_INBOX,),
    ),
    Fence(
        "one task settles one video",
        _PHASES,
        "            if other is not None and other.id != video_id:\n"
        "                raise TaskTakenError(task_id, other.id)\n",
        "",
        (
            "services/webhook/test_following.py::test_a_task_that_another_video_got_during_the_reading_settles_nothing",
        ),
    ),
    Fence(
        "the owner's word stands against a late callback",
        _FOLLOWING,
        "            video = await self._current(video.id)\n        else:\n",
        "            raise\n        else:\n",
        ("services/webhook/test_late_callbacks.py",),
    ),
    Fence(
        "a callback is answered when it is on disk",
        "services/webhook/inbox.py",
        "        await written\n",
        "",
        ("services/webhook/test_intake.py",),
    ),
    Fence(
        "a callback for another wallet is nobody's",
        _FOLLOWING,
        "return video if video.wallet_id == self._wallet_id else None",
        "return video",
        (
            "services/webhook/test_following.py::test_a_reference_to_another_wallets_video_is_nobodys",
        ),
    ),
    Fence(
        "a delivery is on disk before it is answered",
        "services/webhook/inbox.py",
        "for one in rows.deliveries.waiting(self._wallet_id)",
        "for one in rows.deliveries.waiting(self._wallet_id)[:0]",
        (f"{_INBOX}::test_what_was_taken_before_a_crash_is_followed_by_the_next_start",),
    ),
    Fence(
        "callbacks about one task make few rows",
        "storage/delivery_rows.py",
        '        self._connection.execute(_FORGET_OLDER, {"wallet": wallet_id, "task": task_id})\n',
        "",
        (f"{_STORMS}::test_of_one_task_the_newest_deliveries_stay",),
    ),
    Fence(
        "what is awaited comes first",
        "services/webhook/inbox.py",
        "lane = self._first or self._later",
        "lane = self._later or self._first",
        (f"{_STORMS}::test_what_is_awaited_comes_before_what_is_not",),
    ),
    Fence(
        "a false video in a callback hides no true one",
        "services/webhook/inbox.py",
        "if named >= _MOST_NAMED_ANEW or not",
        "if True or not",
        (f"{_STORMS}::test_a_false_video_that_comes_first_keeps_no_lost_answer_away",),
    ),
    Fence(
        "callbacks are followed at a pace",
        "services/webhook/inbox.py",
        "            await self._turns.turn()\n",
        "",
        (
            "services/webhook/test_following.py::test_many_callbacks_about_lost_answers_are_read_at_a_pace",
        ),
    ),
    Fence(
        "body cap",
        _ENDPOINT,
        "return 413 if len(length) > 9 or int(length) > LARGEST_BODY_BYTES else None",
        "return None",
        (_RECEIVER,),
    ),
    Fence(
        "a body says how long it is",
        _ENDPOINT,
        "if not (length.isascii() and length.isdigit()):",
        "if False:",
        (_RECEIVER,),
    ),
    Fence(
        "a length beside chunks is not believed",
        _ENDPOINT,
        "return 400 if length else None",
        "return None",
        (f"{_WAY_IN}::test_a_length_beside_a_chunked_body_is_not_believed",),
    ),
    Fence(
        "chunks are counted as they come",
        _ENDPOINT,
        "        if len(body) > LARGEST_BODY_BYTES:\n",
        "        if False:\n",
        (f"{_WAY_IN}::test_chunks_are_taken_up_to_the_cap",),
    ),
    Fence(
        "few chunks",
        _GUARD,
        "if self._chunks > MOST_CHUNKS:",
        "if False:",
        (f"{_WAY_IN}::test_chunks_that_lead_nowhere_are_refused",),
    ),
    Fence(
        "it answers to its own names only",
        _ENDPOINT,
        'if _host(headers.get("host", "")) not in self._hosts:',
        "if False:",
        (_RECEIVER,),
    ),
    Fence(
        "connection cap",
        _GUARD,
        "if len(self._open) > self._most:",
        "if False:",
        (
            "services/webhook/test_way_in.py::test_beyond_the_cap_the_oldest_unfinished_connection_goes",
        ),
    ),
    Fence(
        "slow connection cap",
        _GUARD,
        "if len(self._slow) > self._most_slow:",
        "if False:",
        (_SLOW,),
    ),
    Fence(
        "a request has five seconds",
        _GUARD,
        "left = self._lifetime_s - self._grace_s",
        "left = 3600.0",
        (_SLOW,),
    ),
    Fence(
        "bound to loopback",
        "services/webhook/server.py",
        'listener.bind(("127.0.0.1", port))',
        'listener.bind(("", port))',
        ("services/webhook/test_listening.py::test_it_listens_on_loopback_only",),
    ),
)
