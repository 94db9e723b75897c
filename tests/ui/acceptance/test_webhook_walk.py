"""The eighth walk: an update that arrives by webhook moves the card, and no poll does."""

import httpx
import pytest

from tests.ui.acceptance.conftest import OnDisk, OpenDesktop
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.webhook import ReceiverState
from videogen_desktop.services.run_history import PollSchedule
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.settings import save_settings
from videogen_desktop.ui.settings.settings_dialog import WEBHOOK

PROMPT = "Một con mèo chơi với cuộn len, quay chậm"
HOUR_MS = 3_600_000


@pytest.fixture
def webhooks(places: Directories, monkeypatch: pytest.MonkeyPatch) -> None:
    """Callbacks on, at any free port; what is not called back is read in an hour."""
    places.settings.parent.mkdir(parents=True, exist_ok=True)
    save_settings(places.settings, Settings(webhook=True, webhook_port=0))
    monkeypatch.setattr(PollSchedule, "delay_after", lambda _schedule, _elapsed: HOUR_MS)


@pytest.mark.usefixtures("webhooks")
def test_an_update_that_arrives_by_webhook_moves_the_card(
    open_desktop: OpenDesktop, on_disk: OnDisk, requests: list[httpx.URL]
) -> None:
    running = open_desktop(sandbox="--speed 20")
    running.window.header.settings.click()
    dialog = running._presenter.dialog
    assert dialog is not None
    dialog.open_page(WEBHOOK)
    page = dialog.webhook

    def is_listening() -> bool:
        page._ask()
        return page._status is not None and page._status.state is ReceiverState.LISTENING

    running.until(is_listening)
    page.trial.button.click()
    running.until(page.trial.button.isEnabled)
    assert page.trial.outcome.property("role") == "success"
    dialog.close()
    video_id = running.create(PROMPT)
    item = running.until_ended(video_id)
    assert item.video.state is VideoState.COMPLETED
    assert running.spoken(video_id).endswith("Hoàn thành, Mới")
    readings = [address for address in requests if address.path.endswith("recordInfo")]
    assert [address.params["taskId"] for address in readings] == [item.video.task_id]
    running.end()
    assert on_disk.video().state is VideoState.COMPLETED
    assert [line.amount for line in on_disk.statement()] == [10_000_00, -100_00]
