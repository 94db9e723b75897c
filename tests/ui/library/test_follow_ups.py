"""A finished clip begins the next request: by a frame of it, or by its task at the vendor."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.requests import KIE, SANDBOX
from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.gallery.cards import card
from videogen_desktop.domain.errors import ClipMissingError, VideoGenError
from videogen_desktop.domain.input_file import InputFile, InputKind
from videogen_desktop.domain.intake import PictureFit, TakenInput
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.actions import CardAction, actions_for

FRAME, FILE = "f" * 64, "c" * 64
PICTURE = InputFile(FRAME, InputKind.IMAGE, "image/png", 1_000, 1280, 720, None)
CONTINUE, EXTEND, UPSCALE = "Tiếp tục từ khung hình cuối", "Nối dài", "Nâng độ phân giải"


class FakeInputs:
    """Takes a frame of any clip."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int | None]] = []
        self.failure: VideoGenError | None = None

    async def frame_of(
        self, video_id: str, at_ms: int | None = None, fit: PictureFit | None = None
    ) -> TakenInput:
        self.asked.append((video_id, at_ms))
        if self.failure is not None:
            raise self.failure
        return TakenInput(PICTURE)

    async def take_in(
        self, path: Path, kind: InputKind = InputKind.IMAGE, fit: PictureFit | None = None
    ) -> TakenInput:
        self.asked.append((path.name, None))
        return TakenInput(InputFile(FILE, kind, "video/mp4", 1_000, 1280, 720, 5_000))

    async def facts(self, sha256: str) -> InputFile:
        return replace(PICTURE, sha256=sha256)


def made_by(model_id: str, clip: Path, **request: Any) -> LibraryItem:
    """A finished clip of this model, in the wallet that is open."""
    item = card("a", clip=clip, prompt="Chợ nổi")
    asked = VideoRequest(model_id, "Chợ nổi", request.pop("options", {}), **request)
    video = replace(item.video, request=asked, wallet_id="wallet", task_id="task-a")
    return replace(item, video=video)


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"a clip")
    return path


@pytest.fixture
def inputs() -> FakeInputs:
    return FakeInputs()


@pytest.fixture
def open_with(
    open_running: OpenRunningWindow, inputs: FakeInputs, qtbot: QtBot
) -> Callable[..., RunningWindow]:
    def open_one(*items: LibraryItem, provider: str = "kie") -> RunningWindow:
        def prepare(engine: FakeWalletEngine) -> None:
            engine.inputs = inputs  # type: ignore[attr-defined]

        running = open_running(prepare, provider=provider, items=items)
        model = running.window.library.model
        qtbot.waitUntil(lambda: all(model.item(one.video.id) for one in items))
        return running

    return open_one


def menu_of(running: RunningWindow, video_id: str = "a") -> QMenu:
    menu = running.window.library.view.commands.card_menu(video_id)
    assert menu is not None
    return menu


def lines(menu: QMenu) -> list[str]:
    return [line.text() for line in menu.actions()]


def choose(menu: QMenu, *texts: str) -> None:
    for text in texts:
        line = next(line for line in menu.actions() if line.text() == text)
        inner: Any = line.menu()
        menu = inner if inner is not None else menu
    line.trigger()


def request_in_form(running: RunningWindow) -> VideoRequest:
    return running.window.composer.request


def test_the_last_frame_begins_the_next_video_and_the_clip_is_its_parent(
    open_with: Callable[..., RunningWindow], inputs: FakeInputs, clip: Path, qtbot: QtBot
) -> None:
    running = open_with(made_by("kling-2.6/text-to-video", clip, options={"duration": 10}))
    choose(menu_of(running), CONTINUE)
    qtbot.waitUntil(lambda: bool(request_in_form(running).inputs))
    request = request_in_form(running)
    assert inputs.asked == [("a", None)]
    assert request.model_id == "kling-2.6/image-to-video"
    assert (FRAME,) in request.inputs.values()
    assert (request.parent, request.prompt) == ("a", "Chợ nổi")
    assert request.options["duration"] == 10
    assert running.window.composer.prompt.hasFocus()
    assert running.window.composer.controls.note.text() == "Từ video “Chợ nổi”"


def test_the_model_that_is_chosen_gets_the_frame_where_it_has_a_place(
    open_with: Callable[..., RunningWindow], clip: Path, qtbot: QtBot
) -> None:
    running = open_with(made_by("kling-2.6/text-to-video", clip))
    running.window.composer.model.choose_id("wan/2-7-image-to-video")
    running.write("một lời khác")
    library = running.window.library
    item = library.model.item("a")
    assert item is not None
    places = library.follow_ups.places(item)
    assert [place.slot.name for place in places] == ["first_frame", "last_frame"]
    library.follow_ups.use_frame(item, 480, places[1])
    qtbot.waitUntil(lambda: bool(request_in_form(running).inputs))
    request = request_in_form(running)
    assert request.model_id == "wan/2-7-image-to-video"
    assert request.inputs == {"last_frame": (FRAME,)}
    assert (request.prompt, request.parent) == ("một lời khác", "")
    library.follow_ups.use_frame(item, 480)
    qtbot.waitUntil(lambda: len(request_in_form(running).inputs) == 2)
    assert request_in_form(running).parent == "a"


