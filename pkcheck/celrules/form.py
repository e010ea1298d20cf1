"""What stands in the YAML file of a rule, and on which lines."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pkcheck import messages, rule_texts
from pkcheck.errors import InputError, RuleError
from pkcheck.findings import Certainty, Severity
from pkcheck.invalid import invalid_data
from pkcheck.yamltext import Lines, Path, enclosing_line, load_yaml

MAX_FILE_BYTES = 256 * 1024
MAX_EXPRESSION = 4_000
Kind = Literal["agreement", "unit", "objective", "indicator", "derivation", "budget"]
Quote = Literal["statement", "annex", "first_party", "second_party", "unit"]
_BLOCK = re.compile(r":\s*\|[-+0-9]*\s*(?:#.*)?$")
_Expression = Annotated[str, Field(min_length=1, max_length=MAX_EXPRESSION)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BothLanguages(_Part):
    """One sentence in Indonesian and in English."""

    id: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]


class ExpectedFinding(_Part):
    """The id of what is found, and the amount at stake in whole rupiah, if any."""

    at: str
    amount: int | None = None


class ExampleForm(_Part):
    """Agreement data on one side of the border: one agreement or a list of them."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", description="a sentence in small letters and hyphens")]
    data: Annotated[list[dict[str, Any]] | dict[str, Any], Field(description="agreement data, as `pkcheck schema`")]
    finds: Annotated[tuple[ExpectedFinding, ...], Field(description="all that is found, in order")] = ()
    skips: Annotated[tuple[str, ...] | None, Field(description="ids of what cannot be judged")] = None


class ExamplesForm(_Part):
    """What the rule leaves alone, and what it finds."""

    valid: Annotated[tuple[ExampleForm, ...], Field(min_length=1)]
    invalid: Annotated[tuple[ExampleForm, ...], Field(min_length=1)]


class RuleForm(_Part):
    """A rule in YAML. Expressions are CEL; absent values are null."""

    code: Annotated[str, Field(pattern="^[A-Z]{2,8}[0-9]{3}$", description="capital letters and three digits: ORG001")]
    name: Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", description="what is wrong, such as date-missing")]
    severity: Severity
    certainty: Annotated[Certainty, Field(description="definite: plainly so; judgement: a person must weigh it")]
    basis: Annotated[tuple[str, ...], Field(min_length=1, description="rows of the provisions; INF where none says it")]
    title: BothLanguages
    message: Annotated[BothLanguages, Field(description="the finding's sentence; {name} and {name:rp} show facts")]
    why: BothLanguages
    advice: BothLanguages
    over: Annotated[Kind, Field(alias="for", description="what the condition is handed, one by one")]
    condition: Annotated[_Expression, Field(description="true where it is found")]
    facts: Annotated[dict[str, _Expression], Field(description="what the sentences show, by name")] = {}
    amount: Annotated[_Expression | None, Field(description="the whole rupiah at stake")] = None
    quotes: Annotated[tuple[Quote, ...], Field(description="places of the agreement to quote before its own")] = ()
    enabled: Annotated[bool, Field(description="false: runs only when selected")] = True
    examples: ExamplesForm


@dataclass(frozen=True)
class RuleFile:
    """A form with the lines of its file, to say where something stands."""

    form: RuleForm
    path: str
    lines: Lines
    source: tuple[str, ...]

    def place(self, *path: str | int) -> str:
        """`file:line` of the element at `path`, or of the nearest one around it."""
        return f"{self.path}:{enclosing_line(self.lines, path) or 1}"

    def expression_place(self, *path: str) -> Callable[[int], str]:
        """`file:line` of the n-th line of an expression: a block after `|` keeps its lines, any other is told as one."""
        first = enclosing_line(self.lines, path) or 1
        block = _BLOCK.search(self.source[first - 1]) is not None
        return lambda line: f"{self.path}:{first + line if block else first}"


def read_form(data: bytes, path: str) -> RuleFile:
    """The rule file in `data`. Raises RuleError with the line of what is wrong."""
    if len(data) > MAX_FILE_BYTES:
        raise RuleError(rule_texts.FILE_TOO_LARGE, path=path, limit=MAX_FILE_BYTES // 1024)
    try:
        text = data.decode("utf-8-sig")
        record, lines = load_yaml(text, path)
    except UnicodeDecodeError as error:
        raise RuleError(rule_texts.UNREADABLE, path=path, problem="UTF-8") from error
    except InputError as error:
        if error.text is messages.DATA_SYNTAX:
            problem = error.facts["problem"]
            raise RuleError(rule_texts.NOT_YAML, path=error.place, problem=problem) from error
        raise RuleError(rule_texts.FORM, path=error.place, problem=error.sentence) from error
    if not isinstance(record, dict):
        raise RuleError(rule_texts.ONE_RULE, path=f"{path}:1")
    try:
        form = RuleForm.model_validate(record)
    except ValidationError as error:
        told = _told(error, record, path, lines)
        code = {"code": record["code"]} if isinstance(record.get("code"), str) else {}
        raise RuleError(rule_texts.FORM, path=told.place, problem=told.sentence, **code) from error
    return RuleFile(form, path, lines, tuple(text.splitlines()))


def json_schema() -> dict[str, Any]:
    """JSON Schema of a YAML rule."""
    schema = RuleForm.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "pkcheck: aturan YAML"}


def _told(error: ValidationError, record: dict[str, Any], path: str, lines: Lines) -> InputError:
    """What is wrong, said as of agreement data."""

    def line(steps: Path) -> int | None:
        return enclosing_line(lines, steps)

    return invalid_data(error, RuleForm, record, path, name=str(record.get("code", "")), line=line)
