"""Canonical data: what is written is read again as it was, and what is wrong is told with its line."""

import datetime
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from pkcheck import messages
from pkcheck.api import Outcome
from pkcheck.data import Format, dump, json_schema, load, to_record
from pkcheck.errors import InputError
from pkcheck.graph import annotated
from pkcheck.model import (
    Agreement,
    Annex,
    BudgetLine,
    Directives,
    Ignore,
    Indicator,
    Objective,
    Party,
    Revision,
    Signature,
    Signatures,
    Source,
    Statement,
    Target,
)

FORMATS: tuple[Format, ...] = ("yaml", "json", "jsonl")
HOSTILE = (
    *('"', "'", "''", ":", ": ", "a: b", "# x", "a #b", "- x", "-", "--", "---", "...", "?", "? a", "|", ">", "|-", "&a", "*a", "!x"),
    *("%TAG", "@x", "`x`", "[", "]", "{", "}", "{}", "[]", "[a, b]", "{a: b}", ",", "<<", "=", "\\", "\\n", "\\u0041", "//", "/* x */"),
    *("no", "No", "NO", "n", "y", "yes", "on", "Off", "true", "True", "FALSE", "null", "Null", "~", "", " ", "nan", ".nan", ".inf", "-.Inf"),
    *("1", "-1", "+1", "1.0", "1.", ".5", "1e5", "1E-3", "1_000", "0o14", "014", "0x1F", "1.234.567", "12:30", "12:30:45", "2024-03-01", "1,5"),
    *(" a", "a ", "\ta", "a\t", "\n", "a\n", "\na", "a\n\nb", "a\r\nb", "a\rb", "a\n  b\n", "  a\nb", "\u0085", "\u2028", "a\u2029b", "\ufeffa"),
    *("日本語", "Ä", "\u0301", "😀", "\x07", "\x1b[31m", "\x7f", "\x9b", "\u202e", "\x00", "x" * 300, "kata " * 60),
    *("100%", "Rp 9.441.375.000,-", "36,36% (4 satker)", "<i>Database</i>", "Nama : X", "1. Program"),
)  # fmt: skip
words = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
maybe = st.none() | words
numbers = st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False)
sources = st.builds(Source, file=words, page=st.none() | st.integers(1, 9), line=st.integers(1, 9), cell=maybe)
days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
ignores = st.builds(Ignore, code=words, reason=maybe, until=st.none() | days, by=maybe, source=sources)
directives = st.none() | st.builds(Directives, ignore=st.lists(ignores, max_size=1).map(tuple))
acting = st.sampled_from([None, "plt", "plh", "pj"])
parties = st.builds(Party, name=maybe, position=maybe, acting=acting, pkcheck=directives, source=sources)
blocks = st.builds(
    Signature, name=maybe, label=maybe, signed=st.sampled_from([None, True, False]), pkcheck=directives, source=sources
)
page = {
    "place": maybe,
    "date": st.none() | days,
    "raw": maybe,
    "fiscal_year": st.none() | st.integers(2000, 2030),
    "signatures": st.builds(Signatures, first=st.none() | blocks, second=st.none() | blocks),
    "pkcheck": directives,
    "source": sources,
    "sources": st.dictionaries(words, sources, max_size=2),
}
targets = st.builds(
    Target,
    raw=maybe,
    value=st.none() | numbers,
    unit=maybe,
    sign=maybe,
    predicate=maybe,
    periods=st.dictionaries(words, numbers, max_size=3),
    accumulation=st.sampled_from([None, "sum", "last"]),
)
indicators = st.builds(
    Indicator,
    text=words,
    is_iku=st.sampled_from([None, True, False]),
    not_cascaded=maybe,
    target=st.none() | targets,
    derives_from=st.none() | st.lists(words, max_size=2).map(tuple),
    inferred=st.booleans(),
    pkcheck=directives,
    source=sources,
)
objectives = st.builds(
    Objective,
    no=st.none() | st.integers(1, 50),
    group=maybe,
    text=words,
    indicators=st.lists(indicators, max_size=2).map(tuple),
    pkcheck=directives,
    source=sources,
)
lines = st.builds(
    BudgetLine,
    level=st.sampled_from(["program", "kegiatan", "sub_kegiatan", "total"]),
    code=maybe,
    name=words,
    raw=maybe,
    amount=st.none() | st.integers(-(10**18), 10**18),
    nil=st.booleans(),
    pkcheck=directives,
    source=sources,
)


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    """Any agreement; its indicators get their usual ids."""
    record = draw(
        st.fixed_dictionaries(
            {
                "id": words.filter(bool),
                "institution": maybe,
                "unit": maybe,
                "kind": st.sampled_from([None, "paired", "sole"]),
                "revision": st.none() | st.builds(Revision, of=maybe, number=st.none() | st.integers(1, 9)),
                "supervisor": maybe,
                "first_party": st.none() | parties,
                "statement": st.none() | st.builds(Statement, **page),
                "annex": st.none() | st.builds(Annex, budget_heading=maybe, **page),
                "budget": st.lists(lines, max_size=2).map(tuple),
                "unread": st.lists(words, max_size=2).map(tuple),
                "pkcheck": directives,
                "source": sources,
            }
        )
    )
    found = draw(st.lists(objectives, max_size=3))
    numbered = [
        objective.model_copy(
            update={
                "indicators": tuple(
                    each.model_copy(update={"id": f"{record['id']}:{at}.{n}"})
                    for n, each in enumerate(objective.indicators, 1)
                )
            }
        )
        for at, objective in enumerate(found)
    ]
    return Agreement.model_validate({**record, "objectives": tuple(numbered)})


