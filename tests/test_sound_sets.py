"""Sets of invented agencies, laid out as agencies do, with nothing wrong in them: nobody is accused of anything.

What a person may want to weigh is listed beside the set; anything else, and anything definite, is a false alarm.
"""

from pathlib import Path

import pytest

from pkcheck import api
from pkcheck.rule import Certainty

SOUND = Path(__file__).parent / "sound"
WEIGHED: dict[str, tuple[str, ...]] = {
    "bappeda.yaml": (),
    "bpbd.txt": (),
    "bps.txt": ("BUD006",),
    "dinas-pendidikan.txt": (),
    "inspektorat.txt": (),
    "kejaksaan.yaml": (),
    "kementerian.txt": ("BUD002", "BUD002", "BUD006"),
    "kpu.txt": (),
    "pengadilan.txt": ("BUD006",),
    "rsud.txt": ("BUD002",),
    "universitas.txt": ("BUD006",),
}


def test_every_set_is_listed() -> None:
    assert sorted(each.name for each in SOUND.iterdir()) == sorted(WEIGHED)


@pytest.mark.parametrize("name", WEIGHED)
def test_nobody_is_accused(name: str) -> None:
    outcome = api.check([str(SOUND / name)])
    findings = outcome.judgement.findings
    assert [note.text for report in outcome.inputs for note in report.notes] == []
    assert [each.code for each in findings if each.certainty is Certainty.DEFINITE] == []
    assert sorted(each.code for each in findings) == sorted(WEIGHED[name])


def test_all_in_one_folder_find_no_more_than_each_alone() -> None:
    outcome = api.check([str(SOUND)])
    assert sorted(each.code for each in outcome.judgement.findings) == sorted(sum(WEIGHED.values(), ()))
