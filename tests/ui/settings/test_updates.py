"""News of a newer version in the window, from a real file on a loopback server."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.account.fake_account import AccountEngine
from tests.ui.language.clipping import clipped_texts
from tests.ui.language.scene import settle
from tests.ui.living_window import LivingWindow, OpenLivingWindow
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.updates import PROGRAM, SHIPPED, UpdateSource
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.services.system import SystemClock
from videogen_desktop.services.updates import Updates
from videogen_desktop.storage.settings import load_settings
from videogen_desktop.ui.settings.general_page import GeneralPage
from videogen_desktop.ui.translation import Language, Translation
from videogen_desktop.ui.updates import UpdatePresenter

PAGE = f"https://{SHIPPED.host}/v/99.0.0"
FILE = json.dumps({"program": PROGRAM, "version": "99.0.0", "page": PAGE}).encode()
KNOWN: dict[str, Any] = {"update_check": True, "update_version": "99.0.0", "update_page": PAGE}


class Feed(ThreadingHTTPServer):
    """Answers every GET with the file, once `may_answer` is set."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.asked: list[str] = []
        self.askers: set[int] = set()
        self.may_answer = threading.Event()
        self.may_answer.set()

    @property
    def source(self) -> UpdateSource:
        return UpdateSource(f"http://127.0.0.1:{self.server_port}/latest.json", SHIPPED.host)


class _Answers(BaseHTTPRequestHandler):
    server: Feed

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.may_answer.wait(10)
        self.send_response(200)
        self.send_header("Content-Length", str(len(FILE)))
        self.end_headers()
        self.wfile.write(FILE)

    def log_message(self, *_said: object) -> None:
        """Not to standard error."""


@pytest.fixture
def feed() -> Iterator[Feed]:
    server = Feed()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.may_answer.set()
    server.shutdown()
    server.server_close()
    thread.join()


class Opener:
    """Opens windows whose settings are a real file, and whose engine asks the feed."""

    def __init__(self, open_living: OpenLivingWindow, folder: Path, feed: Feed) -> None:
        self._open, self._feed = open_living, feed
        self.path = folder / "settings.json"

    def __call__(self, *, packaged_by: str | None = None, **settings: Any) -> LivingWindow:
        chosen = Settings(**{"welcomed": True, "language": "en", **settings})

        async def network() -> HttpSettings:
            self._feed.askers.add(threading.get_ident())
            return HttpSettings()

        def prepare(engine: AccountEngine) -> None:
            preferences = Preferences(self.path, chosen)
            parts = (preferences, network, SystemClock(), self._feed.source)
            engine.preferences = preferences  # type: ignore[assignment]
            engine.updates = Updates(*parts, lambda: packaged_by)  # type: ignore[attr-defined]

        return self._open(chosen, prepare=prepare, packaged_by=packaged_by)


@pytest.fixture
def open_one(open_living: OpenLivingWindow, tmp_path: Path, feed: Feed) -> Opener:
    return Opener(open_living, tmp_path, feed)


def told(living: LivingWindow) -> UpdatePresenter:
    assert living.presenter.updates is not None
    return living.presenter.updates


def page_of(living: LivingWindow) -> GeneralPage:
    living.window.header.settings.click()
    assert living.presenter.dialog is not None
    return living.presenter.dialog.general


def look_now(living: LivingWindow) -> None:
    """What the window waits for a moment with."""
    told(living).timer.start(0)


def test_who_says_yes_in_the_settings_is_told_and_led_to_the_page(
    qtbot: QtBot, open_one: Opener, feed: Feed, opened_pages: list[str]
) -> None:
    living = open_one()
    page = page_of(living)
    assert not page.updates.isChecked()
    assert SHIPPED.host in page._updates_row.meaning
    page.updates.click()
    look_now(living)
    link = told(living).link
    qtbot.waitUntil(link.isVisible)
    assert link.text() == page.news.text() == "New version 99.0.0 – View"
    qtbot.waitUntil(page.news.isVisible)
    link.click()
    page.news.click()
    assert opened_pages == [PAGE, PAGE]
    assert feed.asked == ["/latest.json"]
    assert feed.askers.isdisjoint({threading.get_ident()})
    kept = load_settings(open_one.path)
    assert (kept.update_check, kept.update_version, kept.update_page) == (True, "99.0.0", PAGE)


