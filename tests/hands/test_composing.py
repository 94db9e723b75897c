"""Writing is never interrupted: the prompt has the keyboard whenever it can (faults H3)."""

from tests.hands.person import Person


def prompt_text(person: Person) -> str:
    return person.text(person.find("Mô tả", "text"))


def writes(person: Person, text: str) -> None:
    """Type it, and see it arrive in the prompt."""
    before = prompt_text(person)
    person.type(text)
    person.until(lambda: prompt_text(person) == before + text, f"{text!r} in the prompt")


def test_after_a_choice_of_shape_the_next_words_go_into_the_prompt(owner: Person) -> None:
    writes(owner, "one ")
    for shape in ("Dọc, ", "Ngang, "):
        owner.click(owner.find(shape, "check box"))
        writes(owner, "two ")
        assert owner.find(shape, "check box").is_checked
    owner.press("ctrl+a", "Delete")
    owner.until(lambda: prompt_text(owner) == "", "an empty prompt")


def test_after_a_click_on_the_button_the_next_words_go_into_the_prompt(owner: Person) -> None:
    writes(owner, "a lotus at dawn")
    owner.click(owner.find("Tạo video", "push button"))
    owner.until(lambda: prompt_text(owner) == "", "an empty prompt")
    # F and the space bar would be commands of the gallery.
    writes(owner, "fish and a fox")
    owner.paste(" và một con cá")
    owner.until(lambda: "con cá" in prompt_text(owner), "what was pasted")
    owner.press("Return")
    owner.until(lambda: prompt_text(owner) == "", "an empty prompt")
    videos = owner.videos()
    assert [video["prompt"] for video in videos[:2]] == [
        "fish and a fox và một con cá",
        "a lotus at dawn",
    ]
