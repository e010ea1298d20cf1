"""Makes a YAML rule of a condition, and runs it over agreements."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pkcheck.celrules.loading import load_cel_rule
from pkcheck.data import load
from pkcheck.engine import Judgement, judge
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement

HEAD = """\
code: TES001
name: something-wrong
severity: info
certainty: judgement
basis: [INF]
title: {id: Judul, en: Title}
why: {id: Sebab, en: Reason}
advice: {id: Saran, en: Advice}
examples:
  valid: [{name: fine, data: {id: a}}]
  invalid: [{name: wrong, data: {id: a}, finds: [{at: a}]}]
"""
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A rule file with a condition; further keys are written as they are."""

    def written(condition: str, *, over: str = "agreement", message: str = "Ada.", more: str = "") -> Path:
        file = tmp_path / "aturan.yaml"
        block = "".join(f"  {line}\n" for line in condition.splitlines())
        sentence = f"message: {{id: '{message}', en: '{message}'}}\n"
        file.write_text(f"{HEAD}for: {over}\n{sentence}condition: |\n{block}{more}", encoding="utf-8")
        return file

    return written


@pytest.fixture
def judged(write: Write) -> Callable[..., Judgement]:
    """What a condition comes to over agreement data."""

    def run(condition: str, data: str | Sequence[Agreement], **how: str) -> Judgement:
        agreements = load(data, "pk.yaml", "yaml").agreements if isinstance(data, str) else data
        return judge(AgreementSet(agreements), [load_cel_rule(write(condition, **how))])

    return run
