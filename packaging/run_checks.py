"""`make test`: every check in turn, one line each; exit 1 if one failed.

    python packaging/run_checks.py [--full] [--lint]

Runs with the environment's own Python (`packaging/setup_environment.py` makes it).
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Self

import pythons
import setup_environment
from compile_translations import COMPILED, ROOT, compile_catalogues
from system_libraries import (
    ensure_desktop_tools,
    ensure_libraries,
    ensure_packagers,
    ensure_tracer,
)

SCRIPTS = Path(sysconfig.get_path("scripts"))
# Most tests wait for a process, a socket or a moment: two more than there are processors keep them
# busy, and all at once would wait for each other.
AT_ONCE = (os.cpu_count() or 2) + 2
# Thousands of commits would wait for a disk, each behind those of the other parts. `make test-full`
# writes more, and to the disk.
MEMORY = Path("/dev/shm")  # noqa: S108
ROOM = 2 * 1024**3
# The folders of each part; "engine" has all the others. What takes longest begins first.
PARTS = {
    "terminal": ("tests/cli",),
    "servers": ("tests/sandbox", "tests/providers", "tests/media"),
    "engine": (),
    "library": (
        *(
            "tests/storage",
            "tests/kill_matrix",
            "tests/two_processes",
            "tests/domain",
            "tests/fuzz",
        ),
        *("tests/benchmarks", "tests/mutation", "tests/soak", "tests/services/test_machine.py"),
    ),
    "window": ("tests/ui",),
    "packages": ("tests/packaging", "tests/faults"),
    "hands": ("tests/hands",),
    "walks": ("tests/ui/acceptance", "tests/ui/language", "tests/ui/access"),
}
_OTHER_SYSTEM = ("--no-warn-unreachable", "videogen_desktop", "packaging")
STATIC = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "layers": ["lint-imports"],
    "workflows": ["actionlint"],
    "types": ["mypy"],
    # What only another system runs is read at least; what it leaves out is unreachable there.
    "windows": ["mypy", "--platform", "win32", *_OTHER_SYSTEM, "--cache-dir", ".mypy_cache/win32"],
    "macos": ["mypy", "--platform", "darwin", *_OTHER_SYSTEM, "--cache-dir", ".mypy_cache/darwin"],
}
# What differs between Pythons: the media library, asyncio, sockets, the main job, a window's start.
QUICK = (
    *("tests/media/test_client.py", "tests/media/test_inputs.py", "tests/media/test_probe.py"),
    *("tests/providers/test_create.py", "tests/providers/test_results.py"),
    *("tests/services/webhook/test_receiver.py", "tests/services/test_sending.py"),
    *("tests/cli/test_generate.py", "tests/ui/test_start.py"),
)


class Running:
    """What runs side by side, each in a session of its own.

    Linux shares the processors between sessions first: what the program's own children yield to
    (they are niced) is then their own test, and not all the others. What ends us reaches our own
    session only: leaving the context ends what still runs. `folder` has their temporary files.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._processes: list[subprocess.Popen[bytes]] = []
        self._lock, self._ended = threading.Lock(), False
        self._environment = {} if folder is None else {"TMPDIR": str(folder)}

    def run(self, command: list[str], output: IO[bytes], **environment: str) -> bool:
        """Whether it exits with 0; called on any thread."""
        with self._lock:
            # Others wait for their turn when all is ended.
            if self._ended:
                return False
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=os.environ | self._environment | environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            self._processes.append(process)
        return process.wait() == 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        with self._lock:
            self._ended = True
        for process in self._processes:
            if process.poll() is None and sys.platform != "win32":
                os.killpg(process.pid, signal.SIGTERM)


def run_static(name: str, command: list[str], running: Running) -> bool:
    """Run one check and show its output only where it failed."""
    started = time.monotonic()
    with tempfile.TemporaryFile() as output:
        # Windows would write a pipe in the console's old code page, which lacks some characters.
        whole = [str(SCRIPTS / command[0]), *command[1:]]
        passed = running.run(whole, output, PYTHONUTF8="1")
        if not passed:
            show(output)
    report(name, passed, started)
    return passed


