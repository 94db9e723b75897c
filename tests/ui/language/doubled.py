"""A language in which every text is twice as long as in English."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

_PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")


class Doubled(QTranslator):
    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: bytes | bytearray | memoryview | str,
        source_text: bytes | bytearray | memoryview | str,
        disambiguation: bytes | bytearray | memoryview | str | None = None,
        n: int = -1,
    ) -> str:
        text = source_text if isinstance(source_text, str) else bytes(source_text).decode()
        # What only joins other texts is not doubled with them, and what Qt looks up to find the
        # direction of writing is no text.
        has_words = any(letter.isalpha() for letter in _PLACEHOLDER.sub("", text))
        return f"{text} {text}" if has_words and not text.startswith("QT_") else text


@contextmanager
def doubled_texts() -> Iterator[None]:
    translator = Doubled()
    application = QCoreApplication.instance()
    assert application is not None
    assert application.installTranslator(translator)
    try:
        yield
    finally:
        application.removeTranslator(translator)
