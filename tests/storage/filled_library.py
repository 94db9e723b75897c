"""A library in which something of everything has happened, made by the code itself."""

import uuid
from dataclasses import dataclass

from tests.requests import SANDBOX_WALLET, priced
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.storage.library import SqliteLibrary
from videogen_desktop.storage.library_rows import LibraryRows

PRICE = 10_000
GRANT = 1_000_000
REQUEST = priced("Đà Nẵng", "portrait")


def new_wallet(library: SqliteLibrary) -> Wallet:
    """The sandbox's wallet with its opening balance."""
    wallet = Wallet(str(uuid.uuid4()), SANDBOX_WALLET)
    with library.writing() as rows:
        rows.wallets.add(wallet, 1)
        rows.ledger.grant(wallet.id, str(uuid.uuid4()), GRANT, 1, "10000")
    return wallet


def new_video(wallet_id: str, at: int = 1, **values: object) -> Video:
    known: dict[str, object] = {
        "id": str(uuid.uuid4()),
        "wallet_id": wallet_id,
        "request": REQUEST.request,
        "price": PRICE,
        "request_sha256": REQUEST.sha256,
        "state": VideoState.RESERVED,
        "created_at": at,
        "updated_at": at,
        "revision": 1,
    }
    made = known | values
    if made.get("origin", Origin.GENERATED) is Origin.GENERATED:
        made = {"request_id": made["id"], "body": REQUEST.body} | made
    return Video(**made)  # type: ignore[arg-type]


def reserved(rows: LibraryRows, wallet_id: str, at: int = 1) -> Video:
    video = new_video(wallet_id, at)
    rows.videos.add(video)
    rows.ledger.reserve(video, at)
    return video


def sending(rows: LibraryRows, wallet_id: str) -> Video:
    video = reserved(rows, wallet_id)
    return rows.videos.change(video, 2, state=VideoState.SENDING, send_count=1)


def pending(rows: LibraryRows, wallet_id: str) -> Video:
    video = sending(rows, wallet_id)
    rows.ledger.capture(video, 3)
    return rows.videos.change(video, 3, state=VideoState.PENDING, task_id=f"task-{video.id}")


@dataclass(frozen=True, slots=True)
class FilledLibrary:
    wallet: Wallet
    waiting: Video
    unknown: Video
    cheaper: Video
    failed: Video
    found: Video


def fill_library(library: SqliteLibrary) -> FilledLibrary:
    """Every kind of row is there: grant, reserve, capture, void, refund, settle."""
    wallet = new_wallet(library)
    with library.writing() as rows:
        waiting = reserved(rows, wallet.id)
        unknown = sending(rows, wallet.id)
        unknown = rows.videos.change(
            unknown, 4, state=VideoState.UNCONFIRMED, reason=Reason.SENT_UNKNOWN
        )
        cheaper = pending(rows, wallet.id)
        rows.ledger.settle(cheaper, PRICE, 7_000, 4, "70")
        cheaper = rows.videos.change(cheaper, 4, state=VideoState.COMPLETED, consumed=7_000)
        failed = pending(rows, wallet.id)
        rows.ledger.refund(failed, 5)
        failed = rows.videos.change(
            failed, 5, state=VideoState.FAILED, reason=Reason.PROVIDER_FAILED, consumed=0
        )
        refused = sending(rows, wallet.id)
        rows.ledger.void(refused, 5)
        rows.videos.change(refused, 5, state=VideoState.FAILED, reason=Reason.REFUSED)
        found = new_video(
            wallet.id, origin=Origin.RESCUED, state=VideoState.COMPLETED, task_id="found"
        )
        rows.videos.add(found)
    return FilledLibrary(wallet, waiting, unknown, cheaper, failed, found)