def test_a_window_whose_user_said_nothing_asks_nobody_and_makes_nothing(
    open_one: Opener, feed: Feed
) -> None:
    living = open_one(update_version="99.0.0", update_page=PAGE)
    page = page_of(living)
    assert living.presenter.updates is None
    assert not page.news.isVisible()
    living.presenter.store.change(volume_percent=20)
    assert living.presenter.updates is None
    assert feed.asked == []


def test_while_the_answer_is_not_there_the_window_goes_on(
    qtbot: QtBot, open_one: Opener, feed: Feed
) -> None:
    feed.may_answer.clear()
    living = open_one(update_check=True)
    look_now(living)
    qtbot.waitUntil(lambda: feed.asked == ["/latest.json"])
    prompt = living.window.composer.prompt
    QTest.keyClicks(prompt, "Cho noi")
    assert prompt.toPlainText() == "Cho noi"
    assert not told(living).link.isVisible()
    feed.may_answer.set()
    qtbot.waitUntil(told(living).link.isVisible)


def test_what_was_found_yesterday_stands_there_at_once_and_goes_with_the_consent(
    qtbot: QtBot, open_one: Opener, feed: Feed, language: Translation
) -> None:
    now = SystemClock().now_ms()
    living = open_one(**KNOWN, update_checked_ms=now)
    link = told(living).link
    assert link.isVisible()
    language.use(Language.VIETNAMESE)
    settle()
    assert link.text() == "Có bản mới 99.0.0 – Xem"
    page_of(living).updates.click()
    assert not link.isVisible()
    assert not told(living).timer.isActive()
    page_of(living).updates.click()
    assert link.isVisible()
    look_now(living)
    qtbot.waitUntil(lambda: load_settings(open_one.path).update_check)
    assert feed.asked == [], "the day has not passed"


def test_where_a_package_manager_does_it_the_settings_say_so(open_one: Opener, feed: Feed) -> None:
    living = open_one(**KNOWN, packaged_by="apt")
    page = page_of(living)
    assert living.presenter.updates is None
    assert page.updates.isHidden()
    assert page.news.isHidden()
    assert page._updates_row.meaning == "apt keeps VideoGen up to date on this computer."
    assert feed.asked == []


def test_the_welcome_asks_once_and_takes_silence_for_no(
    qtbot: QtBot, open_one: Opener, feed: Feed
) -> None:
    living = open_one(welcomed=False)
    welcome = living.presenter.welcome
    assert welcome is not None
    assert not welcome.updates.isChecked()
    assert feed.asked == []
    QTest.keyClick(welcome.updates, Qt.Key.Key_Space)
    assert living.presenter.welcome is welcome, "it is no way to begin"
    look_now(living)
    qtbot.waitUntil(told(living).link.isVisible)


def test_the_welcome_of_a_package_asks_nothing(open_one: Opener) -> None:
    welcome = open_one(welcomed=False, packaged_by="apt").presenter.welcome
    assert welcome is not None
    assert welcome.updates.isHidden()


def test_the_news_give_way_to_the_money(open_one: Opener) -> None:
    living = open_one(**KNOWN, update_checked_ms=SystemClock().now_ms())
    link, header = told(living).link, living.window.header
    living.window.resize(1366, 768)
    settle()
    assert link.isVisible()
    living.window.resize(480, 640)
    settle()
    assert not link.isVisible()
    assert header.badge.width() >= header.badge.sizeHint().width()
    assert clipped_texts(header) == []
    living.window.resize(1366, 768)
    settle()
    assert link.isVisible()
