"""Joins the form to its styles: those that ship and the user's own."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from videogen_desktop.domain.preset import LONGEST_NAME, Preset, recognised
from videogen_desktop.domain.text import folded
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.prompts.writing_tools import StyleStrip, WritingTools, current_language
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.request import OptionValue
    from videogen_desktop.ui.prompts.pick_list import PickList


class StylePresenter(QObject):
    """Made with the first models. Main thread only; nothing of it waits.

    What is sent is what is shown: a style's words stand below the description until the style is
    taken away, and its options in the controls.
    """

    problemFound = Signal(object)  # BaseException
    noticeGiven = Signal(str)

    def __init__(
        self, composer: Composer, bridge: EngineBridge, tools: WritingTools, tokens: Tokens
    ) -> None:
        super().__init__(composer)
        self._composer, self._bridge, self._tokens = composer, bridge, tokens
        self._presets: Sequence[Preset] = ()
        self._style: Preset | None = None
        # What the style changed: by role what was chosen before, and what it chose.
        self._brought: dict[str, tuple[OptionValue | None, OptionValue]] = {}
        self._list: PickList | None = None
        self._strip: StyleStrip | None = None
        self.tools = tools
        composer.lift_style = self._lifted
        tools.stylesAsked.connect(self.open_styles)

    # --- styles ------------------------------------------------------------------------------

    @property
    def style(self) -> Preset | None:
        """The one that the next video is made in."""
        return self._style

    @property
    def strip(self) -> StyleStrip:
        """Made with the first style."""
        if self._strip is None:
            self._strip = StyleStrip(self._tokens)
            self._composer.controls.place_below_prompt(self._strip)
            self._strip.removed.connect(self.remove_style)
        return self._strip

    def library_opened(self) -> None:
        """A draft of last time: its style is shown as one again."""
        if "\n\n" in self._composer.prompt.toPlainText():
            self._know_presets(self._lift_draft)

    def leave_library(self) -> None:
        """Its own styles are those of another library no more."""
        self._presets = ()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        if self._list is not None:
            self._list.set_tokens(tokens)

    @Slot()
    def open_styles(self) -> None:
        """Show what there is to choose from."""
        self._know_presets(self._offer_styles)

    def apply(self, preset: Preset) -> None:
        """The style's words stand below the description, its options in the controls."""
        self._take_back()
        self._style = preset
        choices = self._composer.choices
        for role, value in preset.request.options.items():
            self._brought[role] = (choices.wished(role), value)
            choices.choose(role, value)
        self._show_style()

    @Slot()
    def remove_style(self) -> None:
        """Only what it brought, and what of that was not changed since."""
        self._take_back()
        self._show_style()

    def _take_back(self) -> None:
        choices = self._composer.choices
        for role, (before, brought) in self._brought.items():
            if choices.wished(role) == brought:
                choices.choose(role, before)
        self._brought.clear()
        self._style = None

    def _show_style(self) -> None:
        self._write_style()
        self._composer.choices_changed()

    def _write_style(self) -> None:
        style, choices = self._style, self._composer.choices
        choices.fragment = "" if style is None else style.fragment
        choices.style_name = "" if style is None else style.name(current_language())
        self.tools.show_style(self._style)
        if self._style is not None or self._strip is not None:
            self.strip.show_style(self._style)

    def _know_presets(self, then: Callable[[], None]) -> None:
        def arrived(presets: Sequence[Preset]) -> None:
            self._presets = presets
            then()

        self._bridge.ask(
            lambda engine: engine.writing.presets.every(), arrived, self.problemFound.emit
        )

    def _lift_draft(self) -> None:
        prompt = self._composer.prompt
        text = prompt.toPlainText()
        plain = self._lifted(text)
        if plain != text:
            prompt.setPlainText(plain)
            prompt.moveCursor(prompt.textCursor().MoveOperation.End)

    def _lifted(self, text: str, is_whole: bool = False) -> str:
        """The text without a style's words, which are then shown as that style. `is_whole`: a
        request that has none is in no style."""
        found = recognised(text, self._known())
        if found is None and not is_whole:
            return text
        self._brought.clear()
        self._style = found
        self._write_style()
        return text if found is None else found.plain(text)

    def _known(self) -> Sequence[Preset]:
        from videogen_desktop.services.presets import shipped_presets

        return self._presets or shipped_presets()

    def _offer_styles(self) -> None:
        from videogen_desktop.ui.prompts.pick_list import PickList

        words = (self.tr("Styles"), self.tr("Search styles…"), self.tr("No style is called so."))
        others = [self.tr("Save as a style…")]
        if self._style is not None:
            others.append(self.tr("No style"))
        if self._style is not None and self._style.is_own:
            others += [self.tr("Rename…"), self.tr("Delete")]
        if self._list is None:
            self._list = PickList(self._tokens, self._composer.window(), "styleList")
            self._list.chosen.connect(self._take_style)
            self._list.wordsChanged.connect(self._find_styles)
            self._list.otherAsked.connect(self._other_asked)
            self._list.closed.connect(self._closed)
        self._list.name(*words, others)
        self._find_styles("")
        self._list.open_at(self.tools.styles)

    @Slot(str)
    def _find_styles(self, words: str) -> None:
        from videogen_desktop.ui.prompts.pick_list import Pick

        language, wanted = current_language(), folded(words).split()
        lines: list[Pick] = []
        # What is called so stands before what only says so: "mon" is "Món ăn", not "motion".
        for one in _named_first(self._presets, wanted):
            is_current = not wanted and self._style is not None and one.id == self._style.id
            colours = one.colours or (self._tokens.accent, self._tokens.accent_soft)
            lines.append(Pick(one, one.name(language), one.fragment, colours, is_current))
        if self._list is not None:
            self._list.show_lines(lines)

    @Slot(object)
    def _take_style(self, preset: Preset) -> None:
        self.apply(preset)

    @Slot()
    def _closed(self) -> None:
        self._composer.prompt.setFocus()

    # --- own styles --------------------------------------------------------------------------

    @Slot(int)
    def _other_asked(self, number: int) -> None:
        (self.save_style, self.remove_style, self.rename_style, self.delete_style)[number]()

    def save_style(self) -> None:
        """Name what is written and chosen, to be used again."""
        self._ask_name(self.tr("Save as a style"), "", self._add_style)

    def rename_style(self) -> None:
        if self._style is not None:
            name = self._style.name("")
            self._ask_name(self.tr("Rename the style"), name, partial(self._rename, self._style))

    def delete_style(self) -> None:
        """Videos that were made with it keep its words."""
        style = self._style
        if style is None or not style.is_own:
            return
        self.remove_style()
        said = self.tr("The style “{name}” was deleted.").format(name=style.name(""))
        done = partial(self._tell, said)
        self._bridge.ask(
            lambda engine: engine.writing.presets.remove(style.id), done, self.problemFound.emit
        )

    def _add_style(self, name: str) -> None:
        request, choices = self._composer.request, self._composer.choices
        words, model = request.prompt, choices.model
        own = {} if model is None else model.defaults()
        options = {role: one for role, one in request.options.items() if own.get(role) != one}
        added = partial(self._style_saved, name)
        self._bridge.ask(
            lambda engine: engine.writing.presets.add(name, words, options),
            added,
            self._say,
        )

    def _rename(self, style: Preset, name: str) -> None:
        saved = partial(self._style_saved, name)
        self._bridge.ask(
            lambda engine: engine.writing.presets.change(style, name, style.fragment),
            saved,
            self._say,
        )

    def _style_saved(self, name: str, style: Preset | None) -> None:
        if style is None:
            words = self.tr("There is a style “{name}” already, or nothing to save in it.")
            self.noticeGiven.emit(words.format(name=name))
            return
        if self._style is not None and self._style.id == style.id:
            self._style = style
            self._write_style()
        self.noticeGiven.emit(self.tr("Saved as the style “{name}”.").format(name=name))

    def _ask_name(self, title: str, before: str, then: Callable[[str], None]) -> None:
        from PySide6.QtWidgets import QInputDialog

        from videogen_desktop.ui.theme.dialog_sheet import dress_input

        dialog = QInputDialog(self._composer.window())
        dialog.setObjectName("nameQuestion")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name:"))
        dialog.setTextValue(before)
        dialog.setOkButtonText(self.tr("Save"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dress_input(dialog)
        dialog.textValueSelected.connect(lambda name: then(name[:LONGEST_NAME]))
        dialog.open()

    def _tell(self, words: str, _answer: object) -> None:
        self.noticeGiven.emit(words)

    def _say(self, error: BaseException) -> None:
        self.problemFound.emit(error)


def _named_first(presets: Sequence[Preset], wanted: Sequence[str]) -> list[Preset]:
    """Those with all the words in a name, then those with some of them in the text."""
    named: list[Preset] = []
    saying: list[Preset] = []
    for one in presets:
        names = folded(" ".join(one.names.values()))
        text = f"{names} {folded(one.fragment)}"
        if all(word in names for word in wanted):
            named.append(one)
        elif all(word in text for word in wanted):
            saying.append(one)
    return named + saying
