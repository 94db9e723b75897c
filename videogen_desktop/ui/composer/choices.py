"""Choices for the next video, as they were made, whatever model makes it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from videogen_desktop.domain.aspect_ratio import exact_ratio, width_over_height

if TYPE_CHECKING:
    # The first frame has neither models nor requests, and does not wait for them.
    from videogen_desktop.domain.errors import VideoGenError
    from videogen_desktop.domain.input_file import InputFile
    from videogen_desktop.domain.input_slot import FileFacts, InputSlot
    from videogen_desktop.domain.model import Price, VideoModel
    from videogen_desktop.domain.model_rules import Choice
    from videogen_desktop.domain.parameter import Parameter
    from videogen_desktop.domain.request import Inputs, Options, OptionValue, VideoRequest
    from videogen_desktop.domain.vendor import RequestFacts

# Frames of the video itself; what they are cropped to is its shape.
_FRAMES = ("first_frame", "last_frame")
# Sides are whole numbers: 1919 x 1080 is 16:9 as well.
_SAME_SHAPE = 0.02


class Choices:
    """Values by role and files by place, as they were chosen; a model takes of them what it has.

    What one model does not have is not forgotten: the next one may have it again. Knows no widgets.
    """

    def __init__(self) -> None:
        self.model: VideoModel | None = None
        self.parent = ""
        # The words of a style, which stand below the description, and what it is called; and what
        # was typed before a helper wrote the description anew.
        self.fragment = self.style_name = self.original = ""
        # What is known of the video that is continued; a draft does not say it.
        self._of_parent: tuple[str, Options | None] = ("", None)
        self._parent_prompt = ""
        # Facts of files that were taken in, by their SHA-256.
        self.files: dict[str, FileFacts] = {}
        self._chosen: dict[str, OptionValue] = {}
        self._placed: dict[str, tuple[str, ...]] = {}
        self._options: dict[str, OptionValue] | None = None

    # --- what was chosen ---------------------------------------------------------------------

    @property
    def options(self) -> "Options":
        """Of the model that is chosen: what it takes, with its own values for the rest."""
        if self._options is None:
            self._options = self._taken()
        return self._options

    @property
    def inputs(self) -> "Inputs":
        """The files that the model has a place for."""
        model = self.model
        kept = self._placed if model is None else model.kept_inputs(self._placed)
        return {name: files for name, files in kept.items() if files}

    def choose(self, role: str, value: "OptionValue | None") -> None:
        """None leaves it to the model."""
        self._options = None
        if value is None:
            self._chosen.pop(role, None)
        else:
            self._chosen[role] = value

    def place(self, slot: str, files: "Iterable[str]") -> None:
        """Let these files, by their SHA-256, stand in this place and no others."""
        self._placed[slot] = tuple(files)
        is_begun = slot in (_FRAMES[0], "source") and not self._placed[slot]
        if is_begun and not self._only_continues:
            # Without its last frame, or the clip itself, it continues nothing.
            self.parent = ""

    def put(self, slot: "InputSlot", file: "InputFile", instead_of: str = "") -> None:
        """Let the file stand in this place: instead of another, beside those that are there, or
        where there is no room instead of the last."""
        self.files[file.sha256] = file
        files = list(self.inputs.get(slot.name, ()))
        if instead_of in files:
            files[files.index(instead_of)] = file.sha256
        elif file.sha256 not in files:
            files[slot.most - 1 :] = [file.sha256]
        self.place(slot.name, dict.fromkeys(files))

    def drop_entry(self, role: str, number: int) -> None:
        """Take out the files of this entry of the list, so that the next ones' stay with theirs."""
        slots = () if self.model is None else self.model.slots
        names = [one.name for one in slots if one.name.startswith(f"{role}[")]
        for name, following in zip(names[number:], [*names[number + 1 :], ""], strict=False):
            self._placed[name] = self._placed.get(following, ())

    @property
    def places(self) -> "tuple[InputSlot, ...]":
        """Where files can be put with what is chosen."""
        return () if self.model is None else self.model.places(self.options, self.inputs)

    @property
    def continued(self) -> str:
        """The prompt of the video that this goes on with; "" where there is none, or none known."""
        return self._parent_prompt if self.parent else ""

    @property
    def _only_continues(self) -> bool:
        return self.model is not None and self.model.needs_parent

    @property
    def needs_text(self) -> bool:
        """Whether nothing can be made without a prompt."""
        model = self.model
        if model is None:
            return True
        has_files = any(self.inputs.values())
        return bool(model.prompt_wire) and (model.prompt_required or not has_files)

    @property
    def ratio(self) -> tuple[int, int] | None:
        """Width and height of the shape that is chosen, where it is one. A model without shapes
        makes that of its picture, which can be cropped to it."""
        has_shapes = self.model is None or self.model.parameter("aspect_ratio") is not None
        options = self.options if has_shapes else self._chosen
        shape = exact_ratio(str(options.get("aspect_ratio", "")))
        if width_over_height(shape) is None:
            return None
        width, _colon, height = shape.partition(":")
        return int(width), int(height)

    @property
    def misfit(self) -> tuple[str, str] | None:
        """A frame that has another shape than the video is to have: its place and its SHA-256."""
        ratio = self.ratio
        for name in _FRAMES:
            for sha256 in self.inputs.get(name, ()):
                file = self.files.get(sha256)
                if ratio and file and file.width and file.height:
                    wanted = ratio[0] / ratio[1]
                    if abs(file.width / file.height / wanted - 1) > _SAME_SHAPE:
                        return name, sha256
        return None

    def unfit_file(self, slot_name: str) -> str | None:
        """The first file that the place does not take with this model."""
        from videogen_desktop.domain.errors import SlotFileError

        slot = None if self.model is None else self.model.slot(slot_name)
        if slot is None:
            return None
        for sha256 in self.inputs.get(slot_name, ()):
            try:
                slot.check([self.files[sha256]])
            except (SlotFileError, KeyError):
                return sha256
        return None

    def take(self, request: "VideoRequest", facts: "RequestFacts | None" = None) -> None:
        """Everything that the request says, instead of what was chosen; its model is not taken."""
        self._of_parent = ("", None) if facts is None else (facts.parent_task, facts.parent_options)
        self._parent_prompt = "" if facts is None else facts.parent_prompt
        if facts is not None:
            self.files.update(facts.files)
        self._options = None
        self._chosen = dict(request.options)
        self._placed = dict(request.inputs)
        self.parent = request.parent
        self.original = request.original_prompt

    def whole(self, prompt: str) -> str:
        """All words of the request: the description, and the style's where there is one."""
        if not (self.fragment and prompt.strip()):
            return prompt
        from videogen_desktop.domain.preset import joined

        return joined(prompt, self.fragment)

    def wished(self, role: str) -> "OptionValue | None":
        """The value that was chosen, whether or not the model has it."""
        return self._chosen.get(role)

    def know_parent(self, parent: str, facts: "RequestFacts") -> None:
        """The task, the options and the prompt of the video that is continued, where it is this."""
        if parent == self.parent:
            self._of_parent = (facts.parent_task, facts.parent_options)
            self._parent_prompt = facts.parent_prompt
            self.files.update(facts.files)

    # --- models ------------------------------------------------------------------------------

    def change_model(self, model: "VideoModel | None") -> tuple[str, ...]:
        """Go on with another model. Gives the names of what was in use and is not any more."""
        before = set() if self.model is None else self._in_use(self.model)
        self.model = model
        self._options = None
        return tuple(sorted(before - self._kept_by(model))) if model is not None else ()

    def request_for(self, model: "VideoModel", prompt: str) -> "VideoRequest":
        """The request as it would stand with this model; nothing of it was checked."""
        from videogen_desktop.domain.request import VideoRequest

        inputs = {name: files for name, files in model.kept_inputs(self._placed).items() if files}
        original = self.original if prompt.strip() and self.original != prompt else ""
        prompt, options = self.whole(prompt), self._taken_by(model)
        return VideoRequest(
            model.id, prompt, options, inputs, parent=self.parent, original_prompt=original
        )

    def choice(self, model: "VideoModel", prompt: str = "") -> "Choice":
        """The same as rules and prices look at it."""
        seconds = {
            sha256: file.duration_ms / 1_000
            for sha256, file in self.files.items()
            if file.duration_ms is not None
        }
        request = self.request_for(model, prompt)
        options = self._of_parent[1] if self.parent else None
        return model.choice(request, seconds, options, has_parent=bool(self.parent))

    def price(self, model: "VideoModel") -> int | None:
        """Hundredths of a credit with this model; None where nobody knows."""
        return model.price_of(self.choice(model))

    @property
    def facts(self) -> "RequestFacts":
        """What a check needs to know of the files, and that something is continued."""
        from videogen_desktop.domain.vendor import RequestFacts

        task, options = self._of_parent if self.parent else ("", None)
        return RequestFacts(self.files, task or self.parent, options)

    def problem(self, prompt: str) -> "VideoGenError | None":
        """Why this would be refused, but for the text, which is still being written."""
        model = self.model
        if model is None:
            # The first frame has none, and all errors take 1 ms of it.
            return None
        from videogen_desktop.domain.errors import InvalidRequestError, ParentMissingError

        if model.needs_parent and not self.parent:
            return ParentMissingError()
        try:
            model.check_inputs(self.inputs, self.files)
            model.check_rules(self.choice(model, prompt))
        except InvalidRequestError as error:
            return error
        return None

    def goes_with(self, slot: str, others: "Iterable[str]") -> bool:
        """Whether a file in this place goes together with those that are there, and with files in
        the other places, which are on their way."""
        from dataclasses import replace

        from videogen_desktop.domain.errors import NotTogetherError, OneOfGroupsError

        model = self.model
        if model is None:
            return True
        request = self.request_for(model, "")
        coming = dict.fromkeys((*others, slot), ("",))
        choice = model.choice(replace(request, inputs={**request.inputs, **coming}))
        apart = (NotTogetherError, OneOfGroupsError)
        return not any(
            rule.error in apart and rule.applies(choice) and rule.refuses(choice)
            for rule in model.rules
        )

    @property
    def price_row(self) -> "Price | None":
        """Where the price of the chosen model comes from."""
        return None if self.model is None else self.model.price_row(self.choice(self.model))

    # --- within ------------------------------------------------------------------------------

    def _taken(self) -> "dict[str, OptionValue]":
        return dict(self._chosen) if self.model is None else self._taken_by(self.model)

    def _taken_by(self, model: "VideoModel") -> "dict[str, OptionValue]":
        options = dict(model.kept_options(self._chosen))
        for parameter in model.parameters:
            if parameter.role not in options and parameter.required and parameter.values:
                options[parameter.role] = parameter.values[0]
        return options

    def _in_use(self, model: "VideoModel") -> set[str]:
        """What the model has of the choices, but what it would do anyway."""
        defaults = model.defaults()
        own = {role for role, value in self._chosen.items() if value == defaults.get(role)}
        return self._kept_by(model) - own

    def _kept_by(self, model: "VideoModel") -> set[str]:
        chosen = self._chosen.items()
        roles = {role for role, value in chosen if takes(model.parameter(role), value)}
        return roles | {name for name, files in model.kept_inputs(self._placed).items() if files}


def takes(parameter: "Parameter | None", value: "OptionValue") -> bool:
    """Whether the parameter has this value, or one that stands for it."""
    from videogen_desktop.domain.errors import OptionValueError

    if parameter is None:
        return False
    if parameter.role == "aspect_ratio" and parameter.closest(str(value)) is not None:
        return True
    try:
        parameter.checked(value)
    except OptionValueError:
        return False
    return True


def waits_for_text(problem: "VideoGenError | None") -> bool:
    """Whether a text alone would do, which whoever writes one knows."""
    from videogen_desktop.domain.errors import NoneOfNeededError

    return isinstance(problem, NoneOfNeededError) and "prompt" in problem.names


def left_to_model(parameter: "Parameter") -> bool:
    """Whether the parameter may be left out, so that the vendor's model decides."""
    return parameter.default is None and not parameter.required


def members(value: "OptionValue") -> "Mapping[str, OptionValue]":
    """The fields of an entry; none where it is a text."""
    return value if isinstance(value, Mapping) else {}


def further_parameters(model: "VideoModel | None") -> "tuple[Parameter, ...]":
    """Those that do not stand in the row."""
    if model is None:
        return ()
    return tuple(one for one in model.parameters if not one.is_in_bar)
