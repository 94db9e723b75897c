"""The scripted clock: when a task becomes visible, waits, queues, runs and ends."""

import random
from dataclasses import dataclass

VISIBLE_AFTER = 0.05
QUEUED_AFTER = 0.2
GENERATING_AFTER = 0.4
SCRIPTED_MILLISECONDS = 10_000
VARIATION = 0.06


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments of one task, in Unix milliseconds, fixed when it is created."""

    created_at: int
    visible_at: int
    queued_at: int
    generating_at: int
    completed_at: int

    def state_at(self, now: int) -> str | None:
        """Kie's word for a running task at ``now``; None before it can be seen or at the end."""
        if now < self.visible_at or self.is_over_at(now):
            return None
        if now < self.queued_at:
            return "waiting"
        return "queuing" if now < self.generating_at else "generating"

    def is_over_at(self, now: int) -> bool:
        """Whether the task has ended."""
        return now >= self.completed_at

    def changed_at(self, now: int) -> int:
        """The moment of the last change of state before ``now``."""
        moments = (self.created_at, self.queued_at, self.generating_at, self.completed_at)
        return max(moment for moment in moments if moment <= max(now, self.created_at))


def scripted(task_id: str, created_at: int, speed: float) -> Timeline:
    """Plan a task: about 10 s divided by ``speed``, a few per cent more or less by its id."""
    variation = random.Random(task_id).uniform(-VARIATION, VARIATION)
    total = SCRIPTED_MILLISECONDS * (1 + variation) / speed

    def after(fraction: float) -> int:
        return created_at + round(total * fraction)

    return Timeline(
        created_at,
        after(VISIBLE_AFTER),
        after(QUEUED_AFTER),
        after(GENERATING_AFTER),
        after(1.0),
    )
