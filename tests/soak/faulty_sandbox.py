"""The sandbox with bad days at random: `python faulty_sandbox.py SEED`, then its own options."""

import random
import sys
from collections.abc import Iterable
from unittest.mock import patch

from videogen_desktop.sandbox import server
from videogen_desktop.sandbox.__main__ import main
from videogen_desktop.sandbox.faults import FAULTS, FaultPlan

# Left out: what lasts for minutes by design, and what says that nothing works at all.
NEVER = {
    *("success-without-url", "invalid-result-json", "stalled-answer", "stalled-status"),
    *("clock-skew", "key-cap"),
}
OFTEN = {"fail": 0.06, "charged-differently": 0.1, "callback-lost": 0.2, "html-502-status": 0.03}
ELSE = 0.01


class RandomFaults(FaultPlan):
    """Each fault of the menu, each time with its own small chance."""

    def __init__(self, faults: Iterable[str], dice: random.Random) -> None:
        super().__init__(faults)
        self._dice = dice

    def strikes(self, name: str) -> bool:
        """As FaultPlan's."""
        chance = 0.0 if name in NEVER else OFTEN.get(name, ELSE)
        return self._dice.random() < chance or super().strikes(name)


def run() -> int:
    """Exit codes as the sandbox's own."""
    dice = random.Random(sys.argv[1])
    assert FAULTS.keys() >= NEVER | OFTEN.keys()
    with patch.object(server, "FaultPlan", lambda faults: RandomFaults(faults, dice)):
        return main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(run())
