"""Domain errors as sentences: what happened, whether it cost anything, what to do.

Everything returned is plain text and may hold words of the provider: show it with
Qt.TextFormat.PlainText, and escape it in tooltips (Qt guesses HTML there).
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from videogen_desktop.domain import errors as domain
from videogen_desktop.ui.credit_text import credits_text

_CONTEXT = "Errors"
_LONGEST_QUOTE = 200

# Texts of one class each; where none is given, the nearest base class speaks.
# PySide's stubs call what QT_TRANSLATE_NOOP returns an object.
_TEXTS: dict[type[BaseException], object] = {
    BaseException: QT_TRANSLATE_NOOP(
        "Errors", "Something went wrong inside the program. Please try again."
    ),
    domain.VideoGenError: QT_TRANSLATE_NOOP("Errors", "That did not work. Please try again."),
    # --- the request
    domain.InvalidRequestError: QT_TRANSLATE_NOOP("Errors", "The request cannot be used as it is."),
    domain.EmptyPromptError: QT_TRANSLATE_NOOP("Errors", "Describe the video you want first."),
    domain.PromptTooLongError: QT_TRANSLATE_NOOP(
        "Errors",
        "The prompt has {length} characters; this model takes at most {limit}. Please shorten it.",
    ),
    domain.UnknownAspectRatioError: QT_TRANSLATE_NOOP(
        "Errors", "This model cannot make the shape “{given}”. Choose another shape."
    ),
    domain.UnknownModelError: QT_TRANSLATE_NOOP(
        "Errors", "The model “{given}” is not on offer here. Choose another model."
    ),
    domain.OutputRefusedError: QT_TRANSLATE_NOOP(
        "Errors", "The file {path} cannot be written. Choose another place."
    ),
    domain.NotEnoughCreditsError: QT_TRANSLATE_NOOP(
        "Errors", "Not enough credits: {price} needed, {available} available. Top up and try again."
    ),
    domain.VideoNotFoundError: QT_TRANSLATE_NOOP("Errors", "This video is no longer here."),
    domain.IllegalTransitionError: QT_TRANSLATE_NOOP(
        "Errors", "The video has moved on meanwhile, so this can no longer be done."
    ),
    # --- the provider
    domain.ProviderError: QT_TRANSLATE_NOOP("Errors", "The provider reported a problem."),
    domain.NotSentError: QT_TRANSLATE_NOOP(
        "Errors", "The provider could not be reached. Check the network and try again."
    ),
    domain.SentUnknownError: QT_TRANSLATE_NOOP(
        "Errors",
        "The connection broke before the provider answered. It may have taken the request, so it "
        "is not sent again; the card shows when more is known.",
    ),
    domain.RateLimitedError: QT_TRANSLATE_NOOP(
        "Errors", "The provider asks for a slower pace. Wait a moment and try again."
    ),
    domain.ProviderUnavailableError: QT_TRANSLATE_NOOP(
        "Errors", "The provider does not answer at the moment. The program keeps trying."
    ),
    domain.MalformedAnswerError: QT_TRANSLATE_NOOP(
        "Errors", "The provider sent an answer that makes no sense. The program keeps trying."
    ),
    domain.RefusedError: QT_TRANSLATE_NOOP(
        "Errors", "The provider refused the request. Change it and try again."
    ),
    domain.KeyRejectedError: QT_TRANSLATE_NOOP(
        "Errors", "The provider rejected the API key. Check the key or enter another one."
    ),
    domain.KeyCapReachedError: QT_TRANSLATE_NOOP(
        "Errors", "The spending cap of this API key is reached. Raise it on the provider's site."
    ),
    domain.ProviderCreditsError: QT_TRANSLATE_NOOP(
        "Errors", "The provider says that the account is out of credits. Top up and try again."
    ),
    domain.ModelUnavailableError: QT_TRANSLATE_NOOP(
        "Errors", "The provider no longer offers this model. Choose another model."
    ),
    domain.MaintenanceError: QT_TRANSLATE_NOOP(
        "Errors", "The provider is under maintenance. Try again in a few minutes."
    ),
    domain.ModerationError: QT_TRANSLATE_NOOP(
        "Errors", "The prompt breaks the provider's content rules. Rewrite it and try again."
    ),
    # --- results
    domain.ResultError: QT_TRANSLATE_NOOP(
        "Errors", "The video is ready, but its file is not on this computer yet."
    ),
    domain.ResultUrlRefusedError: QT_TRANSLATE_NOOP(
        "Errors", "The provider names {host} for the file; that address is not safe to open."
    ),
    domain.ResultGoneError: QT_TRANSLATE_NOOP(
        "Errors", "The provider has removed the file of this video."
    ),
    domain.ResultTruncatedError: QT_TRANSLATE_NOOP(
        "Errors", "The download broke off. The program fetches the rest by itself."
    ),
    domain.ResultTooLargeError: QT_TRANSLATE_NOOP(
        "Errors", "The file is larger than a clip can be, so it was not downloaded."
    ),
    domain.NotPlayableError: QT_TRANSLATE_NOOP(
        "Errors", "What was downloaded is not a video that plays. The program fetches it again."
    ),
    domain.ClipMissingError: QT_TRANSLATE_NOOP(
        "Errors", "The clip's file is no longer on this computer."
    ),
    domain.MediaHelperError: QT_TRANSLATE_NOOP(
        "Errors", "The file could not be examined. The program tries again by itself."
    ),
    # --- this machine
    domain.StorageError: QT_TRANSLATE_NOOP("Errors", "The library cannot be used."),
    domain.NewerLibraryError: QT_TRANSLATE_NOOP(
        "Errors", "A newer version of VideoGen wrote this library. Install that version."
    ),
    domain.LibraryMissingError: QT_TRANSLATE_NOOP("Errors", "There is no library in {path}."),
    domain.OutdatedLibraryError: QT_TRANSLATE_NOOP(
        "Errors", "This library is older than the program. Close other windows and start again."
    ),
    domain.LedgerRulesChangedError: QT_TRANSLATE_NOOP(
        "Errors", "The rules inside the library were changed. Restore a backup of {path}."
    ),
    domain.LibraryUnusableError: QT_TRANSLATE_NOOP(
        "Errors",
        "The library cannot be written ({condition}). Check the free space and the access rights.",
    ),
    domain.EngineLockedError: QT_TRANSLATE_NOOP(
        "Errors", "VideoGen already runs with this library. Close the other window first."
    ),
    domain.SettingsUnreadableError: QT_TRANSLATE_NOOP(
        "Errors", "The settings were damaged and start afresh. The old file was kept."
    ),
    domain.KeyMissingError: QT_TRANSLATE_NOOP(
        "Errors", "No API key is known for {api_base}. Enter one first."
    ),
    #: vi: Không mở được kho khóa của hệ thống. Hãy mở khóa, hoặc nhập lại khóa trong Cài đặt.
    domain.KeyStoreUnavailableError: QT_TRANSLATE_NOOP(
        "Errors",
        "The system's keyring cannot be used. Unlock it, or enter the key again in the settings.",
    ),
    domain.ApiBaseRefusedError: QT_TRANSLATE_NOOP(
        "Errors", "{api_base} is not a safe address. Use one that begins with https."
    ),
    domain.EngineStoppedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The program met a defect and stopped watching your videos. Start it again: it goes on.",
    ),
    domain.SandboxError: QT_TRANSLATE_NOOP(
        "Errors", "The sandbox stopped. Start the program again."
    ),
}

_MONEY = frozenset({"available", "price"})


def error_text(error: BaseException) -> str:
    """The whole message in the window's language. Main thread."""
    parts = [_what_happened(error), _what_it_cost(error), _provider_words(error)]
    return " ".join(part for part in parts if part)


