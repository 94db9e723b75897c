"""How to reach the network; apart from the clients, so that knowing it costs no httpx."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class HttpSettings:
    """How to reach the network. `proxy` is a URL and may hold a password: it has no repr.

    Nothing is read from the environment: no proxy variables, no .netrc, no SSL_CERT_FILE.
    """

    proxy: str | None = field(default=None, repr=False)
    extra_ca_file: Path | None = None
