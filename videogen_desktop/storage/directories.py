"""The folders and files that the program keeps on this machine."""

from pathlib import Path
from typing import NamedTuple

APPLICATION = "VideoGen Desktop"


class Directories(NamedTuple):
    """Folders by purpose; none is made before it is needed."""

    data: Path
    config: Path
    cache: Path
    logs: Path
    videos: Path

    @property
    def database(self) -> Path:
        return self.data / "library.sqlite"

    @property
    def engine_lock(self) -> Path:
        return self.data / "engine.lock"

    @property
    def requesters(self) -> Path:
        return self.data / "requesters"

    @property
    def run_marker(self) -> Path:
        return self.data / "engine.running"

    @property
    def task_journal(self) -> Path:
        return self.data / "tasks.jsonl"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def inputs(self) -> Path:
        """What goes into requests, by its content."""
        return self.data / "inputs"

    @property
    def unfinished(self) -> Path:
        """Notes of what is being written elsewhere: storage.unfinished_files."""
        return self.data / "unfinished"

    @property
    def last_check(self) -> Path:
        return self.data / "checked.json"

    def local_server(self, vendor: str) -> Path:
        """Where the server that we start for this vendor keeps its books."""
        return self.data / vendor

    @property
    def posters(self) -> Path:
        return self.cache / "posters"

    @property
    def strips(self) -> Path:
        return self.cache / "strips"

    @property
    def clip_cache(self) -> Path:
        return self.cache / "clips"

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"


def directories(data_dir: Path | None) -> Directories:
    """The platform's own folders, or everything under `data_dir`."""
    if data_dir is not None:
        root = data_dir.expanduser().absolute()
        return Directories(root, root, root / "cache", root / "logs", root / "videos")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APPLICATION, appauthor=False, roaming=False)
    return Directories(
        data=Path(dirs.user_data_dir),
        config=Path(dirs.user_config_dir),
        cache=Path(dirs.user_cache_dir),
        logs=Path(dirs.user_log_dir),
        videos=Path(dirs.user_videos_dir) / "VideoGen",
    )
