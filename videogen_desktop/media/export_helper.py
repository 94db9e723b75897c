"""The export helper: a process of its own for work that takes long, and is cancelled by its end.

It never looks into files for anybody else. It has no deadline: whoever asked kills it, and where
that one died, it ends when it next says how far it is.
"""

from dataclasses import asdict
from pathlib import Path

from videogen_desktop.media import limits, serving
from videogen_desktop.media.limits import Limits
from videogen_desktop.media.protocol import Facts, RefusedInputError, Request

# x264 holds some fifty frames of 1080p, a decoder of 4K a dozen: 0.9 GiB at once (PyAV 18.1). Of
# addresses each thread reserves up to 128 MiB beside that (glibc).
LIMITS = Limits(
    address_space=12 << 30,
    largest_file=16 << 30,
    open_files=64,
    niceness=10,
)


def main() -> int:
    """Run as the helper. Returns 0 when standard input ends and 1 after a broken frame."""
    limits.restrict_process(LIMITS)
    requests, answers = serving.private_pipes()
    # Before the first job, for whoever started this one in good time.
    from videogen_desktop.media import export_job  # noqa: F401

    return serving.serve(requests, answers, _run)


def _run(request: Request, tell: serving.Tell) -> Facts | None:
    from videogen_desktop.media.export_job import make
    from videogen_desktop.media.export_plan import plan_of
    from videogen_desktop.media.segments import RefusedExportError

    plan = plan_of(str(request.arguments["plan"]))
    try:
        if request.job == "look":
            from videogen_desktop.media.segments import look

            return look(plan.parts[0]).as_facts()
        return asdict(make(plan, Path(str(request.arguments["destination"])), tell))
    except RefusedExportError as refused:
        raise RefusedInputError(refused.reason) from refused
