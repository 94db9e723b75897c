"""One file of several clips: frame by frame, sound to its end, as its target takes it."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path
from random import Random

import av
import pytest
from PIL import Image

from tests.media.clip_files import FRAMES_PER_SECOND, Recipe, blue_left_red_right, write_clip
from tests.media.export_files import add_tone, numbered, onsets, pixel, seen
from videogen_desktop.domain.errors import ExportRefusedError, NotPlayableError
from videogen_desktop.domain.export import (
    Bars,
    ClipPart,
    ExportPlan,
    ExportTarget,
    MadeClip,
    target_named,
)
from videogen_desktop.executable import own_command
from videogen_desktop.media.clip_file import probe
from videogen_desktop.media.export_client import ExportHelper
from videogen_desktop.media.export_helper import LIMITS
from videogen_desktop.media.export_plan import plan_text
from videogen_desktop.media.protocol import Request, encode, read_body
from videogen_desktop.media.tagging import read_tags

RECIPE = Recipe(frames=24, picture=numbered)
SILENT = replace(RECIPE, audio=None)
PORTRAIT = replace(SILENT, size=(180, 320))
ALL = list(range(24))

full = partial(pytest.param, marks=pytest.mark.full)
Make = Callable[[ExportPlan], tuple[Path, MadeClip]]


def made_by(helper: ExportHelper, plan: ExportPlan, target: Path) -> MadeClip:
    return asyncio.run(_made(helper, plan, target))


async def _made(helper: ExportHelper, plan: ExportPlan, target: Path) -> MadeClip:
    try:
        return await helper.make(plan, target, lambda *_told: None)
    finally:
        await helper.close()


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Has the real helper make a file of the plan."""

    def make(plan: ExportPlan) -> tuple[Path, MadeClip]:
        target = tmp_path / "đã ghép.mp4"
        helper = ExportHelper(own_command("export-helper"))
        return target, made_by(helper, plan, target)

    return make


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("clips")
    made = {
        "one": write_clip(folder / "một.mp4", RECIPE),
        "two": write_clip(folder / "hai.mp4", RECIPE),
        "silent": write_clip(folder / "câm.mp4", SILENT),
        "portrait": write_clip(folder / "đứng.mp4", PORTRAIT),
        "turned": write_clip(folder / "xoay.mp4", replace(RECIPE, rotation=90)),
    }
    made["quiet"] = add_tone(folder / "nhỏ.mp4", made["silent"], 0.03, 2)
    made["loud"] = add_tone(folder / "to.mp4", made["portrait"], 0.95, 2)
    return made


def test_clips_that_match_are_joined_packet_by_packet(make: Make, clips: dict[str, Path]) -> None:
    parts = (ClipPart(clips["one"]), ClipPart(clips["two"]), ClipPart(clips["one"]))
    target, made = make(ExportPlan(parts, title="Mèo", comment="{}"))
    assert made == MadeClip(320, 180, 6_000, is_copied=True)
    found = seen(target)
    assert found.numbers == ALL * 3
    assert found.times == pytest.approx([n / FRAMES_PER_SECOND for n in range(72)], abs=0.001)
    assert found.sound_seconds == pytest.approx(6, abs=0.05)
    assert read_tags(target) == {"title": "Mèo", "comment": "{}"}
    # The index comes first: it plays while it is being loaded.
    content = target.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")
    with av.open(str(target)) as joined, av.open(str(clips["one"])) as one:
        packets = [bytes(p) for p in joined.demux(video=0) if p.dts is not None]
        assert packets == [bytes(p) for p in one.demux(video=0) if p.dts is not None] * 3


