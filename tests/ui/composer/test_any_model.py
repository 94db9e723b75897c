"""The form is drawn from what a model declares, whatever model it is."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.requests import KIE
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.parameter import Parameter, WireType
from videogen_desktop.domain.request import MOST_TAKES, OptionValue, VideoRequest
from videogen_desktop.ui.composer.aspect_selector import AspectButton
from videogen_desktop.ui.composer.composer import Composer
from videogen_desktop.ui.composer.fields import NumberField, SwitchField, TextField
from videogen_desktop.ui.composer.list_field import ListField
from videogen_desktop.ui.composer.parameters import ParameterButton
from videogen_desktop.ui.theme.tokens import LIGHT

MODELS = {model.id: model for model in KIE.models}
TEXT = replace(KIE.models[0], id="text", title="Text", parameters=(), prices=(), rules=())
SHOTS = Parameter(
    "multi_prompt",
    "multi_prompt",
    WireType.LIST,
    fields=(
        Parameter("duration", "duration", WireType.INTEGER, required=True, minimum=1, maximum=12),
        Parameter("prompt", "prompt", WireType.STRING, required=True, longest=500),
    ),
    most=2,
)


def with_parameters(*parameters: Parameter, **changes: object) -> VideoModel:
    return replace(TEXT, id="one", parameters=parameters, **changes)  # type: ignore[arg-type]


def offer(composer: Composer, *models: VideoModel) -> None:
    composer.offer(replace(KIE, read_models=lambda: models))


def open_advanced(composer: Composer) -> None:
    QTest.mouseClick(composer.controls.advanced_button, Qt.MouseButton.LeftButton)


def pick(button: ParameterButton | QWidget, words: str) -> None:
    """Choose this line of a button's menu."""
    menu = button.findChild(QMenu)
    assert menu is not None
    menu.aboutToShow.emit()
    (line,) = (action for action in menu.actions() if action.text() == words)
    line.trigger()


def bar_button(composer: Composer, role: str) -> ParameterButton:
    button = composer.controls.bar.button(role)
    assert button is not None
    return button


# --- every model ------------------------------------------------------------------------------


def test_every_parameter_of_every_model_can_be_chosen(composer: Composer) -> None:
    open_advanced(composer)
    composer.controls.advanced_button.setChecked(True)
    for model in MODELS.values():
        composer.model.choose(model)
        shown = {one.role for one in model.parameters if composer.controls.bar.button(one.role)}
        if not composer.aspect.isHidden():
            shown.add("aspect_ratio")
        if not composer.controls.advanced_button.isHidden():
            advanced = composer.controls.advanced
            assert advanced is not None
            shown |= {one.role for one in model.parameters if advanced.has(one.role)}
        assert shown == {one.role for one in model.parameters}, model.id
        assert model.checked_options(composer.request.options) == composer.request.options


@pytest.mark.parametrize(("width", "rows"), [(1280, 1), (1024, 2), (480, 5)])
def test_the_row_folds_and_nothing_in_it_is_cut(
    composer: Composer, qtbot: QtBot, width: int, rows: int
) -> None:
    composer.resize(width, 400)
    for model in MODELS.values():
        composer.model.choose(model)
        qtbot.wait(1)
        parts = [one for one in composer.folding.children() if isinstance(one, QWidget)]
        shown = [one for one in parts if one.isVisible() and one.width()]
        cut = [one for one in shown if one.width() < one.minimumSizeHint().width()]
        assert cut == [], model.id
        assert max(one.geometry().right() for one in shown) < composer.folding.width(), model.id
        middles = sorted(one.geometry().center().y() for one in shown)
        # A row's parts stand on one line, and rows are further apart than that.
        breaks = [low for high, low in itertools.pairwise(middles) if low - high > 10]
        assert len(breaks) + 1 <= rows, model.id


# --- a change of model ------------------------------------------------------------------------


