"""What lies on the disk may have been written by anybody: settings, journal, handovers, tags."""

import json
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from tests.fuzz.effort import effort, holds
from tests.fuzz.hostile import as_bytes, documents, records, text
from videogen_desktop.domain import errors
from videogen_desktop.domain.clip_tags import ClipTags, parse_comment
from videogen_desktop.domain.errors import SettingsUnreadableError, VideoGenError
from videogen_desktop.domain.file_names import safe_stem
from videogen_desktop.domain.handover import error_as_data
from videogen_desktop.domain.request import VideoRequest, as_json, request_of
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.tasks import is_task_id, task_ids_in
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.handover_rows import heard_refusal
from videogen_desktop.storage.settings import load_settings, save_settings
from videogen_desktop.storage.task_journal import TaskJournal

SETTINGS = [*Settings._fields, "version", "unknown", "day_cap", "in_flight_cap"]
JOURNAL = ["video_id", "api_base", "task_id", "at", "at", "new"]
TAGS = [
    *("application", "version", "video_id", "prompt", "aspect", "model", "provider"),
    *("task_id", "cost_credits", "created_at_ms", "request"),
]
ID = "00000000-0000-4000-8000-000000000001"


def is_read_or_set_aside(body: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        path.write_bytes(body)
        try:
            settings = load_settings(path)
        except SettingsUnreadableError as error:
            assert error.kept_as is not None
            assert error.kept_as.read_bytes() == body
            if "\\u" not in body.decode(errors="replace").lower():
                assert load_settings(path) == error.rest
            return
        # What was taken can be kept: the next change of one setting writes all of them.
        save_settings(path, settings)
        kept = load_settings(path)
        if b"\\u" not in body.lower():  # half a character may have become another
            assert kept == settings
        save_settings(path, kept)
        assert load_settings(path) == kept


@effort
def test_any_settings_file_is_read_or_set_aside(examples: int) -> None:
    one = st.builds(
        lambda name, value: f'{{"{name}":{value},"of a newer version":{value}}}',
        st.sampled_from(SETTINGS),
        documents(SETTINGS, leaves=4),
    )
    worded = st.builds(
        lambda name, value: json.dumps({name: value, f"new {value}": [value]}),
        st.sampled_from(["draft", "language", "model_id", "known_api_bases"]),
        st.one_of(text, st.lists(text, max_size=3)),
    )
    holds(examples, is_read_or_set_aside, as_bytes(st.one_of(one, worded, records(SETTINGS))))


WHOLE = {"video_id": ID, "api_base": "https://api.example", "task_id": "abc", "at": 5}


def costs_only_its_own_lines(lines: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tasks.jsonl"
        whole = json.dumps(WHOLE).encode()
        path.write_bytes(b"\n".join([whole, *lines, whole]))
        found = TaskJournal(path).read()
    assert found[0] == found[-1]
    assert (found[0].video_id, found[0].task_id) == (ID, "abc")
    for entry in found:
        assert entry.task_id
        for kept in (entry.task_id, entry.video_id, entry.api_base):
            kept.encode()
        assert 0 <= entry.at < 2**53


@effort
def test_any_line_of_the_journal_costs_only_itself(examples: int) -> None:
    one = st.builds(
        lambda name, value: json.dumps(WHOLE)[:-1] + f',"{name}":{value}}}',
        st.sampled_from(JOURNAL),
        documents(JOURNAL, leaves=4),
    )
    lines = as_bytes(st.one_of(one, records(JOURNAL), documents(JOURNAL)))
    # A break in it makes two lines, either of which may be anything.
    holds(examples, costs_only_its_own_lines, st.lists(lines, max_size=3))


def is_an_error_of_ours(stored: str) -> None:
    error = heard_refusal(stored)
    assert isinstance(error, VideoGenError)
    str(error)
    kind, arguments = error_as_data(error)
    json.dumps([kind, arguments])


@effort
def test_any_refusal_is_heard_as_an_error(examples: int) -> None:
    kinds = st.one_of(st.sampled_from(dir(errors)), text, st.just("HandoverRefusedError"))
    pairs = st.builds(
        lambda kind, arguments: f"[{json.dumps(kind)},{arguments}]",
        kinds,
        st.one_of(
            st.lists(documents(["a"], leaves=2), max_size=4).map(lambda a: f"[{','.join(a)}]"),
            documents(["a"], leaves=3),
        ),
    )
    holds(examples, is_an_error_of_ours, st.one_of(pairs, documents(["a"]), text))


def is_tags_or_none(comment: str) -> None:
    tags = parse_comment(comment)
    if tags is None:
        return
    assert tags.request.prompt.strip()
    assert "\0" not in tags.request.prompt
    assert request_of(as_json(tags.request)) == tags.request
    for word in (tags.video_id, tags.request.model_id, tags.provider):
        assert word.isascii()
        assert word.isprintable()
    # Any id that a provider may give: with a blank of any width, and no sign that nobody sees.
    assert not {unicodedata.category(sign) for sign in tags.task_id or ""} & {"Cc", "Cf", "Cs"}
    assert 0 <= tags.cost <= 10**15
    assert 0 <= tags.created_at < 2**53
    # What was read can be written into a copy, and says the same again.
    assert parse_comment(tags.comment) == tags
    assert len(tags.title) <= 250


OURS = {
    **{"application": "VideoGen Desktop", "version": 1, "video_id": ID, "prompt": "p"},
    **{"aspect": "landscape", "model": "m", "provider": "kie"},
}


@effort
def test_any_comment_is_tags_or_none(examples: int) -> None:
    one = st.builds(
        lambda name, value: json.dumps(OURS)[:-1] + f',"{name}":{value}}}',
        st.sampled_from(TAGS),
        documents(TAGS, leaves=4),
    )
    prompts = text.map(lambda prompt: ClipTags(ID, VideoRequest("m", prompt), "kie").comment)
    holds(examples, is_tags_or_none, st.one_of(one, prompts, records(TAGS), text))


def makes_a_file(prompt: str) -> None:
    stem = safe_stem(prompt)
    assert len(stem.encode()) <= 120
    with TemporaryDirectory() as folder:
        inside = Path(folder)
        path = ClipFiles(inside)._free_name(prompt, ID)
        path.write_bytes(b"x")
        # One file, in this very folder, under the name that was meant.
        assert [found.name for found in inside.iterdir()] == [f"{stem}.mp4"]
        assert ClipFiles(inside)._free_name(prompt, ID) != path


@effort
def test_any_prompt_names_one_file_in_its_folder(examples: int) -> None:
    pieces = st.sampled_from(["..", "/", "\\", "CON", ".", " ", ":", "\0", "~", "ế", "\u0302"])
    holds(examples, makes_a_file, st.one_of(text, st.lists(pieces, max_size=90).map("".join)))


def are_plain_ids(pasted: str) -> None:
    for task_id in task_ids_in(pasted):
        assert is_task_id(task_id)
        assert task_ids_in(f'"{task_id}"') == (task_id,)


@effort
def test_any_pasted_text_holds_plain_ids(examples: int) -> None:
    holds(examples, are_plain_ids, st.one_of(text, st.lists(text).map("".join)))
