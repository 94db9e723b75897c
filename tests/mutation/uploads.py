"""Fences around the files of a request: uploaded before the POST, and never a reason to pay."""

from tests.mutation.fence import Fence

_UPLOADING = "services/test_uploading.py"
_HOST = "providers/test_uploads.py"
_UPLOADER = "services/uploading.py"
_SENDER = "services/sending.py"
_CLIENT = "providers/kie/uploads.py"

UPLOADS = (
    Fence(
        "a video whose file did not arrive is not sent",
        _SENDER,
        "            except UploadFailedError as error:\n"
        "                return await self._not_uploaded(video, error)\n",
        "            except UploadFailedError:\n                filled = request\n",
        (f"{_UPLOADING}::test_a_file_that_does_not_arrive_leaves_a_video_that_was_never_sent",),
    ),
    Fence(
        "what was cancelled while its files left is not given up",
        "services/transitions.py",
        "    if video.state is not VideoState.RESERVED:\n"
        "        raise IllegalTransitionError(video.id, video.state, VideoState.FAILED)\n",
        "",
        ("services/contract/test_transitions.py",),
    ),
    Fence(
        "an engine that stops leaves what waits for its files reserved",
        _SENDER,
        "uploaded = await unless(given_up, self._uploader.ready(request))",
        "uploaded = await unless(asyncio.Event(), self._uploader.ready(request))",
        (
            f"{_UPLOADING}::test_a_program_that_ends_while_files_leave_has_sent_nothing",
            f"{_UPLOADING}::test_a_video_cancelled_while_its_files_leave_is_not_sent",
        ),
    ),
    Fence(
        "what could not be fetched is uploaded anew",
        _SENDER,
        '                await self._uploader.forget(video.body or "")\n',
        "                pass\n",
        (f"{_UPLOADING}::test_what_the_vendor_could_not_fetch_is_uploaded_anew_next_time",),
    ),
    Fence(
        "files of a failed task are uploaded anew",
        "services/library_phases.py",
        '                rows.uploads.forget(video.wallet_id, inputs_in(video.body or ""))\n',
        "",
        (f"{_UPLOADING}::test_files_of_a_task_that_failed_are_uploaded_anew_for_the_next",),
    ),
    Fence(
        "an address is not used to its very end",
        _UPLOADER,
        "until = self._clock.now_ms() + LEAST_LEFT_MS",
        "until = 0",
        (f"{_UPLOADING}::test_an_address_is_used_until_shortly_before_its_end",),
    ),
    Fence(
        "takes share one upload",
        _UPLOADER,
        "lock = self._one_at_a_time.setdefault(sha256, asyncio.Lock())",
        "lock = asyncio.Lock()",
        (f"{_UPLOADING}::test_takes_of_one_request_share_one_upload",),
    ),
    Fence(
        "a line carries few files at once",
        _UPLOADER,
        "            async with self._turns:\n",
        "            async with asyncio.Lock():\n",
        (f"{_UPLOADING}::test_no_more_than_three_files_leave_at_once",),
    ),
    Fence(
        "a body is filled whole or not at all",
        "domain/input_file.py",
        "return addresses[sha256]",
        'return addresses.get(sha256, "")',
        ("domain/test_input_file.py::test_a_body_is_filled_whole_or_not_at_all",),
    ),
    Fence(
        "a prompt is no file",
        "domain/input_file.py",
        "if not isinstance(value, dict) or len(value) != 1:",
        "if isinstance(value, str) and INPUT in value:\n"
        '        value = json.loads(value) if value.startswith("{") else {}\n'
        "    if not isinstance(value, dict) or len(value) != 1:",
        ("domain/test_input_file.py::test_what_only_looks_like_a_file_stays_what_it_is",),
    ),
    Fence(
        "a file that changed on the disk is no upload",
        _CLIENT,
        "if reading.sha256 != file.sha256:",
        "if False:",
        (f"{_HOST}::test_a_file_that_is_not_what_it_was_is_no_upload",),
    ),
    Fence(
        "an upload that was not taken is none",
        _CLIENT,
        'if code != _SUCCESS or envelope.success is False or data.get("success") is False:',
        "if code != _SUCCESS:",
        (f"{_HOST}::test_each_answer_of_the_upload_host_has_its_meaning",),
    ),
    Fence(
        "an address of an upload is looked at",
        _CLIENT,
        "            checked_url(address, loopback_allowed=self._loopback_allowed)\n",
        "            pass\n",
        (
            f"{_HOST}::test_each_answer_of_the_upload_host_has_its_meaning",
            f"{_HOST}::test_an_address_on_this_machine_is_one_for_play_money_alone",
        ),
    ),
    Fence(
        "the upload host is Kie's for Kie's own base alone",
        "providers/kie/vendor.py",
        "if one_spelling(api_base) == API_BASE else api_base",
        "if True else api_base",
        (f"{_HOST}::test_kies_own_key_goes_to_its_upload_host_and_no_other_servers_key_does",),
    ),
    Fence(
        "uploads have a pace",
        "providers/deferred.py",
        "client = await self._for_a_free_call(self._uploads)",
        "client = await self._for_a_free_call()",
        (f"{_HOST}::test_uploads_go_at_a_pace_of_their_own",),
    ),
    Fence(
        "names of uploads stay out of logs",
        "domain/redaction.py",
        '        text = _UPLOAD.sub(rf"\\1{HIDDEN}", text)\n',
        "",
        (f"{_HOST}::test_what_an_upload_is_called_comes_into_no_log",),
    ),
    Fence(
        "another picture is another video",
        "domain/tasks.py",
        '        found += ["files"] if _has_other_files(video, asked, uploads) else []\n',
        "",
        (
            "domain/test_tasks.py::"
            "test_an_uploaded_file_is_the_one_that_was_asked_for_whatever_its_address",
        ),
    ),
)
