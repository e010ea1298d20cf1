"""What sheets call things: agreements by unit and official, findings by their number."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pkcheck import workbook_texts as words
from pkcheck.findings import FindingRecord
from pkcheck.record import AgreementRecord, Recorded
from pkcheck.texts import Lang

from .cells import one_line


def who(agreement: AgreementRecord | None, name: str) -> str:
    """The position with who holds it, on two lines; the id alone of an agreement that is not in the set."""
    if agreement is None:
        return one_line(name)
    parts = [one_line(part) for part in (agreement.position or agreement.unit, agreement.holder) if part]
    return "\n".join(parts) or one_line(name)


def office(agreement: AgreementRecord) -> str:
    """The position, else the unit, else the id."""
    return one_line(agreement.position or agreement.unit or agreement.id)


def whose(recorded: Recorded) -> str:
    """The institutions, each once."""
    return "; ".join(dict.fromkeys(each.institution for each in recorded.outcome.agreements if each.institution))


def years(recorded: Recorded) -> str:
    """The fiscal years, in words; empty where none is known."""
    found = sorted({each.fiscal_year for each in recorded.outcome.agreements if each.fiscal_year is not None})
    return words.YEARS.say(recorded.lang, years=found) if found else ""


def findings_by_subject(findings: Sequence[FindingRecord]) -> Mapping[str, Sequence[int]]:
    """The numbers of findings, counted from 1, by what they are about; a derivation's stand with its child."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(findings, 1):
        subject = each.subject.id.split(" -> ")[0] if each.subject.kind == "derivation" else each.subject.id
        found[subject].append(number)
    return found


def see(numbers: Iterator[int] | Sequence[int], lang: Lang) -> str:
    """`Temuan no. 3, 7`; empty where there are none."""
    wanted = sorted(set(numbers))
    return words.SEE_FINDINGS.say(lang, numbers=[str(each) for each in wanted]) if wanted else ""


def joined(*parts: str) -> str:
    """The parts that there are, as sentences of one remark."""
    return "; ".join(part for part in parts if part)
