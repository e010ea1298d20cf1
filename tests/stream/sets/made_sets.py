"""Small sets of several agencies, each with something to be found."""

import json
from collections.abc import Sequence
from typing import Any

Data = dict[str, Any]
PLACES = ("Kutai Baru", "Bontang Lama", "Paser Hulu", "Berau Selatan")


def _further(number: int) -> str:
    """A name of its own for every further place: letters, as a figure in a name is something to look at."""
    return "".join("abcdefghij"[int(each)] for each in str(number)).title() if number else ""


def agency(number: int) -> list[Data]:
    """Three agreements: a head, and two who answer to it; the second is dated outside its year."""
    institution = f"Dinas Pendidikan Kabupaten {PLACES[number % len(PLACES)]}{' ' * bool(number // len(PLACES))}{_further(number // len(PLACES))}"
    head = {"name": f"Budi Raharja {number}", "position": f"Kepala {institution}"}

    def page(first: Data, second: Data | None, date: str) -> Data:
        sides = {"first": {**first, "signed": True}, **({"second": {**second, "signed": True}} if second else {})}
        return {"place": "Kota", "date": date, "fiscal_year": 2024, "signatures": sides}

    def one(name: str, first: Data, second: Data | None, date: str, objectives: list[Data], **more: Any) -> Data:
        own: Data = {
            "id": f"a{number}-{name}",
            "institution": institution,
            "unit": first["position"],
            "fiscal_year": 2024,
        }
        own |= {"kind": "paired" if second else "sole", "first_party": first, "objectives": objectives}
        own |= {"second_party": second} if second else {}
        return own | {"statement": page(first, second, date), "annex": page(first, second, date), **more}

    def objective(text: str, *rows: tuple[str, str]) -> Data:
        return {"no": 1, "text": text, "indicators": [{"text": row, "target": raw} for row, raw in rows]}

    top = [objective("Meningkatnya mutu pendidikan", ("Persentase sekolah terakreditasi", "80%"))]
    below = [objective("Persentase sekolah terakreditasi", ("Jumlah sekolah yang dinilai", f"{10 + number} sekolah"))]
    parts = [
        ({"name": "Siti Aminah", "position": "Kepala Bidang Sekolah Dasar"}, "2024-01-05"),
        ({"name": "Joko Susilo", "position": "Kepala Bidang Sekolah Menengah"}, "2023-01-05"),
    ]
    budget = [{"level": "program", "name": "Program Pengelolaan Pendidikan", "raw": "Rp1.000", "amount": 1000}]
    more = [{**budget[0], "raw": "Rp900", "amount": 900}]
    return [
        one("kepala", head, None, "2024-01-04", top, budget=budget),
        *(
            one(f"b{at}", first, head, date, below, supervisor=f"a{number}-kepala", budget=more)
            for at, (first, date) in enumerate(parts, 1)
        ),
    ]


def many(count: int = 3) -> list[Data]:
    """The agreements of several agencies, one after the other."""
    return [each for number in range(count) for each in agency(number)]


def lines(data: Sequence[Data]) -> bytes:
    """One a line."""
    return b"".join(json.dumps(each, ensure_ascii=False).encode() + b"\n" for each in data)
