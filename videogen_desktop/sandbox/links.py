"""Result URLs that look signed, and are; and the short-lived ones that renew them."""

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from videogen_desktop.sandbox.records import Task

FILE_LIFETIME_SECONDS = 14 * 24 * 3600
RENEWED_SECONDS = 20 * 60


@dataclass(frozen=True, slots=True)
class Links:
    """Makes and checks the links to the files of one file host.

    Attributes:
        address: ``http://127.0.0.1:PORT`` of this run.
        secret: What the signatures are made with.
        seconds: How long a result's own link works.
    """

    address: str
    secret: str
    seconds: int = FILE_LIFETIME_SECONDS

    def link_to(self, task: Task, name: str | None = None) -> str:
        """The URL of a task's file, or of another one of it; it is the same every time."""
        return self._link(task, task.timeline.completed_at // 1000 + self.seconds, name)

    def several_of(self, task: Task) -> list[str]:
        """The URLs of a task with a picture, its clip and a second one."""
        names = (cover_name_of(task), file_name_of(task), second_name_of(task))
        return [self.link_to(task, name) for name in names]

    def renewed(self, task: Task, name: str, now: int) -> str | None:
        """A URL of the same file that works for 20 minutes from ``now`` (Unix ms); None once it is
        gone."""
        gone_at = task.timeline.completed_at // 1000 + FILE_LIFETIME_SECONDS
        expires = min(now // 1000 + RENEWED_SECONDS, gone_at)
        return self._link(task, expires, name) if expires > now // 1000 else None

    def task_id_in(self, url: str) -> str | None:
        """The task whose link this is, however old; None for a URL that was not made here."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        # The port is another one after every start.
        if parts.hostname != "127.0.0.1" or parts.path.count("/") != 3:
            return None
        _, folder, task_id, _ = parts.path.split("/")
        query = parse_qs(parts.query)
        signature, expires = (query.get(name, [""])[0] for name in ("signature", "expires"))
        is_ours = folder == "files" and self.is_valid(task_id, signature, expires, 0)
        return task_id if is_ours else None

    def is_valid(self, task_id: str, signature: str, expires: str, now: int) -> bool:
        """Whether a link was made here and is still alive at ``now`` (Unix milliseconds)."""
        if not (expires.isascii() and expires.isdigit() and len(expires) < 16):
            return False
        expected = self._signature(task_id, int(expires))
        return hmac.compare_digest(signature.encode(), expected.encode()) and (
            now < int(expires) * 1000
        )

    def _link(self, task: Task, expires: int, name: str | None = None) -> str:
        name = quote(name or file_name_of(task))
        query = urlencode({"signature": self._signature(task.task_id, expires), "expires": expires})
        return f"{self.address}/files/{task.task_id}/{name}?{query}"

    def _signature(self, task_id: str, expires: int) -> str:
        message = f"{task_id}.{expires}".encode()
        return hmac.new(self.secret.encode(), message, hashlib.sha256).hexdigest()


def file_name_of(task: Task) -> str:
    """The name under which the file host knows the result of a task."""
    return f"{task.record_id[:16]}_0.mp4"


def second_name_of(task: Task) -> str:
    """The name of a further clip of the task, where it has several results."""
    return f"{task.record_id[:16]}_1.mp4"


def cover_name_of(task: Task) -> str:
    """The name of a picture among the results."""
    return f"{task.record_id[:16]}_cover.png"
