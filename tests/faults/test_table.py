"""Every row of the table of faults has its proofs, and every proof is a test that runs."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.faults.table import TABLE, Fault

TESTS = Path(__file__).parent.parent
ROWS = 35


@cache
def functions(path: Path) -> dict[str, ast.FunctionDef]:
    """The tests of a file, by name, without importing it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_the_table_has_every_row_once() -> None:
    assert [fault.number for fault in TABLE] == list(range(1, ROWS + 1))
    assert len({fault.name for fault in TABLE}) == ROWS


@pytest.mark.parametrize("fault", TABLE, ids=lambda fault: f"row {fault.number}: {fault.name}")
def test_a_row_is_proven_or_says_why_not(fault: Fault) -> None:
    assert fault.proofs or fault.elsewhere
    for proof in fault.proofs:
        file, _, name = proof.partition("::")
        test = functions(TESTS / file)[name.partition("[")[0]]
        assert test.name.startswith("test_")
        marks = {ast.unparse(mark).partition("(")[0] for mark in test.decorator_list}
        assert marks.isdisjoint({"pytest.mark.skip", "pytest.mark.xfail"})


@pytest.mark.full
def test_every_proof_is_collected() -> None:
    proofs = {proof for fault in TABLE for proof in fault.proofs}
    files = sorted({f"tests/{proof.partition('::')[0]}" for proof in proofs})
    said = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "", *files],
        cwd=TESTS.parent,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=True,
    )
    collected = {line.removeprefix("tests/") for line in said.stdout.splitlines() if "::" in line}
    collected |= {node.partition("[")[0] for node in collected}
    assert proofs - collected == set()
