"""The workflows of GitHub: what actionlint (`packaging/run_checks.py`) does not look at."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEXTS = {path.name: path.read_text("utf-8") for path in WORKFLOWS}


def jobs(text: str) -> dict[str, str]:
    """Each job's lines under its name."""
    pieces = re.split(r"^  ([\w-]+):\n", text.partition("\njobs:\n")[2], flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


@pytest.mark.parametrize("name", TEXTS)
def test_every_action_is_pinned_to_a_commit_whose_version_stands_beside_it(name: str) -> None:
    """Whoever takes over an action moves its tags, and gets every secret of a release."""
    for used in re.findall(r"uses: (.+)", TEXTS[name]):
        is_own = used.startswith("./")
        assert is_own or re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used), used


@pytest.mark.parametrize("name", TEXTS)
def test_a_workflow_may_read_and_nothing_else_unless_a_job_says_so(name: str) -> None:
    head, _, rest = TEXTS[name].partition("\njobs:\n")
    assert "\npermissions:\n  contents: read\n" in head
    assert "pull_request_target" not in head
    writing = [job for job, lines in jobs(TEXTS[name]).items() if ": write" in lines]
    assert writing == (["draft"] if name == "release.yml" else [])
    assert "persist-credentials: false" in rest
    assert rest.count("actions/checkout@") == rest.count("persist-credentials: false")


def test_only_jobs_of_the_environment_of_a_reviewer_see_a_secret() -> None:
    assert "secrets." not in TEXTS["ci.yml"]
    for job, lines in jobs(TEXTS["release.yml"]).items():
        if "secrets." in lines:
            assert "\n    environment: release\n" in lines, job


def test_a_job_with_secrets_runs_nothing_of_a_pull_request() -> None:
    head = TEXTS["release.yml"].partition("\njobs:\n")[0]
    assert re.findall(r"^  (\w+):", head.partition("\non:\n")[2], re.MULTILINE)[:2] == [
        "push",
        "workflow_dispatch",
    ]
    assert 'tags: ["v*"]' in head


@pytest.mark.parametrize("name", TEXTS)
def test_no_script_is_put_together_from_what_others_write(name: str) -> None:
    """A title with quotes in it once ran as a command in many projects: only words of ours."""
    for script in re.findall(r"run: (\|\n(?: {10}.*\n)+|.+)", TEXTS[name]):
        assert set(re.findall(r"\$\{\{ *([\w.]+)", script)) <= {"matrix.python", "matrix.installer"}


@pytest.mark.parametrize("name", TEXTS)
def test_all_that_a_workflow_runs_of_ours_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for words in re.findall(r"\bmake ((?:[a-z-]+ ?)+)", TEXTS[name]):
        assert set(words.split()) <= targets, words
    for script in re.findall(r"(?:packaging|tests)/[\w/]+(?:\.\w+)?", TEXTS[name]):
        assert (ROOT / script).exists(), script
    for module in re.findall(r"-m ((?!pytest)\w+\.\w+)", TEXTS[name]):
        assert (ROOT / "packaging" / f"{module.replace('.', '/')}.py").is_file(), module


def test_what_needs_our_libraries_runs_in_our_environment() -> None:
    """A job begins with a bare Python."""
    alone = ("smoke.py", "setup_environment.py", "system_libraries.py", "release.")
    for lines in jobs(TEXTS["release.yml"]).values():
        for command in re.findall(r"(\S*python\S*) ((?:-m |packaging/)[\w./]+)", lines):
            if not any(part in command[1] for part in alone):
                assert ".venv/" in command[0] or "scripts" in command[0], command


def test_a_release_is_tried_before_it_is_drafted_and_every_system_is_in_it() -> None:
    release = jobs(TEXTS["release.yml"])
    needs = {
        job: re.findall(r"[\w-]+", "".join(re.findall(r"^    needs: (.+)", lines, re.MULTILINE)))
        for job, lines in release.items()
    }
    assert needs == {
        "test": [],
        "linux": ["test"],
        "bundle": ["test"],
        "windows": ["bundle"],
        "macos": ["bundle"],
        "smoke": ["linux", "windows", "macos"],
        "draft": ["smoke"],
    }
    uploaded = {
        name
        for job in ("linux", "windows", "macos")
        for name in re.findall(r"name: (installers-\S+)", release[job])
    }
    packed = re.findall(r"dist/(\*\S+)", release["linux"])
    assert packed == ["*.deb", "*.rpm", "*.AppImage", "*.tar.xz", "*.cdx.json"]
    tried = set(re.findall(r"artifact: (\S+)", release["smoke"]))
    named = {"installers-linux", "installers-windows"}
    assert uploaded == named | {"installers-${{"}
    assert tried == named | {"installers-macos-14", "installers-macos-15-intel"}
    assert "--draft" in release["draft"]
    assert all(module in release["draft"] for module in ("release.latest", "release.checksums"))
