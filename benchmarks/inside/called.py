"""A window with a heartbeat over an engine that polls, receives callbacks, and is crowded.

python -m benchmarks.inside.called DATA_DIR API_BASE [--seconds 10] [--slow 200]
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.inside.beat import Heartbeat
from videogen_desktop.domain.events import Event, VideoChanged
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.engine.opening import EngineOptions, open_engine
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.services.wallets import WalletChoice
from videogen_desktop.services.webhook.webhook import WebhookKeys
from videogen_desktop.services.worker import BackgroundWorker
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.key_store import LayeredKeyStore, MemoryKeyStore
from videogen_desktop.storage.library import open_reader

_PATIENCE_SECONDS = 60.0
_SETTLED_MS = 3_000
_LOOK_MS = 50
_KEY = "benchmark"


def _open(worker: BackgroundWorker, given: argparse.Namespace, seen: list[Event]) -> WalletEngine:
    async def opened() -> WalletEngine:
        keys = LayeredKeyStore(MemoryKeyStore())
        await WebhookKeys(keys).put(given.api_base, _KEY, for_this_run=True)
        wallet = WalletChoice(WalletKey("kie", given.api_base), _KEY)
        settings = Settings(webhook=True, webhook_port=0)
        options = EngineOptions(directories(given.data_dir), wallet, settings=settings)
        return await open_engine(options, seen.append, keys)

    return worker.submit(opened()).result(_PATIENCE_SECONDS)


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _quiet(window: QMainWindow, milliseconds: int) -> dict[str, Any]:
    heartbeat, began = Heartbeat(window), time.monotonic_ns()
    heartbeat.start()
    _rest(milliseconds)
    heartbeat.stop()
    ended = time.monotonic_ns()
    return {"began_ns": began, "ended_ns": ended, "beat": heartbeat.numbers()}


def _called(window: QMainWindow, tasks: list[str], *arguments: object) -> dict[str, Any]:
    """Callbacks from another process, which also says how they were answered."""
    command = [sys.executable, "-m", "benchmarks.inside.callers", *map(str, arguments)]
    heartbeat, loop, looking = Heartbeat(window), QEventLoop(), QTimer(window, interval=_LOOK_MS)
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as callers:
        assert callers.stdin is not None
        assert callers.stdout is not None
        callers.stdin.write("\n".join(tasks))
        callers.stdin.close()
        looking.timeout.connect(lambda: _quit_after(callers, loop))
        heartbeat.start()
        looking.start()
        loop.exec()
        looking.stop()
        heartbeat.stop()
        said: dict[str, Any] = json.loads(callers.stdout.read())
    return said | {"beat": heartbeat.numbers()}


def _quit_after(callers: "subprocess.Popen[str]", loop: QEventLoop) -> None:
    if callers.poll() is not None:
        loop.quit()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inside.called")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("api_base")
    parser.add_argument("--seconds", type=int, default=10, help="of each phase, at least")
    parser.add_argument("--slow", type=int, default=200)
    given = parser.parse_args()
    with open_reader(directories(given.data_dir)) as library, library.reading() as rows:
        tasks = [video.task_id or "" for video in rows.videos.every()]
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    seen: list[Event] = []
    worker = BackgroundWorker()
    worker.start()
    engine = _open(worker, given, seen)
    _rest(_SETTLED_MS)
    status = worker.submit(engine.webhook.status()).result(_PATIENCE_SECONDS)
    called = (status.port, _KEY, "--seconds", given.seconds)
    numbers = {
        "quiet": _quiet(window, given.seconds * 1_000),
        "alone": _called(window, tasks, *called),
        "crowded": _called(window, tasks, *called, "--slow", given.slow),
        "changes": sum(isinstance(event, VideoChanged) for event in seen),
    }
    worker.submit(engine.close()).result(_PATIENCE_SECONDS)
    worker.stop(5_000)
    window.close()
    del application
    print(json.dumps(numbers))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
