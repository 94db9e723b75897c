"""Fences around files that are here: their deletion, and the helper that looks into them."""

from tests.mutation.fence import Fence

_GALLERY = "services/test_gallery.py"
_PROBE = "media/test_probe.py"
_STAYS = "media/test_clips_stay.py"
_PICTURES = "media/test_pictures.py"
_BAD_FILES = "media/test_inputs.py::test_every_bad_file_has_its_error_and_nothing_is_kept"
_KEPT = "storage/test_input_files.py"

DELETION = (
    Fence(
        "undo for ten seconds",
        "services/removing.py",
        "UNDO_MS = 10_000",
        "UNDO_MS = 0",
        (_GALLERY,),
    ),
    Fence(
        "an undone delete keeps its files",
        "services/removing.py",
        "            task.cancel()\n\n    async def remove_left_over",
        "            pass\n\n    async def remove_left_over",
        (
            f"{_GALLERY}::test_an_undone_delete_keeps_the_files_and_brings_the_card_back",
            f"{_GALLERY}::test_a_second_delete_has_ten_seconds_of_its_own",
        ),
    ),
    Fence(
        "what may have been charged is not deleted",
        "services/gallery_phases.py",
        "_UNSETTLED = (VideoState.UNCONFIRMED, VideoState.SENDING)",
        "_UNSETTLED: tuple[VideoState, ...] = ()",
        (_GALLERY, "services/test_settling.py"),
    ),
)

THE_HELPER = (
    Fence(
        "a cut clip is refused",
        "media/boxes.py",
        "if box.end > file_size and box.kind in _CONTENT:",
        "if False:",
        (f"{_PROBE}::test_no_cut_of_a_clip_passes",),
    ),
    Fence(
        "only our containers",
        "media/boxes.py",
        "if not kinds and box.kind not in _BEGINNINGS:",
        "if False:",
        (_PROBE,),
    ),
    Fence(
        "a picture is no video",
        "media/boxes.py",
        "if len(brand) < 4 or brand in _PICTURE_BRANDS:",
        "if False:",
        (f"{_PROBE}::test_a_picture_in_the_same_container_is_no_video",),
    ),
    Fence(
        "a tagged copy is compared",
        "media/tagging.py",
        "if not is_same_clip(path, destination, change):",
        "if False:",
        (f"{_STAYS}::test_a_copy_that_became_another_clip_is_not_left",),
    ),
    Fence(
        "nothing unknown is moved",
        "media/tagging.py",
        "if not may_move(box.kind, file.read(len(XMP))):",
        "if False:",
        (f"{_STAYS}::test_what_is_not_understood_stays_without_tags",),
    ),
    Fence(
        "content credentials stay true",
        "media/tagging.py",
        "if has_credentials(file, boxes):",
        "if False:",
        (f"{_STAYS}::test_content_credentials_stay_true",),
    ),
    Fence(
        "only our codecs",
        "media/clip_file.py",
        "if video_codec not in VIDEO_CODECS:",
        "if False:",
        (f"{_PROBE}::test_a_codec_outside_the_list_is_refused",),
    ),
    Fence(
        "no larger than 8K",
        "media/clip_file.py",
        "if max(width, height) not in SIDES or width * height > MAX_PIXELS:",
        "if False:",
        (_PROBE,),
    ),
    Fence(
        "a pipe is no file",
        "media/boxes.py",
        "if not stat.S_ISREG(status.st_mode):",
        "if False:",
        (f"{_PROBE}::test_a_pipe_is_not_even_opened",),
    ),
    Fence(
        "the helper's memory is bounded",
        "media/limits.py",
        "        _lower(resource.RLIMIT_AS, limits.address_space)\n",
        "",
        ("media/test_helper.py",),
    ),
    Fence(
        "the helper has not the key",
        "media/helper_process.py",
        '_SECRET_VARIABLES = frozenset({"VIDEOGEN_API_KEY"})',
        "_SECRET_VARIABLES: frozenset[str] = frozenset()",
        ("media/test_client.py::test_the_key_is_not_among_the_helpers_variables",),
    ),
    Fence(
        "facts within bounds",
        "media/protocol.py",
        "if not ("
        "sides_fit and facts.duration_ms <= MAX_DURATION_MS and facts.first_frame_decodes):",
        "if False:",
        ("media/test_protocol.py",),
    ),
    Fence(
        "frames within bounds",
        "media/protocol.py",
        "    if length > MAX_FRAME_BYTES:\n",
        "    if False:\n",
        ("media/test_protocol.py",),
    ),
    Fence(
        "a comment within bounds",
        "domain/clip_tags.py",
        "if len(comment) > COMMENT_CHARACTERS:",
        "if False:",
        ("domain/test_clip_tags.py::test_a_comment_of_absurd_length_is_not_looked_into",),
    ),
    Fence(
        "a job has its deadline",
        "media/client.py",
        "asyncio.timeout(self._deadline_seconds + extra_seconds)",
        "asyncio.timeout(None)",
        ("media/test_client.py",),
    ),
    Fence(
        "an imported clip has no money",
        "services/importing.py",
        "        origin=Origin.IMPORTED,\n",
        "        origin=Origin.GENERATED,\n",
        ("services/test_importing.py",),
    ),
)

INPUTS = (
    Fence(
        "the place of a photograph goes",
        "media/picture_bytes.py",
        "if marker in _PICTURE_MARKERS:",
        "if marker in _PICTURE_MARKERS or marker == 0xE1:",
        (f"{_PICTURES}::test_every_orientation_is_turned_upright_and_says_nothing_more",),
    ),
    Fence(
        "what lies behind a picture goes",
        "media/picture_bytes.py",
        "            yield _EOI\n            return",
        "            yield content[position - 1 :]\n            return",
        (f"{_PICTURES}::test_every_orientation_is_turned_upright_and_says_nothing_more",),
    ),
    Fence(
        "a bomb is not decoded",
        "media/pictures.py",
        "    _check_size(picture.size)\n",
        "",
        ("media/test_picture_fit.py::test_a_bomb_is_refused_by_what_it_says_of_itself",),
    ),
    Fence(
        "only files are read",
        "media/chosen_files.py",
        "if not stat.S_ISREG(status.st_mode):",
        "if False:",
        (_BAD_FILES,),
    ),
    Fence(
        "what is half made goes",
        "services/inputs.py",
        "            await self._files.discard(part)",
        "            pass",
        (
            "media/test_inputs.py"
            "::test_a_file_over_which_every_helper_dies_has_its_error_and_nothing_is_kept",
        ),
    ),
    Fence(
        "a kept file is what it was",
        "storage/input_files.py",
        "        if not _holds(path, sha256):\n            raise InputLostError(sha256)",
        "        if False:\n            raise InputLostError(sha256)",
        (f"{_KEPT}::test_a_damaged_file_is_lost_until_it_is_brought_again",),
    ),
    Fence(
        "no request names a file elsewhere",
        "storage/input_files.py",
        "if _SHA256.fullmatch(sha256):",
        "if True:",
        (f"{_KEPT}::test_what_is_not_kept_is_lost_and_no_name_leads_elsewhere",),
    ),
)
