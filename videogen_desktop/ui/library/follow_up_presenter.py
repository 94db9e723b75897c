"""A finished clip begins the next request: by a frame, by its task at the vendor, or as a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QMenu

from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.option_wording import role_name
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    # Nothing of this is needed before the first cards.
    from videogen_desktop.domain.input_slot import InputSlot
    from videogen_desktop.domain.intake import TakenInput
    from videogen_desktop.domain.model import Price, TaskKind, VideoModel
    from videogen_desktop.domain.vendor import RequestFacts, Vendor
    from videogen_desktop.services.wallet_engine import WalletEngine

# What an extension keeps of the video that it goes on with: its look, not its length.
_LOOKS = ("aspect_ratio", "resolution", "quality", "audio")
_ICONS = {"extend": "chevron-right", "upscale": "maximize-2"}


@dataclass(frozen=True, slots=True)
class FramePlace:
    """A place of a model for a picture, which a frame can take."""

    model: "VideoModel"
    slot: "InputSlot"


class FollowUpPresenter(QObject):
    """Main thread. `present` gives what stands in the form; a request that begins here replaces
    it."""

    begun = Signal(object, object)  # VideoRequest, RequestFacts
    problemFound = Signal(object)  # BaseException
    noticeGiven = Signal(str)
    parentKnown = Signal(str, object)  # the id of a video that is continued, and RequestFacts

    def __init__(self, bridge: EngineBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._vendor: Vendor | None = None
        self._wallet_id = ""
        self._asked = 0
        self.present: Callable[[], VideoRequest] | None = None

    def offer(self, vendor: "Vendor", wallet_id: str) -> None:
        """Whose models make the next video, in which wallet."""
        self._vendor, self._wallet_id = vendor, wallet_id

    def offer_anew(self, vendor: "Vendor") -> None:
        """The same wallet's vendor, with other models or prices than before."""
        if self._vendor is not None:
            self._vendor = vendor

    def leave_wallet(self) -> None:
        """Nothing can be made until another wallet is open."""
        self._vendor = None
        self._asked += 1

    def price_row(self, video: Video) -> "Price | None":
        """Which of the vendor's prices the video has; None where another one holds by now, or
        where it depends on what only the engine knows."""
        model = self._model(video.model_id)
        if model is None:
            return None
        choice = model.choice(video.request)
        row = model.price_row(choice)
        return row if row is not None and row.of(choice) == video.price else None

    # --- what is possible --------------------------------------------------------------------

    def places(self, item: LibraryItem) -> tuple[FramePlace, ...]:
        """Where a frame of this clip can go: in the model that is chosen, else in the one that
        continues such clips. The first of them is where a video begins."""
        model = self._model_for(item)
        if model is None:
            return ()
        from videogen_desktop.domain.follow_ups import first_picture
        from videogen_desktop.domain.input_slot import SlotKind

        first = first_picture(model)
        pictures = [one for one in model.places({}, {}) if one.kind is SlotKind.IMAGE]
        pictures = [one for one in pictures if one != first]
        slots = pictures if first is None else [first, *pictures]
        return tuple(FramePlace(model, slot) for slot in slots)

    def can_continue(self, item: LibraryItem) -> bool:
        return bool(self.places(item))

    def follow_ups(self, item: LibraryItem, kind: "TaskKind") -> "tuple[VideoModel, ...]":
        """The vendor's models that extend, or upscale, this very clip: by its task, or the file."""
        if self._vendor is None or item.video.state is not VideoState.COMPLETED:
            return ()
        from videogen_desktop.domain.follow_ups import clip_follow_ups, follow_ups, parent_of

        models = self._offered
        able = follow_ups(models, item.video.model_id, kind)
        by_task = [one for one in able if parent_of(one, item.video, self._wallet_id)[0]]
        by_file = clip_follow_ups(models, kind) if _has_clip(item) else ()
        return (*by_task, *(one for one in by_file if one not in by_task))

    def add_lines(self, menu: QMenu, item: LibraryItem, tokens: Tokens) -> None:
        """What can be made of this clip, as lines of its menu."""
        from videogen_desktop.domain.model import TaskKind

        if self.can_continue(item):
            icon = themed_icon("forward", tokens.text)
            line = menu.addAction(icon, continue_text())
            line.triggered.connect(partial(self._continue, item))
        for kind in (TaskKind.EXTEND, TaskKind.UPSCALE):
            models = self.follow_ups(item, kind)
            if not models:
                continue
            icon, text = themed_icon(_ICONS[kind], tokens.text), _kind_text(kind)
            if len(models) == 1:
                line = menu.addAction(icon, text)
                line.triggered.connect(partial(self._follow, item, kind, models[0]))
                continue
            several = menu.addMenu(icon, text)
            for model in models:
                line = several.addAction(model.title.replace("&", "&&"))
                line.triggered.connect(partial(self._follow, item, kind, model))

    # --- what is asked for -------------------------------------------------------------------

    @Slot(object)
    def continue_clip(self, item: LibraryItem) -> None:
        """The last frame of the clip becomes the first one of a new request."""
        self.use_frame(item, None, continues=True)

    def use_frame(
        self,
        item: LibraryItem,
        at_ms: int | None,
        place: FramePlace | None = None,
        *,
        continues: bool = False,
    ) -> None:
        """Take the frame at this moment (None: the very last) into the form; without a place where
        a video begins. Ends in `begun` or `problemFound`."""
        if item.video.state is not VideoState.COMPLETED:
            # As every other key that has nothing to act on.
            return
        if place is None:
            place = next(iter(self.places(item)), None)
        if place is None:
            self.problemFound.emit(_without_place(item))
            return
        from videogen_desktop.domain.intake import PictureFit

        self._asked += 1
        video_id, fit = item.video.id, PictureFit.for_slot(place.slot)
        self._bridge.ask(
            lambda engine: engine.inputs.frame_of(video_id, at_ms, fit),
            partial(self._frame_taken, self._asked, item, place, continues),
            self.problemFound.emit,
        )

    def _continue(self, item: LibraryItem, _checked: bool = False) -> None:
        self.continue_clip(item)

    def _follow(
        self, item: LibraryItem, kind: "TaskKind", model: "VideoModel", _checked: bool = False
    ) -> None:
        from videogen_desktop.domain.follow_ups import clip_place, parent_of
        from videogen_desktop.domain.model import TaskKind
        from videogen_desktop.domain.vendor import RequestFacts

        self._asked += 1
        video = item.video
        looks = {role: one for role, one in video.request.options.items() if role in _LOOKS}
        options = looks if kind is TaskKind.EXTEND else {}
        prompt = video.prompt if model.prompt_wire else ""
        request = VideoRequest(model.id, prompt, model.kept_options(options), parent=video.id)
        task, parent_options = parent_of(model, video, self._wallet_id)
        place = clip_place(model)
        if task or place is None or item.clip is None:
            self.begun.emit(request, RequestFacts({}, task, parent_options, video.prompt))
            return
        from videogen_desktop.domain.input_file import InputKind

        path = item.clip
        self._bridge.ask(
            lambda engine: engine.inputs.take_in(path, InputKind.VIDEO),
            partial(self._clip_taken, self._asked, request, place),
            self.problemFound.emit,
        )

    def _clip_taken(
        self, asked: int, request: VideoRequest, place: "InputSlot", taken: "TakenInput"
    ) -> None:
        from videogen_desktop.domain.vendor import RequestFacts

        files = {taken.file.sha256: taken.file}
        with_clip = replace(request, inputs={place.name: (*files,)})
        self._facts_read(asked, with_clip, RequestFacts(files))

    def make_again(self, item: LibraryItem) -> None:
        """The video's own request, ready to be changed; with what the library knows of its files
        and of the video that it continues."""
        from videogen_desktop.domain.vendor import RequestFacts

        request = self._with_offered_model(item)
        self._asked += 1
        if not request.parent and not any(request.inputs.values()):
            self.begun.emit(request, RequestFacts())
            return
        self._bridge.ask(
            partial(_facts_of, request, self._vendor, self._wallet_id),
            partial(self._facts_read, self._asked, request),
            self.problemFound.emit,
        )

    def recall(self, request: VideoRequest) -> None:
        """Look up what a draft does not say of what it continues. Ends in `parentKnown`."""
        if request.parent:
            self._bridge.ask(
                partial(_facts_of, request, self._vendor, self._wallet_id),
                partial(self.parentKnown.emit, request.parent),
                lambda _error: None,
            )

    # --- within ------------------------------------------------------------------------------

    def _with_offered_model(self, item: LibraryItem) -> VideoRequest:
        """The video's request; where its model cannot be had, with the one that stands in for it,
        which is said."""
        request = item.video.request
        known = self._model(request.model_id)
        if self._vendor is None or known in self._offered:
            return request
        from videogen_desktop.domain.follow_ups import nearest
        from videogen_desktop.domain.offer import stand_in

        successor = stand_in(request.model_id, self._vendor.models, _today())
        model = successor or nearest(self._offered, request)
        if model is None:
            return request
        words = _successor_text() if successor else _nearest_text()
        old = item.model_title or request.model_id
        self.noticeGiven.emit(words.format(old=old, new=model.title))
        options = model.kept_options(request.options)
        inputs = model.kept_inputs(request.inputs)
        return replace(request, model_id=model.id, options=options, inputs=inputs)

    @property
    def _offered(self) -> "tuple[VideoModel, ...]":
        """Models that can still be had; an end that is only announced is none."""
        from videogen_desktop.domain.offer import is_retired

        models = () if self._vendor is None else self._vendor.models
        return tuple(one for one in models if not is_retired(one, _today()))

    def _model(self, model_id: str) -> "VideoModel | None":
        models = () if self._vendor is None else self._vendor.models
        return next((one for one in models if one.id == model_id), None)

    def _model_for(self, item: LibraryItem) -> "VideoModel | None":
        """What a frame of it goes to."""
        is_made = item.video.state is VideoState.COMPLETED
        if self._vendor is None or not is_made or not _has_clip(item):
            return None
        from videogen_desktop.domain.follow_ups import (
            able_to_continue,
            continuing,
            first_picture,
        )

        models = self._offered
        chosen = "" if self.present is None else self.present().model_id
        present = next((one for one in models if one.id == chosen), None)
        if present is not None and first_picture(present) is not None:
            return present
        own = continuing(models, item.video.model_id)
        return own or next(iter(able_to_continue(models)), None)

    def _frame_taken(
        self, asked: int, item: LibraryItem, place: FramePlace, continues: bool, taken: "TakenInput"
    ) -> None:
        if asked != self._asked:
            return
        from videogen_desktop.domain.vendor import RequestFacts

        sha256 = taken.file.sha256
        now = None if self.present is None else self.present()
        request = _with_frame(item, place, sha256, None if continues else now)
        words = item.video.prompt if request.parent == item.video.id else ""
        self.begun.emit(request, RequestFacts({sha256: taken.file}, parent_prompt=words))

    def _facts_read(self, asked: int, request: VideoRequest, facts: "RequestFacts") -> None:
        if asked == self._asked:
            self.begun.emit(request, facts)