def run_everything(full: bool) -> bool:
    """Run every check and every part of the tests, side by side, each in a process of its own."""
    started = time.monotonic()
    options = ["-m", ""] if full else []
    others = other_pythons(full)
    folder = Path(tempfile.mkdtemp(prefix="vg-", dir=None if full else quickest_folder()))
    kept = False
    try:
        with ThreadPoolExecutor(AT_ONCE) as pool, Running(folder) as running:
            asked = [pool.submit(run_on_others, others, options, running)]
            asked += [pool.submit(run_part, name, options, running) for name in PARTS]
            asked += [pool.submit(run_static, name, STATIC[name], running) for name in STATIC]
            passed = [one.result() for one in asked]
        kept = not all(passed)
    finally:
        if kept:
            print(f"What the failed tests left lies in {folder}", flush=True)
        else:
            shutil.rmtree(folder, ignore_errors=True)
    report("everything", all(passed), started)
    return all(passed)


def quickest_folder() -> Path | None:
    """Memory, where there is room for all that the tests write; None for the usual place."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ROOM
    return MEMORY if roomy else None


def run_part(name: str, options: list[str], running: Running) -> bool:
    """Run one pytest and show what it printed when it has ended."""
    started = time.monotonic()
    own = PARTS[name]
    elsewhere = [
        f"--ignore={folder}"
        for part in PARTS.values()
        for folder in part
        if part is not own and (not own or folder.startswith(tuple(f"{mine}/" for mine in own)))
    ]
    command = [
        *(sys.executable, "-m", "pytest", "-q", *options),
        *("-o", f"cache_dir=.pytest_cache/{name}", *own, *elsewhere),
    ]
    with tempfile.TemporaryFile() as output:
        passed = running.run(command, output)
        show(output)
    report(name, passed, started)
    return passed


def other_pythons(full: bool) -> list[tuple[int, int]]:
    """The installed one that is farthest from our own, or every one; names those not run."""
    own = sys.version_info[:2]
    others = [version for version in pythons.TESTED if version != own]
    here = [version for version in others if pythons.installed(version)]
    here.sort(key=lambda version: (abs(version[1] - own[1]), version), reverse=True)
    chosen = here if full else here[:1]
    for version in others:
        if version not in chosen:
            why = "`make test-full` runs it" if version in here else "it is not installed"
            print(f"Nothing was run on Python {pythons.name(version)}: {why}", flush=True)
    return chosen


def run_on_others(versions: list[tuple[int, int]], options: list[str], running: Running) -> bool:
    """One after another: the whole suite with `options`, else what is quick."""
    outcomes = [run_on_other(version, options, running) for version in versions]
    return all(outcomes)


def run_on_other(version: tuple[int, int], options: list[str], running: Running) -> bool:
    """In an environment of its own beside .venv, made where it is missing."""
    started, name = time.monotonic(), f"python{pythons.name(version)}"
    environment = setup_environment.Environment(ROOT / f".venv-{pythons.name(version)}")
    set_up = [
        *(pythons.installed(version) or name, "packaging/setup_environment.py"),
        *("--folder", environment.folder.name),
    ]
    tests = () if options else QUICK
    command = [
        *(str(environment.python), "-m", "pytest", "-q", *options),
        *("-o", f"cache_dir=.pytest_cache/{name}", *tests),
    ]
    with tempfile.TemporaryFile() as output:
        passed = running.run(set_up, output) and running.run(command, output)
        show(output)
    report(name, passed, started)
    return passed


def show(output: IO[bytes]) -> None:
    output.seek(0)
    sys.stdout.buffer.write(output.read())


def report(name: str, passed: bool, started: float) -> None:
    outcome = "ok" if passed else "FAILED"
    print(f"{name:10} {outcome:8} {time.monotonic() - started:6.1f} s", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Run every check of the project.")
    parser.add_argument("--full", action="store_true", help="also the tests marked `full`")
    parser.add_argument("--lint", action="store_true", help="only what needs no test run")
    options = parser.parse_args()
    # Ended from outside it ends what it has started, as at Ctrl+C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if options.lint:
        with Running() as running:
            passed = [run_static(name, command, running) for name, command in STATIC.items()]
        return 0 if all(passed) else 1
    if not ensure_libraries():
        return 1
    ensure_tracer()
    ensure_desktop_tools()
    ensure_packagers(options.full)
    compile_catalogues(COMPILED)
    return 0 if run_everything(options.full) else 1


if __name__ == "__main__":
    sys.exit(main())
