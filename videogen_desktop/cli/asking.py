"""A question to whoever sits at the terminal."""

import sys

from videogen_desktop.cli.plain_text import printable


def asks_yes(question: str) -> bool:
    """Whether the answer is yes; without a terminal there is nobody to ask, and it is no."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    print(f"videogen: {printable(question)} [y/N] ", end="", file=sys.stderr, flush=True)
    try:
        answer = sys.stdin.readline()
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return False
    return answer.strip().lower() in ("y", "yes")
