"""The table of faults: which tests play each one, and what cannot be played on Linux.

The numbers are those of the project's list of faults. A proof is the file and the name of a test,
which stands where its subject is; `test_table.py` sees to it that every one of them exists.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One row: the fault, its proofs on Linux, and what belongs to other systems, with why."""

    number: int
    name: str
    proofs: tuple[str, ...] = ()
    elsewhere: str = ""


_CREATE = "providers/test_create.py::"
_STATUS = "providers/test_status.py::"
_RESULTS = "providers/test_results.py::"
_SENDING = "services/test_sending.py::"
_POLLING = "services/test_polling.py::"
_OUTBOX = "services/test_outbox.py::"
_TIME = "faults/test_pace_and_time.py::"
_DISK = "cli/test_broken_disk.py::"
_LOOKING = "cli/test_read_only_library.py::"
_RECEIVER = "services/webhook/test_receiver.py::"
_SLOW = "services/webhook/test_slow_connections.py::"
_INBOX = "services/webhook/test_inbox.py::"
_SANDBOX = "services/webhook/test_with_sandbox.py::"
_UNKNOWN = f"{_CREATE}test_what_may_have_arrived_is_unknown_and_never_sent_twice"
_INTERRUPTED = "ui/acceptance/test_interruptions.py::"
_HOSTILE = "ui/test_window.py::test_hostile_text_is_shown_as_it_was_written"

