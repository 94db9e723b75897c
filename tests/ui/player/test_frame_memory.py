"""What a frame took goes back to the system when the frame is gone."""

import ctypes
import sys

import pytest

from videogen_desktop.ui.player.frame_memory import return_frames

_LARGE, _FRAME = 16 << 20, 1 << 20


class Mallinfo(ctypes.Structure):
    """malloc.h: mallinfo2."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    ]


def c_library() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    if not hasattr(library, "mallinfo2"):
        pytest.skip("glibc only")
    library.mallinfo2.restype = Mallinfo
    library.malloc.restype = ctypes.c_void_p
    library.malloc.argtypes = [ctypes.c_size_t]
    library.free.argtypes = [ctypes.c_void_p]
    return library


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc only")
def test_a_frame_is_not_kept_in_the_heap_after_a_larger_one_was_freed() -> None:
    library = c_library()
    library.free(library.malloc(_LARGE))
    return_frames()
    return_frames()
    before = library.mallinfo2().hblkhd
    frame = library.malloc(_FRAME)
    during = library.mallinfo2().hblkhd
    library.free(frame)
    assert during >= before + _FRAME
    assert library.mallinfo2().hblkhd < during