def test_a_video_of_a_retired_model_is_made_again_with_the_one_that_stands_in(
    composer: Composer,
) -> None:
    gone = replace(MODELS["kling-2.6/text-to-video"], retired=date(2026, 1, 1))
    sibling, other = MODELS["kling/v2-5-turbo-text-to-video-pro"], MODELS["wan/2-7-text-to-video"]
    offer(composer, other, sibling, gone)
    composer.choose(VideoRequest(gone.id, "Mèo", {"duration": 10}))
    assert composer.request.model_id == sibling.id
    assert composer.request.options["duration"] == 10


def test_a_model_that_reads_no_words_says_so(composer: Composer) -> None:
    wanted = composer.prompt.placeholderText()
    composer.model.choose(MODELS["topaz/video-upscale"])
    assert composer.prompt.placeholderText() == "Mô hình này không cần mô tả"
    composer.model.choose(MODELS["veo-3-1"])
    assert composer.prompt.placeholderText() == wanted


def test_a_change_of_model_keeps_what_both_have(composer: Composer) -> None:
    composer.model.choose(MODELS["bytedance/seedance-1.5-pro"])
    pick(bar_button(composer, "resolution"), "480p")
    pick(composer.aspect, "9:16")
    composer.model.choose(MODELS["bytedance/v1-lite-text-to-video"])
    assert composer.request.options["resolution"] == "480p"
    assert composer.aspect.current == "9:16"
    assert composer.controls.note.isHidden()


def test_a_change_of_model_says_what_it_dropped_until_the_next_choice(composer: Composer) -> None:
    composer.model.choose(MODELS["wan/2-7-text-to-video"])
    pick(bar_button(composer, "duration"), "7 giây")
    pick(bar_button(composer, "resolution"), "1080p")
    composer.model.choose(MODELS["kling-2.6/text-to-video"])
    note = composer.controls.note
    assert note.isVisible()
    assert note.text() == "Kling 2.6 không có: Thời lượng 7 giây, Độ phân giải."
    pick(bar_button(composer, "duration"), "10 giây")
    assert note.isHidden()


def test_what_a_model_did_not_have_is_there_again_with_one_that_has_it(composer: Composer) -> None:
    composer.model.choose(MODELS["wan/2-7-text-to-video"])
    pick(bar_button(composer, "duration"), "7 giây")
    composer.model.choose(MODELS["kling-2.6/text-to-video"])
    assert composer.request.options["duration"] == 5
    composer.model.choose(MODELS["wan/2-7-text-to-video"])
    assert composer.request.options["duration"] == 7


def test_what_the_next_model_does_by_itself_is_not_said_to_be_dropped(composer: Composer) -> None:
    composer.model.choose(MODELS["kling-3.0-omni/image-to-video"])
    pick(composer.aspect, "16:9")
    composer.model.choose(MODELS["kling-3.0/video"])
    assert composer.aspect.current == "16:9"
    assert "Tỉ lệ" not in composer.controls.note.text()


def test_a_shape_that_is_left_to_the_model_is_drawn_as_none(composer: Composer) -> None:
    composer.model.choose(MODELS["veo-3-1"])
    left, square = (
        composer.aspect.buttons()[-1],
        AspectButton("1:1", LIGHT, composer, shows_name=False),
    )
    assert left.accessibleName() == "Tự động"
    assert left.icon().pixmap(18).toImage() != square.icon().pixmap(18).toImage()


def test_values_of_a_models_own_are_not_said_to_be_dropped(composer: Composer) -> None:
    composer.model.choose(MODELS["veo-3-1"])
    composer.model.choose(MODELS["kling-2.6/text-to-video"])
    assert composer.controls.note.isHidden()


# --- fields under "Advanced" ------------------------------------------------------------------


def advanced_field(composer: Composer, parameter: Parameter, **changes: object) -> QWidget:
    offer(composer, with_parameters(parameter, **changes), TEXT)
    open_advanced(composer)
    advanced = composer.controls.advanced
    assert advanced is not None
    return advanced.field(parameter.role)


