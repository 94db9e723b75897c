from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from videogen_desktop.domain import errors as domain
from videogen_desktop.domain.intake import InputRefusal
from videogen_desktop.domain.settings import Settings
from videogen_desktop.ui.errors import CONDITIONS, error_text
from videogen_desktop.ui.translation import Language, Translation

NOTHING = "Bạn không mất credits."
PERHAPS = "Có thể bạn đã bị trừ credits"
PAID = "Video đã được trả credits"

ARGUMENTS: dict[type[domain.VideoGenError], tuple[Any, ...]] = {
    domain.NotBinnedError: (Path("a.mp4"),),
    domain.ProgramUpdatedError: ("0.1.0", "0.2.0"),
    domain.PromptTooLongError: (1200, 1000),
    domain.UnknownOptionError: ("seed", ("duration",)),
    domain.OptionValueError: ("duration", 7, (5, 10)),
    domain.PriceUnknownError: ("veo-3-1",),
    domain.PromptTooShortError: (1, 3),
    domain.RuleBrokenError: (("duration",),),
    domain.NoneOfNeededError: (("duration",),),
    domain.EntryIncompleteError: (("elements",), (2,)),
    domain.NotTogetherError: (("duration",), (), ("audio",)),
    domain.OneOfGroupsError: (("duration",),),
    domain.ValueNotTogetherError: (("duration",), (8,), ("audio",)),
    domain.TooManyFilesError: (("duration",), (4,)),
    domain.TooManySecondsError: (("duration",), (30,)),
    domain.SlotCountError: ("duration", 2, 0, 1),
    domain.NoSuchSlotError: ("duration", ("first_frame",)),
    domain.NoFollowUpError: ("extend", "veo-3-1", ("veo/extend",)),
    domain.PriceAboveMostError: (100_00, 50_00),
    domain.SlotFileError: ("duration", "ratio", 9.0, (8,)),
    domain.UnknownPresetError: ("Sepia", ("Cinematic",)),
    domain.UnknownModelError: ("sora", ("kling",)),
    domain.BatchUnreadableError: ("empty",),
    domain.UnknownColumnError: ("Màu",),
    domain.FileAddressError: ("https://example.org/a.png",),
    domain.TitleTooLongError: (300, 200),
    domain.BatchNotReadyError: (3,),
    domain.BatchTooLargeError: (1_200, 1_000),
    domain.OutputRefusedError: (Path("a.mp4"), "exists"),
    domain.NameTemplateError: ("giờ", ("ngày", "số")),
    domain.ExportRefusedError: ("nothing_left",),
    domain.InputFileError: (Path("a.heic"),),
    domain.InputRefusedError: (Path("a.heic"), "exotic"),
    domain.InputTooLargeError: (Path("a.heic"), 200 << 20, 100 << 20),
    domain.PictureTooLargeError: (Path("a.heic"), 50_000, 50_000),
    domain.InputLostError: ("ab" * 32,),
    domain.NotEnoughCreditsError: (50_00, 100_00),
    domain.VideoNotFoundError: ("abc",),
    domain.IllegalTransitionError: ("id", "pending", "cancelled"),
    domain.SpendCapReachedError: ("day", 100_00, 50_00, 60_00),
    domain.TooManyInFlightError: (20, 20),
    domain.ClipsMissingError: (1, 3),
    domain.DescriptionKeptError: (2,),
    domain.RepeatedRequestError: ("id", 1000),
    domain.OtherWalletError: ("id",),
    domain.TaskRefusedError: ("task",),
    domain.TaskUnknownError: ("task",),
    domain.TaskTakenError: ("task", "id"),
    domain.TaskDiffersError: ("task", ("prompt",)),
    domain.ResultUrlRefusedError: ("example.org", "private"),
    domain.ResultGoneError: (404,),
    domain.ResultRemovedError: (404,),
    domain.ResultTruncatedError: (1, 2),
    domain.ResultTooLargeError: (10,),
    domain.NotPlayableError: ("no_video",),
    domain.NewerLibraryError: (Path("library"), "0002"),
    domain.LibraryMissingError: (Path("library"),),
    domain.OutdatedLibraryError: (Path("library"), "0001"),
    domain.LedgerRulesChangedError: (Path("library"),),
    domain.LibraryUnusableError: ("full",),
    domain.SecondBackupError: (Path("usb"), "disk_full"),
    domain.TasksNotInLibraryError: (("task-1", "task-2"),),
    domain.LibraryDamagedError: (Path("library"), ("damaged_file",)),
    domain.RecoveryFailedError: (("ledger_sums",),),
    domain.ClipFolderUnusableError: (Path("videos"), "full"),
    domain.DiskFullError: (Path("videos"), 1000, 10),
    domain.ImplausibleCostError: ("4f2a", 10**14, 100_00),
    domain.UntaggedClipError: (Path("a.mp4"),),
    domain.EngineLockedError: (Path("library"),),
    domain.SettingsUnreadableError: (Path("settings"), None, Settings()),
    domain.KeyMissingError: ("https://api.kie.ai",),
    domain.WebhookUnavailableError: ("port_taken", 8765),
    domain.TextHelperError: ("late",),
    domain.KeyStoreUnavailableError: ("locked",),
    domain.ProxyPasswordNotKeptError: (),
    domain.ApiBaseRefusedError: ("http://example.org",),
}


