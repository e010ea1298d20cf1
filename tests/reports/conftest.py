"""Outcomes made by hand: what a report shows does not depend on which rules there are."""

import datetime
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from lxml import etree, html
from openpyxl import load_workbook

from pkcheck.api import Outcome
from pkcheck.data import load
from pkcheck.discovery import LoadedRule
from pkcheck.engine import Judgement
from pkcheck.findings import Certainty, Coverage, Evidence, Finding, NotChecked, Severity, Subject
from pkcheck.graph import AgreementSet, Member
from pkcheck.inputs import InputReport
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.reporting import Style, formats
from pkcheck.rule import Example, Rule
from pkcheck.suppression import Silence, Suppression
from pkcheck.texts import Text

HOSTILE = (
    "<script>alert(1)</script> =cmd|'/c calc'!A0 \x1b[2J\x00\x07\x9b \u202ekanan\u2066\ufeff ]]> -->"
    " `x` ```y | [a](http://b) ![c](d) **e** <!-- @orang #12 $1$ www.g %0A::error::z ##[error]q , : % \r\n"
)
BOTH = """
- id: ketua
  unit: KPU Provinsi
  first_party: {name: Fahmi, position: Ketua KPU}
  budget: [{name: Program A, amount: 100}]
- id: humas
  supervisor: ketua
  first_party: {name: Aliuk, position: Sekretaris KPU}
"""

RULE = Rule(
    code="BUD999",
    name="too-much",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R01",),
    title=Text(id="Terlalu banyak", en="Too much"),
    message=Text(id="{what} lebih {excess:rp}.", en="{what} is {excess:rp} too much."),
    why=Text(id="Uangnya tidak ada.", en="There is no such money."),
    advice=Text(id="Cocokkan dengan DIPA.", en="Compare it with the DIPA."),
)
LOADED = LoadedRule(RULE, lambda _: (), Member, (Example("v", ""),), (Example("i", ""),), None, "too_much.py")


def evidence(quote: str = "Program A | Rp 101", mark: str | None = "Rp 101", **where: str | int | None) -> Evidence:
    return Evidence(Source.model_validate({"file": "pk.txt", "line": 12, **where}), quote, mark)


def finding(*places: Evidence, judgement: bool = False, what: str = "Program A", at: str = "ketua") -> Finding:
    certainty = Certainty.JUDGEMENT if judgement else None
    subject = Subject("budget", f"{at}:budget.1", at, "KPU Provinsi")
    return RULE.found(subject, places or (evidence(),), certainty=certainty, amount=1, what=what, excess=1)


def account(**changes: object) -> Coverage:
    return Coverage(**{"code": "BUD999", "status": "ran", "kind": "agreement", "checked": 2, "found": 0, **changes})  # type: ignore[arg-type]


def missed(agreement: str, reason: str) -> NotChecked:
    return NotChecked(Subject("agreement", agreement, agreement, ""), Text(id=reason, en=reason))


def outcome(
    findings: Iterable[Finding] = (),
    coverage: Sequence[Coverage] = (),
    notes: Sequence[Note] = (),
    data: str = BOTH,
    silenced: Sequence[Silence] = (),
) -> Outcome:
    whole = AgreementSet(load(data, "pk.yaml", "yaml").agreements)
    report = InputReport("pk.yaml", "read", "yaml", len(whole.agreements), tuple(notes))
    return Outcome(
        whole, (report,), (LOADED,), Judgement(tuple(findings), tuple(coverage or [account()]), tuple(silenced))
    )


def silence(found: Finding, **changes: object) -> Silence:
    """`found` silenced on line 3 of the data by its code, or, with `fingerprint`, in the settings."""
    wish = {"code": found.code, "reason": "Sudah dibahas", "by": "Sri Lestari", "until": datetime.date(2025, 12, 31)}
    where = {"at": found.subject, "element": "agreement", "place": evidence("-", None, file="pk.yaml", line=3)}
    return Silence(found, Suppression(**{**where, **wish, "state": "holds", **changes}))  # type: ignore[arg-type]


def small() -> Outcome:
    """Two agreements, findings of both certainties, a reading note, and rules that were skipped, that broke and that held."""
    placed = finding(evidence(), evidence("Program A", None, line=None, page=3), evidence("7", None, cell="D14"))
    unread = Text(id="anggaran tidak terbaca", en="budget unreadable")
    coverage = [
        account(found=3, not_checked=(replace(missed("humas", ""), reason=unread),)),
        account(code="XYZ001"),
        account(code="XYZ002", status="skipped", reason=Text(id="tidak dipilih", en="not selected")),
        account(code="XYZ003", status="broken", reason=Text(id="aturan ini rusak\n  di sini", en="broken\n  here")),
        account(code="XYZ004", checked=0, kind="unit"),
    ]
    notes = [
        Note("remark", Text(id="diragukan", en="doubtful"), Source(file="pk.yaml", line=3), quote="kutipan"),
        Note("problem", Text(id="tidak terbaca", en="unreadable"), Source(file="pk.yaml", page=2)),
    ]
    judged = finding(evidence(line=20, end_line=22), judgement=True, what="Program B", at="humas")
    return outcome([placed, judged], coverage, notes, silenced=[silence(finding(what="Program C"))])


