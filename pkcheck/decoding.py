"""One agreement straight from the bytes of a JSON line, in one pass of pydantic's own parser.

What `Agreement.model_validate` works out in Python for every element (ids, printed figures, dates, sources) is done here
after the fact, only where it is needed. A line with anything out of the ordinary is left to the long way, which knows how
to tell a person what is wrong with it: `decoded` gives None for it. Both ways give equal agreements.
"""

import datetime
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import SchemaValidator

from pkcheck.model import (
    Agreement,
    Indicator,
    Source,
    Target,
    objective_keys,
    parsed_target,
)
from pkcheck.quantities.dates import parse_date
from pkcheck.quantities.money import parse_rupiah
from pkcheck.quantities.targets import parse_target

_KEY = b'":'
_DIRECTIVES = b'"pkcheck"'
_KEYS, _ID = attrgetter("__pydantic_fields_set__"), attrgetter("id")
_SOURCE, _TARGET = attrgetter("source"), attrgetter("target")


def decoded(line: bytes, source: Source) -> Agreement | None:
    """The agreement in `line`, with `source` for every element without one; None where the long way must read it."""
    if _DIRECTIVES in line:
        return None
    try:
        agreement: Agreement = _validator().validate_json(line)
    except (ValidationError, ValueError):
        return None
    indicators = [each for objective in agreement.objectives for each in objective.indicators]
    indicators += agreement.action_plan
    placed = _placed(agreement, indicators)
    targets = [target for target in map(_TARGET, indicators) if target is not None]
    sources = [found for found in map(_SOURCE, placed) if found is not None]
    # A key that stands twice is taken once; a text with a quote and a colon in it only looks like one more.
    if sum(map(len, map(_KEYS, chain(placed, targets, sources)))) + _rare(agreement, targets) != line.count(_KEY):
        return None
    if not all(map(_ID, indicators)):
        _name(agreement)
    if len(set(map(_ID, indicators))) < len(indicators):
        return None
    _complete(agreement, targets)
    for each in placed:
        if each.__dict__["source"] is None:
            each.__dict__["source"] = source
    return agreement


def _placed(agreement: Agreement, indicators: list[Indicator]) -> list[BaseModel]:
    """Every element that has a source."""
    pages = [page for page in (agreement.statement, agreement.annex) if page is not None]
    blocks = [block for page in pages for block in (page.signatures.first, page.signatures.second) if block is not None]
    parties = [party for party in (agreement.first_party, agreement.second_party) if party is not None]
    return [agreement, *agreement.objectives, *indicators, *agreement.budget, *pages, *blocks, *parties]


def _rare(agreement: Agreement, targets: list[Target]) -> int:
    """How many keys stand in what has no source of its own."""
    pages = [page for page in (agreement.statement, agreement.annex) if page is not None]
    found = sum(len(page.signatures.__pydantic_fields_set__) for page in pages)
    named = [places for places in (agreement.sources, *(page.sources for page in pages)) if places]
    found += sum(len(places) + sum(map(len, map(_KEYS, places.values()))) for places in named)
    found += len(agreement.revision.__pydantic_fields_set__) if agreement.revision is not None else 0
    for target in targets:
        if target.also or target.periods:
            found += sum(map(len, map(_KEYS, target.also))) + len(target.periods)
    return found


def _name(agreement: Agreement) -> None:
    """Indicators without an id get the one that the model gives them."""
    seen: dict[str, int] = {}
    for key, objective in zip(objective_keys(agreement.objectives), agreement.objectives, strict=True):
        for indicator in objective.indicators:
            seen[key] = seen.get(key, 0) + 1
            if not indicator.id:
                _set(indicator, {"id": f"{agreement.id}:{key}.{seen[key]}"})
    for number, row in enumerate(agreement.action_plan, 1):
        if not row.id:
            _set(row, {"id": f"{agreement.id}:plan.{number}"})


def _complete(agreement: Agreement, targets: list[Target]) -> None:
    """What stands only in print is read from it, as the model does."""
    for target in targets:
        if target.value is None and target.predicate is None and target.raw is not None:
            _set(target, parsed_target(parse_target(target.raw, unit_text=target.unit)))
    for line in agreement.budget:
        if line.amount is None and line.raw is not None:
            rupiah = parse_rupiah(line.raw)
            if rupiah is not None:
                _set(line, {"amount": rupiah.amount, "nil": rupiah.nil})
    for page in (agreement.statement, agreement.annex):
        if page is not None and page.date is None and page.raw is not None:
            written = parse_date(page.raw)
            _set(page, {"date": written.date if written else None})


def _set(element: BaseModel, fields: Mapping[str, Any]) -> None:
    """Fill fields of an element that nobody has seen yet."""
    element.__dict__.update(fields)


@cache
def _validator() -> SchemaValidator:
    """The model's own schema without what it does in Python; a date is one as the model knows it."""
    return SchemaValidator(_bare(Agreement.__pydantic_core_schema__), _use_prebuilt=False)


def _bare(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_bare(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kind = schema.get("type")
    if kind in ("function-before", "function-after"):
        return _bare(schema["schema"])
    if kind == "date":
        return {"type": "function-after", "function": {"type": "no-info", "function": _day}, "schema": {"type": "str"}}
    if kind == "default" and schema.get("default") == {}:
        made = {name: value for name, value in schema.items() if name not in ("default", "copy_default")}
        return {**made, "default_factory": dict, "schema": _bare(schema["schema"])}
    return {name: value if name in ("metadata", "serialization") else _bare(value) for name, value in schema.items()}


@lru_cache(maxsize=10_000)
def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