@pytest.mark.parametrize("form", FORMATS)
@given(st.lists(agreements(), min_size=1, max_size=2, unique_by=lambda each: each.id))
def test_what_is_written_is_read_again_as_it_was(form: Format, given: list[Agreement]) -> None:
    assert load(dump(given, form), "pk", form).agreements == tuple(given)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("word", HOSTILE)
def test_no_text_is_taken_for_something_else(form: Format, word: str) -> None:
    where = Source(file=word, line=1)
    target = Target(raw="x", value=1, periods={word: 1})
    wanted = Agreement(
        id=word or "x",
        unit=word,
        first_party=Party(name=word, source=where),
        objectives=(Objective(text=word, indicators=(Indicator(id=word or "x:1.1", text=word, target=target, source=where),), source=where),),
        sources={word: where},
        source=where,
    )  # fmt: skip
    assert load(dump([wanted], form), "pk", form).agreements == (wanted,)


@pytest.mark.parametrize("form", FORMATS)
def test_the_real_document_comes_back_as_it_was(form: Format, real: Outcome) -> None:
    read = annotated(real.whole)
    assert load(dump(read, form), "pk", form).agreements == read


def test_no_agreement_at_all_is_an_empty_list() -> None:
    for form in FORMATS:
        assert load(dump([], form), "pk", form).agreements == ()


def test_what_has_no_source_gets_the_line_it_stands_on() -> None:
    text = """\
agreements:
- id: a
  first_party:
    name: X
  objectives:
  - text: S
    indicators:
    - text: I
      target: 100%
  budget:
  - {name: P, amount: 1}
"""
    (read,) = load(text, "pk.yaml", "yaml").agreements
    assert read.first_party is not None
    places = [
        read.source,
        read.first_party.source,
        read.objectives[0].source,
        read.objectives[0].indicators[0].source,
        read.budget[0].source,
    ]
    assert [(each.file, each.line) for each in places if each] == [("pk.yaml", n) for n in (2, 3, 6, 8, 11)]


def test_json_has_lines_too() -> None:
    text = '[\n {"id": "a",\n  "budget": [\n   {"name": "P\\"{", "amount": 1},\n   {"name": "Q"}]}]'
    (read,) = load(text, "pk.json", "json").agreements
    assert [each.source.line for each in read.budget if each.source] == [4, 5]


def test_each_line_of_jsonl_is_its_own_place() -> None:
    text = '{"id": "a"}\n\n{"id": "b", "budget": [{"name": "P"}]}\r\n{"id": "c"}'
    read = load(text, "pk.jsonl", "jsonl").agreements
    assert [each.source.line for each in read if each.source] == [1, 3, 4]


def told(text: str, form: Format = "yaml", file: str = "pk") -> InputError:
    with pytest.raises(InputError) as caught:
        load(text, file, form)
    return caught.value


WRONG_KEYS = [
    ("- id: a\n  intsitution: X", 2, "intsitution", "institution"),
    ("- id: a\n  first_party:\n    nama: X", 3, "nama", "name"),
    ("- id: a\n  statement:\n    signatures:\n      first: {nmae: X}", 4, "nmae", "name"),
    ("- id: a\n  objectives:\n  - text: S\n    indicators:\n    - text: I\n      tagret: 5", 6, "tagret", "target"),
    ("- id: a\n  objectives:\n  - indicators:\n    - target:\n        vaule: 5", 5, "vaule", "value"),
    ("- id: a\n- id: b\n  budget:\n  - name: P\n  - ammount: 5", 5, "ammount", "amount"),
    ("- id: a\n  sources:\n    unit: {fiel: x}", 3, "fiel", "file"),
    ("agreements:\n- id: a\nversion: 2", 3, "version", "agreements"),
]


