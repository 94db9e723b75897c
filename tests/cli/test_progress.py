"""What a person sees while a video is made: on standard error, and never a command."""

import sys

import pytest

from tests.cli.test_outcomes import CLIP, item
from videogen_desktop.cli.progress import MovingBar, PlainLines, Progress, make_progress
from videogen_desktop.domain.states import VideoState


def test_a_bar_moves_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(make_progress(verbose=False), PlainLines)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert isinstance(make_progress(verbose=False), MovingBar)
    assert isinstance(make_progress(verbose=True), PlainLines)


@pytest.mark.parametrize("kind", [PlainLines, MovingBar])
def test_progress_keeps_off_standard_output(
    kind: type[Progress], capsys: pytest.CaptureFixture[str]
) -> None:
    with kind() as progress:
        for state in VideoState:
            progress.show(item(state))
        progress.received("a", 10, None)
        progress.received("a", 10, 1000)
        progress.note("[red]their words\x1b[2J[/red]")
        progress.show(item(VideoState.COMPLETED, clip=CLIP))
    said = capsys.readouterr()
    assert said.out == ""
    assert "[red]their words [2J[/red]" in said.err


def test_a_state_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    progress = PlainLines()
    for _ in range(3):
        progress.show(item(VideoState.PENDING))
    assert capsys.readouterr().err == "Waiting at the provider\n"
