"""How the receiver of callbacks stands, and how a test of it went, as sentences."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from videogen_desktop.domain.webhook import (
    ReceiverState,
    ReceiverStatus,
    TrialOutcome,
    TrialResult,
)

_CONTEXT = "Webhook"

# PySide's stubs call what QT_TRANSLATE_NOOP returns an object.
_STATES: dict[ReceiverState, object] = {
    ReceiverState.OFF: QT_TRANSLATE_NOOP(
        "Webhook", "Off: VideoGen asks the provider itself whether a video is ready."
    ),
    ReceiverState.STARTING: QT_TRANSLATE_NOOP("Webhook", "Starting…"),
    ReceiverState.LISTENING: QT_TRANSLATE_NOOP(
        "Webhook", "Listening on port {port}. Received: {accepted}, refused: {refused}."
    ),
    ReceiverState.FAILED: QT_TRANSLATE_NOOP(
        "Webhook", "Webhooks are not received. Videos are followed as usual."
    ),
}

_OUTCOMES: dict[TrialOutcome, tuple[str, object]] = {
    TrialOutcome.ARRIVED: (
        "success",
        QT_TRANSLATE_NOOP("Webhook", "The test went all the way round and arrived here."),
    ),
    TrialOutcome.NOT_LISTENING: (
        "danger",
        QT_TRANSLATE_NOOP("Webhook", "There is nothing to test: VideoGen does not listen."),
    ),
    TrialOutcome.UNREACHABLE: (
        "danger",
        QT_TRANSLATE_NOOP("Webhook", "Nobody answers at the public address. Does the tunnel run?"),
    ),
    TrialOutcome.ELSEWHERE: (
        "danger",
        QT_TRANSLATE_NOOP(
            "Webhook",
            "The public address answers {status} but does not lead here. Check the tunnel's port.",
        ),
    ),
    TrialOutcome.REFUSED: (
        "danger",
        QT_TRANSLATE_NOOP(
            "Webhook", "The test came here and was refused ({status}). Is the clock right?"
        ),
    ),
}


def status_words(status: ReceiverStatus) -> str:
    """One sentence. Main thread."""
    template = QCoreApplication.translate(_CONTEXT, str(_STATES[status.state]))
    return template.format(port=status.port, accepted=status.accepted, refused=status.refused)


def trial_words(result: TrialResult) -> tuple[str, str]:
    """The label's role and its sentence. Main thread."""
    role, text = _OUTCOMES[result.outcome]
    template = QCoreApplication.translate(_CONTEXT, str(text))
    return role, template.format(status=result.http_status or "")
