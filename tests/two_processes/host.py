"""Runs cases, several at once, each in a fork of this process that has imported everything.

python -m tests.two_processes.host AT_ONCE    (cases on standard input, as in kill_matrix.host)
"""

import os
import shutil
import sys
import traceback
from pathlib import Path

from tests.kill_matrix.host import serve
from tests.two_processes.case import Case, Result, run_case
from tests.two_processes.child_case import run_child_case
from tests.two_processes.crowd_case import run_crowd_case

_TELL = {"sandbox": run_child_case, "helper": run_child_case, "crowd": run_crowd_case}


def be(line: str, results: Path) -> None:
    """Run one case; never returns."""
    case = Case.from_json(line)
    try:
        tell = _TELL.get(case.who, run_case)
        result = tell(case)
    except BaseException:  # noqa: BLE001 - it is told as the case's result
        result = Result(str(case), False, (), (), "", (traceback.format_exc(),))
    if not result.problems:
        shutil.rmtree(case.folder)
    # One write each: others append to the same file.
    with results.open("ab", buffering=0) as file:
        file.write(result.to_json().encode() + b"\n")
    os._exit(0)


if __name__ == "__main__":
    serve(be, int(sys.argv[1]))
