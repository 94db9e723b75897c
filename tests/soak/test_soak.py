"""Two thousand jobs on bad days: nothing is lost, nothing grows, nothing is left behind."""

import faulthandler
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
JOBS = 2_000
ENGINES = 5
SEED = 20_261_122
# Between the third and the last quarter of the run; a leak of one clip a job would be 60 MB.
ALLOWED_GROWTH_BYTES = 12 << 20


@pytest.mark.full
@pytest.mark.skipif(sys.platform != "linux", reason="memory and handles are read from /proc")
def test_two_thousand_jobs_on_bad_days(tmp_path: Path) -> None:
    # A process of its own: what pytest keeps of its tests is not the program's memory.
    faulthandler.cancel_dump_traceback_later()
    done = subprocess.run(
        [sys.executable, "-m", "tests.soak.soak_run", tmp_path, str(JOBS), str(ENGINES), str(SEED)],
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    samples = figures.pop("samples")
    print(json.dumps(figures, indent=1))  # noqa: T201
    print("MiB:", *(size >> 20 for size in samples["engine"][:: len(samples["engine"]) // 20 or 1]))  # noqa: T201
    audits = figures["audits"]
    assert [audit["wrong"] for audit in audits] == [[]] * ENGINES
    assert sum(sum(audit["places"].values()) for audit in audits) >= JOBS
    assert figures["errors"] == {}
    assert [audit["reconciled"] for audit in audits] == [0] * ENGINES
    assert figures["engine_growth"] < ALLOWED_GROWTH_BYTES
    assert figures["sandboxes_growth"] < ALLOWED_GROWTH_BYTES
    left = {name: figures[f"{name}_left"] for name in ("tasks", "handles", "threads", "children")}
    assert not any(left.values()), left
    assert figures["handles"][0] == figures["handles"][1]
