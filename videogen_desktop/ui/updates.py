"""News of a newer version: a quiet link to it, and when the engine looks for any."""

import logging

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot

from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.updates import SHIPPED, Release, news
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.header import Header
from videogen_desktop.ui.page_link import PageLink
from videogen_desktop.ui.plain_label import plain_tooltip
from videogen_desktop.ui.settings.settings_store import SettingsStore

_log = logging.getLogger(__name__)

# The engine asks once a day; a window is open for weeks, and a laptop sleeps.
_EVERY_MS = 3_600_000
# Who has just said yes may wait for an answer; the change itself is written first.
SOON_MS = 1_000


class UpdateLink(PageLink):
    """Hidden while there is no news. Main thread only."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("update")
        self._release: Release | None = None

    def show_news(self, settings: Settings) -> None:
        self._release = news(settings)
        self.lead_to("" if self._release is None else self._release.page)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        if self._release is None:
            return
        words = self.tr("New version {number} – View").format(number=self._release.version)
        self.setText(words)
        self.setAccessibleName(words)
        hint = self.tr("Opens {host} in the browser. Nothing is installed by itself.")
        self.setToolTip(plain_tooltip(hint.format(host=SHIPPED.host)))


class UpdatePresenter(QObject):
    """Main thread only; the engine asks, on the worker."""

    def __init__(
        self,
        bridge: EngineBridge,
        store: SettingsStore,
        header: Header,
        first_ms: int,
    ) -> None:
        """The first look comes after `first_ms`."""
        super().__init__(header)
        self._bridge = bridge
        self._store = store
        self.link = UpdateLink()
        header.add_news(self.link)
        self._has_consent = store.settings.update_check
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self._look)
        store.changed.connect(self._follow)
        self.link.show_news(store.settings)
        self.timer.start(first_ms)

    @Slot(object)
    def _follow(self, settings: Settings) -> None:
        self.link.show_news(settings)
        had_consent, self._has_consent = self._has_consent, settings.update_check
        if not settings.update_check:
            self.timer.stop()
        elif not had_consent:
            self.timer.start(SOON_MS)

    @Slot()
    def _look(self) -> None:
        # Before it, so that nothing that fails ends this.
        self.timer.start(_EVERY_MS)
        self._bridge.ask(lambda engine: engine.updates.look(), self._store.adopt, _not_noted)


def update_request_words() -> str:
    """What is sent, where and how often, in one sentence for whoever is asked."""
    words = QCoreApplication.translate(
        "Updates",
        "Once a day VideoGen reads one small file at {host}. It sends its name and version, and "
        "nothing else; it never installs anything by itself.",
    )
    return words.format(host=SHIPPED.host)


def _not_noted(error: BaseException) -> None:
    _log.warning("nobody was asked for new versions: %s", type(error).__name__)
