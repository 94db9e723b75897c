"""Questions, file dialogs and menus, opened as the program itself opens them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox, QWidget

from tests.requests import KIE
from tests.ui.gallery.cards import card
from tests.ui.language.scene import NOW, PROMPT, Scene, cards
from videogen_desktop.domain.gallery import Collection
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.states import VideoState
from videogen_desktop.ui.about import NoticesDialog, about_box
from videogen_desktop.ui.account.filter_bar import FilterBar
from videogen_desktop.ui.account.statement_dialog import CSV, JSON, StatementDialog
from videogen_desktop.ui.gallery.card_commands import card_menu, selection_menu
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.library.collections_presenter import CollectionsPresenter
from videogen_desktop.ui.library.copies_presenter import CopiesPresenter
from videogen_desktop.ui.library.deletion_presenter import DeletionPresenter
from videogen_desktop.ui.library.dialogs import PeriodDialog, name_dialog, removal_question
from videogen_desktop.ui.library.filters import Period
from videogen_desktop.ui.library.toolbar import LibraryToolbar
from videogen_desktop.ui.library.undoing import Undoing
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.settings.files_page import FilesPage
from videogen_desktop.ui.settings.network_page import NetworkPage
from videogen_desktop.ui.settings.settings_store import SettingsStore, WindowPlaces

_IDS = tuple(item.video.id for item in cards())
_Dialog = TypeVar("_Dialog", bound=QWidget)


def _opened(scene: Scene, kind: type[_Dialog]) -> _Dialog:
    (dialog,) = scene.frame.findChildren(kind)
    if isinstance(dialog, QFileDialog):
        dialog.setDirectory(str(scene.folder))
    return dialog


def _model(scene: Scene) -> GalleryModel:
    model = GalleryModel(scene.frame)
    model.set_ids(list(_IDS))
    model.put_items(cards())
    return model


def _delete(count: int) -> Callable[[Scene], QWidget]:
    def question(scene: Scene) -> QWidget:
        model, players = _model(scene), PlayerPool(parent=scene.frame)
        DeletionPresenter(scene.bridge, model, players, scene.frame).ask(_IDS[:count])
        return _opened(scene, QMessageBox)

    return question


def _save(count: int) -> Callable[[Scene], QWidget]:
    def dialog(scene: Scene) -> QWidget:
        copies = CopiesPresenter(scene.bridge, _model(scene), scene.frame)
        copies._open_dialog(_IDS[:count], str(scene.folder))
        return _opened(scene, QFileDialog)

    return dialog


def _statement_file(kind: str) -> Callable[[Scene], QWidget]:
    def dialog(scene: Scene) -> QWidget:
        StatementDialog(scene.tokens, lambda: NOW, scene.frame).export_button.ask_where(kind)
        return _opened(scene, QFileDialog)

    return dialog


def _clips_folder(scene: Scene) -> QWidget:
    store = SettingsStore(scene.bridge, Settings(), scene.frame)
    page = FilesPage(scene.tokens, store, WindowPlaces(scene.folder, scene.folder))
    page.setParent(scene.frame)
    page._ask_folder()
    return _opened(scene, QFileDialog)


def _certificate(scene: Scene) -> QWidget:
    page = NetworkPage(scene.tokens, SettingsStore(scene.bridge, Settings(), scene.frame))
    page.setParent(scene.frame)
    page._ask_ca()
    return _opened(scene, QFileDialog)


def _known_collections(scene: Scene) -> CollectionsPresenter:
    collections = CollectionsPresenter(scene.bridge, Undoing(scene.frame), scene.frame)
    collections._came((Collection("a", PROMPT), Collection("b", PROMPT)))
    return collections


def _collection_name(scene: Scene) -> QWidget:
    _known_collections(scene).ask_name(_IDS[:1])
    return _opened(scene, QInputDialog)


def _collections(scene: Scene) -> QWidget:
    return _known_collections(scene).menu(_IDS[:1], "a")


def _collection_again(scene: Scene) -> QWidget:
    return name_dialog(scene.frame, PROMPT, is_taken=True)


def _collection_goes(scene: Scene) -> QWidget:
    return removal_question(scene.frame, PROMPT)[0]


def _about(scene: Scene) -> QWidget:
    return about_box(scene.frame)


def _licences(scene: Scene) -> QWidget:
    return NoticesDialog(scene.tokens, scene.frame)


def _days(scene: Scene) -> QWidget:
    return PeriodDialog(Period(days=7), scene.frame)


def _card_menu(state: VideoState, *, with_clip: bool = False) -> Callable[[Scene], QWidget]:
    def menu(scene: Scene) -> QWidget:
        item = card("a", prompt=PROMPT, state=state, clip=Path("42.mp4") if with_clip else None)
        item = replace(item, video=replace(item.video, favourite=with_clip))
        return card_menu(scene.frame, item, with_clip, scene.tokens, lambda _action: None)

    return menu


def _selection_menu(scene: Scene) -> QWidget:
    return selection_menu(scene.frame, 3, scene.tokens, lambda _action: None)


def _menu_of(make: Callable[[Scene], QWidget], name: str) -> Callable[[Scene], QWidget]:
    """The menu behind a button of a bar."""

    def menu(scene: Scene) -> QWidget:
        bar = make(scene)
        scene.column.addWidget(bar)
        opened = getattr(bar, name).menu()
        assert isinstance(opened, QMenu)
        return opened

    return menu


def _toolbar(scene: Scene) -> QWidget:
    bar = LibraryToolbar(scene.tokens)
    bar.offer_models({model.id: model.title for model in KIE.models})
    bar.offer_collections((Collection("a", PROMPT, 42),))
    return bar


def _filters(scene: Scene) -> QWidget:
    return FilterBar(scene.tokens, lambda: NOW)


def _editor_menu(scene: Scene) -> QWidget:
    return scene.open_running().window.composer.prompt.createStandardContextMenu()


def _calendar(scene: Scene) -> QWidget:
    bar = FilterBar(scene.tokens, lambda: NOW)
    scene.column.addWidget(bar)
    bar._show_dates(True)
    scene.frame.show()
    return bar.first.calendarWidget()


DIALOGS: dict[str, Callable[[Scene], QWidget]] = {
    "delete one": _delete(1),
    "delete several": _delete(5),
    "save one": _save(1),
    "save several": _save(3),
    "statement as CSV": _statement_file(CSV),
    "statement as JSON": _statement_file(JSON),
    "folder for clips": _clips_folder,
    "certificate file": _certificate,
    "collection's name": _collection_name,
    "collection's other name": _collection_again,
    "delete collection": _collection_goes,
    "collections": _collections,
    "other days": _days,
    "about": _about,
    "licences": _licences,
    **{f"card menu: {state.value}": _card_menu(state) for state in VideoState},
    "card menu: with clip": _card_menu(VideoState.COMPLETED, with_clip=True),
    "selection menu": _selection_menu,
    "filter menu": _menu_of(_toolbar, "filters"),
    "order menu": _menu_of(_toolbar, "sort"),
    "status menu": _menu_of(_toolbar, "status"),
    "collection menu": _menu_of(_toolbar, "collections"),
    "statement: kinds": _menu_of(_filters, "kind"),
    "statement: periods": _menu_of(_filters, "period"),
    "prompt's menu": _editor_menu,
    "calendar": _calendar,
}
