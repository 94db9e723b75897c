"""The table of fences fits the program, and every fence in it is noticed when it is gone."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.mutation.__main__ import verdicts
from tests.mutation.fence import RULES, Fence
from tests.mutation.fences import FENCES
from tests.mutation.mutant import PACKAGE, ROOT

_RULE = re.compile(r"^CREATE (?:TRIGGER|UNIQUE INDEX) (\w+)", re.MULTILINE)


def test_every_fence_stands_where_the_table_says() -> None:
    for fence in FENCES:
        without = fence.taken_out((ROOT / PACKAGE / fence.file).read_text("utf-8"))
        if fence.file.endswith(".py"):
            compile(without, fence.file, "exec")


def test_every_test_of_the_table_is_there() -> None:
    named = {test for fence in FENCES for test in fence.tests}
    assert {test for test in named if not _is_there(test)} == set()


def test_no_two_fences_have_one_name() -> None:
    names = [fence.name for fence in FENCES]
    assert len(names) == len(set(names))


def test_no_rule_of_the_database_is_left_out() -> None:
    rules = set(_RULE.findall((ROOT / PACKAGE / RULES).read_text("utf-8")))
    assert rules - {fence.name for fence in FENCES} == set()


@pytest.mark.parametrize("before", ["nowhere", "a"])
def test_a_fence_that_moved_is_an_error_and_not_noticed(before: str) -> None:
    with pytest.raises(ValueError, match="times in"):
        Fence("n", "f.py", before, "", ()).taken_out("a = b + a")


@pytest.mark.full
def test_every_fence_is_noticed_when_it_is_gone() -> None:
    assert [verdict for verdict in verdicts(FENCES) if not verdict.is_noticed] == []


def _is_there(test: str) -> bool:
    file, _, name = test.partition("::")
    path = ROOT / "tests" / file
    return path.is_file() and (not name or name in set(_functions(path.read_text("utf-8"))))


def _functions(source: str) -> Iterator[str]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            yield node.name