@pytest.mark.parametrize(("text", "line", "key", "nearest"), WRONG_KEYS)
def test_an_unknown_key_names_the_nearest_one_and_its_line(text: str, line: int, key: str, nearest: str) -> None:
    error = told(text)
    assert (error.text, error.place) == (messages.DATA_UNKNOWN_KEY, f"pk:{line}")
    assert (error.facts["key"], error.facts["nearest"]) == (key, nearest)


@pytest.mark.parametrize(("text", "line", "key", "nearest"), WRONG_KEYS)
def test_an_unknown_key_in_json_has_its_line_too(text: str, line: int, key: str, nearest: str) -> None:
    data = json.dumps(load_plain(text), indent=1)
    at = next(n for n, each in enumerate(data.splitlines(), 1) if f'"{key}"' in each)
    error = told(data, "json")
    assert (error.text, error.line, error.facts["nearest"]) == (messages.DATA_UNKNOWN_KEY, at, nearest)
    assert line > 0


def load_plain(text: str) -> Any:
    from pkcheck.yamltext import load_yaml

    return load_yaml(text, "x")[0]


@pytest.mark.parametrize(
    ("text", "line", "place"),
    [
        ("- id: a\n  fiscal_year: '2024'", 2, "a: fiscal_year"),
        ("- id: a\n  fiscal_year: 2024.5", 2, "a: fiscal_year"),
        ("- id: a\n  fiscal_year: yes", 2, "a: fiscal_year"),
        ("- id: 7", 1, "7: id"),
        ("- id: a\n  kind: double", 2, "a: kind"),
        ("- id: a\n  first_party: {nip: 197001012000031001}", 2, "a: first_party.nip"),
        ("- id: a\n  budget:\n  - name: P\n    amount: 'Rp 5'", 4, "a: budget.0.amount"),
        ("- id: a\n  budget: Rp 5", 2, "a: budget"),
        ("- id: a\n  objectives:\n  - indicators:\n    - target: {raw: x, value: seratus}", 4, "a: objectives.0.indicators.0.target.value"),
        ("- id: a\n  objectives:\n  - indicators:\n    - target: {value: .inf}", 4, "a: objectives.0.indicators.0.target.value"),
        ("- id: a\n  first_party: X", 2, "a: first_party"),
        ("- id: a\n  objectives: [{indicators: [{id: x}]}, {indicators: [{id: x}]}]", 1, "a"),
    ],
)  # fmt: skip
def test_a_value_of_another_kind_is_told_with_its_line(text: str, line: int, place: str) -> None:
    error = told(text)
    assert (error.text, error.line, error.facts["place"]) == (messages.DATA_VALUE, line, place)


def test_what_is_expected_is_said_in_the_language_of_the_user() -> None:
    error = told("- id: a\n  fiscal_year: '2024'")
    assert error.say("id") == 'nilai tidak sah di a: fiscal_year: "2024". Diharapkan bilangan bulat, tanpa tanda petik.'
    assert (
        error.say("en") == 'invalid value in a: fiscal_year: "2024". Expected a whole number, without quotation marks.'
    )


@pytest.mark.parametrize(
    ("form", "text", "line"),
    [
        ("yaml", "- id: a\n  id: b", 2),
        ("yaml", "- &x {id: a}\n- *x", 1),
        ("yaml", "- id: a\n  unit: [", 3),
        ("yaml", "- id: a\n\tunit: b", 2),
        ("yaml", "5", 1),
        ("yaml", "", 1),
        ("yaml", "- id: a\n- 5", 2),
        ("yaml", "- id: a\n---\n- id: b", 2),
        ("json", '[{"id": "a"},\n {"id": "b",}]', 2),
        ("json", '{"id": "a", "id": "b"}', 1),
        ("json", '{"id": "a",\n "fiscal_year": NaN}', 1),
        ("json", '{"id": "a", "fiscal_year": 1' + "0" * 5000 + "}", 1),
        ("json", "[" * 100_000, 1),
        ("json", "", 1),
        ("json", '["a"]', 1),
        ("jsonl", '{"id": "a"}\n{"id": ', 2),
        ("jsonl", '{"id": "a"}\n[]', 2),
        ("jsonl", '{"id": "a"}\n{"id": "a"}', 2),
        ("json", '[{"id": "a"},\n{"id": "a"}]', 2),
        ("json", '{"id":\n "\\ud800"}', 2),
        ("yaml", '- id: "\\ud800"', 1),
    ],
)
def test_what_is_no_data_is_an_error_with_its_line(form: Format, text: str, line: int) -> None:
    error = told(text, form)
    assert error.line == line
    for lang in ("id", "en"):
        assert error.say(lang)


