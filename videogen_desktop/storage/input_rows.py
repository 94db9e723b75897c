"""Files that go into requests: what each is (the library's), and where a vendor has it for a while
(this machine's). A file lies where its content says, and so no row has a path.
"""

import json
import re
from collections.abc import Collection

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from videogen_desktop.domain.input_file import InputFile, InputKind
from videogen_desktop.domain.states import TERMINAL_STATES
from videogen_desktop.storage.tables import handover, input_file, upload, video

_FACTS = tuple(
    input_file.c[name]
    for name in ("sha256", "kind", "mime", "bytes", "width", "height", "duration_ms")
)
_SHA256 = re.compile(r"\b[0-9a-f]{64}\b")


class InputRows:
    """What is known of the library's input files, within one transaction."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def add(self, file: InputFile, at: int, **detail: object) -> None:
        """Note what the file is; a content that is known stays as it was noted first. `detail` is
        what else is known of it, such as the name it came with."""
        values = {column.name: getattr(file, column.name) for column in _FACTS}
        self._connection.execute(
            insert(input_file)
            .values(
                library_id=self._library_id,
                **values,
                detail=json.dumps(detail, ensure_ascii=False) if detail else None,
                created_at=at,
            )
            .on_conflict_do_nothing()
        )

    def known(self, contents: Collection[str]) -> dict[str, InputFile]:
        """Those of these contents (SHA-256) that are known, by it; at most 32,000 at once."""
        rows = self._connection.execute(
            select(*_FACTS).where(
                input_file.c.library_id == self._library_id, input_file.c.sha256.in_(contents)
            )
        )
        return {row.sha256: InputFile(row.sha256, InputKind(row.kind), *row[2:]) for row in rows}

    def used(self) -> frozenset[str]:
        """The contents (SHA-256) of every video that is not deleted or not at its end, and of what
        was handed over. It looks at every video."""
        # An empty one is most requests', and is written in one way.
        with_files = func.instr(video.c.request, '"inputs":{}') == 0
        is_wanted = video.c.deleted_at.is_(None) | video.c.state.not_in(TERMINAL_STATES)
        texts = [
            text
            for query in (
                select(video.c.request, video.c.body).where(with_files, is_wanted),
                select(handover.c.request),
            )
            for row in self._connection.execute(query)
            for text in row
        ]
        return frozenset(one for text in texts for one in _SHA256.findall(text or ""))

    def forget(self, contents: Collection[str]) -> None:
        """The files are gone."""
        self._connection.execute(
            delete(input_file).where(
                input_file.c.library_id == self._library_id, input_file.c.sha256.in_(contents)
            )
        )


class UploadRows:
    """Addresses under which vendors have files of ours, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, wallet_id: str, sha256: str, address: str, at: int, expires_at: int) -> None:
        """The file's newest address at the wallet's vendor; times in UTC milliseconds."""
        values = {"address": address, "uploaded_at": at, "expires_at": expires_at}
        self._connection.execute(
            insert(upload)
            .values(wallet_id=wallet_id, sha256=sha256, **values)
            .on_conflict_do_update(index_elements=["wallet_id", "sha256"], set_=values)
        )

    def addresses(self, wallet_id: str, contents: Collection[str], until: int) -> dict[str, str]:
        """By content, the addresses that will still be good at `until` (UTC milliseconds)."""
        rows = self._connection.execute(
            select(upload.c.sha256, upload.c.address).where(
                upload.c.wallet_id == wallet_id,
                upload.c.sha256.in_(contents),
                upload.c.expires_at > until,
            )
        )
        return {row.sha256: row.address for row in rows}

    def contents(self, wallet_id: str, addresses: Collection[str]) -> dict[str, str]:
        """By address, the content that lay there; those that are not known are left out."""
        rows = self._connection.execute(
            select(upload.c.address, upload.c.sha256).where(
                upload.c.wallet_id == wallet_id, upload.c.address.in_(addresses)
            )
        )
        return {row.address: row.sha256 for row in rows}

    def forget(self, wallet_id: str, contents: Collection[str]) -> None:
        """The vendor has them no longer."""
        if contents:
            self._connection.execute(
                delete(upload).where(upload.c.wallet_id == wallet_id, upload.c.sha256.in_(contents))
            )
