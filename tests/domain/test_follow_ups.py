"""Which models go on with a finished clip: by its task, or by its last frame."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from tests.requests import KIE, SANDBOX
from videogen_desktop.domain.follow_ups import (
    continuing,
    first_picture,
    follow_ups,
    nearest,
    parent_of,
)
from videogen_desktop.domain.model import TaskKind
from videogen_desktop.domain.offer import stand_in
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import Video


def made_by(model_id: str, **changes: object) -> Video:
    video = Video(
        id="parent",
        wallet_id="wallet",
        request=VideoRequest(model_id, "Một con mèo", {"resolution": "480p"}),
        price=100_00,
        request_sha256="",
        state=VideoState.COMPLETED,
        created_at=0,
        updated_at=0,
        revision=1,
        task_id="task",
    )
    return replace(video, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("maker", "extended_by", "upscaled_by"),
    [
        ("grok-imagine/text-to-video", ["grok-imagine/extend"], ["grok-imagine/upscale"]),
        ("grok-imagine/extend", ["grok-imagine/extend"], ["grok-imagine/upscale"]),
        ("veo-3-1", ["veo/extend"], ["veo/get-1080p-video", "veo/get-4k-video"]),
        ("pixverse-v6/transition", ["pixverse-v6/extend"], []),
        ("runway", ["runway/extend-ai-video"], []),
        ("kling-2.6/text-to-video", [], []),
        ("sandbox/video-1", [], []),
    ],
)
def test_a_vendors_follow_up_takes_what_its_own_family_made(
    maker: str, extended_by: list[str], upscaled_by: list[str]
) -> None:
    for kind, expected in ((TaskKind.EXTEND, extended_by), (TaskKind.UPSCALE, upscaled_by)):
        assert [one.id for one in follow_ups(KIE.models, maker, kind)] == expected


@pytest.mark.parametrize(
    ("maker", "continued_by"),
    [
        ("veo-3-1", "veo-3-1"),
        ("kling-2.6/text-to-video", "kling-2.6/image-to-video"),
        ("kling/v2-1-master-text-to-video", "kling/v2-1-master-image-to-video"),
        ("hailuo/02-text-to-video-pro", "hailuo/02-image-to-video-pro"),
        ("wan/2-7-text-to-video", "wan/2-7-image-to-video"),
        ("bytedance/v1-pro-text-to-video", "bytedance/v1-pro-image-to-video"),
        ("grok-imagine/text-to-video", "grok-imagine/image-to-video"),
        ("sandbox/video-1", None),
        ("topaz/video-upscale", None),
    ],
)
def test_a_clip_is_continued_by_its_own_model_or_its_sibling_for_pictures(
    maker: str, continued_by: str | None
) -> None:
    found = continuing(KIE.models, maker)
    assert (found.id if found else None) == continued_by
    if found is not None:
        assert first_picture(found) is not None


def test_only_a_finished_clip_of_the_same_wallet_and_family_is_told_to_the_vendor() -> None:
    extend = KIE.model("grok-imagine/extend")
    parent = made_by("grok-imagine/text-to-video")
    task, options = parent_of(extend, parent, "wallet")
    assert task == "task"
    assert options == {"resolution": "480p", "model": "grok-imagine/text-to-video"}
    others = [
        made_by("veo-3-1"),
        made_by(parent.model_id, wallet_id="another"),
        made_by(parent.model_id, task_id=None),
        made_by(parent.model_id, state=VideoState.FAILED, reason=Reason.PROVIDER_FAILED),
        None,
    ]
    assert [parent_of(extend, one, "wallet") for one in others] == [("", None)] * len(others)


def test_a_picture_of_a_clip_is_no_task_of_it() -> None:
    """This model's field is for the task of a picture, which no video of the library is."""
    model = KIE.model("grok-imagine/image-to-video")
    assert model.parent_wire
    assert parent_of(model, made_by("grok-imagine/text-to-video"), "wallet") == ("", None)


def test_what_has_no_pictures_goes_on_with_nothing() -> None:
    assert continuing(SANDBOX.models, "sandbox/video-1") is None


@pytest.mark.parametrize(
    ("unknown", "has_picture", "nearest_one"),
    [
        ("kling-2.5/text-to-video", False, "kling-2.6/text-to-video"),
        ("kling-2.5/image-to-video", True, "kling-2.6/image-to-video"),
        # Nothing is called like it: the vendor's first that does the same.
        ("zzz", False, next(one.id for one in KIE.models if TaskKind.TEXT in one.kinds)),
    ],
)
def test_the_nearest_model_does_the_same_and_is_called_alike(
    unknown: str, has_picture: bool, nearest_one: str
) -> None:
    inputs = {"first_frame": ("f" * 64,)} if has_picture else {}
    found = nearest(KIE.models, VideoRequest(unknown, "Một con mèo", inputs=inputs))
    assert found is not None
    assert found.id == nearest_one
    assert nearest((), VideoRequest(unknown, "Một con mèo")) is None


ONE, TWO, OTHER = "kling-2.6/text-to-video", "kling/v2-5-turbo-text-to-video-pro", "veo-3-1"
TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("successors", "expected"),
    [
        ({}, ONE),
        ({ONE: TWO}, TWO),
        # Whatever stands in for another may be retired itself.
        ({ONE: TWO, TWO: OTHER}, OTHER),
        # Successors in a circle, one that is not there, and none: the closest of the maker's.
        ({ONE: TWO, TWO: ONE}, "kling-3.0/video"),
        ({ONE: ONE}, "kling-3.0/video"),
        ({ONE: "kling-9"}, "kling-3.0/video"),
        ({ONE: ""}, "kling-3.0/video"),
    ],
)
def test_a_retired_model_has_one_that_stands_in_for_it(
    successors: Mapping[str, str], expected: str
) -> None:
    models = [
        replace(one, retired=TODAY, successor=successors[one.id]) if one.id in successors else one
        for one in KIE.models
        if one.id in (ONE, TWO, OTHER, "kling-3.0/video", "kling-2.6/image-to-video")
    ]
    found = stand_in(ONE, models, TODAY)
    assert found is not None
    assert found.id == expected
    assert stand_in("nobody knows it", models, TODAY) is None