def hostile() -> Outcome:
    """The same text everywhere where text of a document can stand, and a cell of 10,000 characters."""
    data = json.dumps([{"id": "ketua", "unit": HOSTILE, "first_party": {"name": HOSTILE, "position": HOSTILE}}])
    places = [
        evidence(HOSTILE, HOSTILE, file=f"dir/{HOSTILE}.txt"),
        evidence("=" + "x" * 10_000, None),
        evidence(HOSTILE, None, cell=HOSTILE),
    ]
    text = Text(id="{what}", en="{what}")
    silenced = silence(finding(*places, what=HOSTILE), reason=HOSTILE, by=HOSTILE)
    return outcome(
        [finding(*places, what=HOSTILE), finding(what="y" * 10_000), finding(what="=1+1")],
        [
            account(found=4, not_checked=(missed(HOSTILE, HOSTILE),)),
            account(code="XYZ001", status="broken", reason=text, facts={"what": HOSTILE}),
            account(code="XYZ002", status="skipped", reason=text, facts={"what": HOSTILE}),
        ],
        [Note("problem", text, Source(file="pk.yaml", line=1), {"what": HOSTILE}, HOSTILE)],
        data=data,
        silenced=[silenced],
    )


def told(outcome: Outcome, form: str, **style: Any) -> str:
    return "\n".join(formats()[form].render(outcome, Style(**style)))


# What a reader sees of a report, read back from it.


def _of_html(data: str) -> str:
    page = html.fromstring(data)
    for each in page.xpath("//script | //style"):
        each.drop_tree()
    told = page.xpath("//@title | //@aria-label | //@alt | //@placeholder | //@data-words | //@data-found")
    return " ".join([*page.itertext(), *map(str, told)])


def _of_svg(data: str) -> str:
    return " ".join(etree.fromstring(data.encode(), etree.XMLParser(resolve_entities=False)).itertext())


def _of_pdf(data: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def _of_word(data: bytes) -> str:
    document: Any = docx.Document(io.BytesIO(data))
    return " ".join(
        "".join(each.text or "" for each in part.iter(qn("w:t"))) for part in document.element.body.iter(qn("w:p"))
    )


def _of_excel(data: bytes) -> str:
    cells = (cell.value for sheet in load_workbook(io.BytesIO(data)) for row in sheet.iter_rows() for cell in row)
    return " ".join(each for each in cells if isinstance(each, str) and not each.startswith("="))


def _of_json(data: str) -> str:
    """The sentences in it: what has no blank is a word for machines."""

    def inside(node: Any) -> Iterator[str]:
        if isinstance(node, dict | list):
            for each in node.values() if isinstance(node, dict) else node:
                yield from inside(each)
        elif isinstance(node, str) and " " in node:
            yield node

    return " ".join(inside([json.loads(line) for line in data.splitlines()] if data.count("\n{") else json.loads(data)))


def _of_junit(data: str) -> str:
    suites = etree.fromstring(data.encode())
    return " ".join([*suites.itertext(), *map(str, suites.xpath("//@message | //testcase/@name"))])


HEARD: dict[str, Callable[[Any], str]] = {
    "csv": str, "docx": _of_word, "github": str, "gitlab": _of_json, "html": _of_html, "json": _of_json, "jsonl": _of_json,
    "junit": _of_junit, "markdown": str, "pdf": _of_pdf, "sarif": _of_json, "text": str, "xlsx": _of_excel,
}  # fmt: skip
HEARD_IN_GRAPHS: dict[str, Callable[[Any], str]] = {
    "html": _of_html,
    "svg": _of_svg,
    "svg-budget": _of_svg,
    "tree": str,
}


class Build:
    """What tests of reports build their outcomes from."""

    evidence = staticmethod(evidence)
    finding = staticmethod(finding)
    account = staticmethod(account)
    missed = staticmethod(missed)
    outcome = staticmethod(outcome)
    silence = staticmethod(silence)
    told = staticmethod(told)
    small = staticmethod(small)
    hostile = staticmethod(hostile)
    HOSTILE = HOSTILE
    HEARD = HEARD
    HEARD_IN_GRAPHS = HEARD_IN_GRAPHS


@pytest.fixture
def build() -> type[Build]:
    return Build
