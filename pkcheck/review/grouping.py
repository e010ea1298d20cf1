"""The findings of a report by unit, in the order in which it tells them."""

from collections.abc import Mapping
from dataclasses import dataclass

from pkcheck.findings import Certainty, FindingRecord, Severity
from pkcheck.record import AgreementRecord, Recorded
from pkcheck.review.wording import name, office

_GRAVITY = {each: at for at, each in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Group:
    """A unit with its findings by their numbers; `agreement` is None where it is the institution, or not in the set."""

    unit: str
    agreement: AgreementRecord | None
    findings: Mapping[int, FindingRecord]


def grouped(recorded: Recorded) -> tuple[Group, ...]:
    """What holds for an institution comes first, then the agreements in their order; in each the gravest first."""
    lang, agreements = recorded.lang, recorded.agreements
    own: dict[str, list[FindingRecord]] = {each: [] for each in agreements}
    wide: dict[str, list[FindingRecord]] = {}
    for each in recorded.outcome.findings:
        agreement = agreements.get(each.agreement)
        if agreement is None or _of_institution(each, agreement):
            wide.setdefault(each.unit or each.agreement, []).append(each)
        else:
            own[each.agreement].append(each)
    named: list[tuple[str, AgreementRecord | None, list[FindingRecord]]]
    named = [(name(unit, lang), None, found) for unit, found in wide.items()]
    named += [(office(agreements[id_], lang), agreements[id_], found) for id_, found in own.items() if found]
    groups, number = [], 1
    for unit, agreement, found in named:
        ordered = sorted(found, key=lambda each: (_GRAVITY[each.severity], each.certainty != Certainty.DEFINITE))
        groups.append(Group(unit, agreement, dict(enumerate(ordered, number))))
        number += len(ordered)
    return tuple(groups)


def _of_institution(finding: FindingRecord, agreement: AgreementRecord) -> bool:
    """Whether a finding is about the whole institution, and told at one of its agreements."""
    return finding.unit == agreement.institution != agreement.unit
