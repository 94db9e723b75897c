"""The running sandbox: its socket, its parts, and how it ends."""

import json
import logging
import os
import signal
import socket
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from types import FrameType

import uvicorn
from starlette.types import ASGIApp
from uvicorn.server import ServerState

from videogen_desktop.sandbox.application import Api, SideApi, SkewedClock, make_application
from videogen_desktop.sandbox.books import Books
from videogen_desktop.sandbox.callbacks import Callbacks
from videogen_desktop.sandbox.catalogue import Catalogue, read_catalogue, with_more_required
from videogen_desktop.sandbox.connections import Connections
from videogen_desktop.sandbox.creation import Creation
from videogen_desktop.sandbox.faults import FaultPlan
from videogen_desktop.sandbox.files import ClipStore, FileHost, Links
from videogen_desktop.sandbox.pricing import Surroundings
from videogen_desktop.sandbox.settings import SandboxSettings
from videogen_desktop.sandbox.status import PerKeyWindow, Status
from videogen_desktop.sandbox.text_helper import TextHelper
from videogen_desktop.sandbox.uploads import Uploads

RECORD_INFO_PER_SECOND = 10
DISCOVERY_PER_SECOND = 1
SECONDS_TO_FINISH_ANSWERS = 1
_NICENESS = 5


def run_sandbox(settings: SandboxSettings) -> int:
    """Serve on 127.0.0.1 until a signal, or the end of standard input when asked for.

    Blocks; call it on the main thread. Returns the exit code: 0 stopped, 1 could not start
    (one sentence on standard error says why).

    Raises:
        UnknownFaultError: for a fault that is not on the menu.
    """
    faults = FaultPlan(settings.faults)
    if not settings.font_path.is_file():
        return _cannot_start(f"there is no font at {settings.font_path}")
    try:
        models = read_catalogue(settings.models_folder, settings.further_models)
    except (OSError, ValueError, KeyError) as error:
        return _cannot_start(f"no models can be read in {settings.models_folder}: {error}")
    if faults.is_on("required-moved"):
        models = {name: with_more_required(model) for name, model in models.items()}
    try:
        books = Books.create_or_open(settings.state_directory, settings.opening_credits)
    except (OSError, sqlite3.Error) as error:
        return _cannot_start(f"{settings.state_directory} cannot be used: {error}")
    with closing(books):
        try:
            listener = _listen(settings.port)
        except OSError as error:
            return _cannot_start(f"port {settings.port} cannot be used: {error.strerror}")
        with closing(listener):
            _serve(settings, faults, books, models, listener)
    return 0


def _serve(
    settings: SandboxSettings,
    faults: FaultPlan,
    books: Books,
    models: Catalogue,
    listener: socket.socket,
) -> None:
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    state = ServerState()
    connections = Connections(state)
    links = Links(address, books.key(), settings.link_seconds)
    callbacks = Callbacks(books, faults, links.link_to, settings.callback_shape, settings.speed)
    uploads = Uploads(settings.state_directory / "uploads", address, faults)
    clips = ClipStore(
        *(settings.state_directory / "clips", settings.font_path, settings.clip),
        *(models, Surroundings(books.task, uploads.path_of), links),
    )
    window = PerKeyWindow(RECORD_INFO_PER_SECOND, 1.0, time.monotonic)
    creation = Creation(
        *(books, faults, connections, models),
        *(
            settings.speed,
            callbacks.expect,
            uploads.lost_in,
            Surroundings(books.task, clips.file_at),
        ),
    )
    status = Status(
        *(books, faults, window, links, clips.prepare),
        *(connections, callbacks.end_was_seen),
    )
    files = FileHost(books, clips, links, faults, connections)
    discovery = PerKeyWindow(DISCOVERY_PER_SECOND, 1.0, time.monotonic)
    api = Api(books, faults, creation, status)
    side = SideApi(api, books, faults, models, links, uploads, discovery)
    application: ASGIApp = make_application(api, side, files, uploads, TextHelper(faults))
    if faults.is_on("clock-skew"):
        application = SkewedClock(application)
    announcement = json.dumps(
        {"address": address, "key": books.key(), "webhook_key": books.webhook_key()}
    )
    server = _Server(application, state, callbacks, lambda: settings.announce(announcement))
    if settings.end_with_input:
        threading.Thread(target=_watch_input, args=(server,), daemon=True).start()
        _yield_to_the_program()
    # Told to end before the loop runs, it would leave a coroutine that was never awaited.
    with closing(clips), server.capture_signals():
        server.run(sockets=[listener])


def _yield_to_the_program() -> None:
    # The real provider draws its clips on machines of its own; here they must not hold the window
    # up. On Windows whoever starts us says so.
    if sys.platform != "win32":
        os.nice(_NICENESS)


class _Server(uvicorn.Server):
    """uvicorn, with a state that was made before it and signals that end it with code 0."""

    def __init__(
        self,
        application: ASGIApp,
        state: ServerState,
        callbacks: Callbacks,
        announce: Callable[[], None],
    ) -> None:
        config = uvicorn.Config(
            application,
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=not isinstance(application, SkewedClock),
            timeout_graceful_shutdown=SECONDS_TO_FINISH_ANSWERS,
        )
        super().__init__(config)
        self.server_state = state
        self._callbacks = callbacks
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start listening, then say so."""
        await super().startup(sockets)
        self._callbacks.resume()
        self._announce()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop, cutting off within a second what is not answered by then; that is no news."""
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        await self._callbacks.close()
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """End on SIGINT and SIGTERM; unlike uvicorn, do not raise them again afterwards."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        numbers = (signal.SIGINT, signal.SIGTERM)
        previous = {number: signal.signal(number, self._stop) for number in numbers}
        try:
            yield
        finally:
            for number, handler in previous.items():
                signal.signal(number, handler)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.should_exit = True


def _listen(port: int) -> socket.socket:
    # Without the protocol's number asyncio leaves Nagle on: 46 ms a request, not 6 (measured).
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
    except OSError:
        listener.close()
        raise
    return listener


def _watch_input(server: uvicorn.Server) -> None:
    # os.read and not sys.stdin: a daemon thread inside sys.stdin's lock aborts the interpreter
    # when it shuts down.
    try:
        while os.read(0, 4096):
            pass
    except OSError:
        pass
    server.should_exit = True


def _cannot_start(reason: str) -> int:
    sys.stderr.write(f"sandbox: {reason}\n")
    return 1
