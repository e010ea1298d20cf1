"""JSON with the line of each element."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pkcheck.jsontext import json_lines, load_json

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
trees = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12)


def paths(tree: Any, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return {path}.union(*(paths(each, (*path, key)) for key, each in inner))


@given(tree=trees, indent=st.none() | st.integers(0, 3), ascii_only=st.booleans())
def test_every_element_has_a_line_and_nothing_else_has(tree: Any, indent: int | None, *, ascii_only: bool) -> None:
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii_only)
    assert load_json(text, "x") == tree
    lines = json_lines(text)
    assert set(lines) == paths(tree)
    assert set(lines.values()) <= set(range(1, text.count("\n") + 2))


def test_the_line_is_that_of_the_key() -> None:
    text = '{\n "a":\n  1,\n "b": [1,\n  {"c": "x\\n\\"]"}\n ]\n}'
    assert json_lines(text) == {(): 1, ("a",): 2, ("b",): 4, ("b", 0): 4, ("b", 1): 5, ("b", 1, "c"): 5}
