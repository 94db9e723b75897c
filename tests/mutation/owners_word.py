"""Fences around what the owner says, and around following a balance."""

from tests.mutation.fence import Fence

_SETTLING = "services/test_settling.py"
_RECONCILING = "services/test_reconciling.py"

THE_OWNERS_WORD = (
    Fence(
        "only what is unconfirmed is settled",
        "services/transitions.py",
        "    if video.state is not VideoState.UNCONFIRMED:\n"
        "        raise IllegalTransitionError(video.id, video.state, reason)\n",
        "",
        (_SETTLING,),
    ),
    Fence(
        "a task of another video is refused",
        "services/library_phases.py",
        "if other is not None and other.id != video_id:",
        "if False:",
        ("services/contract/test_tasks.py",),
    ),
    Fence(
        "an accepted video keeps its task",
        "services/settling.py",
        "        if video.task_id is not None:\n"
        "            # It was accepted as that task: "
        "the record of another one says nothing about it.\n"
        '            raise TaskDiffersError(task_id, ("task",))\n',
        "",
        (f"{_SETTLING}::test_an_accepted_video_cannot_become_another_task",),
    ),
    Fence(
        "what differs needs a yes",
        "services/settling.py",
        "if different and not confirmed:",
        "if False:",
        (_SETTLING,),
    ),
    Fence(
        "a task is entered in its own wallet",
        "services/settling.py",
        "if video.wallet_id != self._wallet_id:",
        "if False:",
        (_SETTLING,),
    ),
    Fence(
        "a video is joined once",
        "services/transitions.py",
        "    if video.reason is not Reason.SENT_UNKNOWN:\n"
        "        raise IllegalTransitionError(video.id, video.state, VideoState.PENDING)\n",
        "",
        ("services/test_settling.py",),
    ),
    Fence(
        "two readings a minute apart",
        "domain/reconciliation.py",
        "CONFIRM_AFTER_MS = 60_000",
        "CONFIRM_AFTER_MS = 0",
        (_RECONCILING,),
    ),
    Fence(
        "two readings that agree",
        "domain/reconciliation.py",
        "since = before.drift_since if before is not None and before.drift == drift else None",
        "since = before.drift_since if before is not None else None",
        (_RECONCILING, "domain/test_reconciliation.py"),
    ),
    Fence(
        "what may still be deducted is no drift",
        "domain/reconciliation.py",
        "return max(balance - self.highest, 0)",
        "return max(balance - self.lowest, 0)",
        (_RECONCILING,),
    ),
)
