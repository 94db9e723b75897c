"""Redaction: keys, signed addresses and prompts taken out of what leaves this machine."""

import logging
import re
from collections.abc import Iterable, Iterator

HIDDEN = "[hidden]"
_BEARER = re.compile(r"(?i)\b(bearer\s+)[^\s'\"\\,]+")
# Signatures and keys stand behind ? or #, passwords before @.
_QUERY = re.compile(r"(?i)\b(https?://[^\s?#'\"<>]*)[?#][^\s'\"<>]*")
# Up to the last @: a password that was typed as it is may hold one.
_USER = re.compile(r"(?i)\b([a-z][a-z0-9+.-]{0,20}://)[^\s/?#'\"<>]*@")
_BASIC = re.compile(r"(?i)(authorization\W{1,6}basic\s+)[a-z0-9+/_=-]+")
# Where a vendor is asked to keep the files of requests. Whoever knows an address below it can fetch
# somebody's picture.
UPLOAD_FOLDER = "videogen-inputs"
_UPLOAD = re.compile(rf"(?i)(/{UPLOAD_FOLDER}/)[^\s/?#'\"<>\\]+")
# Shorter ones are words that any text may hold.
_LEAST_PROMPT = 4


class Redactor:
    """Takes out the exact `secrets` and `prompts`, tokens, URL queries, users, names of uploads."""

    def __init__(self, secrets: Iterable[str] = (), prompts: Iterable[str] = ()) -> None:
        exact = {secret for secret in secrets if secret}
        exact |= {prompt for prompt in prompts if len(prompt) >= _LEAST_PROMPT}
        self._exact = _longest_first(exact)

    def learn(self, secret: str) -> None:
        """Take this one out too, from now on. Any thread."""
        if secret and secret not in self._exact:
            self._exact = _longest_first({*self._exact, secret})

    @property
    def secrets(self) -> tuple[str, ...]:
        """What it takes out word for word."""
        return tuple(self._exact)

    def redacted(self, text: str) -> str:
        for secret in self._exact:
            text = text.replace(secret, HIDDEN)
        text = _BEARER.sub(rf"\1{HIDDEN}", text)
        text = _BASIC.sub(rf"\1{HIDDEN}", text)
        text = _USER.sub(r"\1", text)
        text = _UPLOAD.sub(rf"\1{HIDDEN}", text)
        return _QUERY.sub(rf"\1?{HIDDEN}", text)


def hide_in_logs(secret: str) -> None:
    """Let every log that is open leave it out from now on. Any thread."""
    # A key comes out of the keyring long after the log was opened, and the log may not wait for it.
    for redactor in _open_redactors():
        redactor.learn(secret)


def hidden_in_logs() -> tuple[str, ...]:
    """What the logs that are open leave out: the next one has to, too."""
    return tuple({secret for redactor in _open_redactors() for secret in redactor.secrets})


def _open_redactors() -> Iterator[Redactor]:
    for handler in logging.getLogger().handlers:
        redactor = getattr(handler.formatter, "redactor", None)
        if isinstance(redactor, Redactor):
            yield redactor


def _longest_first(secrets: Iterable[str]) -> list[str]:
    # One may be part of another.
    return sorted(secrets, key=len, reverse=True)
