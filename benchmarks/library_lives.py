"""The lives a video can have had: one step after another, each with the money it moves."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.states import Reason, VideoState

_S = VideoState
_K = EntryKind


@dataclass(frozen=True, slots=True)
class Step:
    """A change of state, written together with its ledger rows."""

    state: VideoState
    kinds: tuple[EntryKind, ...] = ()
    reason: Reason | None = None
    failure: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """Everything after `reserved`; `weight` is how often it happens, in thousandths.

    `elsewhere`: only in the wallet that no program can reach, since an engine would go on with
    it. `has_file`: its result was downloaded.
    """

    steps: tuple[Step, ...]
    weight: int
    elsewhere: bool = False
    has_file: bool = False

    @property
    def is_under_way(self) -> bool:
        """Whether a card shows that it runs, with the seconds that pass."""
        return not self.steps or self.steps[-1].state in (_S.PENDING, _S.PROCESSING)


_SENT = (Step(_S.SENDING),)
_ACCEPTED = (*_SENT, Step(_S.PENDING, (_K.CAPTURE,)))
_RUNNING = (*_ACCEPTED, Step(_S.PROCESSING))
_UNKNOWN = (*_SENT, Step(_S.UNCONFIRMED, (), Reason.SENT_UNKNOWN))


def _failed(reason: Reason, *kinds: EntryKind, code: str = "", words: str = "") -> Step:
    return Step(_S.FAILED, kinds, reason, (code, words) if code else None)


LIVES = (
    Life((*_ACCEPTED, Step(_S.COMPLETED)), 730, has_file=True),
    Life((*_RUNNING, Step(_S.COMPLETED)), 100, has_file=True),
    Life((*_RUNNING, Step(_S.COMPLETED, (_K.SETTLE,))), 40, has_file=True),
    Life((*_ACCEPTED, Step(_S.COMPLETED)), 8, elsewhere=True),
    Life(
        (
            *_RUNNING,
            _failed(
                Reason.PROVIDER_FAILED,
                _K.REFUND,
                code="400",
                words="Your prompt was flagged as violating content policies.",
            ),
        ),
        25,
    ),
    Life(
        (
            *_RUNNING,
            _failed(
                Reason.PROVIDER_FAILED,
                _K.REFUND,
                code="500",
                words="internal error, please try again later.",
            ),
        ),
        25,
    ),
    Life((*_RUNNING, _failed(Reason.RESULT_MISSING, _K.REFUND)), 5),
    Life(
        (*_SENT, _failed(Reason.REFUSED, _K.VOID, code="422", words="The prompt is too long.")),
        20,
    ),
    Life((*_SENT, _failed(Reason.NOT_SENT, _K.VOID)), 8),
    Life((Step(_S.CANCELLED, (_K.VOID,)),), 12),
    Life((), 5),
    Life(_ACCEPTED, 4, elsewhere=True),
    Life(_RUNNING, 4, elsewhere=True),
    Life(_UNKNOWN, 5),
    Life((*_RUNNING, Step(_S.UNCONFIRMED, (), Reason.RECORD_GONE)), 3),
    Life((*_UNKNOWN, _failed(Reason.USER_CHARGED, _K.CAPTURE)), 3),
    Life((*_UNKNOWN, _failed(Reason.USER_NOT_CHARGED, _K.VOID)), 3),
)
LIVES_AT_REST = tuple(life for life in LIVES if not life.is_under_way)
# Among the newest every third is of another kind, so that one screen shows them all.
_SHOWN_EVERY = 3


def a_life(random: Random, lives: Sequence[Life], age: int) -> Life:
    """One of them by its weight; `age` is how many videos are newer."""
    turn, rest = divmod(age, _SHOWN_EVERY)
    if rest == _SHOWN_EVERY - 1 and turn < len(lives):
        return lives[turn]
    return random.choices(lives, [life.weight for life in lives])[0]
