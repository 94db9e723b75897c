"""What a model's fields say together: rules, places for files, and prices of a whole choice."""

from dataclasses import replace
from datetime import date

import pytest

from tests.model_choices import AFile
from videogen_desktop.domain.errors import (
    EntryIncompleteError,
    NoneOfNeededError,
    NotTogetherError,
    OneOfGroupsError,
    RuleBrokenError,
    SlotFileError,
    TooManyFilesError,
    TooManySecondsError,
    ValueNotTogetherError,
)
from videogen_desktop.domain.input_slot import InputSlot, SlotKind, WireForm, in_order
from videogen_desktop.domain.model import Constant, Price, VideoModel
from videogen_desktop.domain.model_rules import (
    Allows,
    Choice,
    Condition,
    Entries,
    Excludes,
    Exclusive,
    Ignores,
    MostFiles,
    MostSeconds,
    Needs,
    Rule,
)
from videogen_desktop.domain.parameter import Parameter, WireType
from videogen_desktop.domain.request import VideoRequest

FIRST, LAST = {"first_frame": 1, "last_frame": 0}, {"first_frame": 0, "last_frame": 1}
MAN = {"name": "Tuấn", "description": "Áo xanh"}
TWO = {"elements": (MAN, MAN)}
DAY = date(2026, 10, 1)
SHA = "a" * 64
PICTURE = InputSlot("first_frame", SlotKind.IMAGE, "image_url", WireForm.ALONE)


@pytest.mark.parametrize(
    ("rule", "broken", "kept", "error"),
    [
        (
            Needs(("first_frame",), (Condition("last_frame"),)),
            Choice(counts=LAST),
            Choice(counts=FIRST),
            NoneOfNeededError,
        ),
        *(
            (Entries(("elements",), places=("a", "b"), least=2), broken, kept, EntryIncompleteError)
            for broken, kept in (
                (Choice(TWO, {"a": 2, "b": 1}), Choice(TWO, {"a": 2, "b": 4})),
                (Choice({"elements": (MAN,)}, {"a": 2, "b": 2}), Choice({}, {"a": 0, "b": 0})),
                (Choice({"elements": ({**MAN, "description": " "},)}, {"a": 2}), Choice()),
            )
        ),
        (
            Excludes(("last_frame",), (Condition("multi_shots", (True,)),)),
            Choice({"multi_shots": True}, LAST),
            Choice({"multi_shots": False}, LAST),
            NotTogetherError,
        ),
        (
            Allows(("duration",), (Condition("resolution", ("1080p",)),), (6,)),
            Choice({"duration": 10, "resolution": "1080p"}),
            Choice({"duration": 10, "resolution": "768p"}),
            ValueNotTogetherError,
        ),
        (
            Exclusive(("first_frame", "reference"), (), (("first_frame",), ("reference",))),
            Choice(counts={"first_frame": 1, "reference": 2}),
            Choice(counts={"first_frame": 0, "reference": 2}),
            OneOfGroupsError,
        ),
        (
            MostFiles(("reference", "reference_video"), (), 7, {"reference_video": 2}),
            Choice(counts={"reference": 6, "reference_video": 1}),
            Choice(counts={"reference": 5, "reference_video": 1}),
            TooManyFilesError,
        ),
        (
            MostSeconds(("reference_video", "duration"), (), 30),
            Choice({"duration": 20}, {"reference_video": 1}, {"reference_video": 11.0}),
            Choice({"duration": 20}, {"reference_video": 1}, {"reference_video": 10.0}),
            TooManySecondsError,
        ),
        (
            Excludes(("parent",), (Condition("parent_resolution", ("1080p",)),)),
            Choice(has_parent=True, parent_options={"resolution": "1080p"}),
            Choice(has_parent=True, parent_options={"resolution": "720p"}),
            NotTogetherError,
        ),
    ],
)
def test_a_rule_refuses_what_does_not_go_together(
    rule: Rule, broken: Choice, kept: Choice, error: type[RuleBrokenError]
) -> None:
    rule.check(kept)
    with pytest.raises(error) as refused:
        rule.check(broken)
    assert refused.value.names == rule.names


def test_of_groups_that_exclude_each_other_those_are_named_that_are_in_use() -> None:
    groups = (("first_frame", "last_frame"), ("reference", "reference_sound"), ("source",))
    rule = Exclusive(tuple(name for group in groups for name in group), (), groups)
    with pytest.raises(OneOfGroupsError) as refused:
        rule.check(Choice(counts={"first_frame": 1, "last_frame": 1, "reference_sound": 1}))
    assert refused.value.names == ("first_frame", "reference_sound")


def test_what_does_nothing_is_not_sent() -> None:
    shape = Parameter("aspect_ratio", "aspect_ratio", WireType.STRING, ("16:9",), "16:9")
    ignores = Ignores(("aspect_ratio",), (Condition("first_frame"),))
    model = VideoModel("m", "v", "M", 100, 1, (shape,), slots=(PICTURE,), rules=(ignores,))
    words = VideoRequest("m", "Mèo", {"aspect_ratio": "16:9"})
    assert model.inputs(words) == {"prompt": "Mèo", "aspect_ratio": "16:9"}
    picture = replace(words, inputs={"first_frame": (SHA,)})
    assert model.inputs(picture) == {"prompt": "Mèo", "image_url": {"$input": SHA}}


