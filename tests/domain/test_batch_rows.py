"""A row asks for what its cells say, else for what holds for all; nothing wrong goes by."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.requests import KIE, SANDBOX
from videogen_desktop.domain import errors
from videogen_desktop.domain.batch import (
    AskedRow,
    BatchDefaults,
    BatchTotal,
    CheckedRow,
    priced_row,
    share_of,
)
from videogen_desktop.domain.batch_cells import option_value
from videogen_desktop.domain.batch_columns import ColumnNames
from videogen_desktop.domain.batch_reading import RowReader
from videogen_desktop.domain.batch_text import table_of_text
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.preset import Preset, preset_named
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.vendor import Vendor

FOLDER = Path("/clips")
NAMES = ColumnNames.of(KIE.models)
COMPOSED = VideoRequest("", "Một con mèo", {"duration": 10})
NOIR = Preset("noir", {"": "Phim đen"}, VideoRequest("", "in black and white", {"duration": 10}))


def with_preset(name: str, request: VideoRequest, model: VideoModel) -> VideoRequest:
    return preset_named(name, [NOIR]).applied(request, model)


def rows(
    text: str, defaults: VideoRequest = COMPOSED, vendor: Vendor = SANDBOX, takes: int = 1
) -> list[AskedRow]:
    table = table_of_text(text, NAMES, is_table=True, folder=FOLDER)
    reader = RowReader(table, BatchDefaults(defaults, takes), vendor, with_preset)
    return [reader.read(row) for row in table.rows]


def row(text: str, defaults: VideoRequest = COMPOSED, vendor: Vendor = SANDBOX) -> AskedRow:
    (only,) = rows(text, defaults, vendor)
    return only


def problem(asked: AskedRow) -> tuple[int | None, str]:
    (only,) = asked.problems
    return only.column, type(only.error).__name__


def kie(model_id: str) -> VideoModel:
    return KIE.model(model_id)


def test_what_a_row_leaves_out_comes_from_the_composer() -> None:
    first, second = rows("prompt,duration,aspect\nmưa,,\n,5,dọc\n", takes=2)
    assert (first.request.prompt, first.request.options["duration"], first.takes) == ("mưa", 10, 2)
    assert (second.request.prompt, second.request.options["duration"]) == ("Một con mèo", 5)
    assert second.request.options["aspect_ratio"] == "portrait"


@pytest.mark.parametrize("said", ["5", "5.0", "5,0", "5 s", "5 giây", "5 GIAY"])
def test_a_length_is_read_as_people_write_it(said: str) -> None:
    assert row(f"prompt;thời lượng\nmưa;{said}\n").request.options["duration"] == 5


def test_flags_and_shapes_are_read_in_vietnamese() -> None:
    asked = row("prompt;âm thanh;tỉ lệ\nmưa;Không;Ngang\n")
    assert asked.request.options["audio"] is False
    assert asked.request.options["aspect_ratio"] == "landscape"


@pytest.mark.parametrize(
    ("text", "column", "error"),
    [
        ("prompt,mood\nmưa,buồn\n", 1, "UnknownColumnError"),
        ("prompt,model\nmưa,sora\n", 1, "UnknownModelError"),
        ("prompt,duration\nmưa,7\n", 1, "OptionValueError"),
        ("prompt,guidance\nmưa,7\n", 1, "UnknownOptionError"),
        ("prompt,takes\nmưa,5\n", 1, "OptionValueError"),
        ("prompt,credits\nmưa,-3\n", 1, "OptionValueError"),
        ("prompt,preset\nmưa,vui\n", 1, "UnknownPresetError"),
        ("prompt,ảnh\nmưa,https://example.org/a.png\n", 1, "FileAddressError"),
        ("prompt,ảnh\nmưa,a.png\n", 1, "NoSuchSlotError"),
        ("prompt,first frame\nmưa,a.png\n", 1, "NoSuchSlotError"),
        (f"prompt,title\nmưa,{'x' * 201}\n", 1, "TitleTooLongError"),
    ],
)
def test_what_is_wrong_is_a_problem_of_its_cell(text: str, column: int, error: str) -> None:
    assert problem(row(text)) == (column, error)


def test_every_wrong_cell_is_told_at_once() -> None:
    asked = row("prompt,duration,takes,mood\nmưa,7,9,buồn\n")
    assert sorted(str(one.column) for one in asked.problems) == ["1", "2", "3"]
    assert priced_row(asked, SANDBOX).priced is None


def test_what_only_the_whole_row_shows_stands_in_the_cell_that_it_is_about() -> None:
    long = "x" * 20_000
    for text, column, error in (
        (f"duration,prompt\n5,{long}\n", 1, errors.PromptTooLongError),
        ("prompt,most\nmưa,0.5\n", 1, errors.PriceAboveMostError),
    ):
        (found,) = priced_row(row(text), SANDBOX).problems
        assert (found.column, type(found.error)) == (column, error)


@pytest.mark.parametrize("said", ["wan/2-7-text-to-video", "Wan 2.7", "WAN 2.7"])
def test_a_model_is_named_by_its_id_or_by_its_title(said: str) -> None:
    asked = row(f"prompt,model\nmưa,{said}\n", vendor=KIE)
    assert asked.request.model_id == "wan/2-7-text-to-video"


def test_another_model_keeps_of_the_defaults_what_it_can_take() -> None:
    composed = VideoRequest(KIE.models[0].id, "mưa", {"duration": 10}, {"x": ("a" * 64,)})
    asked = row("prompt,model\ngió,wan/2-7-text-to-video\n", composed, KIE)
    assert not asked.problems
    assert (asked.request.options["duration"], dict(asked.request.inputs)) == (10, {})


def test_files_of_a_row_stand_for_those_of_the_composer() -> None:
    model = "wan/2-7-image-to-video"
    composed = VideoRequest(model, "mưa", {}, {"first_frame": ("a" * 64,)})
    kept, replaced = rows("prompt,ảnh\na,\nb,b.png\n", composed, KIE)
    assert dict(kept.request.inputs) == {"first_frame": ("a" * 64,)}
    assert replaced.with_files(["b" * 64]).inputs == {"first_frame": ("b" * 64,)}


@pytest.mark.parametrize(
    "cell",
    [
        '"a.png\n/pictures/b.png"',
        "a.png; /pictures/b.png",
        '"a.png, file:///pictures/b.png"',
        "a.png|/pictures/b.png",
    ],
)
def test_several_files_in_a_cell_take_the_models_places_in_their_order(cell: str) -> None:
    asked = row(f"prompt\tảnh\tmodel\nmưa\t{cell}\twan/2-7-image-to-video\n", vendor=KIE)
    assert not asked.problems
    assert [(one.slot.name, str(one.path)) for one in asked.files] == [
        ("first_frame", "/clips/a.png"),
        ("last_frame", "/pictures/b.png"),
    ]


def test_a_style_comes_before_the_composers_choices_and_after_the_rows_own() -> None:
    styled, own = rows("prompt,preset,duration\nmưa,phim den,\nmưa,noir,5\n")
    assert styled.request.prompt == "mưa\n\nin black and white"
    assert [one.request.options["duration"] for one in (styled, own)] == [10, 5]


def test_a_row_without_a_style_is_made_in_the_composers() -> None:
    table = table_of_text(
        "prompt,preset\nmưa,\nmưa,phim den\n,\n", NAMES, is_table=True, folder=FOLDER
    )
    defaults = BatchDefaults(VideoRequest("", ""), 1, "hand-drawn")
    reader = RowReader(table, defaults, SANDBOX, with_preset)
    prompts = [reader.read(one).request.prompt for one in table.rows]
    # A style alone is no description.
    assert prompts[:2] == ["mưa\n\nhand-drawn", "mưa\n\nin black and white"]
    assert prompts[2:] in ([], [""])


def test_the_name_of_a_file_is_taken_without_its_suffix() -> None:
    assert row("prompt,tên tệp\nmưa,Cảnh 1.mp4\n").title == "Cảnh 1"


PRICELESS = SANDBOX.with_models((replace(SANDBOX.models[0], prices=()),))


def unknown(takes: int = 1, most: str = "") -> AskedRow:
    """A row whose price nobody knows."""
    return row(f"prompt\ttakes\tmost\nmưa\t{takes}\t{most}\n")


def test_an_unknown_price_needs_how_much_may_be_held_in_the_row_or_for_all() -> None:
    (found,) = priced_row(unknown(), PRICELESS).problems
    assert isinstance(found.error, errors.PriceUnknownError)
    bounded = priced_row(unknown(takes=2, most="30"), PRICELESS)
    assert bounded.priced is not None
    assert (bounded.priced.price, bounded.price, bounded.priced.is_at_most) == (15_00, 30_00, True)


def test_what_is_held_for_all_is_shared_among_those_whose_price_nobody_knows() -> None:
    known = priced_row(row("prompt\nmưa\n"), SANDBOX)
    lacking = [priced_row(unknown(takes), PRICELESS) for takes in (1, 2)]
    checked = [known, *lacking]
    each = share_of(known.price + 90_00, checked)
    assert each == 30_00
    shared = [priced_row(one.asked, PRICELESS, most=each) for one in lacking]
    total = BatchTotal.of([known, *shared])
    assert (total.videos, total.price, total.is_at_most, total.wrong) == (
        4,
        known.price + 90_00,
        True,
        0,
    )
    assert share_of(known.price, checked) is None
    assert share_of(None, checked) is None


def test_rows_with_problems_are_counted_and_cost_nothing() -> None:
    wrong = priced_row(row("prompt,mood\nmưa,buồn\n"), SANDBOX)
    good: CheckedRow = priced_row(row("prompt,takes\nmưa,3\n"), SANDBOX)
    total = BatchTotal.of([wrong, good])
    assert (total.videos, total.price, total.wrong) == (3, good.price, 1)


@pytest.mark.parametrize(("written", "taken"), [("9:16", "portrait"), ("16 x 9", "landscape")])
def test_a_model_of_named_shapes_takes_their_ratios(written: str, taken: str) -> None:
    shapes = SANDBOX.models[0].parameter("aspect_ratio")
    assert shapes is not None
    assert option_value(shapes, written) == taken
    with pytest.raises(errors.OptionValueError):
        option_value(shapes, "7:3")
