from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from videogen_desktop.domain import errors as domain
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.translation import Language, Translation

NOTHING = "Bạn không mất credit nào."
PERHAPS = "Có thể bạn đã bị trừ credits"
PAID = "Video đã được trả credits"

ARGUMENTS: dict[type[domain.VideoGenError], tuple[Any, ...]] = {
    domain.PromptTooLongError: (1200, 1000),
    domain.UnknownAspectRatioError: ("1:1", ("landscape",)),
    domain.UnknownModelError: ("sora", ("kling",)),
    domain.OutputRefusedError: (Path("a.mp4"), "exists"),
    domain.NotEnoughCreditsError: (50_00, 100_00),
    domain.VideoNotFoundError: ("abc",),
    domain.IllegalTransitionError: ("id", "pending", "cancelled"),
    domain.ResultUrlRefusedError: ("example.org", "private"),
    domain.ResultGoneError: (404,),
    domain.ResultTruncatedError: (1, 2),
    domain.ResultTooLargeError: (10,),
    domain.NotPlayableError: ("no_video",),
    domain.NewerLibraryError: (Path("library"), "0002"),
    domain.LibraryMissingError: (Path("library"),),
    domain.OutdatedLibraryError: (Path("library"), "0001"),
    domain.LedgerRulesChangedError: (Path("library"),),
    domain.LibraryUnusableError: ("full",),
    domain.EngineLockedError: (Path("library"),),
    domain.SettingsUnreadableError: (Path("settings"), None),
    domain.KeyMissingError: ("https://api.kie.ai",),
    domain.KeyStoreUnavailableError: ("locked",),
    domain.ApiBaseRefusedError: ("http://example.org",),
}


def tree(root: type[domain.VideoGenError]) -> Iterator[type[domain.VideoGenError]]:
    yield root
    for child in root.__subclasses__():
        yield from tree(child)


KINDS = sorted(set(tree(domain.VideoGenError)), key=lambda kind: kind.__name__)
KINDS = [kind for kind in KINDS if kind.__module__ == domain.__name__]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_says_what_happened_and_whether_it_cost_anything(
    kind: type[domain.VideoGenError], language: Translation
) -> None:
    error = kind(*ARGUMENTS.get(kind, ()))
    text = error_text(error)
    assert "{" not in text
    expected = PAID if isinstance(error, domain.ResultError) else NOTHING
    expected = PERHAPS if kind is domain.SentUnknownError else expected
    assert expected in text
    language.use(Language.ENGLISH)
    english = error_text(error)
    assert english != text


def test_no_two_errors_share_a_sentence(language: Translation) -> None:
    texts = {error_text(kind(*ARGUMENTS.get(kind, ()))) for kind in KINDS}
    assert len(texts) == len(KINDS)


def test_the_providers_words_are_quoted_and_bounded(language: Translation) -> None:
    text = error_text(domain.RefusedError("<b>" + "x\n" * 500))
    assert "“<b>x x" in text
    assert len(text) < 400


def test_a_defect_of_ours_shows_no_traceback(language: Translation) -> None:
    text = error_text(ZeroDivisionError("division by zero"))
    assert text == "Chương trình gặp lỗi. Vui lòng thử lại."
