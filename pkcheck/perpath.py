"""Settings that hold for some files only: findings about agreements of those files are dropped, or weigh differently."""

from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import PurePath

from pkcheck.config import PathSettings
from pkcheck.findings import Finding, Severity
from pkcheck.graph import AgreementSet


def by_path(findings: Sequence[Finding], whole: AgreementSet, settings: Sequence[PathSettings]) -> tuple[Finding, ...]:
    """The findings as the settings for their agreements' files have it; the last that fits goes first."""
    if not settings:
        return tuple(findings)
    kept = (_as_set(each, [s for s in settings if _fits(_file_of(each, whole), s.path)]) for each in findings)
    return tuple(each for each in kept if each is not None)


def _as_set(finding: Finding, settings: Sequence[PathSettings]) -> Finding | None:
    if any(finding.code.startswith(tuple(each.ignore)) for each in settings if each.ignore):
        return None
    level = next((found for each in reversed(settings) if (found := _level(finding.code, each))), None)
    return finding if level is None else replace(finding, severity=level)


def _level(code: str, settings: PathSettings) -> Severity | None:
    fitting = [each for each in settings.severity if code.startswith(each)]
    return settings.severity[max(fitting, key=len)] if fitting else None


def _file_of(finding: Finding, whole: AgreementSet) -> str:
    agreement = whole.by_id.get(finding.subject.agreement)
    return agreement.source.file if agreement and agreement.source else ""


def _fits(file: str, pattern: str) -> bool:
    """Whether a file's path, or its end, is of the pattern; `*` and `**` both stand for anything."""
    path = PurePath(file).as_posix()
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")
