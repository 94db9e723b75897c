"""The table of results is written in the language of the window, reasons as sentences."""

from dataclasses import replace

import pytest

from tests.ui.gallery.cards import card
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.services.batch.results import result_rows
from videogen_desktop.ui.batch.queue_presenter import _result_words


@pytest.mark.usefixtures("language")
def test_a_reason_is_a_sentence_and_no_code() -> None:
    made, failed = card("a"), card("b", state=VideoState.FAILED)
    refused = replace(failed.video, reason=Reason.REFUSED)
    items = [made, replace(failed, video=refused, vendor_title="Kie")]
    texts = [(row[4], row[5]) for row in result_rows(items, _result_words())]
    assert texts == [("Hoàn thành", ""), ("Thất bại", "Kie từ chối yêu cầu.")]
