"""A row of a batch as what it asks for, with whatever its cells have wrong."""

import mimetypes
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from videogen_desktop.domain.batch import (
    ApplyPreset,
    AskedRow,
    BatchDefaults,
    CellProblem,
    RowFile,
)
from videogen_desktop.domain.batch_cells import (
    most_in,
    option_value,
    paths_in,
    takes_in,
    title_in,
)
from videogen_desktop.domain.batch_columns import (
    FILES,
    MODEL,
    MOST,
    OWN_COLUMNS,
    PRESET,
    PROMPT,
    TAKES,
    TITLE,
    BatchColumn,
    folded_name,
)
from videogen_desktop.domain.batch_text import BatchRow, BatchTable
from videogen_desktop.domain.errors import (
    NoSuchSlotError,
    UnknownColumnError,
    UnknownModelError,
    UnknownOptionError,
    UnknownPresetError,
    VideoGenError,
)
from videogen_desktop.domain.input_slot import InputSlot, SlotKind, WireForm, in_order
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.preset import joined, without
from videogen_desktop.domain.request import (
    OptionValue,
    VideoRequest,
    normalised_prompt,
)

if TYPE_CHECKING:
    from videogen_desktop.domain.vendor import Vendor

_Value = TypeVar("_Value")
_FILE_KINDS = {"video": SlotKind.VIDEO, "audio": SlotKind.SOUND}


class RowReader:
    """Reads the rows of one table. What a row leaves out comes from the defaults; the options of
    its style hold before those, and its own before both."""

    def __init__(
        self,
        table: BatchTable,
        defaults: BatchDefaults,
        vendor: "Vendor",
        apply_preset: ApplyPreset | None = None,
    ) -> None:
        self._columns = table.columns
        self._folder = table.folder
        self._defaults = defaults
        self._models = vendor.models
        self._slots = {slot.name for model in self._models for slot in model.slots}
        self._apply_preset = apply_preset

    def read(self, row: BatchRow) -> AskedRow:
        """What the row asks for; nothing is raised, everything wrong is among its problems."""
        cells = _Cells(self._columns, row)
        model = self._model(cells)
        if model is None:
            return AskedRow(row.number, self._defaults.request, problems=cells.found_wrong)
        files = self._files(cells, model)
        request = self._request(cells, model)
        return AskedRow(
            row.number,
            replace(request, inputs={}) if files else request,
            files,
            cells.read(TAKES, takes_in) or self._defaults.takes,
            cells.read(TITLE, title_in) or "",
            cells.read(MOST, most_in),
            {means: index for means, (index, _cell) in cells.known.items()},
            cells.found_wrong,
        )

    # --- the model and what it begins with -----------------------------------------------------

    def _model(self, cells: "_Cells") -> VideoModel | None:
        """The row's own, or the one that holds for all; None where nobody knows it."""
        wanted = self._defaults.request.model_id
        if MODEL in cells.known:
            return cells.read(MODEL, lambda text: _model_named(text, self._models))
        known = (one for one in self._models if wanted in ("", one.id))
        model = next(known, None)
        if model is None:
            ids = tuple(one.id for one in self._models)
            cells.wrong(None, UnknownModelError(wanted, ids))
        return model

    def _request(self, cells: "_Cells", model: VideoModel) -> VideoRequest:
        """All but its own files: its own options before those of its style, and both before what
        holds for every row."""
        base = _of_model(self._defaults.request, model)
        prompt = cells.read(PROMPT, normalised_prompt)
        own = replace(base, options=self._options(cells, model))
        if prompt is not None:
            # What a helper had made another text of is not this one.
            own = replace(own, prompt=prompt, original_prompt="")
        styled = cells.read(PRESET, lambda name: self._with_preset(name, own, model))
        styled = styled or self._in_the_style_of_all(own)
        return replace(styled, options={**base.options, **styled.options})

    def _in_the_style_of_all(self, request: VideoRequest) -> VideoRequest:
        prompt, fragment = request.prompt, self._defaults.fragment
        if not (prompt.strip() and fragment):
            return request
        return replace(request, prompt=joined(without(prompt, fragment), fragment))

    def _with_preset(self, name: str, request: VideoRequest, model: VideoModel) -> VideoRequest:
        if self._apply_preset is None:
            raise UnknownPresetError(name, ())
        return self._apply_preset(name, request, model)

    # --- options and files ---------------------------------------------------------------------

    def _options(self, cells: "_Cells", model: VideoModel) -> dict[str, OptionValue]:
        found: dict[str, OptionValue] = {}
        roles = tuple(one.role for one in model.parameters)
        for means, (index, _cell) in cells.known.items():
            if means in OWN_COLUMNS or model.slot(means) is not None:
                continue
            parameter = model.parameter(means)
            if parameter is not None:
                value = cells.read(means, partial(option_value, parameter))
                if value is not None:
                    found[means] = value
            elif means in self._slots:
                known = tuple(one.name for one in model.slots)
                cells.wrong(index, NoSuchSlotError(means, known))
            else:
                cells.wrong(index, UnknownOptionError(means, roles))
        return found

    def _files(self, cells: "_Cells", model: VideoModel) -> tuple[RowFile, ...]:
        found: list[RowFile] = []
        for means, (index, _cell) in cells.known.items():
            slot = model.slot(means)
            if slot is not None:
                found += [RowFile(slot, path, index) for path in self._paths(cells, means)]
        for index, cell in cells.of_files:
            paths = cells.tried(index, partial(paths_in, cell, self._folder)) or ()
            for path, slot in cells.tried(index, partial(_placed, model, paths, found)) or ():
                found.append(RowFile(slot, path, index))
        return tuple(found)

    def _paths(self, cells: "_Cells", means: str) -> tuple[Path, ...]:
        return cells.read(means, lambda text: paths_in(text, self._folder)) or ()


