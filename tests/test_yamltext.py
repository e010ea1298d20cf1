"""YAML 1.2's plain words, with the line of each."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pkcheck import messages
from pkcheck.errors import InputError
from pkcheck.yamltext import dump_yaml, enclosing_line, load_yaml

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
trees = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=9), inner), max_leaves=9)


@given(trees)
def test_what_is_written_is_read_again(tree: object) -> None:
    assert load_yaml(dump_yaml(tree), "x")[0] == tree


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "1_000", "012", "12:30", "2024-03-01", "~", "<<", "=", "1.234.567"]
)
def test_another_reader_of_yaml_takes_what_is_written_for_text_too(word: str) -> None:
    read = yaml.safe_load(dump_yaml({"a": word}))["a"]
    assert str(read) == word or word == "no"


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("2024-03-01", "2024-03-01"), ("1.234.567", "1.234.567"), ("1_000", "1_000"),
        ("12:30", "12:30"), ("0x1F", "0x1F"), ("100%", "100%"), ("null", None), ("~", None), ("", None), ("true", True),
        ("5", 5), ("-5", -5), ("5.5", 5.5), ("1e3", 1000.0), ("012", 12), (".nan", ".nan"), ("'5'", "5"), ('"no"', "no"),
    ],
)  # fmt: skip
def test_a_plain_word_is_what_it_looks_like(plain: str, value: object) -> None:
    read = load_yaml(f"a: {plain}", "x")[0]["a"]
    assert (read, type(read)) == (value, type(value))


def test_every_element_has_its_line() -> None:
    text = "# kepala\na: 1\nb:\n- x: 2\n\n  y: {z: 3}\n- |\n  teks\n  lagi\n- akhir\n"
    _, lines = load_yaml(text, "x")
    assert lines == {
        (): 2,
        ("a",): 2,
        ("b",): 3,
        ("b", 0): 4,
        ("b", 0, "x"): 4,
        ("b", 0, "y"): 6,
        ("b", 0, "y", "z"): 6,
        ("b", 1): 7,
        ("b", 2): 10,
    }
    assert enclosing_line(lines, ("b", 0, "w")) == 4
    assert enclosing_line({}, ("b",)) is None


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("a: 1\na: 2", messages.DATA_TWICE, 2),
        ("a: &x 1\nb: *x", messages.DATA_ALIAS, 1),
        ("a: [1\nb: 2", messages.DATA_SYNTAX, 2),
        ("a: '", messages.DATA_SYNTAX, 1),
        ("a: \x07", messages.DATA_SYNTAX, 1),
        ("a\n b: 1", messages.DATA_SYNTAX, 2),
        ("- " * 100_000, messages.DATA_SYNTAX, 1),
        ("[" * 100_000, messages.DATA_SYNTAX, 1),
        ('a: "\\ud800"', messages.DATA_SYNTAX, 1),
        ("? [a]\n: 1", messages.DATA_SYNTAX, 1),
    ],
)
def test_what_is_no_yaml_is_told_with_its_line(text: str, message: object, line: int) -> None:
    with pytest.raises(InputError) as caught:
        load_yaml(text, "x")
    assert (caught.value.text, caught.value.line) == (message, line)
    assert "None" not in caught.value.say("id")


@given(st.text() | st.text("{}[]:,-?&*!|>'\"%@` \n#a1"))
def test_any_text_is_data_or_an_error(text: str) -> None:
    try:
        data, _ = load_yaml(text, "x")
    except InputError:
        return
    json.dumps(data)
