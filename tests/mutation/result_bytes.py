"""Fences around a result's bytes, from its host to its name on this disk."""

from tests.mutation.fence import Fence

_FETCHER = "providers/results.py"
_RESULTS = "providers/test_results.py"
_ANSWER = "providers/result_answer.py"
_ENDLESS = "providers/test_endless_servers.py"
_DOWNLOADING = "services/test_downloading.py"
_OUTBOX = "services/test_outbox.py"
_FILES = "storage/clip_files.py"
_CLIP_FILES = "storage/test_clip_files.py"

BYTES = (
    Fence(
        "a weak ETag resumes nothing",
        _ANSWER,
        """re.compile(r'"[\\x21\\x23-\\x7e]{1,200}"')""",
        """re.compile(r'(W/)?"[\\x21\\x23-\\x7e]{1,200}"')""",
        (_RESULTS,),
    ),
    Fence(
        "a range is the one that was asked for",
        _ANSWER,
        "return total if first == offset and last == total - 1 and same_version else None",
        "return total",
        (_RESULTS,),
    ),
    Fence(
        "a file cut short",
        _ANSWER,
        "if self.total_bytes is not None and received != self.total_bytes:",
        "if False:",
        ("providers/test_gateways.py::test_a_range_that_ends_early_is_a_file_cut_short",),
    ),
    Fence(
        "a file too large as it comes",
        _ANSWER,
        "if received > self._limits.file_bytes:",
        "if False:",
        (_RESULTS,),
    ),
    Fence(
        "a file too large as announced",
        _ANSWER,
        "if total is not None and total > limits.file_bytes:",
        "if False:",
        ("providers/test_gateways.py::test_a_file_that_is_announced_too_large_is_not_even_begun",),
    ),
    Fence(
        "a page is no video",
        _ANSWER,
        "300 <= status < 400 or _is_page(response)",
        "300 <= status < 400",
        (_RESULTS,),
    ),
    Fence(
        "a page for a signed link asks for a fresh one",
        "services/fetching.py",
        "(DownloadFailure.GONE, DownloadFailure.NOT_PLAYABLE, DownloadFailure.ADDRESS_REFUSED)",
        "(DownloadFailure.GONE,)",
        (
            "services/test_fresh_links.py::test_whatever_else_an_address_answers_it_is_renewed_by_a_link",
            "services/test_fresh_links.py::test_a_page_that_calls_itself_a_video_is_renewed_by_a_link",
        ),
    ),
    Fence(
        "what was sent in is no result",
        "providers/kie/result_urls.py",
        "    inputs = _of_request(record)\n",
        "    inputs = frozenset[str]()\n",
        ("providers/test_answer_corpus.py",),
    ),
    Fence(
        "a file comes within its time",
        _ANSWER,
        "asyncio.timeout_at(min(deadline, now + self._limits.stall_s))",
        "asyncio.timeout_at(now + self._limits.stall_s)",
        (f"{_ENDLESS}::test_a_file_has_an_end_whatever_its_host_does",),
    ),
    Fence(
        "opening has an end",
        _FETCHER,
        "asyncio.timeout(self._limits.open_s)",
        "asyncio.timeout(None)",
        (f"{_ENDLESS}::test_a_file_has_an_end_whatever_its_host_does",),
    ),
    Fence(
        "probe before the name",
        "services/fetching.py",
        "return part, await self.probe(part, download)",
        'return part, ClipFacts("mp4", "h264", None, 320, 180, 1000, True)',
        (f"{_DOWNLOADING}::test_bytes_that_are_no_video_are_thrown_away_and_fetched_anew",),
    ),
    Fence(
        "what is no video is thrown away",
        "services/fetching.py",
        "            await self._files.discard(path)\n",
        "",
        (f"{_DOWNLOADING}::test_bytes_that_are_no_video_are_thrown_away_and_fetched_anew",),
    ),
    Fence(
        "the part is hidden until it is whole",
        _FILES,
        'return self._folder / f".{video_id}{further}.mp4.part"',
        'return self._folder / f"{video_id}{further}.mp4"',
        (_CLIP_FILES, _DOWNLOADING),
    ),
    Fence(
        "room before a file comes",
        "services/fetching.py",
        "            await self._files.need_space(stream.total_bytes, stream.offset)\n",
        "",
        (_OUTBOX,),
    ),
    Fence(
        "the reserve is watched while a file comes",
        _FILES,
        "        self._watch.wrote(self._file.tell())\n",
        "",
        (_OUTBOX,),
    ),
    Fence(
        "a gap is not made up with zeros",
        _FILES,
        "if self._file.seek(0, os.SEEK_END) < offset:",
        "if False:",
        (_CLIP_FILES,),
    ),
    Fence(
        "another clip is never overwritten",
        "storage/durable_names.py",
        "    elif not _named(part, target):\n        return False\n",
        "    else:\n        held_files.replace(part, target)\n",
        (_CLIP_FILES,),
    ),
    Fence(
        "an output is never overwritten",
        "storage/clip_copies.py",
        'with clip.open("rb") as source, output.open("xb") as target:',
        'with clip.open("rb") as source, output.open("wb") as target:',
        (_CLIP_FILES,),
    ),
    Fence(
        "an expired address is renewed",
        "services/fetching.py",
        "if not _was_refused(download):",
        "if True:",
        (_OUTBOX,),
    ),
    Fence(
        "one answer does not give a paid result up",
        "services/download_failures.py",
        "TRIES_BEFORE_EXPIRY = 20",
        "TRIES_BEFORE_EXPIRY = 1",
        (_OUTBOX,),
    ),
    Fence(
        "a tagged copy is looked at",
        "services/fetching.py",
        "if tagged != facts:",
        "if False:",
        (f"{_OUTBOX}::test_a_copy_that_became_another_clip_is_not_taken", _OUTBOX),
    ),
)