@pytest.mark.parametrize(
    ("start_ms", "end_ms", "kept"),
    [
        (0, None, ALL),
        (250, 1000, ALL[3:12]),
        (1000, 1000, None),
        # Players tell whole milliseconds.
        full(249, 1001, ALL[3:12]),
        full(251, 999, ALL[3:12]),
        # Within a frame: it is shown then.
        full(300, 1040, ALL[3:13]),
        full(1917, None, ALL[23:]),
        full(9_000, None, ALL[23:]),
        full(0, 1, None),
    ],
)
def test_both_ends_are_cut_to_the_frame(
    make: Make, clips: dict[str, Path], start_ms: int, end_ms: int | None, kept: list[int] | None
) -> None:
    plan = ExportPlan((ClipPart(clips["one"], start_ms, end_ms), ClipPart(clips["silent"], 0, 500)))
    if kept is None:
        with pytest.raises(ExportRefusedError) as refused:
            make(plan)
        assert refused.value.reason == "nothing_left"
        return
    target, made = make(plan)
    found = seen(target)
    assert found.numbers == kept + ALL[:6]
    assert found.times == pytest.approx(
        [n / FRAMES_PER_SECOND for n in range(len(kept) + 6)], abs=0.001
    )
    # The second has no sound: it is silence there, and none of it stands elsewhere.
    assert found.sound_seconds == pytest.approx((len(kept) + 6) / FRAMES_PER_SECOND, abs=0.03)
    assert made.duration_ms == round((len(kept) + 6) * 1000 / FRAMES_PER_SECOND)


@pytest.mark.full
@pytest.mark.parametrize("sound_seconds", [2.0, 0.6])
def test_each_sound_begins_with_its_pictures_however_many_are_joined(
    make: Make, clips: dict[str, Path], tmp_path: Path, sound_seconds: float
) -> None:
    clip = add_tone(tmp_path / "beep.mp4", clips["silent"], 0.5, sound_seconds, until=0.2)
    target, made = make(ExportPlan((ClipPart(clip),) * 8))
    # A sound that ends too soon needs silence behind it, which nobody can copy.
    assert made.is_copied == (sound_seconds == 2)
    assert onsets(target) == pytest.approx([2 * number for number in range(8)], abs=0.025)
    assert seen(target).numbers == ALL * 8


@pytest.mark.full
def test_turned_clips_of_a_kind_stay_turned(make: Make, clips: dict[str, Path]) -> None:
    target, made = make(ExportPlan((ClipPart(clips["turned"]),) * 2))
    assert made == MadeClip(180, 320, 4_000, is_copied=True)
    assert probe(target) == replace(probe(clips["turned"]), duration_ms=4_000)


@pytest.mark.full
def test_a_matrix_of_zeros_turns_nothing(
    make: Make, clips: dict[str, Path], tmp_path: Path
) -> None:
    content = bytearray(clips["silent"].read_bytes())
    begin = content.index(b"tkhd") + 4 + 40
    content[begin : begin + 36] = bytes(36)
    zeros = tmp_path / "zeros.mp4"
    zeros.write_bytes(content)
    _target, made = make(ExportPlan((ClipPart(zeros),) * 2))
    assert made == MadeClip(320, 180, 4_000, is_copied=True)


@pytest.mark.full
@pytest.mark.parametrize(
    "other",
    [
        replace(RECIPE, options=(("crf", "40"), ("bf", "0"))),
        replace(RECIPE, video="libx265", codec_tag="hvc1"),
        replace(RECIPE, movflags="frag_keyframe+empty_moov"),
        replace(RECIPE, container="mov"),
        replace(RECIPE, title="mèo"),
    ],
    ids=["other encoder", "other codec", "fragments", "mov", "tags"],
)
def test_whatever_is_joined_shows_every_frame_in_order(
    make: Make, clips: dict[str, Path], tmp_path: Path, other: Recipe
) -> None:
    clip = write_clip(tmp_path / f"khác.{other.container}", other)
    target, _ = make(ExportPlan((ClipPart(clips["one"]), ClipPart(clip), ClipPart(clips["one"]))))
    found = seen(target)
    assert found.numbers == ALL * 3
    assert found.times == pytest.approx([n / FRAMES_PER_SECOND for n in range(72)], abs=0.002)
    assert found.sound_seconds == pytest.approx(6, abs=0.06)


