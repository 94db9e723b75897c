"""The settings file: kept whole, kept readable by older and newer versions."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import get_type_hints

import pytest

from videogen_desktop.domain.errors import SettingsUnreadableError
from videogen_desktop.domain.settings import Settings, SettingsChanges
from videogen_desktop.domain.spend_guards import ANY_WALLET, UNREADABLE, SpendGuards
from videogen_desktop.storage.settings import load_settings, save_settings

LIMITS = {"https://api.kie.ai": SpendGuards(day_cap=100_00)}
WITHOUT_LIMITS = Settings(spend_guards={ANY_WALLET: SpendGuards(UNREADABLE, UNREADABLE)})
_FULL = Settings(
    active_provider="kie",
    active_api_base="https://api.kie.ai",
    known_api_bases=("https://api.kie.ai", "https://other.example"),
    language="en",
    theme="dark",
    draft='{"model":"kling-2.6/text-to-video","options":{"aspect_ratio":"9:16"},"prompt":""}',
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Đà Nẵng" / "settings.json"


def test_whatever_is_a_setting_may_be_changed_to_a_value_of_its_type() -> None:
    names = {"SpendGuards": SpendGuards}
    settings = get_type_hints(Settings, localns=names)
    del settings["unknown"]  # what a newer version wrote
    assert get_type_hints(SettingsChanges, localns=names) == settings


def test_without_a_file_there_are_defaults_and_none_is_made(path: Path) -> None:
    assert load_settings(path) == Settings()
    assert not path.parent.exists()


def test_what_is_saved_comes_back(path: Path) -> None:
    for settings in (_FULL, Settings()):
        save_settings(path, settings)
        assert load_settings(path) == settings
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_what_a_newer_version_wrote_is_kept(path: Path) -> None:
    save_settings(path, _FULL)
    stored = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**stored, "later": {"a": [1]}, "unknown": 5}), encoding="utf-8")
    save_settings(path, load_settings(path))
    again = json.loads(path.read_text(encoding="utf-8"))
    assert again == {**stored, "later": {"a": [1]}, "unknown": 5}


def test_a_byte_order_mark_of_an_editor_does_no_harm(path: Path) -> None:
    save_settings(path, _FULL)
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert load_settings(path) == _FULL


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
    ids=lambda content: repr(content[:40]),
)
def test_a_damaged_file_is_set_aside_and_said(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(SettingsUnreadableError) as caught:
        load_settings(path)
    kept = caught.value.kept_as
    assert kept is not None
    assert kept.read_bytes() == content
    assert caught.value.rest == load_settings(path) == WITHOUT_LIMITS


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", 5),
        ("theme", None),
        ("known_api_bases", "https://api.kie.ai"),
        ("known_api_bases", [5]),
        ("draft", {}),
        ("volume_percent", "80"),
        ("active_provider", []),
    ],
)
def test_one_wrong_type_takes_no_other_setting_with_it(
    path: Path, name: str, value: object
) -> None:
    save_settings(path, _FULL._replace(spend_guards=LIMITS))
    stored = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**stored, name: value}), encoding="utf-8")
    before = path.read_bytes()
    rest = _FULL._replace(spend_guards=LIMITS, **{name: getattr(Settings(), name)})
    with pytest.raises(SettingsUnreadableError) as caught:
        load_settings(path)
    assert (caught.value.rest, caught.value.unreadable) == (rest, (name,))
    assert caught.value.kept_as is not None
    assert caught.value.kept_as.read_bytes() == before
    # It is said once, and what could be read is kept.
    assert load_settings(path) == rest


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ([], WITHOUT_LIMITS.spend_guards),
        ({"https://a": 5}, {"https://a": SpendGuards(UNREADABLE, UNREADABLE)}),
        ({"https://a": {"day_cap": "10"}}, {"https://a": SpendGuards(day_cap=UNREADABLE)}),
        ({"https://a": {"day_cap": 1.5}}, {"https://a": SpendGuards(day_cap=UNREADABLE)}),
        ({"https://a": {"day_cap": True}}, {"https://a": SpendGuards(day_cap=UNREADABLE)}),
        (
            {"https://a": {"in_flight_cap": []}, "https://b": {"month_cap": 7}},
            {"https://a": SpendGuards(in_flight_cap=UNREADABLE), "https://b": SpendGuards(None, 7)},
        ),
    ],
)
def test_a_limit_that_cannot_be_read_stays_one_until_it_is_set_again(
    path: Path, stored: object, read: Mapping[str, SpendGuards]
) -> None:
    save_settings(path, _FULL)
    whole = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**whole, "spend_guards": stored}), encoding="utf-8")
    with pytest.raises(SettingsUnreadableError) as caught:
        load_settings(path)
    assert caught.value.rest == _FULL._replace(spend_guards=read)
    for _ in range(2):
        assert load_settings(path) == _FULL._replace(spend_guards=read)
        save_settings(path, load_settings(path))


def test_a_base_of_two_spellings_is_one_with_the_stricter_limits(path: Path) -> None:
    long, short = "http://[0:0:0:0:0:0:0:1]:9", "http://[::1]:9"
    written = Settings(
        active_provider="kie",
        active_api_base=long,
        known_api_bases=(long, "https://api.kie.ai", short, "https://đà.example"),
        spend_guards={
            "https://api.kie.ai": SpendGuards(7),
            short: SpendGuards(None, 200_00, 3),
            long: SpendGuards(100_00, 300_00, UNREADABLE),
            ANY_WALLET: SpendGuards(1),
        },
    )
    save_settings(path, written)
    read = load_settings(path)
    assert read.active_api_base == short
    assert read.known_api_bases == (short, "https://api.kie.ai", "https://xn--0ca1h.example")
    assert read.former_api_bases == (long, "https://đà.example")
    assert read.spend_guards == {
        "https://api.kie.ai": SpendGuards(7),
        short: SpendGuards(100_00, 200_00, UNREADABLE),
        ANY_WALLET: SpendGuards(1),
    }
    save_settings(path, read)
    assert load_settings(path) == read


def test_a_file_that_cannot_be_read_just_now_is_not_taken_for_damaged(path: Path) -> None:
    path.mkdir(parents=True)  # any error of the file system
    with pytest.raises(SettingsUnreadableError) as caught:
        load_settings(path)
    assert caught.value.kept_as is None
    assert path.is_dir()


def test_a_save_that_fails_leaves_the_old_file(path: Path) -> None:
    save_settings(path, _FULL)
    before = path.read_bytes()
    path.with_suffix(".part").mkdir()
    with pytest.raises(OSError, match="settings"):
        save_settings(path, Settings())
    assert path.read_bytes() == before
