"""Pictures, videos and sounds in the form: chosen, dropped, pasted, swapped, taken out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.requests import KIE
from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.fake_wallet_engine import FakeWalletEngine
from videogen_desktop.domain.errors import InputLostError, InputRefusedError
from videogen_desktop.domain.input_file import InputFile, InputKind
from videogen_desktop.domain.intake import InputRefusal, PictureChange, PictureFit, TakenInput
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.ui.composer.input_strip import SlotBox
from videogen_desktop.ui.composer.list_field import EntryRow, ListField
from videogen_desktop.ui.importing.drop_overlay import DropKind, dropped_files

MODELS = {model.id: model for model in KIE.models}
FRAMES, FIRST, TEXT = "veo-3-1", "kling-2.6/image-to-video", "kling-2.6/text-to-video"


def a_file(name: str, width: int = 1920, height: int = 1080) -> InputFile:
    return InputFile(
        name.encode().hex().ljust(64, "0"), InputKind.IMAGE, "image/png", 9, width, height
    )


def jpeg() -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"JPG").write(QImage(8, 6, QImage.Format.Format_RGB32))
    return bytes(buffer.data().data())


@dataclass
class FakeInputs:
    """The engine's part that takes files in; it looks into none. Runs on the worker's loop."""

    known: dict[str, InputFile] = field(default_factory=dict)
    taken: list[tuple[str, InputKind, PictureFit | None]] = field(default_factory=list)
    refusal: Exception | None = None
    sides: tuple[int, int] = (1920, 1080)
    changes: frozenset[PictureChange] = frozenset()

    async def prepare(self) -> None:
        pass

    async def take_in(
        self, path: Path, kind: InputKind = InputKind.IMAGE, fit: PictureFit | None = None
    ) -> TakenInput:
        if self.refusal is not None:
            raise self.refusal
        content = path.read_bytes() if path.exists() else path.name.encode()
        self.taken.append((content.decode("latin-1"), kind, fit))
        return TakenInput(a_file(path.name, *self.sides), self.changes)

    async def fitted(self, sha256: str, fit: PictureFit) -> TakenInput:
        self.taken.append((sha256, InputKind.IMAGE, fit))
        return TakenInput(a_file("fitted"))

    async def facts(self, sha256: str) -> InputFile:
        if sha256 not in self.known:
            raise InputLostError(sha256)
        return self.known[sha256]

    async def thumbnail(self, sha256: str, side: int) -> bytes:
        return jpeg()


OpenForm = Callable[..., RunningWindow]


@pytest.fixture
def inputs() -> FakeInputs:
    return FakeInputs()


@pytest.fixture
def open_form(open_running: OpenRunningWindow, inputs: FakeInputs) -> OpenForm:
    def prepare(engine: FakeWalletEngine) -> None:
        engine.inputs = inputs  # type: ignore[attr-defined]

    def open_one(model_id: str = FRAMES) -> RunningWindow:
        running = open_running(prepare, provider="kie")
        running.window.composer.model.choose(MODELS[model_id])
        return running

    return open_one


def box(running: RunningWindow, slot: str) -> SlotBox:
    return running.window.composer.controls.inputs.box(slot)


def placed(running: RunningWindow) -> dict[str, list[str]]:
    """The names of the files in each place."""
    inputs = running.window.composer.request.inputs
    return {
        slot: [bytes.fromhex(one).decode().rstrip("\0") for one in files]
        for slot, files in inputs.items()
    }


def files_of(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/pictures/{name}") for name in names])
    return data


def drop(running: RunningWindow, data: QMimeData, place: QPointF | None = None) -> bool:
    """Drop it on the form; whether the form wanted it."""
    composer = running.window.composer
    where = place or QPointF(composer.rect().center())
    buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, data, *buttons)
    enter.setAccepted(False)
    QApplication.sendEvent(composer, enter)
    if enter.isAccepted():
        QApplication.sendEvent(
            composer, QDropEvent(where, Qt.DropAction.CopyAction, data, *buttons)
        )
    return enter.isAccepted()


def test_a_model_without_places_shows_none(open_form: OpenForm) -> None:
    running = open_form(TEXT)
    assert running.window.composer.controls.inputs.isHidden()
    assert not drop(running, files_of("a.png"))


def test_an_element_has_words_and_a_place_for_its_pictures(
    open_form: OpenForm, inputs: FakeInputs, qtbot: QtBot
) -> None:
    running = open_form("kling-3.0/video")
    composer = running.window.composer
    composer.controls.advanced_button.setChecked(True)
    assert composer.controls.advanced is not None
    field = composer.controls.advanced.field("elements")
    assert isinstance(field, ListField)
    places = [f"elements[{number}].element_input_urls" for number in range(2)]
    for number, name in enumerate(("Tuan", "Cat")):
        qtbot.mouseClick(field.add, Qt.MouseButton.LeftButton)
        assert composer.choices.problem("Tuấn") is not None
        for line, words in zip(field.rows[number].lines, (name, "as shown"), strict=True):
            qtbot.keyClicks(line, words)
        assert box(running, places[number]).isVisible()
        middle = box(running, places[number]).rect().center()
        where = box(running, places[number]).mapTo(composer, middle)
        assert drop(running, files_of(f"{name}1.png", f"{name}2.png"), QPointF(where))
        qtbot.waitUntil(partial(has_two, running, places[number]))
    assert box(running, places[1]).add.accessibleName() == "Thêm: Chủ thể 2"
    assert composer.choices.problem("Tuấn") is None
    qtbot.mouseClick(row_cross(field.rows[0]), Qt.MouseButton.LeftButton)
    assert composer.request.options["elements"] == ({"name": "Cat", "description": "as shown"},)
    assert placed(running) == {places[0]: ["Cat1.png", "Cat2.png"]}


def has_two(running: RunningWindow, place: str) -> bool:
    return len(placed(running).get(place, ())) == 2


def row_cross(row: EntryRow) -> QWidget:
    (cross,) = row.findChildren(QToolButton)
    return cross


def test_a_dropped_picture_stands_in_the_first_free_place(
    open_form: OpenForm, inputs: FakeInputs, qtbot: QtBot
) -> None:
    running = open_form()
    assert drop(running, files_of("a.png", "b.jpg", "c.heic", "d.webp"))
    qtbot.waitUntil(lambda: len(placed(running).get("reference", ())) == 2)
    assert placed(running) == {
        "first_frame": ["a.png"],
        "last_frame": ["b.jpg"],
        "reference": ["c.heic", "d.webp"],
    }
    (thumbnail,) = box(running, "first_frame").thumbnails
    qtbot.waitUntil(lambda: thumbnail.has_picture)
    assert thumbnail.accessibleName() == "Khung hình đầu · 1920 × 1080"
    slot = MODELS[FRAMES].slot("first_frame")
    assert slot is not None
    assert inputs.taken[0][2] == PictureFit.for_slot(slot)


def test_a_file_goes_into_the_place_that_it_is_over_and_the_next_to_what_goes_with_it(
    open_form: OpenForm, qtbot: QtBot
) -> None:
    running = open_form("bytedance/seedance-2")
    over = box(running, "reference")
    centre = over.mapTo(running.window.composer, over.rect().center())
    drop(running, files_of("a.png"), QPointF(centre))
    # A first frame excludes references.
    drop(running, files_of("b.png"))
    qtbot.waitUntil(lambda: placed(running) == {"reference": ["a.png", "b.png"]})


def test_clips_from_elsewhere_are_left_to_the_window(open_form: OpenForm) -> None:
    assert not drop(open_form(), files_of("clip.mp4"))


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("a.PNG",), DropKind.INPUT),
        (("a.png", "b.mp3"), DropKind.INPUT),
        (("a.png", "b.mp4", "c.mp4"), DropKind.IMPORT),
        (("a.png", "b.txt"), DropKind.FOREIGN),
    ],
)
def test_what_becomes_of_files_over_the_window(names: tuple[str, ...], kind: DropKind) -> None:
    files = dropped_files(files_of(*names))
    assert files is not None
    assert files.kind is kind


def test_a_picture_on_the_clipboard_goes_in_as_its_own_bytes(
    open_form: OpenForm, inputs: FakeInputs, qtbot: QtBot
) -> None:
    running = open_form()
    data = QMimeData()
    data.setData("image/png", b"not decoded by the window")
    running.window.composer.prompt.insertFromMimeData(data)
    qtbot.waitUntil(lambda: placed(running) == {"first_frame": ["pasted.png"]})
    assert inputs.taken[0][0] == "not decoded by the window"
    assert running.window.composer.prompt.toPlainText() == ""


def test_a_text_with_a_picture_of_it_is_pasted_as_text(open_form: OpenForm) -> None:
    running = open_form()
    data = QMimeData()
    data.setText("một con mèo")
    data.setData("image/png", b"a table as a picture")
    running.window.composer.prompt.insertFromMimeData(data)
    assert running.window.composer.prompt.toPlainText() == "một con mèo"
    assert placed(running) == {}


def test_a_model_that_takes_no_picture_says_so(open_form: OpenForm) -> None:
    running = open_form(TEXT)
    running.window.inputs.take([Path("a.png")])
    note = running.window.composer.controls.note
    assert note.text().startswith("Kling 2.6 không nhận loại tệp này.")


def test_picked_files_go_into_the_place_that_asked(open_form: OpenForm, qtbot: QtBot) -> None:
    running = open_form()
    box(running, "reference").add.click()
    dialog = running.window.findChild(QFileDialog, "inputFiles")
    assert dialog is not None
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit(["/a.png", "/b.png"])
    dialog.close()
    qtbot.waitUntil(lambda: placed(running) == {"reference": ["a.png", "b.png"]})
    references = box(running, "reference")
    references.thumbnails[1].moved.emit(references.thumbnails[1].sha256, -1)
    assert placed(running) == {"reference": ["b.png", "a.png"]}
    references.thumbnails[0].cross.click()
    assert placed(running) == {"reference": ["a.png"]}


def test_frames_are_swapped(open_form: OpenForm, qtbot: QtBot) -> None:
    running = open_form()
    drop(running, files_of("a.png", "b.png"))
    qtbot.waitUntil(lambda: len(placed(running)) == 2)
    running.window.composer.controls.inputs.swap.click()
    assert placed(running) == {"first_frame": ["b.png"], "last_frame": ["a.png"]}


def test_a_refused_file_is_said_and_leaves_nothing(
    open_form: OpenForm, inputs: FakeInputs, qtbot: QtBot
) -> None:
    running = open_form()
    inputs.refusal = InputRefusedError(Path("a.png"), InputRefusal.DAMAGED)
    drop(running, files_of("a.png"))
    qtbot.waitUntil(lambda: bool(running.alerts()))
    assert "“a.png” bị hỏng" in running.alerts()[0]
    assert placed(running) == {}
    running.write("một con mèo")
    assert running.window.composer.button.isEnabled()


# The second cannot be told a shape: the picture's decides.
@pytest.mark.parametrize(("shape", "model"), [("16:9", FRAMES), ("9:16", FIRST)])
def test_a_picture_of_another_shape_is_cropped_on_demand(
    open_form: OpenForm, inputs: FakeInputs, qtbot: QtBot, shape: str, model: str
) -> None:
    running = open_form()
    running.window.composer.aspect.chosen.emit(shape)
    running.window.composer.model.choose(MODELS[model])
    inputs.sides = (800, 600)
    drop(running, files_of("a.png"))
    mend = running.window.composer.controls.mend
    qtbot.waitUntil(mend.isVisible)
    assert mend.text() == f"Cắt “Khung hình đầu” theo {shape}"
    mend.click()
    qtbot.waitUntil(lambda: placed(running) == {"first_frame": ["fitted"]})
    fit = inputs.taken[-1][2]
    assert fit is not None
    assert fit.ratio == tuple(map(int, shape.split(":")))


def test_a_picture_that_does_not_fit_is_said_before_sending(
    open_form: OpenForm, inputs: FakeInputs, qtbot: QtBot
) -> None:
    running = open_form("wan/3-0-video")
    running.write("một con mèo")
    inputs.sides = (100, 60)
    drop(running, files_of("a.png"))
    composer = running.window.composer
    qtbot.waitUntil(lambda: "quá nhỏ" in composer.controls.note.text())
    assert not composer.button.isEnabled()


def test_a_picture_that_was_made_smaller_is_said_so(
    open_form: OpenForm, inputs: FakeInputs, qtbot: QtBot
) -> None:
    running = open_form()
    inputs.changes = frozenset({PictureChange.MADE_SMALLER})
    drop(running, files_of("a.png"))
    note = running.window.composer.controls.note
    qtbot.waitUntil(lambda: note.text() == "Khung hình đầu: đã thu nhỏ cho vừa mô hình này.")


def test_a_change_of_model_keeps_pictures_and_says_which_have_no_place(
    open_form: OpenForm, qtbot: QtBot
) -> None:
    running = open_form()
    drop(running, files_of("a.png", "b.png"))
    qtbot.waitUntil(lambda: len(placed(running)) == 2)
    running.window.composer.model.choose(MODELS[FIRST])
    assert placed(running) == {"first_frame": ["a.png"]}
    assert running.window.composer.controls.note.text() == (
        "Kling 2.6 Image không có: Khung hình cuối."
    )
    acts = box(running, "first_frame").thumbnails[0].menu_of_acts().actions()
    assert not any("Cắt" in act.text() for act in acts), "no shape is chosen here"


def test_files_of_an_earlier_request_come_back_by_their_content(
    open_form: OpenForm, inputs: FakeInputs, qtbot: QtBot
) -> None:
    running = open_form(TEXT)
    here, lost = a_file("here"), a_file("lost")
    inputs.known = {here.sha256: here}
    request = VideoRequest(
        FRAMES, "một con mèo", inputs={"first_frame": (here.sha256,), "last_frame": (lost.sha256,)}
    )
    running.window.composer.reuse(request)
    qtbot.waitUntil(lambda: placed(running) == {"first_frame": ["here"]})
    assert "không còn" in running.alerts()[0]
    (thumbnail,) = box(running, "first_frame").thumbnails
    qtbot.waitUntil(lambda: thumbnail.has_picture)
    assert "1920 × 1080" in thumbnail.accessibleName()


def test_a_place_that_comes_back_shows_its_picture_again(open_form: OpenForm, qtbot: QtBot) -> None:
    running = open_form()
    drop(running, files_of("a.png", "b.png"))
    qtbot.waitUntil(lambda: len(placed(running)) == 2)
    qtbot.waitUntil(lambda: box(running, "last_frame").thumbnails[0].has_picture)
    for model in (FIRST, FRAMES):
        running.window.composer.model.choose(MODELS[model])
    assert box(running, "last_frame").thumbnails[0].has_picture


def test_nothing_is_sent_while_a_file_is_on_its_way(open_form: OpenForm, qtbot: QtBot) -> None:
    running = open_form()
    running.write("một con mèo")
    composer = running.window.composer
    assert composer.button.isEnabled()
    drop(running, files_of("a.png"))
    assert not composer.button.isEnabled()
    assert box(running, "first_frame").waiting.text() == "Đang đọc…"
    qtbot.waitUntil(composer.button.isEnabled)


def test_takes_and_files_are_what_the_engine_is_asked_for(
    open_form: OpenForm, qtbot: QtBot
) -> None:
    running = open_form()
    drop(running, files_of("a.png"))
    qtbot.waitUntil(lambda: bool(placed(running)))
    running.write("một con mèo")
    composer = running.window.composer
    composer.controls.takes.more.click()
    agreed = composer.price
    composer.submit()
    qtbot.waitUntil(lambda: not composer.is_busy)
    # A price that rises between the button and the reservation holds no more than the button said.
    assert agreed is not None
    assert running.engine.orders == [(2, agreed)]
    assert running.engine.requests[0].inputs["first_frame"] == (a_file("a.png").sha256,)
