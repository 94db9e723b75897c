"""Result URLs that look signed, and are."""

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from videogen_desktop.sandbox.records import Task

LINK_LIFETIME_SECONDS = 14 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Links:
    """Makes and checks the links to the files of one file host.

    Attributes:
        address: ``http://127.0.0.1:PORT`` of this run.
        secret: What the signatures are made with.
    """

    address: str
    secret: str

    def link_to(self, task: Task) -> str:
        """The URL of a task's file; it is the same every time and lives for 14 days."""
        expires = task.timeline.completed_at // 1000 + LINK_LIFETIME_SECONDS
        name = file_name_of(task)
        query = urlencode({"signature": self._signature(task.task_id, expires), "expires": expires})
        return f"{self.address}/files/{task.task_id}/{quote(name)}?{query}"

    def is_valid(self, task_id: str, signature: str, expires: str, now: int) -> bool:
        """Whether a link was made here and is still alive at ``now`` (Unix milliseconds)."""
        if not (expires.isascii() and expires.isdigit() and len(expires) < 16):
            return False
        expected = self._signature(task_id, int(expires))
        return hmac.compare_digest(signature.encode(), expected.encode()) and (
            now < int(expires) * 1000
        )

    def _signature(self, task_id: str, expires: int) -> str:
        message = f"{task_id}.{expires}".encode()
        return hmac.new(self.secret.encode(), message, hashlib.sha256).hexdigest()


def file_name_of(task: Task) -> str:
    """The name under which the file host knows the one result of a task."""
    return f"{task.record_id[:16]}_0.mp4"
