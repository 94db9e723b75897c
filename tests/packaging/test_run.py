"""`make run` never overwrites a video and never reaches a provider that costs money."""

from pathlib import Path

import pytest
import run


def test_a_second_sample_video_gets_a_name_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    first = run.unused_output(folder)
    first.touch()
    second = run.unused_output(folder)
    second.touch()
    names = [first.name, second.name, run.unused_output(folder).name]
    assert names == ["sample-video.mp4", "sample-video-2.mp4", "sample-video-3.mp4"]


def test_a_real_key_is_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIDEOGEN_API_KEY", "a real key")
    monkeypatch.setenv("VIDEOGEN_API_BASE", "https://provider.invalid")
    monkeypatch.setenv("VIDEOGEN_DATA_DIR", "somewhere")
    environment = run.sandbox_environment()
    assert not {"VIDEOGEN_API_KEY", "VIDEOGEN_API_BASE"} & environment.keys()
    assert environment["VIDEOGEN_DATA_DIR"] == "somewhere"
    assert run.SANDBOX == ("--provider", "sandbox")


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
    ],
)
def test_a_window_opens_only_where_linux_has_a_display(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: bool
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run.has_display() is expected
