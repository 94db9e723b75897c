"""Domain errors as sentences: what happened and what to do; `ui.charges` says what it cost.

Everything returned is plain text and may hold words of the provider: show it with
Qt.TextFormat.PlainText, and escape it in tooltips (Qt guesses HTML there).
"""

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain import errors as domain
from videogen_desktop.domain.text import readable_words, shortened
from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.error_texts import (
    CONDITIONS,
    REFUSED_OUTPUTS,
    SPEND_CAPS,
    TEXTS,
    WEBHOOK_PROBLEMS,
)
from videogen_desktop.ui.option_wording import role_name

_CONTEXT = "Errors"
_LONGEST_QUOTE = 200

_MONEY = frozenset({"available", "price", "cap", "spent", "claimed"})


def error_text(error: BaseException) -> str:
    """The whole message in the window's language. Main thread."""
    parts = [what_happened(error), _provider_words(error)]
    return " ".join(part for part in parts if part)


def what_happened(error: BaseException) -> str:
    """Its first part alone, for where something is asked and no money is at stake. Main thread."""
    template = _translated(_template(error))
    values = {name: _shown(name, value) for name, value in vars(error).items()}
    return template.format(**values)


def _template(error: BaseException) -> object:
    if isinstance(error, domain.OutputRefusedError) and error.reason in REFUSED_OUTPUTS:
        return REFUSED_OUTPUTS[error.reason]
    if isinstance(error, domain.SpendCapReachedError) and error.period in SPEND_CAPS:
        return SPEND_CAPS[error.period]
    if isinstance(error, domain.WebhookUnavailableError) and error.condition in WEBHOOK_PROBLEMS:
        return WEBHOOK_PROBLEMS[error.condition]
    return TEXTS[next(kind for kind in type(error).__mro__ if kind in TEXTS)]


def _translated(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))


def _shown(name: str, value: object) -> str:
    if name == "condition" and value in CONDITIONS:
        return _translated(CONDITIONS[str(value)])
    if name == "role":
        return role_name(str(value))
    return credits_text(value) if name in _MONEY and isinstance(value, int) else str(value)


def _provider_words(error: BaseException) -> str:
    # What the connection said is not the provider's word.
    words = ""
    if isinstance(error, domain.RefusedError | domain.RateLimitedError):
        words = readable_words(error.message)
    if not words:
        return ""
    template = QCoreApplication.translate("Errors", "The provider says: “{words}”")
    return template.format(words=shortened(words, _LONGEST_QUOTE))
