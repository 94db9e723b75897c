"""Joins the form's places for files to the engine, which looks at them and keeps them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.input_slot import SlotKind, WireForm, in_order
from videogen_desktop.domain.intake import PictureChange, PictureFit, TakenInput
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.composer.input_strip import THUMBNAIL_SIDE, SlotBox
from videogen_desktop.ui.input_wording import PICTURE_NAMES, SOUND_NAMES
from videogen_desktop.ui.option_wording import role_name

if TYPE_CHECKING:
    from videogen_desktop.domain.input_file import InputFile
    from videogen_desktop.domain.input_slot import InputSlot
    from videogen_desktop.services.inputs import Inputs

# What a screen of twice the density wants.
_THUMBNAIL_PIXELS = 2 * THUMBNAIL_SIDE
_CLIPS = (".mp4", ".mov", ".m4v")
# As other programs put pictures on the clipboard: their bytes are kept as they are.
_PASTED = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp", "image/bmp": ".bmp"}


class InputsPresenter(QObject):
    """Main thread only. What an earlier library was asked is answered to nobody."""

    problemFound = Signal(object)  # BaseException

    def __init__(self, composer: Composer, bridge: EngineBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._composer = composer
        self._bridge = bridge
        self._generation = 0
        self._taking: dict[str, int] = {}
        self._asked: set[str] = set()
        self._thumbnails: dict[str, QImage] = {}
        strip = composer.controls.inputs
        strip.filesWanted.connect(self.pick)
        strip.refitWanted.connect(self._refit)
        composer.inputsShown.connect(self._complete)
        composer.prompt.filesPasted.connect(self.paste)
        composer.setAcceptDrops(True)
        composer.installEventFilter(self)

    def library_opened(self) -> None:
        """Ask it about the files that stand in the form."""
        self._complete()

    def leave_library(self) -> None:
        """It is being closed, and what it was asked with it."""
        self._generation += 1
        self._asked.clear()
        self._thumbnails.clear()
        for slot in tuple(self._taking):
            self._set_taking(slot, -self._taking[slot])

    # --- choosing files ----------------------------------------------------------------------

    @Slot(str)
    def pick(self, name: str) -> None:
        """Ask which files go into this place."""
        from PySide6.QtWidgets import QFileDialog

        from videogen_desktop.ui.file_dialog import file_dialog

        slot = self._slot(name)
        if slot is None:
            return
        self._bridge.ask(lambda engine: engine.inputs.prepare(), failed=_forget)
        dialog = file_dialog(self._composer.window(), role_name(name))
        dialog.setObjectName("inputFiles")
        many = slot.most > 1
        modes = QFileDialog.FileMode
        dialog.setFileMode(modes.ExistingFiles if many else modes.ExistingFile)
        dialog.setNameFilter(_filter_of(slot))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(partial(self._picked, name))
        dialog.open()

    def _picked(self, name: str, files: Sequence[str]) -> None:
        self.take(tuple(map(Path, files)), name)

    def take(self, paths: Sequence[Path], name: str = "") -> None:
        """Take files into this place, or each into the first that has room for its kind."""
        for path in paths:
            slot = self._slot(name) if name else self._place_for(path)
            if slot is None:
                self._composer.say(self._no_place())
                return
            self._take_in(slot, path)

    @Slot(QMimeData)
    def paste(self, data: QMimeData) -> None:
        """Take what another program has put on the clipboard: files, or a picture."""
        paths = local_files(data)
        if paths:
            self.take(paths)
            return
        known = next((mime for mime in _PASTED if data.hasFormat(mime)), None)
        slot = self._place_for(Path("pasted.png"))
        if slot is None:
            self._composer.say(self._no_place())
            return
        content: bytes | QImage = (
            data.imageData() if known is None else bytes(data.data(known).data())
        )
        suffix = ".png" if known is None else _PASTED[known]
        self._paste_into(slot, content, suffix)

    # --- dragging ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # An external drag of clips is the window's: it brings a request back, or an import.
        if isinstance(event, QDragEnterEvent) and self._takes_drag(event):
            event.acceptProposedAction()
            return True
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            event.acceptProposedAction()
            self.take(local_files(event.mimeData()), self._place_at(event))
            return True
        return super().eventFilter(watched, event)

    def _takes_drag(self, event: QDragEnterEvent) -> bool:
        model, paths = self._composer.choices.model, local_files(event.mimeData())
        if not paths or model is None or not model.slots:
            return False
        suffixes = {path.suffix.lower() for path in paths}
        return event.source() is not None or suffixes <= {*PICTURE_NAMES, *SOUND_NAMES}

    def _place_at(self, event: QDropEvent) -> str:
        part: QWidget | None = self._composer.childAt(event.position().toPoint())
        while part is not None and not isinstance(part, SlotBox):
            part = part.parentWidget()
        if part is not None:
            return part.name
        # A card is dragged for what it shows.
        slot = self._free_place((SlotKind.IMAGE, SlotKind.VIDEO))
        return slot.name if event.source() is not None and slot is not None else ""

    # --- into the library --------------------------------------------------------------------

    def _take_in(self, slot: "InputSlot", path: Path) -> None:
        from videogen_desktop.domain.input_file import InputKind

        kind, fit = InputKind(str(slot.kind)), _fit_of(slot)
        self._set_taking(slot.name, 1)
        self._bridge.ask(
            lambda engine: engine.inputs.take_in(path, kind, fit),
            partial(self._taken, self._generation, slot.name, ""),
            partial(self._not_taken, self._generation, slot.name),
        )

    def _paste_into(self, slot: "InputSlot", content: bytes | QImage, suffix: str) -> None:
        fit = _fit_of(slot)
        self._set_taking(slot.name, 1)
        self._bridge.ask(
            lambda engine: _taken_from_memory(engine.inputs, content, suffix, fit),
            partial(self._taken, self._generation, slot.name, ""),
            partial(self._not_taken, self._generation, slot.name),
        )

    @Slot(str, str)
    def _refit(self, name: str, sha256: str) -> None:
        slot = self._slot(name)
        if slot is None:
            return
        fit = PictureFit.for_slot(slot, self._composer.choices.ratio)
        self._set_taking(name, 1)
        self._bridge.ask(
            lambda engine: engine.inputs.fitted(sha256, fit),
            partial(self._taken, self._generation, name, sha256),
            partial(self._not_taken, self._generation, name),
        )

    def _taken(self, generation: int, name: str, instead_of: str, taken: TakenInput) -> None:
        if generation != self._generation:
            return
        self._set_taking(name, -1)
        slot = self._slot(name)
        if slot is None:
            # The model was changed meanwhile: another one may have the place.
            self._composer.choices.files[taken.file.sha256] = taken.file
            self._composer.choices.place(name, (taken.file.sha256,))
            return
        self._composer.choices.put(slot, taken.file, instead_of)
        self._composer.choices_changed()
        if PictureChange.MADE_SMALLER in taken.changes:
            words = QCoreApplication.translate("Inputs", "{name}: made smaller for this model.")
            self._composer.say(words.format(name=role_name(name)))

    def _not_taken(self, generation: int, name: str, error: BaseException) -> None:
        if generation == self._generation:
            self._set_taking(name, -1)
            self.problemFound.emit(error)

    # --- what is there already ---------------------------------------------------------------

    @Slot()
    def _complete(self) -> None:
        """Ask for what is not known yet of the files that stand in the form."""
        choices = self._composer.choices
        for name, files in choices.inputs.items():
            for sha256 in files:
                if sha256 not in choices.files:
                    self._ask_facts(name, sha256)
                elif choices.files[sha256].kind != SlotKind.SOUND:
                    self._ask_thumbnail(sha256)

    def _ask_facts(self, name: str, sha256: str) -> None:
        if f"facts {sha256}" in self._asked:
            return
        self._asked.add(f"facts {sha256}")
        self._bridge.ask(
            lambda engine: engine.inputs.facts(sha256),
            partial(self._facts_came, self._generation),
            partial(self._lost, self._generation, name, sha256),
        )

    def _facts_came(self, generation: int, file: "InputFile") -> None:
        if generation == self._generation:
            self._composer.choices.files[file.sha256] = file
            self._composer.choices_known()

    def _lost(self, generation: int, name: str, sha256: str, error: BaseException) -> None:
        if generation != self._generation:
            return
        choices = self._composer.choices
        kept = (one for one in choices.inputs.get(name, ()) if one != sha256)
        choices.place(name, kept)
        self._composer.choices_changed()
        self.problemFound.emit(error)

    def _ask_thumbnail(self, sha256: str) -> None:
        if sha256 in self._thumbnails:
            # A place that came back with another model has forgotten it.
            self._composer.controls.inputs.show_thumbnail(sha256, self._thumbnails[sha256])
        if sha256 in self._asked:
            return
        self._asked.add(sha256)
        self._bridge.ask(
            lambda engine: engine.inputs.thumbnail(sha256, _THUMBNAIL_PIXELS),
            partial(self._thumbnail_came, self._generation, sha256),
            _forget,
        )

    def _thumbnail_came(self, generation: int, sha256: str, jpeg: bytes) -> None:
        # Written by the helper, and so small that decoding takes a fifth of a millisecond.
        if generation == self._generation:
            self._thumbnails[sha256] = QImage.fromData(jpeg)
            self._composer.controls.inputs.show_thumbnail(sha256, self._thumbnails[sha256])

    # --- places ------------------------------------------------------------------------------

    def _set_taking(self, name: str, by: int) -> None:
        self._taking[name] = self._taking.get(name, 0) + by
        if not self._taking[name]:
            del self._taking[name]
        self._composer.show_taking(name, self._taking.get(name, 0), bool(self._taking))

    def _slot(self, name: str) -> "InputSlot | None":
        model = self._composer.choices.model
        return None if model is None else model.slot(name)

    def _place_for(self, path: Path) -> "InputSlot | None":
        suffix = path.suffix.lower()
        kind = SlotKind.SOUND if suffix in SOUND_NAMES else SlotKind.IMAGE
        return self._free_place((SlotKind.VIDEO, SlotKind.IMAGE) if suffix in _CLIPS else (kind,))

    def _free_place(self, kinds: Sequence[SlotKind]) -> "InputSlot | None":
        model = self._composer.choices.model
        slots = () if model is None else in_order(model.slots)
        # Pictures of an element are put into its own place.
        slots = tuple(slot for slot in slots if slot.form is not WireForm.MEMBER)
        fitting = [slot for wanted in kinds for slot in slots if slot.kind == wanted]
        free = [slot for slot in fitting if self._count(slot.name) < slot.most]
        goes_with = self._composer.choices.goes_with
        together = (slot for slot in free if goes_with(slot.name, self._taking))
        # Where all are full, the newest takes the place of the one before it.
        return next(together, next(iter(free), fitting[-1] if fitting else None))

    def _count(self, name: str) -> int:
        return len(self._composer.choices.inputs.get(name, ())) + self._taking.get(name, 0)

    def _no_place(self) -> str:
        model = self._composer.choices.model
        words = QCoreApplication.translate(
            "Inputs", "{model} takes no such file. Choose another model, then add it again."
        )
        return words.format(model="" if model is None else model.title)


async def _taken_from_memory(
    inputs: "Inputs", content: bytes | QImage, suffix: str, fit: PictureFit | None
) -> TakenInput:
    """Take in what is on no disk yet, through a file that goes again. Worker thread."""
    import asyncio
    import tempfile

    with tempfile.TemporaryDirectory(prefix="videogen-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / f"pasted{suffix}"
        await asyncio.to_thread(_write, path, content)
        return await inputs.take_in(path, fit=fit)


def _write(path: Path, content: bytes | QImage) -> None:
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        content.save(str(path))


def local_files(data: QMimeData) -> list[Path]:
    """The files that a drag or the clipboard names."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _fit_of(slot: "InputSlot") -> PictureFit | None:
    return PictureFit.for_slot(slot) if slot.kind == SlotKind.IMAGE else None


def _filter_of(slot: "InputSlot") -> str:
    suffixes = {
        SlotKind.IMAGE: PICTURE_NAMES + _CLIPS,
        SlotKind.VIDEO: _CLIPS,
        SlotKind.SOUND: SOUND_NAMES,
    }
    patterns = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in suffixes[slot.kind])
    return f"{role_name(slot.name)} ({patterns})"


def _forget(_error: BaseException) -> None:
    """For what is done without."""
