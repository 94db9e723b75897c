"""How each end of a video becomes an exit code, and what is said about money."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.charges import charge_for
from videogen_desktop.cli.charges import charge_sentence
from videogen_desktop.cli.outcomes import DOWNLOAD_ATTEMPTS, interrupted, is_final, outcome
from videogen_desktop.domain.input_file import UploadFailure
from videogen_desktop.domain.ledger import Charge
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import REASONS, Reason, VideoState
from videogen_desktop.domain.video import DownloadFailure, LibraryItem, Video

CLIP = Path("clip.mp4")


def item(
    state: VideoState,
    reason: Reason | None = None,
    *,
    clip: Path | None = None,
    attempts: int = 0,
    failure: str | None = None,
    code: str | None = None,
) -> LibraryItem:
    video = Video(
        id="v",
        wallet_id="w",
        request=VideoRequest("m", "p"),
        price=100_00,
        request_sha256="",
        state=state,
        created_at=0,
        updated_at=0,
        revision=1,
        reason=reason,
        failure_code=code,
        failure_message="their words",
    )
    charge = charge_for(video)
    return LibraryItem(video, clip, clip_attempts=attempts, clip_failure=failure, charge=charge)


@pytest.mark.parametrize(
    ("ended", "code"),
    [
        (item(VideoState.COMPLETED, clip=CLIP), 0),
        (item(VideoState.COMPLETED, attempts=DOWNLOAD_ATTEMPTS, failure="gone:403"), 7),
        (item(VideoState.FAILED, Reason.REFUSED), 6),
        (item(VideoState.FAILED, Reason.REFUSED, code="402"), 3),
        (item(VideoState.FAILED, Reason.NOT_SENT), 6),
        (item(VideoState.FAILED, Reason.PROVIDER_FAILED), 4),
        (item(VideoState.FAILED, Reason.RESULT_MISSING), 4),
        (item(VideoState.FAILED, Reason.USER_CHARGED), 4),
        (item(VideoState.FAILED, Reason.USER_NOT_CHARGED), 4),
        (item(VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN), 5),
        (item(VideoState.UNCONFIRMED, Reason.RECORD_GONE), 5),
        (item(VideoState.CANCELLED), 6),
    ],
)
def test_every_end_has_its_exit_code(ended: LibraryItem, code: int) -> None:
    assert is_final(ended)
    result = outcome(ended)
    assert result.code == code
    assert (result.sentence == "") == (code == 0)


@pytest.mark.parametrize(
    "going_on",
    [
        *(item(state) for state in (VideoState.RESERVED, VideoState.SENDING)),
        *(item(state) for state in (VideoState.PENDING, VideoState.PROCESSING)),
        item(VideoState.COMPLETED),
        item(VideoState.COMPLETED, attempts=DOWNLOAD_ATTEMPTS - 1),
    ],
)
def test_what_goes_on_is_waited_for(going_on: LibraryItem) -> None:
    assert not is_final(going_on)


def test_every_failure_says_what_it_cost() -> None:
    for reason in REASONS[VideoState.FAILED]:
        failed = item(VideoState.FAILED, reason)
        cost = charge_sentence(failed)
        if reason is Reason.USER_CHARGED:
            assert cost == "100 credits were charged."
        elif reason in (Reason.PROVIDER_FAILED, Reason.RESULT_MISSING):
            assert cost == "Nothing was charged: the credits were refunded."
        else:
            assert cost == "Nothing was charged."
        assert "charged" not in outcome(failed).sentence
        theirs = reason in (Reason.REFUSED, Reason.PROVIDER_FAILED, Reason.RESULT_MISSING)
        assert ("“their words”" in outcome(failed).sentence) == theirs


def test_a_failed_task_that_consumed_is_charged_and_not_refunded() -> None:
    failed = item(VideoState.FAILED, Reason.PROVIDER_FAILED)
    charged = replace(failed, charge=Charge(held=0, spent=30_00, is_refunded=True))
    assert charge_sentence(charged) == "30 credits were charged."
    assert "refund" not in outcome(charged).sentence


def test_of_an_unknown_price_no_amount_is_said_to_be_charged_before_the_provider_says() -> None:
    charge = Charge(held=0, spent=100_00, is_at_most=True)
    running = replace(item(VideoState.PROCESSING), charge=charge)
    assert charge_sentence(running) == "At most 100 credits were charged."
    ended = replace(running.video, state=VideoState.COMPLETED, consumed=60_00)
    settled = replace(running, video=ended, charge=replace(charge, spent=60_00))
    assert charge_sentence(settled) == "60 credits were charged."
    waiting = replace(item(VideoState.RESERVED), charge=Charge(100_00, 0, is_at_most=True))
    assert charge_sentence(waiting) == "Nothing was charged so far: 100 credits are held for it."


def test_why_a_file_is_missing_is_told() -> None:
    for failure, words in (
        ("ResultUrlRefused", "its address is not safe to open"),
        ("ResultUrlRefused:scheme", "its address is not safe to open"),
        ("ResultUrlRefused:address", "fake-IP, should use 198.18.0.0/15"),
        ("ProviderUnavailable:proxy", "the proxy lets nothing through"),
        ("other:SomethingError", "the download has not worked yet"),
        ("SomethingOfAnEarlierVersion", "the download has not worked yet"),
    ):
        lost = item(VideoState.COMPLETED, attempts=4, failure=failure)
        assert words in outcome(lost).sentence


def test_every_reason_of_a_failed_download_has_words_of_its_own() -> None:
    said = {
        outcome(item(VideoState.COMPLETED, attempts=4, failure=failure)).sentence
        for failure in DownloadFailure
    }
    assert len(said) == len(DownloadFailure)


@pytest.mark.parametrize(
    ("stopped", "words", "cost"),
    [
        (None, "Nothing was sent", "Nothing was charged."),
        (item(VideoState.CANCELLED), "before it was sent", "Nothing was charged."),
        (item(VideoState.RESERVED), "before it was sent", "Nothing was charged so far"),
        (item(VideoState.SENDING), "while it was sent", "may have been charged"),
        (item(VideoState.PENDING), "`videogen resume`", "100 credits were charged."),
        (item(VideoState.PROCESSING), "goes on at the provider", "100 credits were charged."),
        (item(VideoState.COMPLETED), "resume", "100 credits were charged."),
        (item(VideoState.COMPLETED, clip=CLIP), "on this disk", "100 credits were charged."),
        (item(VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN), "not clear", "may have been charged"),
        (item(VideoState.UNCONFIRMED, Reason.RECORD_GONE), "no longer knows", "stay spent"),
        (item(VideoState.FAILED, Reason.PROVIDER_FAILED), "could not make", "refunded"),
    ],
)
def test_an_interruption_says_what_becomes_of_the_video(
    stopped: LibraryItem | None, words: str, cost: str
) -> None:
    sentence = interrupted(stopped)
    assert sentence.startswith("Interrupted")
    assert words in sentence
    assert "charged" not in sentence
    assert cost in charge_sentence(stopped)


def test_each_reason_why_a_file_did_not_leave_has_a_sentence_of_its_own() -> None:
    said = {
        outcome(item(VideoState.FAILED, Reason.NOT_SENT, code=failure)).sentence
        for failure in (*UploadFailure, "proxy", None)
    }
    assert len(said) == len(UploadFailure) + 2
    refused = outcome(item(VideoState.FAILED, Reason.REFUSED, code="451")).sentence
    assert "could not fetch a file" in refused


def test_a_proxy_that_lets_nothing_through_is_named() -> None:
    ended = outcome(item(VideoState.FAILED, Reason.NOT_SENT, code="proxy"))
    assert "proxy" in ended.sentence