def _has_clip(item: LibraryItem) -> bool:
    return item.clip is not None and not item.plays_elsewhere


def _today() -> date:
    return datetime.now(UTC).date()


def _with_frame(
    item: LibraryItem, place: FramePlace, sha256: str, present: VideoRequest | None
) -> VideoRequest:
    """What stands in the form with the frame in its place, where that is the same model's; else a
    request like the clip's own."""
    from videogen_desktop.domain.follow_ups import first_picture

    model, slot, video = place.model, place.slot, item.video
    if present is None or present.model_id != model.id:
        options = model.kept_options(video.request.options)
        start = VideoRequest(model.id, video.prompt, options, parent=video.id)
    else:
        # What is being written stays; where nothing is, the clip's own words are a beginning.
        start = replace(present, prompt=present.prompt if present.prompt.strip() else video.prompt)
        begins = slot == first_picture(model)
        start = replace(start, parent=video.id if begins else present.parent)
    before = start.inputs.get(slot.name, ())
    files = (*(one for one in before if one != sha256), sha256)[-slot.most :]
    return replace(start, inputs={**start.inputs, slot.name: files})


async def _facts_of(
    request: VideoRequest, vendor: "Vendor | None", wallet_id: str, engine: "WalletEngine"
) -> "RequestFacts":
    from videogen_desktop.domain.errors import InputLostError
    from videogen_desktop.domain.follow_ups import parent_of
    from videogen_desktop.domain.vendor import RequestFacts

    files = {}
    for sha256 in dict.fromkeys(one for places in request.inputs.values() for one in places):
        try:
            files[sha256] = await engine.inputs.facts(sha256)
        except InputLostError:
            # The form says so where it would stand.
            continue
    found: Sequence[LibraryItem] = await engine.items([request.parent]) if request.parent else ()
    models = () if vendor is None else vendor.models
    model = next((one for one in models if one.id == request.model_id), None)
    if model is None or not found:
        return RequestFacts(files)
    return RequestFacts(files, *parent_of(model, found[0].video, wallet_id), found[0].video.prompt)


