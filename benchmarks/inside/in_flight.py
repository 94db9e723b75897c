"""An engine without a window, whose wallet is on a server that notes its readings.

python -m benchmarks.inside.in_flight DATA_DIR API_BASE [--settled 5] [--seconds 60]
"""

import time

_BEGAN_NS = time.monotonic_ns()

import argparse  # noqa: E402 - what is imported is a part of the start
import json  # noqa: E402
from pathlib import Path  # noqa: E402

from benchmarks.inside.own_resources import resident_mb  # noqa: E402
from videogen_desktop.domain.events import Event, ProblemReported  # noqa: E402
from videogen_desktop.domain.wallet import WalletKey  # noqa: E402
from videogen_desktop.engine.opening import EngineOptions, open_engine  # noqa: E402
from videogen_desktop.services.wallets import WalletChoice  # noqa: E402
from videogen_desktop.services.worker import BackgroundWorker  # noqa: E402
from videogen_desktop.storage.directories import directories  # noqa: E402

_PATIENCE_SECONDS = 60.0
_KEY = "benchmark"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inside.in_flight")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("api_base")
    parser.add_argument("--settled", type=float, default=5)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    problems: list[str] = []

    def publish(event: Event) -> None:
        if isinstance(event, ProblemReported):
            problems.append(repr(event.error))

    wallet = WalletChoice(WalletKey("kie", given.api_base), _KEY)
    options = EngineOptions(directories(given.data_dir), wallet)
    worker = BackgroundWorker()
    worker.start()
    engine = worker.submit(open_engine(options, publish)).result(_PATIENCE_SECONDS)
    opened_ns, started_seconds = time.monotonic_ns(), time.process_time()
    time.sleep(given.settled)
    first_ns, worked = time.monotonic_ns(), time.process_time()
    time.sleep(given.seconds)
    last_ns, worked = time.monotonic_ns(), time.process_time() - worked
    said: dict[str, object] = {
        "began_ns": _BEGAN_NS,
        "opened_ns": opened_ns,
        "first_ns": first_ns,
        "last_ns": last_ns,
        "per_cent": worked / (last_ns - first_ns) * 1e11,
        "start_cpu_ms": started_seconds * 1_000,
        "memory_mb": resident_mb(),
    }
    worker.submit(engine.close()).result(_PATIENCE_SECONDS)
    worker.stop(5_000)
    print(json.dumps({"failure": problems[0]} if problems else said))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
