"""Takes the pictures of the guide, by hand, from the running program: `make guide`.

    python -m tests.hands.guide_pictures [FOLDER]

A real library is made for them on the sandbox, in each language. What is clicked here is what the
guide tells to click: where one of its steps is no more, this stops.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image

from tests.hands.desktop import Desktop
from tests.hands.person import Person
from tests.hands.reading import Box, Part
from tests.hands.test_outage import Provider

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "resources" / "guide"
LANGUAGES = ("vi", "en")
# Two pixels for each: `PICTURE_DENSITY` of ui/guide/page.py.
_SCALE = 2
_SCREEN = 1366 * _SCALE, 768 * _SCALE
_WINDOW = "960x660"
_QUALITY = 82
# The first answer gets lost: that video is unclear.
_SANDBOX = "--speed 20 --fault lost-answer:1"
_PROMPTS = {
    "vi": (
        "Đèn lồng phố cổ Hội An trong mưa",
        "Một con mèo chơi với cuộn len, quay chậm",
        "Phố cổ Hà Nội mùa thu, lá vàng rơi",
        "Chợ nổi Cái Răng lúc bình minh, ghe thuyền chở đầy trái cây",
        "Pháo hoa đêm giao thừa trên sông Hương, Huế",
    ),
    "en": (
        "Lanterns of Hội An in the rain",
        "Autumn in an old street, yellow leaves falling",
        "A floating market at sunrise, boats full of fruit",
        "Terraced fields in the mountains, rice ready for the harvest",
        "A cat playing with a ball of yarn in slow motion",
    ),
}


class Guided:
    """Somebody who follows the guide in one language, and takes its pictures."""

    def __init__(self, desktop: Desktop, language: str, work: Path, target: Path) -> None:
        self._desktop, self._language = desktop, language
        self._work, self._target = work, target
        self._words = _catalogue(language)

    def say(self, english: str) -> str:
        """A text of the window in this language."""
        return self._words[english]

    @contextmanager
    def window(self, data: str, size: str = _WINDOW, **variables: str) -> Iterator[Person]:
        looks = ("--theme", "light", "--language", self._language, "--window-size", size)
        with Person(self._desktop, self._work / data, *looks, **variables) as person:
            person.until(lambda: person.find("credits", "push button").is_enabled, "the library")
            yield person

    def take(self, person: Person, name: str, box: Box | None = None) -> None:
        """A picture of this part of the screen, or of the whole window."""
        person.point((_SCREEN[0] - 2, _SCREEN[1] - 2))
        self._stands_still(person)
        picture = person.picture(box or person.frame().box)
        file = self._target / f"{name}.webp"
        picture.save(file, quality=_QUALITY, method=6)
        kilobytes = file.stat().st_size // 1000
        sys.stdout.write(f"{file.relative_to(self._target.parent)}: {kilobytes} kB\n")

    def _stands_still(self, person: Person) -> None:
        before = b""
        while before != (now := self._desktop.pixels()):
            before = now
            person.rest(0.6)

    def create(self, person: Person, prompt: str) -> None:
        person.click(person.find(self.say("Prompt"), "text"))
        person.paste(prompt)
        button = self.say("Create video")
        person.until(lambda: person.find(button, "push button").is_enabled, "the button")
        person.press("Return")
        person.until(lambda: person.text(person.find(self.say("Prompt"), "text")) == "", "a send")

    def settings(self, person: Person, page: str) -> Part:
        """The dialog, at this page."""
        person.press("ctrl+comma")
        person.click(person.find(self.say(page), "check box"))
        return person.find(self.say("Settings"), "dialog")

    # --- what the guide tells ----------------------------------------------------------------

    def first_video(self) -> None:
        with self.window("trial", VIDEOGEN_SANDBOX_ARGUMENTS=_SANDBOX) as person:
            person.find(self.say("Start trying"), "push button")
            self.take(person, "welcome")
            person.click(person.find(self.say("Start trying"), "push button"))
            strips = self._work / "trial" / "cache" / "strips"
            for made, prompt in enumerate(_PROMPTS[self._language]):
                self.create(person, prompt)
                person.until(lambda made=made: len(list(strips.glob("*.jpg"))) == made, "its strip")  # type: ignore[misc]
            done = self.say("Completed")
            newest, unclear = _PROMPTS[self._language][-1], _PROMPTS[self._language][0]
            person.find(f"{newest}, {done}", "list item")
            self.take(person, "library")
            self.credits(person)
            self.unclear(person, unclear)
            self.take(person, "safety", self.settings(person, "Safety").box)

    def credits(self, person: Person) -> None:
        person.click(person.find("credits", "push button"))
        # Qt tells no reader of a popup's parts.
        person.rest(1)
        left, top, width, _height = person.frame().box
        wide, high = 640 * _SCALE, 520 * _SCALE
        self.take(person, "credits", (left + width - wide, top, wide, high))
        # The last but one of its buttons: the keyboard goes round.
        person.press("shift+Tab", "shift+Tab", "space")
        left, top, width, _height = person.find(self.say("Statement"), "dialog").box
        # Its lines end there.
        self.take(person, "statement", (left, top, width, 340 * _SCALE))
        person.press("Escape")

    def unclear(self, person: Person, prompt: str) -> None:
        person.click(person.find(self.say("Unclear"), "check box"))
        card = person.find(f"{prompt}, {self.say('Unclear')}", "list item")
        person.click(card.at(0.5, 0.85), times=2)
        person.until(lambda: person.sees(self.say("Charged"), "push button"), "its choices")
        person.rest(1)
        self.take(person, "unclear")
        person.press("Escape")
        person.until_gone(self.say("Charged"), "push button")

    def own_key(self) -> None:
        """On a server that plays the provider, with its key."""
        provider = Provider(self._desktop, self._work / "provider", speed="20")
        provider.start()
        variables = {"VIDEOGEN_API_BASE": provider.base, "VIDEOGEN_API_KEY": provider.key}
        with self.window("own", **variables) as person:
            self.inputs(person)
            self.take(person, "key", self.settings(person, "Wallets and keys").box)
            self.take(person, "webhook", self.settings(person, "Webhook").box)
        provider.stop()

    def inputs(self, person: Person) -> None:
        model = self.say("Model: {title}").format(title="")
        before = self._desktop.pixels()
        person.click(person.find(model, "push button"))
        self._desktop.wait_for_change(before, 5)
        person.rest(1)
        person.type("veo 3.1")
        person.rest(1)
        person.press("Return")
        person.until(lambda: person.sees("Veo 3.1", "push button"), "the model")
        for poster in sorted((self._work / "trial" / "cache" / "posters").glob("*.jpg"))[:2]:
            picture = self._work / f"{poster.stem}.png"
            Image.open(poster).save(picture)
            person.click(person.find(self.say("Prompt"), "text"))
            person.paste_picture(picture)
            person.rest(2)
        person.paste(_PROMPTS[self._language][-1])
        left, top, width, height = person.frame().box
        _left, prompt, _width, _height = person.find(self.say("Prompt"), "text").box
        above = prompt - 80 * _SCALE
        self.take(person, "inputs", (left, above, width, top + height - above))


def _catalogue(language: str) -> dict[str, str]:
    root = ElementTree.parse(ROOT / "i18n" / f"videogen_{language}.ts").getroot()
    pairs = ((one.findtext("source"), one.findtext("translation")) for one in root.iter("message"))
    return {source: text for source, text in pairs if source and text}


def main(target: Path) -> int:
    """Take them all; the guide's own folder keeps them."""
    for language in LANGUAGES:
        (target / language).mkdir(parents=True, exist_ok=True)
        with (
            tempfile.TemporaryDirectory(prefix="guide-") as work,
            Desktop(*_SCREEN, {"QT_SCALE_FACTOR": str(_SCALE)}) as desktop,
        ):
            guided = Guided(desktop, language, Path(work), target / language)
            guided.first_video()
            guided.own_key()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else GUIDE))