def test_the_vendors_own_follow_ups_stand_only_where_it_has_them(
    open_with: Callable[..., RunningWindow], clip: Path, qtbot: QtBot
) -> None:
    grok = made_by("grok-imagine/text-to-video", clip, options={"resolution": "480p"})
    other = made_by("kling-2.6/text-to-video", clip)
    other = replace(other, video=replace(other.video, id="b"))
    running = open_with(grok, other)
    assert [text for text in lines(menu_of(running)) if text in (EXTEND, UPSCALE)] == [
        EXTEND,
        UPSCALE,
    ]
    choose(menu_of(running), EXTEND, "Grok Imagine Extend")
    request = request_in_form(running)
    assert (request.model_id, request.parent) == ("grok-imagine/extend", "a")
    assert running.window.composer.controls.note.text() == "Từ video “Chợ nổi”"
    # Priced by what is continued.
    assert running.window.composer.price == 14_40
    choose(menu_of(running), UPSCALE, "Grok Imagine Upscale")
    assert request_in_form(running).model_id == "grok-imagine/upscale"
    assert running.window.composer.price == 10_00
    assert running.window.composer.button.isEnabled()


def test_a_clip_goes_in_itself_where_a_model_takes_any_clip(
    open_with: Callable[..., RunningWindow], inputs: FakeInputs, clip: Path, qtbot: QtBot
) -> None:
    elsewhere = replace(made_by("kling-2.6/text-to-video", clip).video, wallet_id="another")
    running = open_with(replace(made_by("kling-2.6/text-to-video", clip), video=elsewhere))
    choose(menu_of(running), UPSCALE)
    qtbot.waitUntil(lambda: bool(request_in_form(running).inputs))
    request = request_in_form(running)
    assert (request.model_id, request.parent) == ("topaz/video-upscale", "a")
    assert (inputs.asked, request.inputs) == ([("a.mp4", None)], {"source": (FILE,)})
    # 8 credits for each second of the clip.
    assert running.window.composer.price == 40_00
    assert running.window.composer.button.isEnabled()
    choose(menu_of(running), EXTEND, "PixVerse V6 Extend")
    qtbot.waitUntil(lambda: request_in_form(running).model_id == "pixverse-v6/extend")
    assert request_in_form(running).inputs == {"source": (FILE,)}
    running.window.composer.choices.place("source", ())
    assert request_in_form(running).parent == ""


def test_several_ways_to_upscale_are_told_apart(
    open_with: Callable[..., RunningWindow], clip: Path
) -> None:
    running = open_with(made_by("veo-3-1", clip))
    choose(menu_of(running), UPSCALE, "Veo 4K Upscale")
    assert request_in_form(running).model_id == "veo/get-4k-video"


def test_another_wallets_clip_gives_its_frames_and_not_its_task(
    open_with: Callable[..., RunningWindow], clip: Path, qtbot: QtBot
) -> None:
    item = made_by("grok-imagine/text-to-video", clip)
    running = open_with(replace(item, video=replace(item.video, wallet_id="another")))
    shown = lines(menu_of(running))
    assert CONTINUE in shown
    choose(menu_of(running), UPSCALE)
    # Of the ways to do it only the one that takes the clip itself.
    qtbot.waitUntil(lambda: request_in_form(running).model_id == "topaz/video-upscale")


@pytest.mark.parametrize("state", [VideoState.FAILED, VideoState.PROCESSING])
def test_what_is_not_finished_gives_nothing(
    open_with: Callable[..., RunningWindow], clip: Path, state: VideoState
) -> None:
    item = made_by("grok-imagine/text-to-video", clip)
    running = open_with(replace(item, clip=None, video=replace(item.video, state=state)))
    assert not {CONTINUE, EXTEND, UPSCALE} & set(lines(menu_of(running)))


def test_a_vendor_without_models_for_pictures_says_so(
    open_with: Callable[..., RunningWindow], inputs: FakeInputs, clip: Path, qtbot: QtBot
) -> None:
    running = open_with(made_by("sandbox/video-1", clip), provider="sandbox")
    words_alone = replace(SANDBOX, read_models=lambda: SANDBOX.models[:1])
    running.window.library.follow_ups.offer(words_alone, "wallet")
    assert CONTINUE not in lines(menu_of(running))
    view = running.window.library.view
    view.select_video("a")
    qtbot.keyClick(view, Qt.Key.Key_C)
    assert running.alerts() == ("Ở đây không có mô hình nào làm tiếp được video này theo cách đó.",)
    assert inputs.asked == []


