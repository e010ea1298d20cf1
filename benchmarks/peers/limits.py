"""What no checker can be faster than, nothing kept and nothing judged: python limits.py FOLDER OUT HOW.

HOW: `read` the bytes of the JSONL and count its lines; `orjson` and `msgspec` decode it, into plain data and into structs of
all fields; `fields` into pydantic models of the fields that the five kinds of finding need; `pydantic` into the model of
pkcheck itself, straight from bytes. OUT is left alone. Garbage is not collected, so that only decoding is measured.
"""

import datetime
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def _msgspec() -> Callable[[bytes], Any]:
    import msgspec

    def struct(title: str, /, **fields: Any) -> Any:
        """A struct all of whose fields may be missing."""
        return msgspec.defstruct(title, [(field, of | None, None) for field, of in fields.items()], gc=False)

    person = struct("Person", name=str, position=str, signed=bool)
    signatures = struct("Signatures", first=person, second=person)
    page = struct("Page", place=str, date=datetime.date, fiscal_year=int, signatures=signatures)
    target = struct("Target", raw=str, value=float, unit=str)
    row = struct("Row", id=str, text=str, target=target, derives_from=list[str])
    objective = struct("Objective", no=int, text=str, indicators=list[row])
    line = struct("Line", level=str, name=str, raw=str, amount=int)
    agreement = struct(
        "Agreement", id=str, institution=str, unit=str, fiscal_year=int, kind=str, supervisor=str, first_party=person,
        second_party=person, statement=page, annex=page, objectives=list[objective], budget=list[line],
    )  # fmt: skip
    return msgspec.json.Decoder(agreement).decode


def _fields() -> Callable[[bytes], Any]:
    from pydantic import create_model

    def model(title: str, /, **fields: Any) -> Any:
        return create_model(title, **{field: (of | None, None) for field, of in fields.items()})

    person = model("Person", name=str)
    page = model("Page", date=datetime.date, signatures=model("Signatures", first=person, second=person))
    row = model("Row", id=str, target=model("Target", unit=str), derives_from=list[str])
    agreement = model(
        "Agreement", id=str, institution=str, fiscal_year=int, supervisor=str, first_party=person, second_party=person,
        statement=page, annex=page, objectives=list[model("Objective", indicators=list[row])],
        budget=list[model("Line", name=str, amount=int)],
    )  # fmt: skip
    return agreement.__pydantic_validator__.validate_json


def _pydantic() -> Callable[[bytes], Any]:
    from pkcheck.model import Agreement

    return Agreement.__pydantic_validator__.validate_json


def _orjson() -> Callable[[bytes], Any]:
    import orjson

    return orjson.loads


DECODERS = {"orjson": _orjson, "msgspec": _msgspec, "fields": _fields, "pydantic": _pydantic}


def main() -> None:
    """Read, or decode, every line."""
    folder, _, how = sys.argv[1:]
    gc.disable()
    with (Path(folder) / "agreements.jsonl").open("rb", buffering=1 << 20) as file:
        if how == "read":
            while block := file.read(1 << 20):
                block.count(b"\n")
            return
        decode = DECODERS[how]()
        for line in file:
            decode(line)


if __name__ == "__main__":
    main()
