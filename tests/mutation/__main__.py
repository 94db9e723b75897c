"""Take each fence away in turn and say which test goes red.

    python -m tests.mutation [WORD...]      (only fences with one of these words in their name)

Runs on a copy in a temporary folder, two at a time; exit 1 if a fence can go unnoticed.
"""

import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from tests.mutation.fence import Fence
from tests.mutation.fences import FENCES
from tests.mutation.mutant import Verdict, snapshot, with_every_fence, without

AT_ONCE = 2


def verdicts(fences: Sequence[Fence]) -> Iterator[Verdict]:
    """One for each fence, in order, as soon as it is known.

    Raises RuntimeError when the tests are red with every fence in its place.
    """
    tests = sorted({test for fence in fences for test in fence.tests})
    with snapshot() as base, ThreadPoolExecutor(AT_ONCE) as pool:
        halves = (tests[half::AT_ONCE] for half in range(AT_ONCE))
        for sound in pool.map(lambda half: with_every_fence(half, base), filter(None, halves)):
            if sound.is_noticed or sound.why:
                raise RuntimeError(f"red with every fence: {sound.test} {sound.why}")
        yield from pool.map(lambda fence: without(fence, base), fences)


def main(words: Sequence[str]) -> int:
    chosen = [one for one in FENCES if not words or any(word in one.name for word in words)]
    started = time.monotonic()
    unnoticed = 0
    for verdict in verdicts(chosen):
        unnoticed += not verdict.is_noticed
        red = verdict.test.rpartition("::")[2] or verdict.outcome
        print(f"{verdict.name:44} {red:70} {verdict.why[:60]}".rstrip(), flush=True)  # noqa: T201 - a report for people
    seconds = time.monotonic() - started
    print(f"{len(chosen)} fences, {unnoticed} of them unnoticed, {seconds:.0f} s")  # noqa: T201 - a report for people
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
