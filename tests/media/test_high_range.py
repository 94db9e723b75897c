"""Clips of high dynamic range, where they are encoded for screens that have none."""

import asyncio
import struct
from pathlib import Path

import av
import pytest

from videogen_desktop.domain.export import ClipPart, ExportPlan
from videogen_desktop.executable import own_command
from videogen_desktop.media.export_client import ExportHelper

PQ, HLG = 16, 18
BT709, BT2020, LIMITED = 1, 9, 1
SIDES = (160, 90)


def grey(path: Path, transfer: int, code: int) -> Path:
    """Of this code (10 bits, limited range) in BT.2020."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx265", rate=24)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = *SIDES, "yuv420p10le"
        context = stream.codec_context
        context.options = {"x265-params": "log-level=none"}
        context.color_primaries, context.color_trc = BT2020, transfer
        context.colorspace, context.color_range = BT2020, LIMITED
        for number in range(6):
            frame = av.VideoFrame(*SIDES, "yuv420p10le")
            for plane, value in zip(frame.planes, (code, 512, 512), strict=True):
                plane.update(struct.pack("<H", value) * (plane.buffer_size // 2))
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def brightness(clip: Path, target: Path) -> int:
    """Of a grey clip, cut and so encoded anew, in 8 bits."""

    async def made() -> None:
        helper = ExportHelper(own_command("export-helper"))
        try:
            plan = ExportPlan((ClipPart(clip, 0, 100),))
            assert not (await helper.make(plan, target, lambda *_told: None)).is_copied
        finally:
            await helper.close()

    asyncio.run(made())
    with av.open(str(target)) as container:
        frame = next(container.decode(video=0))
    assert (frame.color_trc, frame.color_primaries, frame.colorspace) == (BT709,) * 3
    luma, *chroma = (bytes(plane)[20] for plane in frame.planes)
    assert all(abs(one - 128) <= 2 for one in chroma)
    return luma


@pytest.mark.full
@pytest.mark.parametrize(
    ("transfer", "codes"), [(PQ, (200, 572, 721, 940)), (HLG, (200, 721, 940))]
)
def test_what_is_too_bright_for_a_screen_is_brought_down_and_not_cut_off(
    tmp_path: Path, transfer: int, codes: tuple[int, ...]
) -> None:
    clips = [grey(tmp_path / f"{code}.mp4", transfer, code) for code in codes]
    found = [brightness(clip, tmp_path / f"made {clip.name}") for clip in clips]
    assert found == sorted(set(found)), "each is brighter than the one before"
    # Read as if it were BT.709, each would be a quarter of its code.
    assert max(abs(one - code / 4) for one, code in zip(found, codes, strict=True)) > 10
    assert found[-1] <= 236
