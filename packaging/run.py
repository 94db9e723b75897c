"""`make run`: the main job on the built-in sandbox, which needs no key and costs nothing.

With a display it becomes the window. Without one it makes a sample video in the terminal.
Runs with the environment's own Python (`packaging/setup_environment.py` makes it).
"""

import os
import signal
import subprocess
import sys
import sysconfig
from itertools import count
from pathlib import Path

from compile_translations import COMPILED, ROOT, compile_catalogues
from system_libraries import ensure_libraries

SANDBOX = ("--provider", "sandbox")
SAMPLE_PROMPT = "Một con mèo chơi với cuộn len, quay chậm"
SCRIPTS = Path(sysconfig.get_path("scripts"))


def has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def unused_output(folder: Path) -> Path:
    """`sample-video.mp4` in `folder`, numbered where that name is taken: nothing is overwritten."""
    folder.mkdir(parents=True, exist_ok=True)
    names = (f"sample-video{'' if number == 1 else f'-{number}'}.mp4" for number in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


def sandbox_environment() -> dict[str, str]:
    """This environment without a real key or base: nothing here can reach a paid provider."""
    real = ("VIDEOGEN_API_KEY", "VIDEOGEN_API_BASE")
    return {name: value for name, value in os.environ.items() if name not in real}


def run_window() -> int:
    compile_catalogues(COMPILED)
    command = [str(SCRIPTS / "videogen-desktop"), *SANDBOX]
    if sys.platform == "win32":
        return subprocess.run(command, check=False, env=sandbox_environment()).returncode
    # Becomes the window: an interrupt or a logout reaches it and nobody else.
    os.execve(command[0], command, sandbox_environment())


def run_terminal() -> int:
    output = unused_output(ROOT / "build")
    print(f"The same job runs in this terminal, on the sandbox: {SAMPLE_PROMPT}", flush=True)
    command = [str(SCRIPTS / "videogen"), "generate", *SANDBOX, SAMPLE_PROMPT]
    # An interrupt is the job's own business: this process waits for its orderly end.
    signal.signal(signal.SIGINT, lambda _number, _frame: None)
    code = subprocess.run(
        [*command, "--output", str(output)], check=False, env=sandbox_environment()
    ).returncode
    if code == 0 and output.is_file():
        print(f"The video is here: {output}")
    return code


def main() -> int:
    complete = ensure_libraries()
    if not has_display():
        print("There is no display here, so no window opens.", flush=True)
    elif complete:
        return run_window()
    else:
        print("The window cannot open without them.", flush=True)
    return run_terminal()


if __name__ == "__main__":
    sys.exit(main())
