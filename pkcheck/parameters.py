"""What a user may set of a rule, as its `Options` say it: name, default, explanation in the reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from pkcheck.texts import Lang, Text


class Parameters(BaseModel):
    """What a rule's `Options` are made of. The `Text` among a field's annotations says what it is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; `explanation` is empty where the rule gives none."""

    name: str
    default: Any
    explanation: str


def parameters_of(options: type[BaseModel] | None, lang: Lang) -> Iterator[Parameter]:
    """Every parameter of a rule, in the order of its `Options`; none where it has no options."""
    for name, known in (options.model_fields if options else {}).items():
        yield Parameter(name, known.get_default(call_default_factory=True), _explanation(known, lang))


def _explanation(known: FieldInfo, lang: Lang) -> str:
    """The `Text` of `Annotated[int, Text(...)]`, else the field's description, which is in one language."""
    texts = [each for each in known.metadata if isinstance(each, Text)]
    return texts[0].say(lang) if texts else known.description or ""