def chosen(composer: Composer, role: str) -> OptionValue | None:
    return composer.request.options.get(role)


def test_a_number_stays_within_its_bounds(composer: Composer) -> None:
    guidance = Parameter("guidance", "cfg", WireType.NUMBER, default=0.5, minimum=0, maximum=1)
    field = advanced_field(composer, guidance)
    assert isinstance(field, NumberField)
    assert field.line.text() == "0,5"
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "0,25")
    assert chosen(composer, "guidance") == 0.25
    QTest.keyClicks(field.line, "9")
    assert chosen(composer, "guidance") == 0.259
    field.line.selectAll()
    QTest.keyClicks(field.line, "7")
    assert field.line.property("wrong")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.line.text(), chosen(composer, "guidance")) == ("1", 1)
    assert not field.line.property("wrong")
    field.line.clear()
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.line.text() == "0,5"


def test_a_seed_is_thrown_written_or_left_to_the_model(composer: Composer) -> None:
    seed = Parameter("seed", "seed", WireType.INTEGER, minimum=10_000, maximum=99_999)
    field = advanced_field(composer, seed)
    assert isinstance(field, NumberField)
    assert field.dice is not None
    assert chosen(composer, "seed") is None
    thrown = set()
    for _ in range(5):
        field.dice.click()
        thrown.add(chosen(composer, "seed"))
        assert str(chosen(composer, "seed")) == field.line.text()
    assert len(thrown) > 1
    field.line.selectAll()
    QTest.keyClicks(field.line, "12345")
    assert chosen(composer, "seed") == 12_345
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    assert chosen(composer, "seed") is None


def test_a_text_is_taken_as_it_is_written(composer: Composer) -> None:
    field = advanced_field(
        composer, Parameter("negative_prompt", "negative", WireType.STRING, longest=10)
    )
    assert isinstance(field, TextField)
    QTest.keyClicks(field.line, "blur, noise, shake")
    assert chosen(composer, "negative_prompt") == "blur, nois"
    field.line.clear()
    field.line.textEdited.emit("")
    assert chosen(composer, "negative_prompt") is None


def test_a_switch_without_a_value_of_its_own_may_be_left_to_the_model(composer: Composer) -> None:
    plain = advanced_field(composer, Parameter("camera_fixed", "c", WireType.BOOLEAN, default=True))
    assert isinstance(plain, SwitchField)
    QTest.mouseClick(plain.box, Qt.MouseButton.LeftButton, pos=plain.box.rect().center())
    assert plain.box.isChecked() is chosen(composer, "camera_fixed")
    composer.controls.advanced_button.click()
    either = advanced_field(composer, Parameter("nsfw_checker", "n", WireType.BOOLEAN))
    pick(either, "Tắt")
    assert chosen(composer, "nsfw_checker") is False
    pick(either, "Tự động")
    assert chosen(composer, "nsfw_checker") is None


def test_shots_are_rows_of_a_text_and_seconds(composer: Composer) -> None:
    field = advanced_field(composer, SHOTS)
    assert isinstance(field, ListField)
    for words, seconds in (("the sea at dawn", "4"), ("a market", "")):
        field.add.click()
        text, number = field.rows[-1].lines
        QTest.keyClicks(text, words)
        number.selectAll()
        QTest.keyClicks(number, seconds)
    assert field.add.isHidden(), "at most two"
    expected: Sequence[dict[str, OptionValue]] = (
        {"prompt": "the sea at dawn", "duration": 4},
        {"prompt": "a market", "duration": 1},
    )
    assert chosen(composer, SHOTS.role) == expected
    field.rows[0].removed.emit(field.rows[0])
    assert chosen(composer, SHOTS.role) == expected[1:]
    assert not field.add.isHidden()


def test_a_shot_without_words_is_none_yet(composer: Composer) -> None:
    field = advanced_field(composer, SHOTS)
    assert isinstance(field, ListField)
    field.add.click()
    assert chosen(composer, SHOTS.role) is None