def test_a_frame_that_cannot_be_taken_is_said_and_leaves_the_form_alone(
    open_with: Callable[..., RunningWindow], inputs: FakeInputs, clip: Path, qtbot: QtBot
) -> None:
    inputs.failure = ClipMissingError(clip)
    running = open_with(made_by("kling-2.6/text-to-video", clip))
    running.write("đang viết dở")
    choose(menu_of(running), CONTINUE)
    qtbot.waitUntil(lambda: len(running.alerts()) == 1)
    assert request_in_form(running).prompt == "đang viết dở"
    assert not request_in_form(running).inputs


def test_made_again_the_whole_request_comes_back_with_its_files_and_parent(
    open_with: Callable[..., RunningWindow], clip: Path, qtbot: QtBot
) -> None:
    parent = made_by("grok-imagine/text-to-video", clip, options={"resolution": "720p"})
    child = made_by("grok-imagine/extend", clip, options={"duration": 10}, parent="a")
    child = replace(child, video=replace(child.video, id="b"))
    running = open_with(parent, child)
    choose(menu_of(running, "b"), "Dùng lại mô tả")
    qtbot.waitUntil(lambda: request_in_form(running).parent == "a")
    assert request_in_form(running).model_id == "grok-imagine/extend"
    assert running.window.composer.controls.note.text() == "Từ video “Chợ nổi”"
    assert running.window.composer.price == 45_00


def test_the_frame_that_is_shown_is_taken_and_the_form_is_in_front(
    open_with: Callable[..., RunningWindow], inputs: FakeInputs, clip: Path, qtbot: QtBot
) -> None:
    item = made_by("kling-2.6/text-to-video", clip)
    running = open_with(item)
    running.window.library.follow_ups.use_frame(item, 1_234)
    qtbot.waitUntil(lambda: bool(request_in_form(running).inputs))
    assert inputs.asked == [("a", 1_234)]


def test_a_retired_model_is_made_again_with_its_successor_which_is_said(
    open_with: Callable[..., RunningWindow], clip: Path
) -> None:
    item = replace(made_by("old/text-to-video", clip), model_title="Old")
    running = open_with(item)
    old = replace(
        KIE.model("kling-2.6/text-to-video"),
        id="old/text-to-video",
        retired=date(2026, 11, 1),
        successor="kling-2.6/text-to-video",
    )
    models = (*KIE.models, old)
    running.window.library.follow_ups.offer(replace(KIE, read_models=lambda: models), "wallet")
    choose(menu_of(running), "Dùng lại mô tả")
    assert request_in_form(running).model_id == "kling-2.6/text-to-video"
    assert running.alerts() == ("Old không còn được cung cấp; dùng Kling 2.6 thay thế.",)
    # What it made plays on.
    assert CardAction.PLAY in actions_for(item)


def test_a_model_whose_end_is_announced_is_still_its_own(
    open_with: Callable[..., RunningWindow], clip: Path
) -> None:
    running = open_with(made_by("kling-2.6/text-to-video", clip))
    ends = replace(KIE.model("kling-2.6/text-to-video"), retired=date(9999, 1, 1))
    models = tuple(ends if one.id == ends.id else one for one in KIE.models)
    running.window.library.follow_ups.offer(replace(KIE, read_models=lambda: models), "wallet")
    choose(menu_of(running), "Dùng lại mô tả")
    assert request_in_form(running).model_id == ends.id
    assert running.alerts() == ()


def test_an_unknown_model_is_made_again_with_the_nearest_which_is_said(
    open_with: Callable[..., RunningWindow], clip: Path
) -> None:
    running = open_with(made_by("kling-2.5/text-to-video", clip))
    choose(menu_of(running), "Dùng lại mô tả")
    assert request_in_form(running).model_id == "kling-2.6/text-to-video"
    (said,) = running.alerts()
    assert "Kling 2.6" in said
    # Its clip is a file like any other.
    item = running.window.library.model.item("a")
    assert item is not None
    assert CardAction.PLAY in actions_for(item)


def test_the_price_of_a_video_is_known_while_it_is_the_vendors(
    open_with: Callable[..., RunningWindow], clip: Path
) -> None:
    item = made_by("sandbox/video-1", clip, options={"duration": 5, "resolution": "720p"})
    follow_ups = open_with(item, provider="sandbox").window.library.follow_ups
    row = follow_ups.price_row(item.video)
    assert row is not None
    assert row.amount == item.video.price == 100_00
    assert follow_ups.price_row(replace(item.video, price=90_00)) is None
    unknown = replace(item.video.request, model_id="gone/model")
    assert follow_ups.price_row(replace(item.video, request=unknown)) is None
