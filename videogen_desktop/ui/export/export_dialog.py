"""Clips are trimmed, put in order and made one file, or a folder for an editing program."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from videogen_desktop.domain.export import ClipCut
from videogen_desktop.ui.export.cut_clip import CutClip
from videogen_desktop.ui.export.export_options import ExportOptions
from videogen_desktop.ui.export.folding_row import FoldingRow
from videogen_desktop.ui.export.join_strip import JoinStrip
from videogen_desktop.ui.export.trim_view import TrimView
from videogen_desktop.ui.file_dialog import file_dialog
from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.shortcuts.table import Command, Place, bindings, command_of
from videogen_desktop.ui.text_format import exact_clock_text
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog
from videogen_desktop.ui.viewer.playback import Playback

_FIRST_SIZE = QSize(1060, 680)
_OPTIONS_WIDTH, _NARROW = 310, 760
_FILM_WIDTH, _FILM_HEIGHT = 450, 330
_ANY_WIDTH = 16_777_215


class ExportDialog(ThemedDialog):
    """Not modal. `exportRequested` carries the ClipCuts in their order, the ExportChoices and the
    folder; the dialog goes with it. `close_down` must be called before the window goes. Main
    thread."""

    exportRequested = Signal(object, object, object)

    def __init__(
        self,
        tokens: Tokens,
        parent: QWidget,
        clips: Sequence[CutClip],
        folder: Path,
        playback: Playback | None = None,
    ) -> None:
        super().__init__(tokens, parent, "exportDialog")
        self._folder = folder
        self._is_join = len(clips) > 1
        self.trim = TrimView(tokens, playback)
        self.strip = JoinStrip(tokens)
        self.earlier, self.later, self.take_out = (form_button("quiet") for _ in range(3))
        self.total = plain_label("small")
        self.options = ExportOptions(tokens)
        self._where = plain_label("small", wraps=True)
        self.change_folder = form_button("link")
        self.cancel, self.export = form_button(), form_button("primary")
        self._keys = bindings(Place.EXPORT)
        self._acts = self._own_acts()
        self._lay_out(tokens)
        self._connect()
        self.set_tokens(tokens)
        self.options.without_prompt.setChecked(False)
        self.retranslate()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize_on_screen(_FIRST_SIZE.boundedTo(QSize(max(440, parent.width()), 2_000)))
        self.strip.show_clips(clips)
        self._show_current()
        self.strip.setFocus()

    def _lay_out(self, tokens: Tokens) -> None:
        left = QWidget()
        films = QVBoxLayout(left)
        films.setContentsMargins(0, 0, 0, 0)
        films.setSpacing(tokens.space_2)
        films.addWidget(self.trim, 1)
        films.addWidget(self.strip)
        moving = (self.earlier, self.later, self.take_out)
        row = FoldingRow(moving, (self.total,), spacing=tokens.space_1)
        films.addWidget(row)
        for part in (self.strip, row):
            part.setVisible(self._is_join)
        body = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(tokens.space_4)
        self._body.addWidget(left, 1)
        # Beside the film they scroll alone; below it, all of them with it.
        self._options_room = _scrolled(self.options)
        self._body.addWidget(self._options_room)
        self._films = left
        self.column.addWidget(_scrolled(body), 1)
        where = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        where.setSpacing(tokens.space_2)
        where.addWidget(self._where, 1)
        where.addWidget(self.change_folder)
        self.column.addLayout(where)
        self.add_buttons(tokens, self.cancel, self.export)

    def _connect(self) -> None:
        self.strip.obey = self._obey
        self.strip.chosen.connect(self._show_current)
        self.strip.orderChanged.connect(self._write)
        self.trim.cutChanged.connect(self._cut_changed)
        self.options.changed.connect(self._write)
        self.earlier.clicked.connect(self._acts[Command.EARLIER])
        self.later.clicked.connect(self._acts[Command.LATER])
        self.take_out.clicked.connect(self.strip.take_out)
        self.change_folder.clicked.connect(self._ask_folder)
        self.cancel.clicked.connect(self.close)
        self.export.clicked.connect(self._request)

    # --- what the engine knows ---------------------------------------------------------------

    def know_duration(self, video_id: str, duration_ms: int | None) -> None:
        """How long this video's clip is, before it was played here."""
        for clip in self.strip.clips():
            if clip.item.video.id == video_id and duration_ms and not clip.duration_ms:
                clip.duration_ms = duration_ms
        self._cut_changed()
        self.trim.refresh()

    def close_down(self) -> None:
        """No file is held any more; idempotent."""
        self.strip.close_down()
        self.trim.close_down()

    # --- what the user does ------------------------------------------------------------------

    def _own_acts(self) -> dict[Command, Callable[[], object]]:
        return {
            Command.PLAY: self.trim.playback.toggle,
            Command.FRAME_BACK: self.trim.step_back,
            Command.FRAME_ON: self.trim.step_on,
            Command.TRIM_START: self.trim.cut_start,
            Command.TRIM_END: self.trim.cut_end,
            Command.EARLIER: lambda: self.strip.move_current(-1),
            Command.LATER: lambda: self.strip.move_current(1),
            Command.TAKE_OUT: self.strip.take_out,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._obey(event):
            super().keyPressEvent(event)

    def _obey(self, event: QKeyEvent) -> bool:
        command = command_of(event, self._keys)
        if command is None:
            return False
        self._acts[command]()
        event.accept()
        return True

    @Slot()
    def _ask_folder(self) -> None:
        dialog = file_dialog(self, self.change_folder.text(), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.show_folder)
        dialog.open()

    def show_folder(self, folder: str) -> None:
        """What is made goes there."""
        self._folder = Path(folder)
        self._write()

    @Slot()
    def _request(self) -> None:
        cuts: tuple[ClipCut, ...] = tuple(clip.cut() for clip in self.strip.clips())
        self.exportRequested.emit(cuts, self.options.choices, self._folder)
        self.close()

    # --- showing -----------------------------------------------------------------------------

    @Slot()
    def _show_current(self) -> None:
        self.trim.show_clip(self.strip.current_clip())
        self._write()

    @Slot()
    def _cut_changed(self) -> None:
        self.strip.viewport().update()
        self._write()

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        self.trim.set_tokens(tokens)
        self.strip.set_tokens(tokens)
        self.options.set_tokens(tokens)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        title = translate("Export", "Trim and export")
        if self._is_join:
            title = translate("Export", "Join and export")
        self.setWindowTitle(title)
        self.strip.setAccessibleName(translate("Export", "Clips in their order"))
        self.earlier.setText(translate("Export", "Move forward"))
        self.later.setText(translate("Export", "Move back"))
        self.take_out.setText(translate("Export", "Take out"))
        self.change_folder.setText(translate("Export", "Choose a folder…"))
        self.cancel.setText(translate("Export", "Cancel"))
        self._write()

    @Slot()
    def _write(self) -> None:
        clips = self.strip.clips()
        translate = QCoreApplication.translate
        taken = sum(clip.taken_ms for clip in clips)
        shapes = {clip.item.sides for clip in clips if clip.item.sides is not None}
        self.options.show_made_anew(any(clip.is_cut for clip in clips) or len(shapes) > 1)
        self.total.setText(_total_text(len(clips)).format(length=exact_clock_text(taken)))
        where = translate("Export", "Goes to: {folder}")
        self._where.setText(where.format(folder=self._folder))
        self.earlier.setEnabled(self.strip.currentRow() > 0)
        self.later.setEnabled(self.strip.currentRow() < len(clips) - 1)
        self.take_out.setEnabled(len(clips) > 1)
        if self.options.choices.is_project:
            verb = translate("Export", "Make the folder")
        elif len(clips) > 1:
            verb = _join_text(len(clips))
        else:
            verb = translate("Export", "Export")
        self.export.setText(verb)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self._options_room.verticalScrollBar().sizeHint().width()
        options = max(_OPTIONS_WIDTH, self.options.minimumSizeHint().width() + bar)
        is_narrow = self.width() < max(_NARROW, options + _FILM_WIDTH)
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        room = self._options_room
        room.setMinimumWidth(0 if is_narrow else options)
        room.setMaximumWidth(_ANY_WIDTH if is_narrow else options)
        room.setMinimumHeight(self._options_height() if is_narrow else 0)
        self._films.setMinimumHeight(_FILM_HEIGHT + 130 * self._is_join if is_narrow else 0)

    def _options_height(self) -> int:
        width = self.width() - 2 * self.column.contentsMargins().left()
        return max(self.options.heightForWidth(width), self.options.sizeHint().height())

    def done(self, result: int) -> None:
        """Also for Escape, which closes nothing in Qt's eyes."""
        self.close_down()
        super().done(result)


def _scrolled(part: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(part)
    return area


def _total_text(count: int) -> str:
    return QCoreApplication.translate("Export", "%n clips · {length}", None, count)


def _join_text(count: int) -> str:
    return QCoreApplication.translate("Export", "Join %n clips", None, count)