TABLE = (
    Fault(
        1,
        "kill -9 at every step",
        (
            "kill_matrix/test_stories.py"
            "::test_killed_at_each_step_that_matters_a_video_is_paid_once_and_kept",
            "kill_matrix/test_stories.py"
            "::test_killed_at_any_step_a_start_settles_it_and_the_next_finds_nothing_to_do",
            "cli/test_killed.py::test_killed_at_any_moment_it_is_paid_once",
        ),
    ),
    Fault(
        2,
        "POST: reset after the request was read",
        (
            f"{_UNKNOWN}[reset after reading]",
            f"{_SENDING}test_a_lost_answer_keeps_the_credits_held_and_is_never_sent_again",
            "cli/test_generate.py::test_a_bad_day_ends_with_its_exit_code_and_the_ledger_adds_up",
        ),
    ),
    Fault(
        3,
        "POST: hangs past its deadline",
        (
            f"{_UNKNOWN}[hangs]",
            f"{_INTERRUPTED}test_a_paid_answer_that_never_comes_is_kept_as_unclear_and_not_sent_again",
            "ui/test_window.py::test_the_window_closes_at_once_while_a_request_is_on_its_way",
        ),
    ),
    Fault(
        4,
        "POST: refused, no such name, TLS fails",
        (
            f"{_CREATE}test_what_never_left_is_said_so",
            f"{_CREATE}test_an_untrusted_certificate_is_refused_before_the_post",
            f"{_SENDING}test_what_never_left_is_tried_again_for_a_minute_and_then_costs_nothing",
        ),
    ),
    Fault(
        5,
        "POST: 502 or 500 with a page",
        (
            f"{_UNKNOWN}[502 page]",
            f"{_UNKNOWN}[pours]",
            f"{_CREATE}test_a_page_leaves_only_its_title_and_status",
            _HOSTILE,
        ),
    ),
    Fault(
        6,
        "429 with Retry-After: 7, a date, garbage, 10^9",
        (
            f"{_CREATE}test_retry_after_is_read_bounded_and_forgiven",
            f"{_TIME}test_a_refusal_for_pace_holds_up_its_own_job_and_no_other",
            f"{_TIME}test_a_refusal_for_longer_than_a_minute_is_told_and_costs_nothing",
            f"{_TIME}test_a_reading_refused_for_pace_waits_as_long_as_it_is_told",
        ),
    ),
    Fault(
        7,
        "poll: 5xx for ten minutes, then success",
        (f"{_POLLING}test_ten_minutes_of_errors_end_nothing_and_are_backed_off_from",),
    ),
    Fault(
        8,
        "poll: unknown word, NaN, 10 MB, depth 10^5, duplicate keys",
        (
            f"{_STATUS}test_what_says_nothing_about_the_task_is_an_error[pours]",
            f"{_STATUS}test_what_says_nothing_about_the_task_is_an_error[nested lists]",
            f"{_STATUS}test_what_says_nothing_about_the_task_is_an_error[duplicate state]",
            f"{_STATUS}test_what_says_nothing_about_the_task_is_an_error[NaN]",
            f"{_STATUS}test_a_record_that_says_nothing_is_unknown",
            f"{_POLLING}test_a_strange_state_is_never_a_failure",
        ),
    ),
    Fault(
        9,
        "an answer that drips",
        (
            f"{_UNKNOWN}[drips]",
            f"{_STATUS}test_what_says_nothing_about_the_task_is_an_error[drips]",
            f"{_RESULTS}test_a_file_that_stops_coming_is_for_later",
        ),
    ),
    Fault(
        10,
        "receiver: two hundred slow clients",
        (
            f"{_SLOW}test_two_hundred_slow_connections_keep_no_callback_out",
            f"{_SLOW}test_a_request_that_never_ends_is_cut_off",
            f"{_SLOW}test_five_seconds_and_sixteen_slow_connections_are_the_limits",
        ),
    ),
    Fault(
        11,
        "webhook: a hundred duplicates from two processes",
        (
            "services/webhook/test_from_two_processes.py"
            "::test_a_hundred_of_one_callback_have_one_effect",
            f"{_INBOX}test_duplicates_are_counted_and_read_once",
        ),
    ),
    Fault(
        12,
        "webhook before the answer of the POST; the end before the start",
        (
            f"{_INBOX}test_a_callback_that_overtakes_the_answer_waits_for_it",
            f"{_SANDBOX}test_the_record_says_how_it_ended",
            f"{_INBOX}test_a_callback_after_the_end_changes_nothing",
        ),
    ),
    Fault(
        13,
        "webhook: forged, stale, future, truncated, another body, 1 MB",
        (
            f"{_RECEIVER}test_anything_else_is_refused_and_leads_to_nothing",
            f"{_SANDBOX}test_what_is_not_authentic_moves_nothing",
            f"{_INBOX}test_the_record_is_believed_and_not_the_callback",
        ),
    ),
    Fault(
        14,
        "webhook says success, the record failure",
        (
            "services/test_finishing.py"
            "::test_a_later_contradiction_moves_nothing_and_is_written_down_once",
            f"{_INBOX}test_a_callback_after_the_end_changes_nothing",
            "services/webhook/test_late_callbacks.py"
            "::test_a_late_success_of_a_settled_video_is_rescued_and_moves_nothing",
        ),
    ),
    Fault(
        15,
        "the database is locked for 3 s, and for longer than anybody waits",
        (
            f"{_DISK}test_a_lock_that_passes_is_not_noticed",
            "services/test_restarted_loops.py"
            "::test_what_was_under_way_goes_on_when_the_library_is_back",
            "storage/test_transactions.py"
            "::test_a_library_that_another_process_keeps_locked_is_named_busy",
        ),
    ),
    Fault(
        16,
        "the disk is full during a commit of the ledger",
        (
            f"{_DISK}test_nothing_is_sent_where_the_intent_cannot_be_written",
            "storage/test_transactions.py"
            "::test_a_full_disk_is_named_and_takes_the_whole_transaction",
            "services/test_held_answers.py"
            "::test_a_task_id_is_held_until_it_can_be_written_and_its_video_goes_on",
        ),
    ),
    Fault(
        17,
        "the disk is full during a download",
        (
            f"{_DISK}test_a_disk_that_fills_up_under_a_download_costs_nothing_but_time",
            f"{_OUTBOX}test_a_disk_that_fills_up_keeps_what_came_but_not_in_the_reserve",
            f"{_OUTBOX}test_a_full_disk_pauses_the_queue_and_space_lets_it_go_on",
            "services/test_full_disk.py"
            "::test_a_result_without_an_end_leaves_the_reserve_and_goes_on_when_there_is_room",
        ),
    ),
    Fault(
        18,
        "a read-only folder and library",
        (
            f"{_DISK}test_a_read_only_library_can_be_read_and_nothing_is_sent_from_it",
            f"{_LOOKING}test_a_library_in_wal_mode_is_read_where_no_file_can_be_put_beside_it",
            f"{_LOOKING}test_a_window_shows_what_it_may_not_write",
            "ui/test_errors.py::test_what_keeps_the_library_closed_is_said_in_the_windows_language",
        ),
    ),
    Fault(
        19,
        "damaged pages",
        (
            "storage/test_start_checks.py"
            "::test_damaged_pages_are_found_and_the_newest_good_backup_is_offered",
            "storage/test_start_checks.py::test_what_is_set_aside_is_all_of_it_byte_for_byte",
            "cli/test_repair.py::test_a_repair_brings_the_videos_back_and_keeps_the_old_file",
        ),
    ),
    Fault(
        20,
        "a newer schema",
        (
            "storage/test_library_file.py::test_a_newer_library_is_refused_and_not_touched",
            "cli/test_generate.py::test_a_library_of_a_newer_version_is_not_touched",
        ),
    ),
    Fault(
        21,
        "a migration that raises or is killed half way",
        (
            "kill_matrix/test_migration.py"
            "::test_killed_at_any_step_the_library_is_old_or_new_and_whole",
            "storage/test_migration.py::test_a_migration_that_fails_leaves_the_library_as_it_was",
            "storage/test_migration.py::test_a_first_migration_that_fails_leaves_an_empty_file_empty",
            "storage/test_library_file.py"
            "::test_what_a_killed_writer_left_half_written_is_undone_by_whoever_comes_next",
        ),
    ),
    Fault(
        22,
        "the clock jumps: a day, an hour back, summer time, 1970",
        (
            f"{_TIME}test_a_wall_clock_that_jumps_moves_neither_order_nor_money",
            "domain/test_reconciliation.py::test_summer_time_does_not_move_midnight",
            "domain/test_reconciliation.py::test_a_clock_that_was_set_back_makes_nothing_old",
        ),
    ),
    Fault(
        23,
        "asleep for three hours",
        (
            f"{_TIME}test_after_a_sleep_of_hours_everything_in_flight_is_read_once_and_spread",
            f"{_DISK}test_a_program_that_is_stopped_for_the_whole_job_finds_it_done",
        ),
    ),
    Fault(
        24,
        "the network flaps every 2 s for five minutes",
        (f"{_TIME}test_a_network_that_flaps_for_minutes_converges_with_one_post_each",),
    ),
    Fault(
        25,
        "TLS: expired, wrong host, 1.1 only",
        (
            "faults/test_certificates.py"
            "::test_tls_that_is_not_to_be_believed_stops_the_post[expired]",
            "faults/test_certificates.py"
            "::test_tls_that_is_not_to_be_believed_stops_the_post[wrong host]",
            "faults/test_certificates.py"
            "::test_tls_that_is_not_to_be_believed_stops_the_post[TLS 1.1 only]",
        ),
    ),
    Fault(
        26,
        "proxy: dead, 407, SOCKS",
        (
            f"{_CREATE}test_a_proxy_that_refuses_to_connect_proves_that_nothing_left",
            f"{_CREATE}test_what_never_left_is_said_so",
            "providers/test_proxies.py::test_behind_a_proxy_the_name_goes_to_the_proxy",
        ),
    ),
    Fault(
        27,
        "file host: 403, 404, cut, wrong size, changed, a page, redirects",
        (
            f"{_RESULTS}test_an_expired_address_is_gone",
            f"{_RESULTS}test_a_file_cut_short_is_truncated",
            f"{_RESULTS}test_a_changed_file_starts_over",
            f"{_RESULTS}test_a_page_is_no_video",
            f"{_RESULTS}test_every_hop_is_checked_again",
            f"{_OUTBOX}test_an_expired_address_is_renewed_by_a_link",
            f"{_OUTBOX}test_a_result_that_is_really_gone_says_so_and_is_not_tried_for_ever",
            "services/test_downloading.py"
            "::test_bytes_that_are_no_video_are_thrown_away_and_fetched_anew",
        ),
    ),
    Fault(
        28,
        "ten thousand in flight",
        (
            f"{_TIME}test_ten_thousand_in_flight_are_read_fairly_within_the_limits",
            f"{_POLLING}test_many_videos_are_read_within_the_pace_of_the_wallet",
        ),
        "Processor time, memory and the window's frames are measured by `make bench`.",
    ),
    Fault(
        29,
        "keyring: missing, locked, hanging, a key of 2,000 characters",
        (
            "storage/test_key_store.py::test_no_keyring_at_all_is_named_missing",
            "storage/test_key_store.py"
            "::test_a_keyring_that_does_not_work_is_named_and_its_words_are_not_repeated",
            "storage/test_key_store.py"
            "::test_a_key_no_keyring_would_hold_is_refused_before_it_gets_there",
            "faults/test_keyring_that_hangs.py::test_the_library_is_there_while_the_keyring_waits",
            "ui/settings/test_keys.py::test_a_locked_keyring_keeps_the_key_and_says_so",
        ),
        "The keyrings of Windows and macOS themselves are not there on Linux.",
    ),
    Fault(
        30,
        "two windows; the first is killed",
        (
            "ui/test_single_instance.py::test_a_second_start_raises_the_first_and_ends",
            "ui/test_single_instance.py::test_after_a_kill_the_next_start_has_the_window",
            "storage/test_engine_lock.py"
            "::test_a_second_engine_is_refused_until_the_first_is_gone_however_it_went",
        ),
    ),
    Fault(
        31,
        "clips: truncated, random, AV1, no frames, 8k, huge tables",
        (
            "media/test_probe.py::test_no_cut_of_a_clip_passes",
            "media/test_probe.py::test_pictures_of_random_bytes_are_no_first_frame",
            "media/test_probe.py::test_pictures_beyond_the_limits_are_refused",
            "media/test_probe.py::test_four_billion_claimed_samples_are_survived",
            "ui/viewer/test_real_clip.py::test_av1_is_a_problem_that_is_told",
        ),
    ),
    Fault(
        32,
        "a provider's words with markup, bidi marks, 4 MB, NUL",
        (
            f"{_CREATE}test_a_providers_message_is_one_bounded_line",
            _HOSTILE,
            "ui/test_window.py::test_no_tooltip_can_be_taken_for_markup",
            "ui/viewer/test_details.py::test_no_label_can_be_taken_for_markup",
        ),
    ),
    Fault(
        33,
        "the window closes during a POST; late signals",
        (
            f"{_INTERRUPTED}test_a_window_closed_before_the_paid_answer_waits_for_it",
            f"{_INTERRUPTED}test_a_window_closed_at_the_very_click_loses_neither_prompt_nor_money",
            "ui/test_window.py::test_nothing_arrives_after_the_bridge_has_closed",
        ),
    ),
    Fault(
        34,
        "SIGTERM, logout",
        (
            "cli/test_killed.py::test_an_interrupted_job_goes_on_at_the_provider",
            "ui/test_start.py::test_an_interrupt_closes_the_window_in_order",
        ),
        "WM_QUERYENDSESSION and shutdown-block reasons exist on Windows only.",
    ),
    Fault(
        35,
        "PostgreSQL: lost COMMIT, serialization failure, no tenant",
        elsewhere="PostgreSQL comes with the shared library; this version has SQLite only. What a "
        "lost COMMIT means is proven by row 1, conflicting processes by the storage's own tests.",
    ),
)