def test_a_raw_text_that_says_something_else_is_noted() -> None:
    text = """
- id: a
  objectives:
  - indicators:
    - {text: I, target: {raw: "90%", value: 80, unit: persen}}
    - {text: J, target: {raw: "90%", value: 90, unit: persen}}
  budget:
  - {name: P, raw: "Rp 5.000", amount: 6000}
  - {name: Q, raw: "Rp 5.000", amount: 5000}
"""
    loaded = load(text, "pk.yaml", "yaml")
    assert [(note.level, note.source.line, note.quote) for note in loaded.notes] == [
        ("remark", 8, "Rp 5.000"),
        ("remark", 5, "90%"),
    ]


@given(st.text() | st.recursive(st.none() | words | numbers | st.booleans(), lambda x: st.lists(x) | st.dictionaries(words, x)).map(json.dumps))  # fmt: skip
def test_any_text_is_read_or_refused(text: str) -> None:
    for form in FORMATS:
        try:
            load(text, "pk", form)
        except InputError as refused:
            told_line = refused.line
        else:
            continue
        assert told_line is not None


# --- the schema


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_schema_knows_what_read_writes(validator: Draft202012Validator, real: Outcome) -> None:
    text = dump(annotated(real.whole), "json")
    assert [each.message for each in validator.iter_errors(json.loads(text))] == []
    assert validator.is_valid(json.loads(text)["agreements"])
    assert validator.is_valid(json.loads(text)["agreements"][0])


@given(agreements())
def test_the_schema_knows_every_agreement(given: Agreement) -> None:
    Draft202012Validator(json_schema()).validate(json.loads(json.dumps(to_record(given))))


@pytest.mark.parametrize(("text", "line", "key", "nearest"), WRONG_KEYS)
def test_the_schema_refuses_unknown_keys(
    validator: Draft202012Validator, text: str, line: int, key: str, nearest: str
) -> None:
    assert not validator.is_valid(load_plain(text)), (line, key, nearest)


def test_the_schema_takes_the_short_forms_that_the_reader_takes(validator: Draft202012Validator) -> None:
    text = """
- id: a
  objectives: [{text: S, indicators: [{text: I, target: 100%}]}]
  statement: {date: 2024-03-01}
"""
    assert load(text, "x", "yaml").agreements[0].objectives[0].indicators[0].target == Target(
        raw="100%", value=100, unit="persen"
    )
    assert [each.message for each in validator.iter_errors(load_plain(text))] == []


def elements(agreement: Agreement) -> Iterator[Any]:
    yield agreement
    yield from (each for each in (agreement.first_party, agreement.statement, agreement.annex) if each)
    yield from agreement.objectives
    yield from agreement.indicators()
    yield from agreement.budget


@pytest.mark.parametrize("form", FORMATS)
@given(agreements())
def test_a_second_reading_changes_nothing(form: Format, given: Agreement) -> None:
    bare = json.loads(json.dumps(to_record(given)))
    for each in [bare, *bare.get("budget", ()), *bare.get("objectives", ())]:
        each.pop("source", None)
    once = load(json.dumps(bare), "pk", "json").agreements
    assert load(dump(once, form), "pk", form).agreements == once
    assert all(each.source is not None for each in elements(once[0]))


def test_a_missing_key_is_named() -> None:
    error = told("- id: a\n- unit: X")
    assert (error.text, error.line, error.facts["key"]) == (messages.DATA_MISSING, 2, "id")


def test_a_number_that_is_a_day_is_a_date_and_any_other_is_kept_as_it_was_written() -> None:
    for written, day, raw in [("20240301", "2024-03-01", None), ("5", None, "5"), ("2024-02-30", None, "2024-02-30")]:
        (read,) = load(f"- {{id: a, statement: {{date: {written}}}}}", "x", "yaml").agreements
        assert read.statement is not None
        assert (str(read.statement.date) if read.statement.date else None, read.statement.raw) == (day, raw)
