"""Which modules the program imports anywhere in its files, read and not run."""

import ast
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2] / "videogen_desktop"


def imported_modules() -> set[str]:
    """Every module that a file of the program names in an import; members count as modules."""
    names = set[str]()
    for path in PROGRAM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module is not None:
                names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def with_parents(name: str) -> list[str]:
    """The module and all that it is in, outermost first."""
    parts = name.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts) + 1)]


def is_a_file(name: str) -> bool:
    """Whether this Python would find the module in a file; nothing is imported for it."""
    spec: ModuleSpec | None = None
    places: list[str] | None = None
    for parent in with_parents(name):
        spec = PathFinder.find_spec(parent, places)
        if spec is None:
            return False
        places = list(spec.submodule_search_locations or [])
    return spec is not None and spec.has_location
