"""The language of the window, switched while it runs."""

import logging
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from videogen_desktop.resources import translation_path

_log = logging.getLogger(__name__)

_LOCALES = {"vi": QLocale("vi_VN"), "en": QLocale("en_US")}


class Language(StrEnum):
    VIETNAMESE = "vi"
    ENGLISH = "en"
    SYSTEM = "system"


class Translation:
    """Owns the application's translators. Main thread only.

    A switch sends LanguageChange to every widget; each rewrites its own texts.
    """

    def __init__(self, application: QCoreApplication, language: Language) -> None:
        self._application = application
        self._installed: list[QTranslator] = []
        self._code = ""
        self.use(language)

    @property
    def code(self) -> str:
        """The language in use, "vi" or "en"."""
        return self._code

    @property
    def is_complete(self) -> bool:
        """Whether the catalogue of the language in use was found."""
        return any(translator.objectName() == "videogen" for translator in self._installed)

    def use(self, language: Language) -> None:
        """Switch at once; numbers and dates follow."""
        code = _resolved(language)
        if code == self._code:
            return
        self._code = code
        QLocale.setDefault(_LOCALES[code])
        self.remove()
        # The program's own texts last: the newest translator is asked first.
        found = [self._qt_texts(code), self._own_texts(code)]
        self._installed = [translator for translator in found if translator is not None]
        for translator in self._installed:
            self._application.installTranslator(translator)
        self._follow_locale()

    def remove(self) -> None:
        """Take the catalogues away again; the window then shows its source texts."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []

    def _follow_locale(self) -> None:
        # What is already there keeps the numbers and months of the language it was made in.
        if isinstance(self._application, QApplication):
            for window in self._application.topLevelWidgets():
                window.unsetLocale()

    def _own_texts(self, code: str) -> QTranslator | None:
        return self._load(f"videogen_{code}", "videogen")

    def _qt_texts(self, code: str) -> QTranslator | None:
        # Qt ships no Vietnamese; its English is what it says without any translator.
        return self._load("qtbase_vi", "qt") if code == "vi" else None

    def _load(self, catalogue: str, name: str) -> QTranslator | None:
        path = translation_path(catalogue)
        translator = QTranslator(self._application)
        translator.setObjectName(name)
        if path is not None and translator.load(str(path)):
            return translator
        _log.warning("the catalogue %s is missing: run `make translations`", catalogue)
        return None


def _resolved(language: Language) -> str:
    if language is not Language.SYSTEM:
        return language.value
    return "vi" if QLocale.system().language() is QLocale.Language.Vietnamese else "en"
