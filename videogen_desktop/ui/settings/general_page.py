"""The page of language, looks, previews, notifications and news: each takes effect at once."""

from PySide6.QtCore import Slot

from videogen_desktop.ui.settings.settings_page import (
    SegmentedChoice,
    SettingRow,
    SettingsCard,
    SettingsPage,
    ToggleSwitch,
)
from videogen_desktop.ui.settings.settings_store import SettingsStore
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.updates import UpdateLink, update_request_words


class GeneralPage(SettingsPage):
    """Main thread only."""

    def __init__(self, tokens: Tokens, store: SettingsStore, packaged_by: str | None) -> None:
        super().__init__(tokens, store)
        self._packaged_by = packaged_by
        self.language = SegmentedChoice(("system", "vi", "en"))
        self.theme = SegmentedChoice(("system", "light", "dark"))
        self.previews = ToggleSwitch(tokens)
        self.notifications = ToggleSwitch(tokens)
        self.updates = ToggleSwitch(tokens)
        if packaged_by is not None:
            self.updates.hide()
        self.news = UpdateLink()
        self._language_row = SettingRow(tokens, self.language)
        self._theme_row = SettingRow(tokens, self.theme)
        self._previews_row = SettingRow(tokens, self.previews, beside=True)
        self._notifications_row = SettingRow(tokens, self.notifications, beside=True)
        self._updates_row = SettingRow(tokens, self.updates, beside=True)
        looks, behaviour = SettingsCard(tokens), SettingsCard(tokens)
        looks.add(self._language_row)
        looks.add(self._theme_row)
        behaviour.add(self._previews_row)
        behaviour.add(self._notifications_row)
        behaviour.add(self._updates_row)
        behaviour.add_below(self.news)
        self.add(looks)
        self.add(behaviour)
        self.language.chosen.connect(self._choose_language)
        self.theme.chosen.connect(self._choose_theme)
        self.previews.toggled.connect(self._choose_previews)
        self.notifications.toggled.connect(self._choose_notifications)
        self.updates.toggled.connect(self._choose_updates)
        self.retranslate()
        self.show_settings()

    def show_settings(self) -> None:
        settings = self.store.settings
        self.language.choose(settings.language)
        self.theme.choose(settings.theme)
        self.previews.setChecked(settings.hover_previews)
        self.notifications.setChecked(settings.notifications)
        self.updates.setChecked(settings.update_check)
        if self._packaged_by is None:
            self.news.show_news(settings)

    def set_tokens(self, tokens: Tokens) -> None:
        self.previews.set_tokens(tokens)
        self.notifications.set_tokens(tokens)
        self.updates.set_tokens(tokens)

    def retranslate(self) -> None:
        self.head(self.tr("General"))
        system = self.tr("System")
        language = self.tr("Language")
        self._language_row.name(language)
        # Every language calls itself what its speakers call it.
        self.language.name(language, (system, "Tiếng Việt", "English"))
        theme = self.tr("Appearance")
        self._theme_row.name(theme)
        light = self.tr("Light")
        dark = self.tr("Dark")
        self.theme.name(theme, (system, light, dark))
        title = self.tr("Preview under the pointer")
        meaning = self.tr("Moving over a card runs through the pictures of its video.")
        self._previews_row.name(title, meaning)
        title = self.tr("Notify when a video ends")
        meaning = self.tr("Only while the window is not in front.")
        self._notifications_row.name(title, meaning)
        self._name_updates()

    def _name_updates(self) -> None:
        title, meaning = self.tr("Tell me about new versions"), update_request_words()
        if self._packaged_by is not None:
            title = self.tr("New versions")
            meaning = self.tr("{packager} keeps VideoGen up to date on this computer.")
            meaning = meaning.format(packager=self._packaged_by)
        self._updates_row.name(title, meaning)

    @Slot(object)
    def _choose_language(self, value: str) -> None:
        self.store.change(language=value)

    @Slot(object)
    def _choose_theme(self, value: str) -> None:
        self.store.change(theme=value)

    @Slot(bool)
    def _choose_previews(self, is_on: bool) -> None:
        self.store.change(hover_previews=is_on)

    @Slot(bool)
    def _choose_notifications(self, is_on: bool) -> None:
        self.store.change(notifications=is_on)

    @Slot(bool)
    def _choose_updates(self, is_on: bool) -> None:
        self.store.change(update_check=is_on)
