"""A half-made form is kept until it is made."""

import asyncio
from pathlib import Path

from videogen_desktop.services.drafts import Drafts


def test_a_draft_is_kept_replaced_and_given_up(tmp_path: Path) -> None:
    async def life() -> list[str]:
        drafts = Drafts(tmp_path / "drafts")
        said = [await drafts.kept("batch")]
        for text in ("mèo\nchó", "chim \ud83d", ""):
            await drafts.keep("batch", text)
            said.append(await Drafts(tmp_path / "drafts").kept("batch"))
        return said

    assert asyncio.run(life()) == ["", "mèo\nchó", "chim ?", ""]
    assert list((tmp_path / "drafts").iterdir()) == []


def test_a_draft_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "batch.draft").write_bytes(b"\xff\xfe\x00")
    assert asyncio.run(Drafts(tmp_path).kept("batch")) == ""


def test_a_draft_is_its_owners_alone(tmp_path: Path) -> None:
    asyncio.run(Drafts(tmp_path / "drafts").keep("batch", "secret"))
    if hasattr(Path, "owner") and tmp_path.drive == "":
        assert (tmp_path / "drafts" / "batch.draft").stat().st_mode & 0o077 == 0
