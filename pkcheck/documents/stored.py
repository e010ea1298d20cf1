"""A document as JSON and back, exactly; its file's name is left out, as the same bytes may lie under another one."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from pkcheck.documents.document import Document
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.texts import Fact, Text

_NO_FILE = '"file":""'


def to_json(document: Document) -> str | None:
    """The document as JSON; None for what would not come back as it was."""
    try:
        blocks = _adapter().dump_json(replace(document, notes=()), exclude_defaults=True).decode()
        notes = _compact([_note_record(each, document.file) for each in document.notes])
        text = f'{{"document":{_renamed(blocks, document.file, "")},"notes":{notes}}}'
        return text if from_json(text, document.file) == document else None
    except (TypeError, ValueError):
        return None


def from_json(text: str, file: str) -> Document:
    """The document under the name `file`. Raises ValueError for what `to_json` did not write."""
    try:
        record = json.loads(text)
        notes = tuple(_note(each, file) for each in record["notes"])
        start = len('{"document":')
        end = text.rindex(',"notes":')
        document = _adapter().validate_json(_renamed(text[start:end], "", file))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(text[:80]) from error
    return replace(document, notes=notes)


@cache
def _adapter() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _renamed(text: str, old: str, new: str) -> str:
    """Every key "file" with another value; within a string of JSON a quotation mark never stands bare."""
    before, after = f'"file":{_compact(old)}', f'"file":{_compact(new)}'
    if text.count(before) != text.count('"file":'):
        raise ValueError(old)
    return text.replace(before, after)


def _note_record(note: Note, file: str) -> dict[str, Any]:
    source = note.source.model_dump(mode="json", exclude_defaults=True)
    if source.pop("file") != file or any(file in str(fact) for fact in note.facts.values()):
        raise ValueError(file)
    facts = {name: _fact_record(fact) for name, fact in note.facts.items()}
    return {"level": note.level, "text": _fact_record(note.text), "source": source, "facts": facts, "quote": note.quote}


def _note(record: Mapping[str, Any], file: str) -> Note:
    facts = {name: _fact(each) for name, each in record["facts"].items()}
    source = Source(file=file, **record["source"])
    return Note(record["level"], _text(record["text"]["text"]), source, facts, record["quote"])


def _fact_record(fact: Fact) -> Any:
    match fact:
        case None | str() | bool() | int() | float():
            return fact
        case Decimal():
            return {"decimal": str(fact)}
        case datetime.date() if type(fact) is datetime.date:
            return {"date": fact.isoformat()}
        case Text():
            return {"text": [fact.id, fact.en]}
        case tuple() | list():
            return {type(fact).__name__: [_fact_record(each) for each in fact]}
    raise TypeError(fact)


def _fact(record: Any) -> Fact:
    match record:
        case {"decimal": str(digits)}:
            return Decimal(digits)
        case {"date": str(day)}:
            return datetime.date.fromisoformat(day)
        case {"text": list(words)}:
            return _text(words)
        case {"tuple": list(each)}:
            return tuple(_fact(one) for one in each)
        case {"list": list(each)}:
            return [_fact(one) for one in each]
        case None | str() | bool() | int() | float():
            return record
    raise TypeError(record)


def _text(words: list[str]) -> Text:
    text_id, text_en = words
    return Text(id=text_id, en=text_en)
