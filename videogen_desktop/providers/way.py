"""The way of a request to its server, and how far it came, as httpcore's trace tells it.

Only a positive proof counts. An event that is not known here, or a version of httpcore that names
them otherwise, proves nothing: then a paid request may have left.
"""

from collections.abc import Callable
from typing import Any

# httpcore's documented events (its extension `trace`) for connecting, a proxy's handshake and TLS.
_ON_THE_WAY = frozenset(
    {
        "connection.connect_tcp",
        "connection.start_tls",
        "proxy.start_tls",
        "socks.connect_tcp",
        "socks.setup_socks5_connection",
        "socks.start_tls",
    }
)
_BEYOND_THE_PROXY = frozenset({"proxy.start_tls", "socks.start_tls"})
# An HTTP proxy is asked for its tunnel with a request of its own.
_TUNNEL = b"CONNECT"
_TIDYING = "http11.response_closed"


class Way:
    """One request's way; give `see` to httpcore as its trace."""

    def __init__(self, begun: Callable[[], None]) -> None:
        """`begun` is called once, before the first byte of the request itself is written."""
        self._begun = begun
        self._has_begun = False
        self._step = ""
        self._step_is_done = True
        self._stream: Any = None

    @property
    def was_not_gone(self) -> bool:
        """Proof: nothing but the way was ever begun, and its last step did not come to its end."""
        return not self._has_begun and not self._step_is_done

    @property
    def is_beyond_the_proxy(self) -> bool:
        """Whether the proxy had done its part."""
        return self._step in _BEYOND_THE_PROXY

    async def see(self, event: str, info: dict[str, Any]) -> None:
        """One event: the name of a step and what became of it."""
        step, _, phase = event.rpartition(".")
        if step == _TIDYING:
            return
        if phase == "started":
            self._started(step, info)
        elif phase == "complete" and step == self._step:
            self._step_is_done = True
            if step in _ON_THE_WAY:
                self._stream = info.get("return_value")

    async def close(self) -> None:
        """Let go of a connection on which nothing was begun: httpcore 1.0 leaves it open when a
        SOCKS proxy's handshake fails."""
        if self._stream is not None and not self._has_begun:
            await self._stream.aclose()

    def _started(self, step: str, info: dict[str, Any]) -> None:
        asks_for_tunnel = getattr(info.get("request"), "method", None) == _TUNNEL
        if step in _ON_THE_WAY or asks_for_tunnel:
            self._step, self._step_is_done = step, False
        elif not self._has_begun:
            self._has_begun = True
            self._begun()