def use_frame_text() -> str:
    return QCoreApplication.translate("FollowUps", "Use this frame")


def continue_text() -> str:
    return QCoreApplication.translate("FollowUps", "Continue from the last frame")


def place_text(place: FramePlace) -> str:
    """A place for a frame, as a line of a menu."""
    text = QCoreApplication.translate("FollowUps", "As: {place}")
    return text.format(place=role_name(place.slot.name))


def _kind_text(kind: "TaskKind") -> str:
    from videogen_desktop.domain.model import TaskKind

    if kind is TaskKind.EXTEND:
        return QCoreApplication.translate("FollowUps", "Extend")
    return QCoreApplication.translate("FollowUps", "Raise the resolution")


def _successor_text() -> str:
    return QCoreApplication.translate(
        "FollowUps", "{old} is no longer offered; {new} takes its place."
    )


def _nearest_text() -> str:
    return QCoreApplication.translate(
        "FollowUps", "{old} is not offered here; {new} comes nearest to it."
    )


def _without_place(item: LibraryItem) -> Exception:
    """Why no frame of it can go anywhere."""
    from videogen_desktop.domain.errors import ClipMissingError, NoFollowUpError, NotPlayableError

    if item.clip is None:
        return ClipMissingError(None)
    if item.plays_elsewhere:
        return NotPlayableError("plays_elsewhere")
    return NoFollowUpError("continue", item.video.model_id, ())
