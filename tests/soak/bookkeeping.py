"""The program's ledger beside the sandbox's own books: what agrees, and what does not."""

from dataclasses import dataclass, field

from videogen_desktop.domain.states import TERMINAL_STATES, Origin, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.sandbox.books import Books
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.file_rows import FileRole
from videogen_desktop.storage.library import open_reader
from videogen_desktop.storage.library_rows import LibraryRows
from videogen_desktop.storage.verify import verify


@dataclass
class Audit:
    """What one library came to; `wrong` is empty when all is well. Hundredths of a credit."""

    places: dict[str, int] = field(default_factory=dict)
    charged: int = 0
    spent: int = 0
    charged_and_unknown: int = 0
    reconciled: int = 0
    posts: int = 0
    clips: int = 0
    gone: int = 0
    wrong: list[str] = field(default_factory=list)


def audited(places: Directories) -> Audit:
    """Compare a library that nobody writes any more with the books of its sandbox."""
    audit = Audit()
    with open_reader(places) as library, Books.open(places.local_server("sandbox")) as books:
        audit.wrong += [f"{one.rule}: {one.subject}" for one in verify(library)]
        charges = {charge.task_id: charge.amount for charge in books.charges()}
        tasks = {task.prompt: task.task_id for task in books.tasks()}
        audit.posts = len(books.create_requests())
        if len(tasks) != len(books.tasks()):
            audit.wrong.append("one prompt became two tasks")
        audit.charged = sum(charges.values())
        with library.reading() as rows:
            for video in rows.videos.every():
                _compare(rows, video, tasks.get(video.prompt), charges, audit)
            _compare_balances(rows, books, audit)
    return audit


def _compare(
    rows: LibraryRows, video: Video, task_id: str | None, charges: dict[str, int], audit: Audit
) -> None:
    place = f"{video.state} {video.reason or ''}".strip()
    where = f"{video.origin}: {place}"
    audit.places[where] = audit.places.get(where, 0) + 1
    if video.origin is not Origin.GENERATED:
        return
    if video.state not in TERMINAL_STATES | {VideoState.UNCONFIRMED}:
        audit.wrong.append(f"{video.id} is still {place}")
    spent = video.cost if video.is_terminal else 0
    charged = charges.get(task_id or "", 0)
    audit.spent += spent
    if video.state is VideoState.UNCONFIRMED:
        audit.charged_and_unknown += charged
    elif spent != charged:
        audit.wrong.append(f"{video.id} is {place}, cost {spent} and was charged {charged}")
    never_made = (Reason.REFUSED, Reason.NOT_SENT)
    if video.reason in never_made and task_id is not None:
        audit.wrong.append(f"{video.id} is {place} and was made")
    if video.state is VideoState.COMPLETED:
        _count_clip(rows, video, audit)


def _count_clip(rows: LibraryRows, video: Video, audit: Audit) -> None:
    clip = rows.files.of_videos([video.id]).get(video.id, {}).get(FileRole.CLIP)
    waiting = rows.downloads.of_videos([video.id]).get(video.id)
    if clip is not None and clip.stat().st_size > 0:
        audit.clips += 1
    elif waiting is not None and waiting.gone_at is not None:
        audit.gone += 1
    else:
        audit.wrong.append(f"{video.id} is completed and its clip is nowhere")


def _compare_balances(rows: LibraryRows, books: Books, audit: Audit) -> None:
    (wallet,) = rows.wallets.every()
    balance = rows.ledger.balance(wallet.id)
    entries = tuple(rows.ledger.entries())
    changes = [entry for entry in entries if entry.kind == "reconcile"]
    audit.reconciled = sum(
        entry.amount if entry.debit == "external" else -entry.amount for entry in changes
    )
    # What is unconfirmed is held or captured here, and charged there or not: nothing else differs.
    committed = sum(
        video.price for video in rows.videos.every() if video.state is VideoState.UNCONFIRMED
    )
    expected = balance.available + committed - audit.charged_and_unknown
    if expected != books.balance():
        audit.wrong.append(f"the books have {books.balance()}, the ledger {expected}")
