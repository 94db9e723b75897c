import asyncio
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.account.fake_account import AccountEngine
from tests.ui.living_window import LivingWindow, OpenLivingWindow
from videogen_desktop.domain.errors import LibraryUnusableError
from videogen_desktop.domain.library_health import BackupFacts
from videogen_desktop.ui.settings.safety_page import SafetyPage
from videogen_desktop.ui.settings.settings_dialog import SAFETY

NOON = 1_795_262_400_000
OLD = BackupFacts(Path("old.sqlite"), NOON, is_good=True, videos=3)
BAD = BackupFacts(Path("bad.sqlite"), NOON + 60_000, is_good=False, videos=None)


class FakeSafekeeping:
    """As services.safekeeping.Safekeeping."""

    def __init__(self, *backups: BackupFacts) -> None:
        self.found = backups
        self.failure: BaseException | None = None

    async def backups(self) -> tuple[BackupFacts, ...]:
        return self.found

    async def back_up(self) -> BackupFacts:
        if self.failure is not None:
            raise self.failure
        return replace(OLD, videos=4)


def page_of(
    open_living: OpenLivingWindow, safekeeping: FakeSafekeeping
) -> tuple[LivingWindow, SafetyPage]:
    def prepare(engine: AccountEngine) -> None:
        engine.safekeeping = safekeeping

    running = open_living(prepare=prepare)
    running.presenter.open_settings()
    assert running.presenter.dialog is not None
    running.presenter.dialog.open_page(SAFETY)
    return running, running.presenter.dialog.safety


def test_the_newest_good_backup_is_shown(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    _living, page = page_of(open_living, FakeSafekeeping(BAD, OLD))
    qtbot.waitUntil(lambda: page.last_backup.endswith("3 videos"))


def test_a_backup_is_taken_at_once(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    _living, page = page_of(open_living, FakeSafekeeping())
    qtbot.waitUntil(lambda: "no backup" in page.last_backup)
    page.back_up.click()
    assert not page.back_up.isEnabled()
    qtbot.waitUntil(lambda: page.last_backup.endswith("4 videos"))
    assert page.back_up.isEnabled()


class SlowToLook(FakeSafekeeping):
    """What its looks found is told only when the test releases it."""

    def __init__(self, *backups: BackupFacts) -> None:
        super().__init__(*backups)
        self.looks = 0
        self.released: Future[None] = Future()

    async def backups(self) -> tuple[BackupFacts, ...]:
        self.looks += 1
        found = self.found
        await asyncio.wrap_future(self.released)
        return found

    async def back_up(self) -> BackupFacts:
        backup = await super().back_up()
        self.found = (backup, *self.found)
        return backup


def test_a_look_that_began_before_a_backup_does_not_hide_it(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    safekeeping = SlowToLook(OLD)
    _living, page = page_of(open_living, safekeeping)
    qtbot.waitUntil(lambda: safekeeping.looks > 0)
    page.back_up.click()
    qtbot.waitUntil(lambda: page.last_backup.endswith("4 videos"))
    overtaken = safekeeping.looks
    safekeeping.released.set_result(None)
    # Its answer is not shown: it is looked for anew.
    qtbot.waitUntil(lambda: safekeeping.looks > overtaken or "3 videos" in page.last_backup)
    assert page.last_backup.endswith("4 videos")


def test_a_backup_that_fails_says_why(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    safekeeping = FakeSafekeeping(OLD)
    safekeeping.failure = LibraryUnusableError("disk_full")
    _living, page = page_of(open_living, safekeeping)
    qtbot.waitUntil(lambda: page.last_backup.endswith("3 videos"))
    page.back_up.click()
    qtbot.waitUntil(page._failed.isVisible)
    assert "disk is full" in page._failed.text()
    assert page.last_backup.endswith("3 videos")


def test_the_page_opens_what_it_offers(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    running, page = page_of(open_living, FakeSafekeeping())
    with qtbot.waitSignals([page.recoveryRequested, page.importRequested]):
        page.recover.click()
        page.import_folder.click()
    page.diagnose.click()
    assert running.presenter.maintenance is not None
    assert running.presenter.maintenance.diagnosis.dialog is not None
    assert running.presenter.maintenance.diagnosis.dialog.isVisible()


def test_a_second_folder_is_chosen_and_left_again(
    qtbot: QtBot, open_living: OpenLivingWindow, tmp_path: Path
) -> None:
    running, page = page_of(open_living, FakeSafekeeping(OLD))
    assert running.presenter.store.settings.backup_folder is None
    page.second.choose_folder(str(tmp_path))
    assert running.presenter.store.settings.backup_folder == str(tmp_path)
    assert page.second.meaning == str(tmp_path)
    page.second.none.click()
    assert running.presenter.store.settings.backup_folder is None