@pytest.mark.full
def test_pictures_that_match_are_copied_also_where_a_sound_is_missing(
    make: Make, clips: dict[str, Path]
) -> None:
    target, _ = make(ExportPlan((ClipPart(clips["silent"]), ClipPart(clips["quiet"]))))
    found = seen(target)
    assert found.numbers == ALL * 2
    assert found.sound_seconds == pytest.approx(4, abs=0.03)
    with av.open(str(target)) as joined, av.open(str(clips["silent"])) as one:
        packets = [bytes(p) for p in joined.demux(video=0) if p.dts is not None]
        assert packets == [bytes(p) for p in one.demux(video=0) if p.dts is not None] * 2


@pytest.mark.full
def test_a_turned_clip_stands_upright_among_others(make: Make, clips: dict[str, Path]) -> None:
    target, made = make(ExportPlan((ClipPart(clips["portrait"]), ClipPart(clips["turned"]))))
    assert (made.width, made.height) == (180, 320)
    found = seen(target)
    assert found.numbers[:24] == ALL
    with av.open(str(target)) as joined:
        last = [_image(frame) for frame in joined.decode(video=0)][-1]
    # 23 is 111010 from the left; turned by 90 degrees against the clock its bars lie, from below.
    lights = [pixel(last, 45, 320 * (11 - 2 * bit) // 12)[1] > 130 for bit in range(6)]
    assert lights == [bool(23 >> bit & 1) for bit in range(6)]


@pytest.mark.full
def test_frames_of_different_rates_keep_their_times(make: Make, tmp_path: Path) -> None:
    slow = write_clip(tmp_path / "slow.mp4", SILENT)
    fast = _at_uneven_times(tmp_path / "uneven.mp4", [0, 40, 80, 160, 280, 320], end_ms=360)
    target, _ = make(ExportPlan((ClipPart(fast), ClipPart(slow, 0, 1000))))
    found = seen(target)
    # At 25 a second each place shows the frame that stands there, for as long as it stood.
    assert found.numbers[:9] == [0, 1, 2, 2, 3, 3, 3, 4, 5]
    assert len(found.numbers) == 9 + 25
    assert found.numbers[9:] == sorted(found.numbers[9:])
    assert set(found.numbers[9:]) == set(range(12))


def _image(frame: av.VideoFrame) -> Image.Image:
    picture: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
    return picture


def _at_uneven_times(path: Path, times_ms: list[int], end_ms: int) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=1000)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        stream.codec_context.time_base = Fraction(1, 1000)
        stream.codec_context.options = {"bf": "0"}
        packets = []
        for number, at in enumerate(times_ms):
            frame = av.VideoFrame.from_image(numbered(number, (320, 180)))  # type: ignore[no-untyped-call]
            frame.pts, frame.time_base = at, Fraction(1, 1000)
            packets += stream.encode(frame)
        packets += stream.encode(None)
        for packet, following in zip(packets, [*times_ms[1:], end_ms], strict=True):
            packet.duration = following - (packet.pts or 0)
            container.mux(packet)
    return path


@pytest.mark.parametrize(
    ("clip", "part", "within"),
    [
        ("quiet", 4, (0, 164, 270, 316)),
        full("quiet", 1, (0, 656, 1080, 1264)),
        full("loud", 1, None),
    ],
)
def test_a_target_has_its_sides_and_its_loudness(
    make: Make,
    clips: dict[str, Path],
    clip: str,
    part: int,
    within: tuple[int, int, int, int] | None,
) -> None:
    sides = (1080 // part, 1920 // part)
    wanted = replace(target_named("tiktok"), sides=sides)
    target, made = make(ExportPlan((ClipPart(clips[clip]),), wanted))
    assert (made.width, made.height, made.is_copied) == (*sides, False)
    found = seen(target, within=within)
    assert found.sides == sides
    assert found.numbers == ALL
    assert found.loudness == pytest.approx(-14, abs=1)
    assert found.peak is not None and found.peak <= -1
    with av.open(str(target)) as made_clip:
        context = made_clip.streams.video[0].codec_context
        assert (context.name, context.pix_fmt) == ("h264", "yuv420p")
        assert (context.color_primaries, context.colorspace, context.color_range) == (1, 1, 1)


@pytest.mark.full
def test_the_sound_stays_as_loud_as_it_is_where_nobody_wants_it_levelled(
    make: Make, clips: dict[str, Path]
) -> None:
    small = replace(target_named("youtube"), sides=(320, 180))
    loudness = []
    for wanted in (None, -14.0):
        plan = ExportPlan((ClipPart(clips["quiet"]),), replace(small, loudness=wanted))
        loudness.append(seen(make(plan)[0]).loudness)
    left, levelled = loudness
    assert left is not None and left < -25
    assert levelled == pytest.approx(-14, abs=1)


@pytest.mark.full
@pytest.mark.parametrize("bars", list(Bars))
def test_bars_are_black_or_the_clip_out_of_focus(make: Make, tmp_path: Path, bars: Bars) -> None:
    clip = write_clip(tmp_path / "a.mp4", replace(PORTRAIT, frames=2, picture=blue_left_red_right))
    small = replace(target_named("youtube"), sides=(640, 360))
    target, _ = make(ExportPlan((ClipPart(clip),), small, bars))
    with av.open(str(target)) as made_clip:
        picture = _image(next(made_clip.decode(video=0)))
    left, right, inside = (pixel(picture, x, 180) for x in (40, 600, 270))
    if bars is Bars.PLAIN:
        assert max(*left, *right) < 12
    else:
        assert left[2] > 60 > left[0] + 10 and right[0] > 60 > right[2] + 10
    assert inside[2] > 150


@pytest.mark.full
def test_a_file_is_never_larger_than_its_target_takes(make: Make, tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "a.mp4", replace(RECIPE, frames=48, picture=_noise))
    most = ExportTarget("tiny", "Tiny", most_bytes=400_000)
    assert clip.stat().st_size > 1_000_000
    target, made = make(ExportPlan((ClipPart(clip),), most))
    assert 200_000 < target.stat().st_size <= 400_000
    assert made.duration_ms == 4_000


def _noise(number: int, size: tuple[int, int]) -> Image.Image:
    return Image.frombytes("RGB", size, Random(number).randbytes(3 * size[0] * size[1]))


@pytest.mark.full
def test_what_no_number_of_bytes_can_show_is_refused(make: Make, clips: dict[str, Path]) -> None:
    with pytest.raises(ExportRefusedError) as refused:
        make(
            ExportPlan((ClipPart(clips["one"], 100),), ExportTarget("no", "No", most_bytes=20_000))
        )
    assert refused.value.reason == "too_long"


@pytest.mark.full
def test_a_file_that_is_no_clip_is_refused_and_nothing_is_left(make: Make, tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"no clip")
    with pytest.raises(NotPlayableError):
        make(ExportPlan((ClipPart(tmp_path / "a.mp4"),)))
    assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"]


@pytest.mark.full
@pytest.mark.skipif(sys.platform != "linux", reason="reads the limits in /proc")
def test_the_helper_works_under_limits_of_its_own_and_yields(
    clips: dict[str, Path], tmp_path: Path
) -> None:
    command = own_command("export-helper")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None and process.stdout is not None
        plan = plan_text(ExportPlan((ClipPart(clips["one"]),)))
        arguments: dict[str, str | int] = {"plan": plan, "destination": str(tmp_path / "a.mp4")}
        process.stdin.write(encode(Request(1, "look", arguments)))
        process.stdin.flush()
        assert read_body(process.stdout) is not None  # type: ignore[arg-type]
        lines = Path(f"/proc/{process.pid}/limits").read_text().splitlines()
        found = {line[:26].strip(): line[26:].split()[0] for line in lines}
        nice = Path(f"/proc/{process.pid}/stat").read_text().rpartition(") ")[2].split()[16]
        process.stdin.close()
        assert process.wait(30) == 0
    assert found["Max address space"] == str(LIMITS.address_space)
    assert found["Max file size"] == str(LIMITS.largest_file)
    assert found["Max open files"] == str(LIMITS.open_files)
    assert found["Max core file size"] == "0"
    assert int(nice) == min(os.nice(0) + LIMITS.niceness, 19)
