"""Settings take effect while one looks, and say where a key really is (faults H7)."""

from pathlib import Path

from tests.hands.conftest import PROMPTS
from tests.hands.desktop import Desktop
from tests.hands.person import Person
from tests.hands.test_outage import Provider

_VIETNAMESE = set("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ")
# What is the user's own, and the name of a language in itself.
_OWN = (*PROMPTS, "Tiếng Việt")


def lightness(person: Person) -> float:
    """Of the whole window, 0 to 255."""
    grey = person.picture(person.frame().box).convert("L").histogram()
    return sum(level * count for level, count in enumerate(grey)) / sum(grey)


def vietnamese(person: Person) -> list[str]:
    """Names of parts that are still written in Vietnamese."""
    return [
        part.name
        for part in person.parts()
        if _VIETNAMESE & set(part.name.lower()) and not any(own in part.name for own in _OWN)
    ]


def test_theme_and_language_change_while_one_looks(owner: Person) -> None:
    assert lightness(owner) > 150
    assert vietnamese(owner)
    owner.press("ctrl+comma")
    owner.click(owner.find("Giao diện: Tối", "check box"))
    owner.until(lambda: lightness(owner) < 70, "a dark window")
    # By keys: from the choice of looks back to the language, and along it.
    owner.press("shift+Tab", "Right", "space")
    owner.until(lambda: owner.sees("Language: English", "check box"), "English")
    owner.until(lambda: vietnamese(owner) == [], "no Vietnamese")
    owner.press("Escape", "F1")
    owner.find("Keyboard shortcuts", "label")
    assert vietnamese(owner) == []
    owner.press("Escape")
    owner.until_gone("Keyboard shortcuts", "label")
    owner.click(owner.cards()[0].at(0.5, 0.85))
    owner.press("Return")
    owner.find("Full screen", "push button")
    assert vietnamese(owner) == []
    owner.press("ctrl+comma")
    owner.click(owner.find("Appearance: Light", "check box"))
    owner.click(owner.find("Language: Tiếng Việt", "check box"))
    owner.press("Escape")
    owner.find("Toàn màn hình", "push button")
    owner.press("Escape")
    owner.until(lambda: lightness(owner) > 150, "a light window")


def test_a_key_that_no_keyring_takes_is_kept_for_this_run_and_said_so(
    desktop: Desktop, tmp_path: Path
) -> None:
    provider = Provider(desktop, tmp_path / "sandbox")
    provider.start()
    keyring = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    with Person(desktop, tmp_path / "data", **keyring) as person:
        person.click(person.find("Bắt đầu dùng thử", "push button"))
        person.press("ctrl+comma")
        person.click(person.find("Ví và khóa", "check box"))
        person.click(person.find("Dùng địa chỉ API khác", "push button"))
        person.press("ctrl+a")
        person.type(provider.base)
        person.click(person.find("Khóa API", "text"))
        person.type(provider.key)
        person.press("Return")
        person.find("Chỉ giữ cho lần chạy này", "push button")
        person.until(lambda: not out_of_sight(person), "the whole question")
        person.click(person.find("Chỉ giữ cho lần chạy này", "push button"))
        ending = provider.key[-4:]
        said = "Khóa chỉ được giữ cho lần chạy này, không lưu lại, kết thúc bằng "
        person.find(said + ending, "label")
    provider.stop()


def out_of_sight(person: Person) -> list[str]:
    """Parts of the question about the keyring that the page's edges cut off."""
    page = person.find("", "layered pane").box
    names = ("Nơi lưu mật khẩu", "Khóa dùng được", "Thử lại", "Chỉ giữ cho", "Hủy")
    parts = [part for part in person.parts() if part.name.startswith(names)]
    inside = [
        part.name
        for part in parts
        if part.box[1] >= page[1] and part.box[1] + part.box[3] <= page[1] + page[3]
    ]
    return [name for name in names if not any(one.startswith(name) for one in inside)]
