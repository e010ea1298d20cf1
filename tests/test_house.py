"""The house keeps its own rules: no rule knows the document that it was tried on, and no stage names a rule."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RULES = sorted(ROOT.glob("rules/**/*.py"))
STAGES = sorted([*ROOT.glob("pkcheck/**/*.py"), *ROOT.glob("reports/**/*.py")])
CODE = re.compile(r"\b(?:BUD|UOM|TGT|DAT|PTY|CAS|STR|TXT|REF|SUP)\d{3}\b")
# Where a code is only shown as an example of one, in words for the user.
SPEAKS_OF_CODES = {"help_texts.py", "messages.py", "settings_file.py", "report_texts.py"}


def words_of_the_real_document() -> set[str]:
    agreements = json.loads((ROOT / "datasets/kpu-kaltim-2024/gold/agreements.json").read_text(encoding="utf-8"))
    people = {each["first_party"]["name"] for each in agreements["agreements"]}
    parts = {part for name in people for part in re.findall(r"\w{4,}", name)}
    return {*parts, "Kaltim", "Kalimantan Timur", "Samarinda", "Sidalih", "Bakohumas"}


@pytest.mark.parametrize("rule", [pytest.param(each, id=each.stem) for each in RULES])
def test_no_rule_names_the_real_document(rule: Path) -> None:
    text = rule.read_text(encoding="utf-8")
    assert [word for word in words_of_the_real_document() if re.search(rf"\b{word}\b", text)] == []


@pytest.mark.parametrize("stage", [pytest.param(each, id=str(each.relative_to(ROOT))) for each in STAGES])
def test_no_stage_names_a_rule(stage: Path) -> None:
    text = stage.read_text(encoding="utf-8")
    found = set(CODE.findall(text))
    assert not found or stage.name in SPEAKS_OF_CODES, found
