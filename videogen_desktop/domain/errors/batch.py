"""Errors of a batch: of the file or text that it is read from, of its cells, and of all of it."""

from videogen_desktop.domain.errors.request import InvalidRequestError


class BatchUnreadableError(InvalidRequestError):
    """The text or file of a batch cannot be read; nothing of it was taken.

    `reason` is a value of domain.batch_text.Unreadable; `place` is a line number or the name of a
    cell ("B7"), "" for the whole; `limit` is the most that is read, 0 where that is not the reason.
    """

    def __init__(self, reason: str, place: str = "", limit: int = 0) -> None:
        super().__init__(reason, place, limit)
        self.reason = reason
        self.place = place
        self.limit = limit


class UnknownColumnError(InvalidRequestError):
    """A cell of a column that means nothing here; `header` is what stands above it, or ""."""

    def __init__(self, header: str) -> None:
        super().__init__(header)
        self.header = header


class FileAddressError(InvalidRequestError):
    """A cell names a file by an address that is not of this machine."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class TitleTooLongError(InvalidRequestError):
    """A file name of more characters than are taken."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(length, limit)
        self.length = length
        self.limit = limit


class BatchNotReadyError(InvalidRequestError):
    """Rows of the batch have problems, so nothing of it was reserved."""

    def __init__(self, rows: int) -> None:
        super().__init__(rows)
        self.rows = rows


class BatchTooLargeError(InvalidRequestError):
    """More videos than one batch may have."""

    def __init__(self, videos: int, limit: int) -> None:
        super().__init__(videos, limit)
        self.videos = videos
        self.limit = limit
