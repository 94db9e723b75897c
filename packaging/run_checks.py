"""`make test`: every check in turn, one line each; exit 1 if one failed.

    python packaging/run_checks.py [--full] [--lint]

Runs with the environment's own Python (`packaging/setup_environment.py` makes it).
"""

import argparse
import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from compile_translations import COMPILED, ROOT, compile_catalogues
from system_libraries import ensure_libraries

SCRIPTS = Path(sysconfig.get_path("scripts"))
# The tests of the window and of the terminal.
PROGRAMS = ("tests/ui", "tests/cli")
STATIC = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "layers": ["lint-imports"],
    "types": ["mypy"],
}


def run_static(name: str, command: list[str]) -> bool:
    """Run one check and show its output only where it failed."""
    started = time.monotonic()
    done = subprocess.run(
        [str(SCRIPTS / command[0]), *command[1:]],
        check=False,
        cwd=ROOT,
        # Windows would write a pipe in the console's old code page, which lacks some characters.
        env={**os.environ, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    passed = done.returncode == 0
    if not passed:
        sys.stdout.buffer.write(done.stdout)
    report(name, passed, started)
    return passed


def run_tests(full: bool) -> bool:
    """Run the tests in two halves that take about as long: two processes for two processors."""
    started = time.monotonic()
    everything = ["-m", ""] if full else []
    command = [sys.executable, "-m", "pytest", "-q", *everything]
    with ThreadPoolExecutor() as halves:
        passed = list(
            halves.map(
                run_half,
                ("engine", "programs"),
                (
                    [*command, *(f"--ignore={folder}" for folder in PROGRAMS)],
                    [*command, "-o", "cache_dir=.pytest_cache/programs", *PROGRAMS],
                ),
            )
        )
    report("both", all(passed), started)
    return all(passed)


def run_half(name: str, command: list[str]) -> bool:
    """Run one pytest and show what it printed when it has ended."""
    started = time.monotonic()
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            command, check=False, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT
        )
        output.seek(0)
        sys.stdout.buffer.write(output.read())
    report(name, done.returncode == 0, started)
    return done.returncode == 0


def report(name: str, passed: bool, started: float) -> None:
    outcome = "ok" if passed else "FAILED"
    print(f"{name:10} {outcome:8} {time.monotonic() - started:6.1f} s", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Run every check of the project.")
    parser.add_argument("--full", action="store_true", help="also the tests marked `full`")
    parser.add_argument("--lint", action="store_true", help="only what needs no test run")
    options = parser.parse_args()
    results = []
    if not options.lint:
        if not ensure_libraries():
            return 1
        compile_catalogues(COMPILED)
    results += [run_static(name, command) for name, command in STATIC.items()]
    if not options.lint:
        results.append(run_tests(options.full))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