@pytest.mark.parametrize("model", ["kling-3.0/video", "kling-3.0-omni/text-to-video"])
def test_a_row_stays_while_its_shot_is_written(composer: Composer, model: str) -> None:
    composer.model.choose(MODELS[model])
    open_advanced(composer)
    assert composer.controls.advanced is not None
    field = composer.controls.advanced.field("multi_prompt")
    assert isinstance(field, ListField)
    for words in ("the sea at dawn", "a market"):
        field.add.click()
        QTest.keyClicks(field.rows[-1].lines[0], words)
    assert [row.lines[0].text() for row in field.rows] == ["the sea at dawn", "a market"]


# --- price, takes and what keeps a request back -----------------------------------------------


def test_the_button_has_the_price_of_all_takes(composer: Composer) -> None:
    composer.prompt.setPlainText("một con mèo")
    takes = composer.controls.takes
    assert composer.button.text() == "Tạo video · 110 credits"
    for _ in range(MOST_TAKES):
        takes.more.click()
    assert composer.takes == MOST_TAKES
    assert composer.button.text() == "Tạo 4 video · 440 credits"
    assert composer.price == 440_00
    assert "Còn lại sau lần này: 560 credits" in composer.button.toolTip()
    assert "4 × 110 credits = 440 credits" in composer.button.toolTip()
    composer.set_available(439_99)
    assert not composer.button.isEnabled()
    takes.less.click()
    assert composer.button.isEnabled()


def test_after_a_request_the_next_is_one_video_again(composer: Composer) -> None:
    composer.prompt.setPlainText("một con mèo")
    composer.controls.takes.more.click()
    composer.submit()
    composer.request_accepted()
    assert composer.takes == 1


def test_an_unknown_price_is_said_on_the_button(composer: Composer) -> None:
    offer(composer, with_parameters(prices=()), TEXT)
    assert composer.button.text() == "Tạo video · giá chưa rõ"


def test_a_missing_picture_is_asked_for_quietly(composer: Composer) -> None:
    composer.prompt.setPlainText("một con mèo")
    composer.model.choose(MODELS["kling-2.6/image-to-video"])
    assert composer.controls.note.text() == "Còn thiếu: Khung hình đầu"
    assert composer.controls.note.property("role") == "small"
    assert not composer.button.isEnabled()


def test_choices_that_do_not_go_together_are_said_before_anything_is_sent(
    composer: Composer,
) -> None:
    composer.prompt.setPlainText("một con mèo")
    composer.model.choose(MODELS["kling-3.0/video"])
    open_advanced(composer)
    advanced = composer.controls.advanced
    assert advanced is not None
    several = advanced.field("multi_shots")
    assert isinstance(several, SwitchField)
    several.box.click()
    assert composer.controls.note.property("role") == "warning"
    assert not composer.button.isEnabled()
    several.box.click()
    assert composer.button.isEnabled()


def test_a_whole_request_comes_back_into_the_form(composer: Composer) -> None:
    options: dict[str, OptionValue] = {
        "resolution": "1080p",
        "duration": 7,
        "negative_prompt": "mờ",
        "seed": 7,
    }
    before = VideoRequest("wan/2-7-text-to-video", "một con mèo", options, parent="abc")
    composer.reuse(before)
    request = composer.request
    assert {**request.options, **options} == request.options
    assert (request.model_id, request.prompt, request.parent) == (
        "wan/2-7-text-to-video",
        "một con mèo",
        "abc",
    )


def test_without_the_frame_that_it_continues_from_a_request_continues_nothing(
    composer: Composer,
) -> None:
    offer(composer, KIE.model("kling-2.6/image-to-video"))
    frame = {"first_frame": ("a" * 64,)}
    composer.reuse(VideoRequest("kling-2.6/image-to-video", "Mèo", {}, frame, parent="clip"))
    composer.choices.place("last_frame", ())
    assert composer.request.parent == "clip"
    composer.choices.place("first_frame", ())
    assert composer.request.parent == ""
