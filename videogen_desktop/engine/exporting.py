"""The exporter, with the helper that joins and encodes; for an engine, and for a terminal beside
one."""

from datetime import tzinfo
from pathlib import Path

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.executable import own_command
from videogen_desktop.media.export_client import ExportHelper
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.copying import Copier
from videogen_desktop.services.export_parts import Describing
from videogen_desktop.services.exporting import Exporter
from videogen_desktop.services.retitling import Retitling, Tagging
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.unfinished_files import UnfinishedFiles

EXPORT_HELPER = "export-helper"


def copier(
    library: Library, announcer: Announcer, clock: Clock, unfinished: Path, media: Tagging
) -> Copier:
    """`unfinished` is where part files are noted."""
    notes = UnfinishedFiles(unfinished)
    return Copier(library, announcer, clock, notes, Retitling(media, notes))


def exporter(
    library: Library,
    copying: Copier,
    describing: Describing,
    unfinished: Path,
    announcer: Announcer,
    clock: Clock,
    vendors: Vendors,
    zone: tzinfo | None = None,
) -> Exporter:
    """Its helper starts with the first join or export."""
    maker = ExportHelper(own_command(EXPORT_HELPER))
    parts = (library, copying, maker, describing, UnfinishedFiles(unfinished))
    return Exporter(*parts, announcer, clock, vendors, zone)
