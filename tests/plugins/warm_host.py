"""Runs `python -m videogen_desktop` again and again by forking, with everything imported.

    python warm_host.py DESCRIPTOR      (of a listening Unix socket; `warm_start.py` connects)

Importing is most of what a short-lived sandbox or media helper costs. The host ends when its
standard input does.
"""

import gc
import json
import os
import selectors
import signal
import socket
import sys
import threading

import videogen_desktop.cli.sandbox
import videogen_desktop.media.clip_file
import videogen_desktop.media.helper
import videogen_desktop.media.stills
import videogen_desktop.sandbox.encode
import videogen_desktop.sandbox.server  # noqa: F401
from videogen_desktop.__main__ import main as program


def serve(listener: socket.socket) -> None:
    """Fork one program for each connection, until standard input ends."""
    # The kernel reaps: nobody here waits for a program.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    # Collecting would write to every page that the programs share.
    gc.freeze()
    with selectors.DefaultSelector() as ready:
        ready.register(0, selectors.EVENT_READ)
        ready.register(listener, selectors.EVENT_READ)
        while all(key.fileobj is listener for key, _ in ready.select()):
            connection, _ = listener.accept()
            if os.fork() == 0:
                run_program(connection)
            connection.close()


def run_program(connection: socket.socket) -> None:
    """Be the program; never returns."""
    code = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        _take_over(connection)
        threading.Thread(target=_die_with, args=(connection,), daemon=True).start()
        code = _exit_code()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        connection.send(bytes([code]))
        os._exit(code)


def _take_over(connection: socket.socket) -> None:
    """Become what the starter was: its streams, arguments, variables and working directory."""
    _, descriptors, _, _ = socket.recv_fds(connection, 1, 4)
    *streams, folder = descriptors
    for standard, descriptor in enumerate(streams):
        os.dup2(descriptor, standard)
    # Those of the host remember whether they were a file.
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", 1, encoding="utf-8", closefd=False)
    os.fchdir(folder)
    # Above the copies there is only what belongs to the host.
    kept = connection.fileno()
    os.closerange(3, kept)
    os.closerange(kept + 1, 256)
    line = b""
    while not line.endswith(b"\n"):
        line += connection.recv(65_536)
    request = json.loads(line)
    sys.argv = ["videogen", *request["arguments"]]
    os.environ.clear()
    os.environ.update(request["environment"])


def _die_with(connection: socket.socket) -> None:
    connection.recv(1)
    os.kill(os.getpid(), signal.SIGKILL)


def _exit_code() -> int:
    try:
        return program()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except BaseException as error:  # noqa: BLE001 - as the interpreter itself would end
        sys.excepthook(type(error), error, error.__traceback__)
        return 1


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
