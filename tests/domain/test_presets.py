"""Styles: words and choices that a request takes on."""

from dataclasses import replace

import pytest

from tests.requests import KLING, SANDBOX_VIDEO, VENDORS
from videogen_desktop.domain.errors import UnknownPresetError
from videogen_desktop.domain.preset import (
    FILE,
    LONGEST_FRAGMENT,
    Preset,
    preset_named,
    presets_of,
    recognised,
)
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.resources import resource_path

SHIPPED = presets_of(resource_path(FILE).read_text(encoding="utf-8"))
MODELS = [model for vendor in VENDORS for model in vendor.models]


def own(name: str, fragment: str = "words", **options: str) -> Preset:
    return Preset("own", {"": name}, VideoRequest("", fragment, options), is_own=True)


def test_at_least_sixteen_ship_each_with_two_names_a_fragment_and_two_colours() -> None:
    assert len(SHIPPED) >= 16
    for one in SHIPPED:
        assert one.name("vi") and one.name("en") and len(one.colours) == 2
        assert 40 < len(one.fragment) <= LONGEST_FRAGMENT and one.fragment.isascii()
    names = [name for one in SHIPPED for name in {one.id, *one.names.values()}]
    assert len(names) == len(set(names)), "a name is one style's"


def test_a_style_is_found_by_any_of_its_names_whatever_the_marks() -> None:
    assert {preset_named(name, SHIPPED).id for name in ("Điện ảnh", "dien anh", "CINEMATIC")} == {
        "cinematic"
    }
    assert preset_named("neon night", SHIPPED).id == "neon-night"
    mine = own("Macro")
    assert preset_named("macro", (*SHIPPED, mine)) is mine, "an own one comes first"
    with pytest.raises(UnknownPresetError) as refused:
        preset_named("", SHIPPED)
    assert "Cinematic" in refused.value.known


def test_a_request_in_a_style_keeps_what_it_says_itself() -> None:
    style = own("Dọc", "vertical words", aspect_ratio="portrait")
    asked = VideoRequest(SANDBOX_VIDEO.id, "Một con mèo", parent="p", original_prompt="mèo")
    styled = style.applied(asked, SANDBOX_VIDEO)
    assert styled.prompt == "Một con mèo\n\nvertical words"
    shapes = [one for one in SANDBOX_VIDEO.parameters if one.role == "aspect_ratio"]
    assert styled.options["aspect_ratio"] == shapes[0].closest("9:16"), "as the model spells it"
    assert (styled.parent, styled.original_prompt) == ("p", "mèo")
    assert style.applied(styled, SANDBOX_VIDEO) == styled, "once, however often"
    square = replace(asked, options={"aspect_ratio": "1:1"})
    assert style.applied(square, SANDBOX_VIDEO).options["aspect_ratio"] == "1:1"
    nothing = replace(asked, prompt=" ")
    assert style.applied(nothing, SANDBOX_VIDEO).prompt == " ", "a style alone is no video"


def test_a_style_brings_only_what_the_model_takes() -> None:
    assert not own("x", made_up="1", duration="99999").options_for(KLING)
    for style in SHIPPED:
        for model in MODELS:
            styled = style.applied(VideoRequest(model.id, "Một con mèo"), model)
            # Raises for what the model does not have.
            model.checked_options(styled.options)
            assert set(styled.options) <= set(style.request.options)


def test_a_style_is_recognised_by_the_words_at_the_end_and_taken_off_again() -> None:
    for style in SHIPPED:
        written = style.styled("Một con mèo")
        assert recognised(written, SHIPPED) is style
        assert style.plain(written) == "Một con mèo"
        assert recognised(written + "!", SHIPPED) is None, "what was changed is the user's"
