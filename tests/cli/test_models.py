"""`videogen models`: what can be made here, out of the same declaration that is sent by."""

import signal
import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from tests.cli.conftest import Videogen, ended, start_process
from tests.cli.test_handing_over import OpenWindow
from tests.plugins.sandbox_process import SandboxFactory
from tests.requests import KIE
from videogen_desktop.cli.models import print_model
from videogen_desktop.domain.model import TaskKind
from videogen_desktop.storage.directories import Directories

KIES = ("--provider", "kie")


def test_every_model_is_listed_with_its_kinds_and_its_price(
    videogen: Videogen, places: Directories
) -> None:
    run = videogen("models", *KIES, "--json")
    assert run.code == 0, run.err
    models = {model["id"]: model for model in run.json["models"]}
    assert list(models) == [model.id for model in KIE.models]
    assert len(models) >= 50
    first = KIE.models[0]
    assert models[first.id]["kinds"] == list(first.kinds)
    assert models[first.id]["price"] * 100 == first.price(first.defaults())
    assert models["wan/2-6-flash-image-to-video"]["price"] is None
    # Nothing is made for a question.
    assert not places.data.exists()


@pytest.mark.parametrize("kind", TaskKind)
def test_those_of_one_kind_can_be_asked_for(videogen: Videogen, kind: TaskKind) -> None:
    run = videogen("models", "--task", kind, *KIES, "--json")
    listed = [model["id"] for model in run.json["models"]]
    assert listed == [model.id for model in KIE.models if kind in model.kinds]


def test_the_wallet_says_whose_models_they_are(videogen: Videogen) -> None:
    assert "sandbox/video-1" in videogen("models").out
    assert videogen("models", "--task", "dance").code == 2


def test_a_model_is_shown_as_it_is_declared(videogen: Videogen) -> None:
    shown = videogen("models", "show", "bytedance/v1-lite-image-to-video", *KIES, "--json").json
    model = KIE.model("bytedance/v1-lite-image-to-video")
    assert [one["role"] for one in shown["parameters"]] == [one.role for one in model.parameters]
    assert [one["wire"] for one in shown["parameters"]] == [one.wire for one in model.parameters]
    duration = next(one for one in shown["parameters"] if one["role"] == "duration")
    assert duration["values"] == list(model.parameter("duration").values)  # type: ignore[union-attr]
    assert [(one["slot"], one["least"], one["most"]) for one in shown["inputs"]] == [
        ("first_frame", 1, 1),
        ("last_frame", 0, 1),
    ]
    assert len(shown["prices"]) == len(model.prices)
    for price, declared in zip(shown["prices"], model.prices, strict=True):
        assert (price["source"], price["day"]) == (declared.source, declared.day.isoformat())
        assert price["credits"] * 100 == declared.amount


def test_every_model_can_be_read_by_people(videogen: Videogen) -> None:
    for model in KIE.models:
        run = videogen("models", "show", model.id, *KIES)
        assert run.code == 0, run.err
        assert model.id in run.out
        assert not any(word in run.out for word in ("None", "mappingproxy", "WireType", "e+"))


def test_a_model_that_is_not_there_is_told_with_those_that_are(videogen: Videogen) -> None:
    run = videogen("models", "show", "veo-9", *KIES)
    assert run.code == 2
    assert all(words in run.err for words in ("veo-3-1", "veo/extend", "videogen models"))


def models_in_the_list(places: Directories) -> int:
    """As the library has it, once the list is there as a whole."""
    with closing(sqlite3.connect(places.database, timeout=10)) as library:
        names = library.execute("SELECT name FROM discovered WHERE kind = 'list'").fetchall()
    return len(names) - 1 if ("",) in names else 0


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_beside_a_window_the_offer_is_read_and_an_interruption_costs_nothing_of_it(
    sandbox: SandboxFactory, places: Directories, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = sandbox()
    monkeypatch.setenv("VIDEOGEN_API_BASE", server.address)
    monkeypatch.setenv("VIDEOGEN_API_KEY", server.key)
    with OpenWindow():
        process = start_process("models", "--refresh", "--json")
        until = time.monotonic() + 30
        while not models_in_the_list(places) and process.poll() is None:
            assert time.monotonic() < until
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        run = ended(process)
    assert (run.code, run.json) == (130, {"error": "Interrupted."}), run
    assert "Traceback" not in run.err
    assert models_in_the_list(places) > 50


def test_of_play_money_there_is_nothing_newer_to_read(
    videogen: Videogen, places: Directories
) -> None:
    run = videogen("models", "--refresh")
    assert (run.code, "came with this program" in run.err) == (0, True)
    assert run.out == videogen("models").out
    assert not places.data.exists()


def test_a_price_in_doubt_and_the_success_of_the_last_day_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    model = KIE.models[0]
    prices = tuple(replace(one, drifted=date(2026, 11, 28)) for one in model.prices)
    print_model(replace(model, prices=prices, success_rate=97.5))
    shown = capsys.readouterr().out
    assert "another price since 2026-11-28: the next charge says which one holds" in shown
    assert "97.5 of 100 runs of the last day" in shown
    print_model(model)
    shown = capsys.readouterr().out
    assert "another price" not in shown
    assert "Succeeded" not in shown
