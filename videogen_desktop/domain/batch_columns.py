"""The columns of a batch: what stands above one, in Vietnamese or English, and what it means."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.domain.text import folded

if TYPE_CHECKING:
    from videogen_desktop.domain.model import VideoModel

# What a column may mean besides a parameter of a model, by its role, or a place for files, by its
# name. Files of FILES take the places of the row's model in their order.
PROMPT = "prompt"
MODEL = "model"
PRESET = "preset"
TAKES = "takes"
TITLE = "title"
MOST = "most"
FILES = "files"
OWN_COLUMNS = (PROMPT, MODEL, FILES, PRESET, TAKES, TITLE, MOST)
# Folded: without marks, in small letters, words alone.
_NAMES = {
    PROMPT: ("prompt", "description", "mo ta", "noi dung", "yeu cau", "cau lenh", "text"),
    MODEL: ("model", "model id", "mo hinh"),
    FILES: (
        *("image", "images", "picture", "pictures", "photo", "photos", "file", "files", "inputs"),
        *("anh", "hinh", "hinh anh", "cac anh", "tep dau vao"),
    ),
    PRESET: ("preset", "style", "phong cach", "mau san", "kieu"),
    TAKES: ("takes", "take", "count", "so lan", "so ban", "so luong", "so video", "lan"),
    TITLE: (
        *("title", "name", "file name", "filename", "output", "output file"),
        *("ten tep", "ten file", "tieu de", "ten video", "ten"),
    ),
    MOST: (
        *("most", "max credits", "at most", "credits"),
        *("giu nhieu nhat", "giu toi da", "toi da", "credits toi da", "nhieu nhat"),
    ),
    "aspect_ratio": (
        *("aspect ratio", "aspect", "ratio", "shape"),
        *("ti le", "ty le", "ti le khung hinh", "ty le khung hinh", "khung hinh", "kho hinh"),
    ),
    "duration": ("duration", "length", "seconds", "thoi luong", "do dai", "so giay", "giay"),
    "resolution": ("resolution", "size", "do phan giai"),
    "audio": ("audio", "sound", "am thanh", "tieng"),
    "quality": ("quality", "chat luong"),
    "negative_prompt": (
        *("negative prompt", "negative", "what must not appear"),
        *("khong muon thay trong video", "khong muon thay", "loai tru", "mo ta loai tru"),
    ),
    "seed": ("seed", "so hat giong", "hat giong", "seed so hat giong"),
    "guidance": ("guidance", "cfg", "faithfulness to the description", "do bam sat mo ta"),
    "camera_fixed": (
        *("camera fixed", "camera lock", "camera stands still"),
        *("giu may quay dung yen", "may quay dung yen"),
    ),
    "mode": ("mode", "che do"),
    "watermark": ("watermark", "hinh mo", "hinh mo watermark"),
    "first_frame": (
        *("first frame", "first image", "start image", "start frame"),
        *("khung hinh dau", "anh dau", "anh bat dau"),
    ),
    "last_frame": (
        *("last frame", "last image", "end image", "end frame"),
        *("khung hinh cuoi", "anh cuoi", "anh ket thuc"),
    ),
    "reference": (
        *("reference", "references", "reference image", "reference images", "reference pictures"),
        *("anh tham chieu", "tham chieu"),
    ),
    "reference_video": ("reference video", "reference videos", "video tham chieu"),
    "reference_sound": (
        *("reference sound", "reference sounds", "reference audio"),
        *("am thanh tham chieu",),
    ),
    "source": ("source", "source video", "video", "video goc"),
    "source_sound": ("source sound", "source audio", "am thanh goc"),
    "portrait": ("portrait", "picture of a person", "anh nhan vat", "nhan vat"),
}
_NOT_WORDS = re.compile(r"[\W_]+")


def folded_name(header: str) -> str:
    """As headers are compared: no marks, case, underscores or punctuation. Also for values."""
    return _NOT_WORDS.sub(" ", folded(header)).strip()


@dataclass(frozen=True, slots=True)
class BatchColumn:
    """One column; `means` is one of OWN_COLUMNS, a parameter's role or a place's name, and None
    where nobody knows: each of its cells is a problem then, unless it is empty."""

    header: str
    means: str | None


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """All names that a column may have, folded, with what each means."""

    meanings: Mapping[str, str]

    @classmethod
    def of(cls, models: "Iterable[VideoModel]" = ()) -> "ColumnNames":
        """Those that everybody knows, and the parameters and places of these models by their own
        names and the vendor's."""
        found: dict[str, str] = {}
        for model in models:
            for slot in model.slots:
                found.setdefault(folded_name(slot.name), slot.name)
            for one in model.parameters:
                found.setdefault(folded_name(one.role), one.role)
                found.setdefault(folded_name(one.wire), one.role)
        common = {name: means for means, names in _NAMES.items() for name in names}
        # A vendor's field called "image" or "prompt" is still what people mean by it.
        return cls({**found, **common})

    def column(self, header: str) -> BatchColumn:
        """The column under this header."""
        shown = " ".join(header.split())
        return BatchColumn(shown, self.meanings.get(folded_name(header)))

    def columns(self, headers: Iterable[str]) -> tuple[BatchColumn, ...]:
        """Of a whole line of them. What was said by an earlier one says nothing again."""
        found: list[BatchColumn] = []
        for column in map(self.column, headers):
            is_again = column.means in [one.means for one in found] and column.means != FILES
            found.append(BatchColumn(column.header, None) if is_again else column)
        return tuple(found)