class _Cells:
    """A row's cells that have something in them, and what is wrong with them."""

    def __init__(self, columns: Sequence[BatchColumn], row: BatchRow) -> None:
        self.known: dict[str, tuple[int, str]] = {}
        # There may be several such columns.
        self.of_files: list[tuple[int, str]] = []
        self._wrong: list[CellProblem] = []
        for index, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
            if cell and column.means is None:
                self.wrong(index, UnknownColumnError(column.header))
            elif cell:
                self.known[str(column.means)] = (index, cell)
                if column.means == FILES:
                    self.of_files.append((index, cell))

    @property
    def found_wrong(self) -> tuple[CellProblem, ...]:
        return tuple(self._wrong)

    def wrong(self, index: int | None, error: VideoGenError) -> None:
        self._wrong.append(CellProblem(index, error))

    def read(self, means: str, read: Callable[[str], _Value]) -> _Value | None:
        """What the column's cell says; None where it is empty or wrong."""
        if means not in self.known:
            return None
        index, cell = self.known[means]
        return self.tried(index, lambda: read(cell))

    def tried(self, index: int, read: Callable[[], _Value]) -> _Value | None:
        try:
            return read()
        except VideoGenError as error:
            self.wrong(index, error)
            return None


# --- models and their places ---------------------------------------------------------------------


def _model_named(text: str, models: Sequence[VideoModel]) -> VideoModel:
    """By its id, or by its title, whatever the case."""
    name = folded_name(text)
    by_id = (one for one in models if one.id == text or folded_name(one.id) == name)
    by_title = (one for one in models if folded_name(one.title) == name)
    found = next(by_id, None) or next(by_title, None)
    if found is None:
        raise UnknownModelError(text, tuple(one.id for one in models))
    return found


def _of_model(request: VideoRequest, model: VideoModel) -> VideoRequest:
    """The request with this model; what the model cannot take of another one's is left out."""
    if request.model_id in ("", model.id):
        return replace(request, model_id=model.id)
    options, inputs = model.kept_options(request.options), model.kept_inputs(request.inputs)
    return replace(request, model_id=model.id, options=options, inputs=inputs, parent="")


def _placed(
    model: VideoModel, paths: Sequence[Path], before: Sequence[RowFile]
) -> list[tuple[Path, InputSlot]]:
    """Each file with the place that it takes: the first two frames, else all of a kind together,
    else the first place with room. Raises NoSuchSlotError."""
    kinds = [_kind(path) for path in paths]
    taken = [one.slot.name for one in before]
    found: list[tuple[Path, InputSlot]] = []
    for path, kind in zip(paths, kinds, strict=True):
        places = _places(model, kind, kinds.count(kind))
        room = (slot for slot in places if taken.count(slot.name) < slot.most)
        # Where all are full, the last one says how many it takes.
        slot = next(room, places[-1] if places else None)
        if slot is None:
            raise NoSuchSlotError(FILES, tuple(one.name for one in model.slots))
        taken.append(slot.name)
        found.append((path, slot))
    return found


def _places(model: VideoModel, kind: SlotKind, count: int) -> list[InputSlot]:
    places = [
        slot
        for slot in in_order(model.slots)
        if slot.kind is kind and slot.form is not WireForm.MEMBER
    ]
    together = [slot for slot in places if slot.most >= count]
    # A first and a last frame are two places of one file each.
    frames = [slot for slot in places if slot.name in ("first_frame", "last_frame")]
    return together if count > max(1, len(frames)) and together else places


def _kind(path: Path) -> SlotKind:
    guessed = str(mimetypes.guess_type(path.name)[0]).partition("/")[0]
    return _FILE_KINDS.get(guessed, SlotKind.IMAGE)