def test_two_places_share_one_list_in_their_order() -> None:
    first = replace(PICTURE, wire="image_urls", form=WireForm.LIST)
    slots = (first, replace(first, name="last_frame"))
    model = VideoModel("m", "v", "M", 100, 1, slots=slots)
    inputs = {"last_frame": ("b" * 64,), "first_frame": (SHA,)}
    sent = model.inputs(VideoRequest("m", "Mèo", {}, inputs))
    assert sent["image_urls"] == [{"$input": SHA}, {"$input": "b" * 64}]


def test_a_list_of_objects_has_the_length_of_its_file() -> None:
    slot = InputSlot(
        "reference_video",
        SlotKind.VIDEO,
        "video_list",
        WireForm.OBJECTS,
        item_wire="url",
        item_fields={"start": 0, "ends": "$seconds"},
    )
    model = VideoModel("m", "v", "M", 100, 1, slots=(slot,))
    request = VideoRequest("m", "Mèo", {}, {"reference_video": (SHA,)})
    sent = model.inputs(request, {SHA: 4.5})
    assert sent["video_list"] == [{"url": {"$input": SHA}, "start": 0, "ends": 4.5}]


def test_the_first_constant_that_holds_is_sent() -> None:
    constants = (
        Constant("how", "FRAMES", (Condition("first_frame"),)),
        Constant("how", "WORDS"),
    )
    model = VideoModel("m", "v", "M", 100, 1, constants=constants, slots=(PICTURE,))
    request = VideoRequest("m", "Mèo")
    assert model.inputs(request)["how"] == "WORDS"
    assert model.inputs(replace(request, inputs={"first_frame": (SHA,)}))["how"] == "FRAMES"


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (AFile("video", "video/mp4"), "kind"),
        (AFile("image", "image/bmp"), "type"),
        (AFile("image", "image/png", bytes=2_001), "bytes"),
        (AFile("image", "image/png", width=99, height=300), "side_least"),
        (AFile("image", "image/png", width=300, height=1_001), "side_largest"),
        (AFile("image", "image/png", width=900, height=110), "ratio"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_the_reason(wrong: AFile, fault: str) -> None:
    slot = replace(
        PICTURE,
        types=("image/png",),
        largest_bytes=2_000,
        least_side=100,
        largest_side=1_000,
        largest_ratio=8.0,
    )
    slot.check([AFile("image", "image/png", width=800, height=100)])
    with pytest.raises(SlotFileError) as refused:
        slot.check([wrong])
    assert (refused.value.slot, refused.value.fault) == ("first_frame", fault)


@pytest.mark.parametrize(
    ("mime", "called"),
    [("audio/mp4", "audio/m4a"), ("audio/mpeg", "audio/mp3"), ("audio/wav", "audio/x-wav")],
)
def test_a_sound_fits_by_whatever_name_the_vendor_has_for_it(mime: str, called: str) -> None:
    slot = replace(PICTURE, kind=SlotKind.SOUND, types=(called,))
    slot.check([AFile("sound", mime)])
    with pytest.raises(SlotFileError):
        slot.check([AFile("sound", "audio/flac")])


@pytest.mark.parametrize(
    ("lengths", "fault"), [((900,), "shortest"), ((16_000,), "longest"), ((9_000,) * 2, "total")]
)
def test_clips_that_are_too_long_or_too_short_are_refused(
    lengths: tuple[int, ...], fault: str
) -> None:
    slot = replace(
        PICTURE, kind=SlotKind.VIDEO, shortest_ms=1_000, longest_ms=15_000, total_ms=15_000
    )
    slot.check([AFile("video", "video/mp4", duration_ms=15_000)])
    with pytest.raises(SlotFileError) as refused:
        slot.check([AFile("video", "video/mp4", duration_ms=ms) for ms in lengths])
    assert refused.value.fault == fault


def priced(*prices: Price) -> VideoModel:
    return VideoModel("m", "v", "M", 100, 1, prices=prices)


def test_the_seconds_of_what_goes_in_are_paid_where_the_vendor_says_so() -> None:
    model = priced(Price((), 250, True, "feed", DAY, ("duration", "reference_video")))
    none = Choice({"duration": 5}, {"reference_video": 0})
    assert model.price_of(none) == 1250
    given = Choice({"duration": 5}, {"reference_video": 1}, {"reference_video": 3.0})
    assert model.price_of(given) == 2000


@pytest.mark.parametrize(
    "choice",
    [
        Choice({"duration": 5}, {"reference_video": 1}),
        Choice({"duration": -1}, {"reference_video": 0}),
        Choice({}, {"reference_video": 0}),
    ],
)
def test_a_length_that_is_not_known_makes_the_price_unknown(choice: Choice) -> None:
    model = priced(Price((), 250, True, "feed", DAY, ("duration", "reference_video")))
    assert model.price_of(choice) is None


def test_files_beyond_the_free_ones_are_paid() -> None:
    extra = Price((), 100, True, "feed", DAY, extra_slot="reference", free=5, each=400)
    choice = Choice({"duration": 6}, {"reference": 7})
    assert priced(extra).price_of(choice) == 600 + 800


def test_the_price_that_says_most_about_the_choice_counts() -> None:
    rough = Price((), 100, False, "feed", DAY)
    exact = Price((Condition("audio", (True,)),), 300, False, "feed", DAY)
    assert priced(rough, exact).price({"audio": True}) == 300
    assert priced(rough, exact).price({"audio": False}) == 100


def test_frames_are_offered_before_references_whatever_the_schema_begins_with() -> None:
    names = ("reference_sound", "reference", "last_frame", "first_frame", "source")
    slots = [replace(PICTURE, name=name) for name in names]
    shown = ("first_frame", "last_frame", "source", "reference", "reference_sound")
    assert tuple(one.name for one in in_order(slots)) == shown
