"""From findings to words: the records that every report shows, in the reader's language."""

from pkcheck import messages
from pkcheck.findings import (
    BasisRecord,
    Coverage,
    Evidence,
    EvidenceRecord,
    Finding,
    FindingRecord,
    SubjectRecord,
)
from pkcheck.provisions import Provision, provision
from pkcheck.rule import Rule
from pkcheck.suppression import Silence
from pkcheck.texts import Lang

VERIFIED = {
    "verified": messages.VERIFIED,
    "repeated": messages.REPEATED,
    "inference": messages.INFERENCE,
    "unverified": messages.UNVERIFIED,
}


def record_of(finding: Finding, rule: Rule, lang: Lang) -> FindingRecord:
    """A finding in words. Raises KeyError where the message names a fact that the rule did not give."""
    message = finding.message.say(lang, **finding.facts)
    if finding.doubt:
        message = f"{message} {finding.doubt.say(lang)}"
    basis = tuple(basis_record(provision(each), lang) for each in rule.basis)
    return FindingRecord(
        code=finding.code,
        name=rule.name,
        severity=finding.severity,
        certainty=finding.certainty,
        agreement=finding.subject.agreement,
        unit=finding.subject.unit,
        subject=SubjectRecord(kind=finding.subject.kind, id=finding.subject.id),
        message=message,
        condition=message,
        criterion=criterion(rule, lang),
        effect=rule.why.say(lang),
        recommendation=rule.advice.say(lang, **finding.facts),
        basis=basis,
        evidence=tuple(evidence_record(each) for each in finding.evidence),
        amount=finding.amount,
        fingerprint=finding.fingerprint,
    )


def criterion(rule: Rule, lang: Lang) -> str:
    """The rule's title with its provisions; an inference is called an inconsistency, never a breach."""
    if not rule.basis:
        return f"{rule.title.say(lang)}."
    cited = "; ".join(cite(provision(each), lang) for each in rule.basis)
    return f"{rule.title.say(lang)}. {messages.BASIS.say(lang)}: {cited}."


def cite(each: Provision, lang: Lang) -> str:
    """One provision with its locator, and how well it was verified."""
    title = each.title_id if lang == "id" else each.title_en
    where = locator(each)
    return f"{title} ({where}; {grade(each, lang)})" if where else f"{title} ({grade(each, lang)})"


def cite_briefly(each: Provision, lang: Lang) -> str:
    """The regulation and how well it was verified; the principle's title where no regulation says it."""
    title = each.title_id if lang == "id" else each.title_en
    return f"{locator(each) or title} ({grade(each, lang)})"


def locator(each: Provision) -> str:
    """Regulation and article, empty where no regulation says it."""
    return ", ".join(part for part in (each.citation, each.provision) if part)


def grade(each: Provision, lang: Lang) -> str:
    """How well a provision was verified, whom alone it binds, and whether it is applied by inference."""
    parts = [VERIFIED[each.verification].say(lang)]
    if each.binds:
        parts.append(messages.BINDS_ONLY.say(lang, who=each.binds))
    if each.inference and each.verification != "inference":
        parts.append(messages.BY_INFERENCE.say(lang))
    return "; ".join(parts)


def basis_record(each: Provision, lang: Lang) -> BasisRecord:
    """A provision for the JSON."""
    return BasisRecord(
        id=each.id,
        title=each.title_id if lang == "id" else each.title_en,
        citation=each.citation,
        provision=each.provision,
        verification="inference" if each.inference else each.verification,
    )


def suppressed_record(silence: Silence, rule: Rule, lang: Lang) -> dict[str, object]:
    """A silenced finding for the JSON: its record with `suppression`, which says by whom, why, until when and where."""
    by = silence.suppression
    source = by.place.source
    suppression = {
        "reason": by.reason,
        "by": by.by,
        "until": by.until.isoformat() if by.until else None,
        "code": by.code,
        "fingerprint": by.fingerprint,
        "subject": by.at.id if by.code else None,
        "file": source.file,
        "line": source.line,
    }
    return {**record_of(silence.finding, rule, lang).model_dump(mode="json"), "suppression": suppression}


def coverage_record(account: Coverage, lang: Lang) -> dict[str, object]:
    """One rule's account for the JSON; every subject that was not checked has its reason."""
    return {
        "code": account.code,
        "status": account.status,
        "reason": account.reason.say(lang, **account.facts) if account.reason else None,
        "kind": account.kind,
        "checked": account.checked,
        "found": account.found,
        "not_checked": [
            {
                "subject": each.subject.id,
                "agreement": each.subject.agreement,
                "reason": each.reason.say(lang, **each.facts),
            }
            for each in account.not_checked
        ],
    }


def family_of(code: str) -> str:
    """The family of a rule by its code: BUD, UOM and so on."""
    return code.rstrip("0123456789")


def evidence_record(each: Evidence) -> EvidenceRecord:
    """A quoted place for the JSON."""
    source = each.source
    return EvidenceRecord(
        file=source.file,
        page=source.page,
        line=source.line,
        end_line=source.end_line or source.line,
        cell=source.cell,
        quote=each.quote,
        mark=each.mark,
    )
