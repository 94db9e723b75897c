"""Text, JSON and bytes as nobody honest writes them, each bounded by how it is made."""

import json
from collections.abc import Sequence

from hypothesis import strategies as st

# What C strings, databases, terminals, file systems and other parsers stumble over.
NASTY = [
    *("", " ", "\0", "a\0b", "\ud800", "\udfff\ud800", "\ufeff", "\uffff", "\U0010ffff"),
    *("\u202e\u2066", "e\u0301" * 50, "\r\n", "\u2028", "\x1b[2J", "\x85", "'\"\\", "../../x"),
    *("null", "NaN", "-0", "1e999", "0x10", "٣", "{}", "[]", "true", "%00", "x" * 5_000),
    *("success", "fail", "generating", "SUCCESS ", "https://cdn.example/x.mp4", "file:///x"),
]
text = st.one_of(
    st.sampled_from(NASTY),
    st.sampled_from(NASTY[:8]),
    st.text(alphabet=st.characters(codec=None), max_size=12),
    st.text(max_size=40),
)
_numbers = st.one_of(
    st.sampled_from(
        [
            *("0", "-1", "200", "505", "1e400", "-1e-400", "1E+999999999", "0.1", "1" + "0" * 63),
            *("9" * 64, "9" * 65, "9" * 5_000, "0." + "3" * 90, "9223372036854775808", "01", "+1"),
            *("NaN", "Infinity", "-Infinity", "0x1F", "1_000", "٣"),
        ]
    ),
    st.integers().map(str),
    st.floats().map(repr),
)
# Around the depth at which the interpreter gives up, and far beyond.
_depths = st.one_of(
    st.sampled_from([1, 3, 40, 400, 5_000, 100_000]), st.integers(900, 1_000), st.integers(60, 250)
)
_escaped = text.map(json.dumps)
_bare = text.map(lambda value: json.dumps(value, ensure_ascii=False))
_scalars = st.one_of(st.sampled_from(["null", "true", "false"]), _numbers, _escaped, _bare)
_deep = st.builds(
    lambda pair, depth, inner: pair[0] * depth + inner + pair[1] * depth,
    st.sampled_from([("[", "]"), ('{"a":', "}"), ('[{"taskId":', "}]")]),
    _depths,
    _scalars,
)


def documents(names: Sequence[str], *, leaves: int = 12) -> st.SearchStrategy[str]:
    """Sources of JSON whose objects have these names, some of them twice, and JSON in strings."""
    keys = st.one_of(st.sampled_from(names).map(json.dumps), _escaped)

    def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        members = st.lists(st.tuples(keys, inner).map(":".join), max_size=6)
        return st.one_of(
            members.map(lambda pairs: "{" + ",".join(pairs) + "}"),
            st.lists(inner, max_size=4).map(lambda items: "[" + ", ".join(items) + "]"),
            inner.map(json.dumps),
            inner.map(lambda source: json.dumps(json.dumps(source))),
        )

    grown_up = st.recursive(st.one_of(_scalars, _scalars, _deep), grown, max_leaves=leaves)
    # Flattened into one choice, depth would be one of a dozen branches.
    return st.integers(0, 7).flatmap(lambda which: _deep if which == 0 else grown_up)


def records(names: Sequence[str]) -> st.SearchStrategy[str]:
    """An object with some of these names, each with anything behind it."""
    anything = documents(names, leaves=5)
    pairs = st.tuples(st.sampled_from(names).map(json.dumps), anything).map(":".join)
    return st.lists(pairs, max_size=8).map(lambda found: "{" + ",".join(found) + "}")


@st.composite
def as_bytes(draw: st.DrawFn, sources: st.SearchStrategy[str]) -> bytes:
    """A document on the wire: mostly UTF-8, sometimes cut, spoiled or in another encoding."""
    source = draw(sources)
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1"]))
    errors = "surrogatepass" if encoding.startswith("utf") else "replace"
    body = source.encode(encoding, errors)
    return draw(damaged(body)) if draw(st.integers(0, 4)) == 0 else body


@st.composite
def damaged(draw: st.DrawFn, content: bytes, most: int = 8) -> bytes:
    """The same bytes with some overwritten, cut out, doubled or put in."""
    body = bytearray(content)
    for _ in range(draw(st.integers(1, most))):
        if not body:
            break
        start = draw(st.integers(0, len(body) - 1))
        length = draw(st.integers(1, 16))
        match draw(st.sampled_from(["set", "cut", "double", "insert", "end"])):
            case "set":
                body[start : start + length] = draw(st.binary(min_size=1, max_size=16))
            case "cut":
                del body[start : start + length]
            case "double":
                body[start:start] = body[start : start + length]
            case "insert":
                body[start:start] = draw(st.binary(max_size=16))
            case _:
                del body[start:]
    return bytes(body)