def tree(root: type[domain.VideoGenError]) -> Iterator[type[domain.VideoGenError]]:
    yield root
    for child in root.__subclasses__():
        yield from tree(child)


KINDS = sorted(set(tree(domain.VideoGenError)), key=lambda kind: kind.__name__)
KINDS = [kind for kind in KINDS if kind.__module__.startswith(f"{domain.__name__}.")]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_says_what_happened_and_nothing_about_money(
    kind: type[domain.VideoGenError], language: Translation
) -> None:
    error = kind(*ARGUMENTS.get(kind, ()))
    text = error_text(error)
    assert "{" not in text
    assert not any(words in text for words in (PAID, NOTHING, PERHAPS))
    language.use(Language.ENGLISH)
    english = error_text(error)
    assert english != text


@pytest.mark.parametrize(
    ("fault", "given", "limit", "words"),
    [
        ("bytes", 12_582_912, 10_485_760, "12,0 MB, tối đa 10,0 MB"),
        ("longest", 61_000, 15_000, "1:01, tối đa 15,0 giây"),
        ("type", "video/x-msvideo", "video/quicktime", "X-MSVIDEO; chỉ nhận MOV"),
    ],
)
def test_what_does_not_fit_is_said_in_the_measures_of_people(
    language: Translation, fault: str, given: object, limit: object, words: str
) -> None:
    text = error_text(domain.SlotFileError("reference", fault, given, (limit,)))
    assert words in text.replace("\N{NO-BREAK SPACE}", " ")


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


@pytest.mark.parametrize("reason", ["exists", "folder_missing", "full", "in_library", "unwritable"])
def test_a_file_that_cannot_be_written_says_why(language: Translation, reason: str) -> None:
    texts = {
        which: error_text(domain.OutputRefusedError(Path("Mèo.mp4"), which))
        for which in ("exists", "folder_missing", "full", "in_library", "unwritable", "else")
    }
    assert "Mèo.mp4" in texts[reason]
    alike = [which for which, text in texts.items() if text == texts[reason]]
    assert alike == ([reason, "else"] if reason == "unwritable" else [reason])


def test_a_file_that_cannot_go_in_says_why_in_the_windows_language(language: Translation) -> None:
    errors = [domain.InputRefusedError(Path("mèo.heic"), reason) for reason in InputRefusal]
    texts = {error_text(error) for error in errors}
    assert len(texts) == len(InputRefusal)
    assert all("“mèo.heic”" in text for text in texts)
    assert "200,0 MB" in error_text(domain.InputTooLargeError(Path("a"), 200 << 20, 100 << 20))
    language.use(Language.ENGLISH)
    assert not texts & {error_text(error) for error in errors}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_what_keeps_the_library_closed_is_said_in_the_windows_language(
    language: Translation, condition: str
) -> None:
    text = error_text(domain.LibraryUnusableError(condition))
    assert f"({condition})" not in text
    assert str(CONDITIONS[condition]) not in text


def test_a_file_in_a_batch_is_named_as_its_column_is(language: Translation) -> None:
    assert "“Ảnh”" in error_text(domain.NoSuchSlotError("files", ()))
