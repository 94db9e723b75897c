"""Every expected failure has a sentence of its own, says what it cost, and has an exit code."""

import inspect
from pathlib import Path

import pytest

from videogen_desktop.cli.errors import TEXTS, error_text, exit_code
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.output import printable
from videogen_desktop.domain import errors as domain
from videogen_desktop.domain.intake import InputRefusal
from videogen_desktop.domain.settings import Settings

SAMPLES = {
    "names": ("duration", "first_frame"),
    "limits": (8, 10),
    "because": ("resolution",),
    "slot": "reference",
    "field": "giờ",
    "count": 3,
    "least": 1,
    "most": 2,
    "fault": "type",
    "length": 6000,
    "limit": 5000,
    "given": "square",
    "known": ("landscape", "portrait"),
    "path": Path("folder/file"),
    "kept_as": Path("folder/kept"),
    "rest": Settings(),
    "unreadable": ("theme",),
    "reason": "exists",
    "available": 50_00,
    "price": 14_40,
    "claimed": 10**14,
    "prefix": "abc",
    "matches": 0,
    "video_id": "abc",
    "state": "completed",
    "wanted": "cancelled",
    "message": "Some words of theirs",
    "code": "500",
    "retry_after_ms": 1000,
    "host": "evil.example",
    "status": 404,
    "received": 10,
    "expected": 20,
    "revision": "0009",
    "condition": "busy",
    "findings": ("ledger_sums",),
    "folder": Path("folder"),
    "needed": 1000,
    "free": 10,
    "period": "day",
    "cap": 100_00,
    "spent": 50_00,
    "in_flight": 20,
    "age_ms": 1000,
    "task_id": "task-1",
    "task_ids": ("task-1", "task-2"),
    "differences": ("prompt",),
    "api_base": "https://other.example",
    "provider": "kie",
    "kind": "LocalServerError",
    "running": "0.1.0",
    "installed": "0.2.0",
    "role": "duration",
    "allowed": (5, 10),
    "model_id": "veo-3-1",
    "verb": "extend",
    "most_held": 50_00,
    "port": 8765,
    "size": 200 << 20,
    "most_bytes": 100 << 20,
    "width": 50_000,
    "height": 50_000,
    "sha256": "ab" * 32,
    "place": "B7",
    "header": "Màu",
    "address": "https://example.org/a.png",
    "rows": 3,
    "videos": 1_200,
    "missing": 1,
}


def every_error() -> list[type[domain.VideoGenError]]:
    found = [domain.VideoGenError]
    for kind in found:
        found.extend(kind.__subclasses__())
    return found


def sample(kind: type[domain.VideoGenError]) -> domain.VideoGenError:
    names = [] if kind.__init__ is Exception.__init__ else inspect.signature(kind).parameters
    return kind(**{name: SAMPLES[name] for name in names if name in SAMPLES})


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_class_of_the_tree_speaks_for_itself(kind: type[domain.VideoGenError]) -> None:
    assert kind in TEXTS
    text = error_text(sample(kind))
    assert text[0].isupper() or text.startswith("https://")
    assert text.endswith(".")
    assert "{" not in text and "\n" not in text
    assert "charged" not in text, "what it cost is read from the ledger, by cli.charges"


def test_no_two_classes_say_the_same() -> None:
    sentences = [sentence for _, sentence in TEXTS.values()]
    assert len(set(sentences)) == len(sentences)


def test_only_what_may_have_been_charged_ends_with_5_or_7() -> None:
    for kind in every_error():
        paid = exit_code(sample(kind)) in (ExitCode.UNCONFIRMED, ExitCode.NOT_ON_DISK)
        assert paid == kind.may_have_charged, kind


def test_values_are_shown_as_people_write_them() -> None:
    assert "14.4 needed, 50 available" in error_text(domain.NotEnoughCreditsError(50_00, 14_40))
    assert "landscape, portrait" in error_text(
        domain.OptionValueError("aspect_ratio", "square", ("landscape", "portrait"))
    )
    several = error_text(domain.VideoNotFoundError("ab", 2))
    assert several.startswith("Several videos")


def test_a_file_that_cannot_go_in_says_why() -> None:
    path = Path("cat.heic")
    texts = [error_text(domain.InputRefusedError(path, reason)) for reason in InputRefusal]
    assert len(set(texts)) == len(InputRefusal)
    assert all(text.startswith(f"The file {path} cannot be used: ") for text in texts)
    assert not any(
        reason in text for reason, text in zip(InputRefusal, texts, strict=True) if "_" in reason
    )
    assert "has 200.0 MB; at most 100.0 MB" in error_text(
        domain.InputTooLargeError(path, 200 << 20, 100 << 20)
    )


def test_words_of_the_provider_are_quoted_bounded_and_cannot_command_a_terminal() -> None:
    text = error_text(domain.RefusedError("\x1b[2Jbad\u202e\n" + "x" * 5000, "422"))
    assert "The provider says: “[2Jbad x" in text
    assert len(text) < 500
    assert text.isprintable()


@pytest.mark.parametrize(
    "kind", [domain.NotSentError, domain.SentUnknownError, domain.ProviderUnavailableError]
)
def test_what_the_connection_said_is_not_quoted_as_the_providers_words(
    kind: type[domain.ProviderError],
) -> None:
    assert "provider says" not in error_text(kind("[Errno 111] Connection refused"))


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ('{"error": {"code": 7, "message": "too busy"}}', "The provider says: “too busy”."),
        ('[{"msg": "{\\"detail\\": \\"inner\\"}"}]', "The provider says: “inner”."),
        ('{"code": 422}', ""),
        ("{" * 5000, ""),
        ("[beta] is over", ""),
    ],
)
def test_no_raw_json_stands_in_a_sentence(message: str, shown: str) -> None:
    text = error_text(domain.RefusedError(message, "422"))
    assert text == " ".join(("The provider refused the request.", shown)).rstrip()


def test_vietnamese_stays_as_it_is() -> None:
    assert printable("Một con mèo\tchơi") == "Một con mèo chơi"
