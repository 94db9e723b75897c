"""Fences around sending: once, and never again after a crash."""

from tests.mutation.fence import Fence

_SENDING = "services/test_sending.py"
_TRANSITIONS = "services/transitions.py"
_SENDER = "services/sending.py"
_PHASES = "services/library_phases.py"

ONCE = (
    Fence(
        "what was sent is not sent again",
        _TRANSITIONS,
        "if video.state is not VideoState.RESERVED or video.send_count != 0:",
        "if False:",
        ("services/test_accepting.py",),
    ),
    Fence(
        "send looks at the video again before each try",
        _SENDER,
        "                # It was cancelled while it waited.\n"
        "                return await self._current(video)\n",
        "                video = await self._current(video)\n",
        (f"{_SENDING}::test_a_video_cancelled_between_two_tries_is_not_sent_again",),
    ),
    Fence(
        "the intent is committed before the POST",
        _SENDER,
        "            try:\n"
        "                video = await self._phases.sending(video.id)\n"
        "            except IllegalTransitionError:\n"
        "                # It was cancelled while it waited.\n"
        "                return await self._current(video)\n"
        "            await self._announcer.changed(video)\n"
        "            try:\n"
        "                return await self._post(video, filled)\n",
        "            try:\n"
        "                return await self._post(await self._phases.sending(video.id), filled)\n",
        (f"{_SENDING}::test_the_card_is_there_before_the_provider_answers", _SENDING),
    ),
    Fence(
        "a lost answer is unconfirmed",
        _SENDER,
        "return await self._unconfirmed(video, error.message, error.answer)",
        "raise NotSentError(error.message) from error",
        (f"{_SENDING}::test_a_lost_answer_keeps_the_credits_held_and_is_never_sent_again",),
    ),
    Fence(
        "a defect while posting leaves it unconfirmed",
        _SENDER,
        '            await self._unconfirmed(video, "")\n            raise',
        "            raise",
        (_SENDING,),
    ),
    Fence(
        "a task id given twice is nobody's",
        _PHASES,
        "            if rows.videos.has_task(self.wallet_id, task_id):\n",
        "            if False:\n",
        (f"{_SENDING}::test_a_task_id_given_twice_leaves_the_second_video_unconfirmed",),
    ),
    Fence(
        "the journal also knows what the database refused",
        "services/sending.py",
        "in_journal = task_id is not None and await",
        "in_journal = task_id is None and await",
        (
            "services/test_held_answers.py::test_what_the_journal_took_is_found_there_by_the_next_start",
        ),
    ),
    Fence(
        "an answer is held until the library takes it",
        "services/sending.py",
        "                if is_last:\n",
        "                if True:\n",
        (
            "services/test_held_answers.py::"
            "test_a_task_id_is_held_until_it_can_be_written_and_its_video_goes_on",
        ),
    ),
    Fence(
        "tries end after a minute",
        _SENDER,
        "RETRY_FOR_MS = 60_000",
        "RETRY_FOR_MS = 600_000",
        (f"{_SENDING}::test_what_never_left_is_tried_again_for_a_minute_and_then_costs_nothing",),
    ),
    Fence(
        "a refusal for pace waits a full window",
        _SENDER,
        "return max(error.retry_after_ms or 0, self._provider.pace.rest_ms)",
        "return error.retry_after_ms or 0",
        (f"{_SENDING}::test_a_refusal_for_pace_waits_a_full_window",),
    ),
    Fence(
        "what may have left is not cancelled",
        _TRANSITIONS,
        "    if video.state is not VideoState.RESERVED:\n"
        "        raise IllegalTransitionError(video.id, video.state, VideoState.CANCELLED)\n",
        "",
        ("services/test_accepting.py",),
    ),
    Fence(
        "a caller that goes away leaves the POST alone",
        "services/wallet_engine.py",
        "return await asyncio.shield(task)",
        "return await task",
        (f"{_SENDING}::test_a_caller_that_goes_away_does_not_take_the_paid_post_with_it",),
    ),
    Fence(
        "closing waits for the POST",
        "services/wallet_engine.py",
        "await asyncio.wait(sending, timeout=SEND_GRACE_MS / 1000)",
        "pass",
        (f"{_SENDING}::test_closing_waits_for_a_paid_post_under_way",),
    ),
    Fence(
        "nothing is sent from another wallet",
        "services/wallet_engine.py",
        "if video.wallet_id != self.wallet.id:",
        "if False:",
        ("services/test_accepting.py",),
    ),
    Fence(
        "what was priced is what is sent",
        "services/wallet_engine.py",
        "priced = PricedRequest(video.request, video.body, video.price)",
        "priced = self.vendor.priced(video.request)",
        (
            "services/test_uploading.py::"
            "test_what_was_reserved_is_sent_as_it_was_priced_whatever_is_offered_by_then",
        ),
    ),
    Fence(
        "only a reserved video is sent by hand",
        "services/wallet_engine.py",
        "if video.state is not VideoState.RESERVED or video.body is None:",
        "if video.body is None:",
        ("services/test_accepting.py",),
    ),
)

RECOVERY = (
    Fence(
        "a start settles what was being sent",
        "services/sending.py",
        "in_states(_UNSETTLED, wallet_id)",
        "in_states((), wallet_id)",
        (f"{_SENDING}::test_a_post_that_outlasts_the_closing_is_unconfirmed_at_the_next_start",),
    ),
    Fence(
        "a start reads the journal",
        "services/sending.py",
        "tasks = {entry.video_id: entry.task_id for entry in journal}",
        "tasks: dict[str, str] = {}",
        (
            "services/test_held_answers.py::test_what_the_journal_took_is_found_there_by_the_next_start",
        ),
    ),
    Fence(
        "a journal's task is one video's",
        _PHASES,
        "if task_id is not None and not rows.videos.has_task(self.wallet_id, task_id):",
        "if task_id is not None:",
        (f"{_SENDING}::test_a_journal_that_names_another_videos_task_settles_nothing",),
    ),
    Fence(
        "a line cut short costs only itself",
        "storage/task_journal.py",
        'f"\\n{line}\\n" for line in lines',
        'f"{line}\\n" for line in lines',
        ("storage/test_task_journal.py",),
    ),
)
