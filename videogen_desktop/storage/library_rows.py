"""The rows of the library by subject, each loaded when a transaction first asks for it."""

from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from videogen_desktop.storage.batch_rows import BatchRows
    from videogen_desktop.storage.collection_rows import CollectionRows
    from videogen_desktop.storage.delivery_rows import DeliveryRows
    from videogen_desktop.storage.discovered_rows import DiscoveredRows
    from videogen_desktop.storage.download_rows import DownloadRows
    from videogen_desktop.storage.file_rows import FileRows
    from videogen_desktop.storage.gallery_rows import GalleryRows
    from videogen_desktop.storage.handover_rows import HandoverRows
    from videogen_desktop.storage.input_rows import InputRows, UploadRows
    from videogen_desktop.storage.ledger_rows import LedgerRows
    from videogen_desktop.storage.preset_rows import PresetRows, SavedPromptRows
    from videogen_desktop.storage.spending_rows import SpendingRows
    from videogen_desktop.storage.statistics_rows import StatisticsRows
    from videogen_desktop.storage.use_rows import UseRows
    from videogen_desktop.storage.video_rows import EventRows, VideoRows
    from videogen_desktop.storage.wallet_rows import ReadingRows, WalletRows


class LibraryRows:
    """Everything one transaction can reach.

    Each subject's module builds its statements when it is imported: a command that only lists
    would pay for a dozen that it never asks.
    """

    def __init__(self, connection: Connection, library_id: str) -> None:
        self.connection = connection
        self._library_id = library_id

    @cached_property
    def videos(self) -> "VideoRows":
        from videogen_desktop.storage.video_rows import VideoRows

        return VideoRows(self.connection, self._library_id)

    @property
    def has_batches(self) -> bool:
        """Whether there is any; each start asks, and builds none of their statements for it."""
        found = self.connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM batch)")
        return bool(found.scalar())

    @cached_property
    def batches(self) -> "BatchRows":
        from videogen_desktop.storage.batch_rows import BatchRows

        return BatchRows(self.connection, self._library_id)

    @cached_property
    def ledger(self) -> "LedgerRows":
        from videogen_desktop.storage.ledger_rows import LedgerRows

        return LedgerRows(self.connection, self._library_id)

    @cached_property
    def wallets(self) -> "WalletRows":
        from videogen_desktop.storage.wallet_rows import WalletRows

        return WalletRows(self.connection, self._library_id)

    @cached_property
    def events(self) -> "EventRows":
        from videogen_desktop.storage.video_rows import EventRows

        return EventRows(self.connection, self._library_id)

    @cached_property
    def gallery(self) -> "GalleryRows":
        from videogen_desktop.storage.gallery_rows import GalleryRows

        return GalleryRows(self.connection, self._library_id)

    @cached_property
    def collections(self) -> "CollectionRows":
        from videogen_desktop.storage.collection_rows import CollectionRows

        return CollectionRows(self.connection, self._library_id)

    @cached_property
    def files(self) -> "FileRows":
        from videogen_desktop.storage.file_rows import FileRows

        return FileRows(self.connection)

    @cached_property
    def downloads(self) -> "DownloadRows":
        from videogen_desktop.storage.download_rows import DownloadRows

        return DownloadRows(self.connection, self.videos)

    @cached_property
    def deliveries(self) -> "DeliveryRows":
        from videogen_desktop.storage.delivery_rows import DeliveryRows

        return DeliveryRows(self.connection)

    @cached_property
    def handovers(self) -> "HandoverRows":
        from videogen_desktop.storage.handover_rows import HandoverRows

        return HandoverRows(self.connection, self.wallets)

    @cached_property
    def readings(self) -> "ReadingRows":
        from videogen_desktop.storage.wallet_rows import ReadingRows

        return ReadingRows(self.connection)

    @cached_property
    def spending(self) -> "SpendingRows":
        from videogen_desktop.storage.spending_rows import SpendingRows

        return SpendingRows(self.connection, self._library_id)

    @cached_property
    def statistics(self) -> "StatisticsRows":
        from videogen_desktop.storage.statistics_rows import StatisticsRows

        return StatisticsRows(self.connection, self._library_id)

    @cached_property
    def inputs(self) -> "InputRows":
        from videogen_desktop.storage.input_rows import InputRows

        return InputRows(self.connection, self._library_id)

    @cached_property
    def uploads(self) -> "UploadRows":
        from videogen_desktop.storage.input_rows import UploadRows

        return UploadRows(self.connection)

    @cached_property
    def discovered(self) -> "DiscoveredRows":
        from videogen_desktop.storage.discovered_rows import DiscoveredRows

        return DiscoveredRows(self.connection)

    @cached_property
    def uses(self) -> "UseRows":
        from videogen_desktop.storage.use_rows import UseRows

        return UseRows(self.connection)

    @cached_property
    def presets(self) -> "PresetRows":
        from videogen_desktop.storage.preset_rows import PresetRows

        return PresetRows(self.connection, self._library_id)

    @cached_property
    def saved_prompts(self) -> "SavedPromptRows":
        from videogen_desktop.storage.preset_rows import SavedPromptRows

        return SavedPromptRows(self.connection, self._library_id)
