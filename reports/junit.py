"""`junit`: JUnit XML for the test view of a CI: a suite for the files and one for each family of rules.

A case is a subject under a rule: a failure where something was found, skipped where it could not be judged. What held has
no names, so it is one case of its rule, and never stands for what was not checked. A rule that broke is an error.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pkcheck import format_texts as words
from pkcheck import report_texts
from pkcheck.display import clipped, visible
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.findings import FindingRecord
    from pkcheck.record import CoverageRecord, InputRecord, OutcomeRecord, Recorded
    from pkcheck.texts import Lang

FORMAT = Format("junit", words.FORMAT_JUNIT)
_COUNTED = {"failure": "failures", "error": "errors", "skipped": "skipped"}
_QUOTE = 1000


@dataclass(frozen=True, slots=True)
class _Case:
    """A test case; `state` is None where it passed, `lines` say more than the message."""

    name: str
    of: str
    state: Literal["failure", "error", "skipped"] | None = None
    kind: str = ""
    message: str = ""
    lines: tuple[str, ...] = ()


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:
    """The suites, one after the other."""
    suites = list(_suites(recorded, style))
    totals = Counter[str]()
    for suite in suites:
        totals.update({name: int(suite.get(name, "0")) for name in ("tests", *_COUNTED.values())})
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    counts = " ".join(f'{name}="{totals[name]}"' for name in ("tests", *_COUNTED.values()))
    yield f'<testsuites name="pkcheck" {counts}>'
    for suite in suites:
        indent(suite)
        yield tostring(suite, encoding="unicode")
    yield "</testsuites>"


def _suites(recorded: "Recorded", style: Style) -> Iterator[Element]:
    from pkcheck.tell import family_of

    outcome, lang = recorded.outcome, recorded.lang
    yield _suite(words.INPUTS.say(lang), [_of_input(each, lang) for each in outcome.inputs])
    families: dict[str, list[_Case]] = {}
    for account in _accounts(outcome):
        cases = families.setdefault(family_of(account.code), [])
        cases.extend(_of_rule(account, recorded, suppressed=style.suppressed))
    for family, cases in families.items():
        title = report_texts.FAMILIES[family].say(lang) if family in report_texts.FAMILIES else ""
        yield _suite(f"{family} {title}".strip(), cases)


def _accounts(outcome: "OutcomeRecord") -> Sequence["CoverageRecord"]:
    return sorted(outcome.coverage, key=lambda each: each.code)


def _suite(name: str, cases: Sequence[_Case]) -> Element:
    counts = Counter(_COUNTED[each.state] for each in cases if each.state)
    suite = Element("testsuite", name=visible(name), tests=str(len(cases)))
    for attribute in _COUNTED.values():
        suite.set(attribute, str(counts[attribute]))
    for each in cases:
        case = SubElement(suite, "testcase", classname=visible(each.of), name=visible(each.name))
        # What is only for information stands where a passed case may have words.
        told = SubElement(case, each.state or "system-out") if each.state or each.lines else None
        if told is None:
            continue
        if each.state:
            told.set("message", visible(each.message))
        if each.kind:
            told.set("type", each.kind)
        if each.lines:
            told.text = "\n".join(visible(line) for line in each.lines)
    return suite


def _of_input(read: "InputRecord", lang: "Lang") -> _Case:
    from pkcheck.briefs import note_line

    lines = tuple(note_line(read.file, note, lang) for note in read.notes)
    if read.status == "skipped" and read.usable:
        return _Case(read.file, "pkcheck", "skipped", "", words.INPUT_SKIPPED.say(lang), lines)
    if read.usable:
        return _Case(read.file, "pkcheck", None, "", "", lines)
    why = words.INPUT_FAILED if read.status == "failed" else words.INPUT_PARTLY
    return _Case(read.file, "pkcheck", "error", "input", why.say(lang), lines)


def _of_rule(account: "CoverageRecord", recorded: "Recorded", *, suppressed: bool) -> Iterator[_Case]:
    """The cases of a rule: what was found, what is silenced, what could not be judged, and what held."""
    outcome, lang = recorded.outcome, recorded.lang
    of = " ".join(part for part in (account.code, recorded.titles.get(account.code)) if part)
    run = words.RULE_STATE.say(lang)
    if account.status == "broken":
        first, *rest = (account.reason or account.code).split("\n")
        yield _Case(run, of, "error", "rule", first, tuple(rest))
        return
    if account.status == "skipped":
        yield _Case(run, of, "skipped", "", account.reason or "")
        return
    found = [each for each in outcome.findings if each.code == account.code]
    kept = [each for each in outcome.suppressed or () if each.code == account.code]
    silenced = kept if suppressed else []
    names = _names((*found, *kept))
    for each in found:
        yield _Case(names[id(each)], of, "failure", each.severity, each.message, tuple(_lines(each, lang)))
    for quiet in silenced:
        why = f"{words.SILENCED.say(lang)}: {quiet.suppression.reason}"
        yield _Case(names[id(quiet)], of, "skipped", "", why, (quiet.message,))
    for missed in account.not_checked:
        yield _Case(missed.subject, of, "skipped", "", missed.reason)
    hidden = account.found - len(found) - len(silenced)
    if hidden > 0:
        yield _Case(words.NOT_SHOWN.say(lang, count=hidden), of, "skipped", "", words.NOT_SHOWN_WHY.say(lang))
    if not account.found and account.checked:
        from pkcheck.summary import counted

        checked = words.CHECKED_COUNT.say(lang, subjects=counted(account.kind, account.checked, lang))
        yield _Case(words.NO_FINDING.say(lang), of, lines=(checked,))
    elif not account.found and not account.not_checked:
        subjects = report_texts.KINDS_MANY[account.kind].say(lang)
        yield _Case(run, of, "skipped", "", words.NO_SUBJECTS.say(lang, subjects=subjects))


def _names(findings: "Iterable[FindingRecord]") -> dict[int, str]:
    """The name of each finding's case: its subject, and its fingerprint where the rule found several things there."""
    each_once = list(findings)
    often = Counter(each.subject.id for each in each_once)
    return {
        id(each): each.subject.id if often[each.subject.id] == 1 else f"{each.subject.id} {each.fingerprint}"
        for each in each_once
    }


def _lines(finding: "FindingRecord", lang: "Lang") -> Iterator[str]:
    from pkcheck.briefs import cited, evidence_place

    judgement = f" [{report_texts.JUDGEMENT.say(lang)}]" if finding.certainty == "judgement" else ""
    yield f"{finding.code} {finding.severity}{judgement} {finding.message}"
    for each in finding.evidence:
        yield f"{evidence_place(each, lang)}: {clipped(visible(each.quote), _QUOTE)}"
    if finding.amount is not None:
        yield words.AMOUNT.say(lang, amount=finding.amount)
    if finding.basis:
        yield f"{report_texts.BASIS.say(lang)}: {'; '.join(cited(each, lang) for each in finding.basis)}"
    yield f"{report_texts.ADVICE.say(lang)}: {finding.recommendation}"