def _what_happened(error: BaseException) -> str:
    nearest = next(kind for kind in type(error).__mro__ if kind in _TEXTS)
    template = QCoreApplication.translate(_CONTEXT, str(_TEXTS[nearest]))
    values = {name: _shown(name, value) for name, value in vars(error).items()}
    return template.format(**values)


def _shown(name: str, value: object) -> str:
    return credits_text(value) if name in _MONEY and isinstance(value, int) else str(value)


def _what_it_cost(error: BaseException) -> str:
    if not isinstance(error, domain.VideoGenError):
        return ""
    if isinstance(error, domain.ResultError):
        return QCoreApplication.translate(
            "Errors", "The video is already paid for; nothing more is charged."
        )
    if error.may_have_charged:
        return QCoreApplication.translate(
            "Errors", "You may have been charged; the credits stay held until it is clear."
        )
    return QCoreApplication.translate("Errors", "Nothing was charged.")


def _provider_words(error: BaseException) -> str:
    message = error.message if isinstance(error, domain.ProviderError) else ""
    words = " ".join(message.split())
    if not words:
        return ""
    if len(words) > _LONGEST_QUOTE:
        words = words[: _LONGEST_QUOTE - 1] + "…"
    template = QCoreApplication.translate("Errors", "The provider says: “{words}”")
    return template.format(words=words)
