"""A library file that is really damaged, and a person who gets it back in the window."""

from pathlib import Path

from tests.ui.acceptance.conftest import OnDisk, OpenDesktop
from tests.ui.acceptance.running_desktop import RunningDesktop
from videogen_desktop.storage.directories import Directories
from videogen_desktop.ui.health.closed_library import ClosedLibrary
from videogen_desktop.ui.health.recovery_dialog import RecoveryDialog
from videogen_desktop.ui.settings.safety_page import SafetyPage
from videogen_desktop.ui.settings.settings_dialog import SAFETY

PAGE_BYTES = 4096


def test_a_damaged_library_is_restored_in_the_window_and_nothing_is_deleted(
    open_desktop: OpenDesktop, places: Directories, on_disk: OnDisk
) -> None:
    running = open_desktop()
    video_id = running.create("Một con mèo chơi với cuộn len")
    running.until_ended(video_id)
    page = safety_page(running)
    page.back_up.click()
    running.until(lambda: page.last_backup.endswith("1 video"))
    before = on_disk.statement()
    running.end()
    damaged = damage(places.database)

    running = open_desktop(opens=False)
    closed = closed_state(running)
    assert "bị hỏng" in closed.text
    assert "Bản sao lưu tốt gần nhất" in closed.text
    assert running.alerts() == ()
    closed.recover.click()
    dialog = recovery(running)
    running.until(dialog.go.isEnabled)
    dialog.go.click()
    running.answer_question("Khôi phục")
    running.until(lambda: dialog.report)
    assert dialog.report is not None
    assert dialog.report.kept_in is not None
    kept = dialog.report.kept_in / places.database.name
    assert kept.read_bytes() == damaged
    assert dialog.outcome.text.splitlines()[:2] == [
        "Đã khôi phục thư viện",
        "1 video trong thư viện.",
    ]
    dialog.go.click()
    running.until(running.ids)
    assert not dialog.isVisible()
    assert running.ids() == (video_id,)
    assert running.item(video_id).clip is not None
    assert running.maintenance is not None
    assert running.maintenance.health.closed is None
    assert running.library.panel.isVisible()
    # It works: another one is made and paid for.
    running.until_ended(running.create("Bãi biển lúc hoàng hôn"))
    running.end()
    assert on_disk.statement()[: len(before)] == before


def damage(database: Path) -> bytes:
    """Overwrite what follows the first page, as a failing disk does; what is in the file then."""
    content = bytearray(database.read_bytes())
    content[PAGE_BYTES : len(content) // 2] = b"\xa5" * (len(content) // 2 - PAGE_BYTES)
    database.write_bytes(content)
    return bytes(content)


def safety_page(running: RunningDesktop) -> SafetyPage:
    running.window.header.settings.click()
    dialog = running._presenter.dialog
    assert dialog is not None
    dialog.open_page(SAFETY)
    return dialog.safety


def closed_state(running: RunningDesktop) -> ClosedLibrary:
    assert running.maintenance is not None
    closed = running.maintenance.health.closed
    assert closed is not None
    return closed


def recovery(running: RunningDesktop) -> RecoveryDialog:
    assert running.maintenance is not None
    dialog = running.maintenance.health.dialog
    assert dialog is not None
    return dialog
