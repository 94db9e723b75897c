from PySide6.QtGui import QActionGroup
from pytestqt.qtbot import QtBot

from videogen_desktop.ui.menu_choice import MenuChoice
from videogen_desktop.ui.theme.tokens import LIGHT


def test_other_names_are_not_other_choices(qtbot: QtBot) -> None:
    choice = MenuChoice(LIGHT)
    qtbot.addWidget(choice)
    choice.offer("Status", [("all", "All"), ("failed", "Failed")])
    choice.choose("failed")
    actions = choice.menu().actions()
    for count in range(3):
        choice.offer("Status", [("all", "All"), ("failed", f"Failed {count}")])
    assert choice.menu().actions() == actions
    assert [action.text() for action in actions] == ["All", "Failed 2"]
    assert [action.isChecked() for action in actions] == [False, True]
    assert (choice.text(), choice.accessibleName()) == ("Failed 2", "Status: Failed 2")


def test_other_choices_take_the_place_of_the_first(qtbot: QtBot) -> None:
    choice = MenuChoice(LIGHT)
    qtbot.addWidget(choice)
    choice.offer("Order", [(1, "One"), (2, "Two")])
    choice.choose(2)
    choice.offer("Order", [(3, "Three"), (1, "One")])
    assert choice.current == 3
    assert [action.text() for action in choice.menu().actions()] == ["Three", "One"]
    assert len(choice.findChildren(QActionGroup)) == 1
    with qtbot.waitSignal(choice.chosen) as signal:
        choice.menu().actions()[1].trigger()
    assert signal.args == [1]
    assert choice.text() == "One"
