"""Which findings came, went and stayed: the same by fingerprint, in the new version's names of what they are about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pkcheck.engine import Judgement
from pkcheck.findings import Finding, Subject
from pkcheck.revisions.changes import FindingChanges, Gone
from pkcheck.texts import Fact

_DERIVES = " -> "


def finding_changes(old: Judgement, new: Judgement, ids: Mapping[str, str]) -> FindingChanges:
    """`ids` has for every subject's id in the old set the one in the new, where it is there."""
    renamed = [_renamed(each, ids) for each in old.findings]
    come = _strange(new.findings, renamed)
    gone = _strange(renamed, new.findings)
    return FindingChanges(
        new=tuple(new.findings[at] for at in come),
        gone=tuple(_gone(old.findings[at], renamed[at], new, ids) for at in gone),
        kept=tuple(each for at, each in enumerate(new.findings) if at not in set(come)),
    )


def _strange(findings: Sequence[Finding], others: Sequence[Finding]) -> list[int]:
    """Indices of those that `others` do not have, each as often as it is there."""
    left = Counter(each.fingerprint for each in others)
    found: list[int] = []
    for at, each in enumerate(findings):
        if left[each.fingerprint] == 0:
            found.append(at)
        else:
            left[each.fingerprint] -= 1
    return found


def _renamed(finding: Finding, ids: Mapping[str, str]) -> Finding:
    """The finding as the new version would have it: its subject, and the facts that name something by its id."""
    subject = finding.subject
    name = _DERIVES.join(ids.get(each, each) for each in subject.id.split(_DERIVES))
    moved = Subject(subject.kind, name, ids.get(subject.agreement, subject.agreement), subject.unit)
    facts = {fact: _in_new_names(value, ids) for fact, value in finding.facts.items()}
    key = None if finding.key is None else tuple(_in_new_names(each, ids) for each in finding.key)
    return replace(finding, subject=moved, facts=facts, key=key)


def _in_new_names(fact: Fact, ids: Mapping[str, str]) -> Fact:
    if isinstance(fact, str):
        return ids.get(fact, fact)
    return tuple(_in_new_names(each, ids) for each in fact) if isinstance(fact, Sequence) else fact


def _gone(finding: Finding, now: Finding, new: Judgement, ids: Mapping[str, str]) -> Gone:
    """`now` is the finding in the new version's names."""
    # An institution is no agreement's id: it is there as long as any of its agreements is.
    parts = () if finding.subject.kind == "unit" else finding.subject.id.split(_DERIVES)
    if any(each not in ids for each in (finding.subject.agreement, *parts)):
        return Gone(finding, "dropped")
    if any(each.finding.fingerprint == now.fingerprint for each in new.silenced):
        return Gone(finding, "silenced")
    if any(each.code == now.code and each.subject.id == now.subject.id for each in new.findings):
        return Gone(finding, "otherwise")
    account = next((each for each in new.coverage if each.code == finding.code), None)
    if account is None or account.status != "ran":
        return Gone(finding, "not_checked", account.reason if account else None)
    about = {now.subject.agreement, *now.subject.id.split(_DERIVES)}
    missed = next((each for each in account.not_checked if each.subject.id in about), None)
    return Gone(finding, "not_checked", missed.reason) if missed else Gone(finding, "not_found")
