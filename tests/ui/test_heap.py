"""What a frame took goes back to the system when the frame is gone."""

import subprocess
import sys
from pathlib import Path

import pytest

# In a process of its own: another test's heap may have room for a frame already.
_SCRIPT = """
import ctypes, sys
from videogen_desktop.ui.heap import give_memory_back
names = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"
Mallinfo = type("Mallinfo", (ctypes.Structure,), {
    "_fields_": [(name, ctypes.c_size_t) for name in names.split()]})
library = ctypes.CDLL(None)
if not hasattr(library, "mallinfo2"):
    sys.exit("no glibc")
library.mallinfo2.restype = Mallinfo
library.malloc.restype = ctypes.c_void_p
library.malloc.argtypes, library.free.argtypes = [ctypes.c_size_t], [ctypes.c_void_p]
def outside_the_heap():
    before = library.mallinfo2().hblkhd
    frame = library.malloc(2 << 20)
    grown = library.mallinfo2().hblkhd - before
    library.free(frame)
    return grown >= 2 << 20
library.free(library.malloc(16 << 20))
kept = not outside_the_heap()
give_memory_back()
give_memory_back()
# Larger than what was kept.
library.malloc(2 << 20)
print(kept, outside_the_heap())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc only")
def test_a_frame_is_not_kept_in_the_heap_after_a_larger_one_was_freed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=False
    )
    if "no glibc" in done.stderr:
        pytest.skip("glibc only")
    assert done.stdout.split() == ["True", "True"], done.stderr


_TRIM_SCRIPT = """
import asyncio, ctypes, sys
from videogen_desktop.ui.heap import trim
library = ctypes.CDLL(None)
if not hasattr(library, "mallinfo2"):
    sys.exit("no glibc")
library.malloc.restype = ctypes.c_void_p
library.malloc.argtypes = [ctypes.c_size_t]
library.free.argtypes = [ctypes.c_void_p]
def resident_pages():
    return int(open("/proc/self/statm").read().split()[1])
blocks = [library.malloc(4096) for _ in range(5000)]
for block in blocks:
    ctypes.memset(block, 1, 4096)
# The last one stays: the heap cannot shrink from its end.
for block in blocks[:-1]:
    library.free(block)
before = resident_pages()
asyncio.run(trim())
print(before - resident_pages() > 4000)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc only")
def test_what_lies_free_between_used_blocks_goes_back_when_it_is_trimmed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _TRIM_SCRIPT], capture_output=True, text=True, check=False
    )
    if "no glibc" in done.stderr:
        pytest.skip("glibc only")
    assert done.stdout.split() == ["True"], done.stderr


_RESTING_SCRIPT = """
import os, sys
from videogen_desktop import app
from videogen_desktop.ui import desktop, heap
desktop._SETTLED_MS = desktop._REST_EVERY_MS = 10
trims = []
async def trim():
    trims.append(None)
    if len(trims) == 3:
        print("again and again", flush=True)
        os._exit(0)
heap.trim = trim
sys.exit(app.main(["--provider", "sandbox", "--data-dir", sys.argv[1]]))
"""


# A whole program: 2 s.
@pytest.mark.full
def test_memory_is_given_back_again_and_again(tmp_path: Path) -> None:
    # A backup that was late kept its memory for good: the start's end had come before its own.
    command = [sys.executable, "-c", _RESTING_SCRIPT, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.split("\n")[0] == "again and again", done.stderr
