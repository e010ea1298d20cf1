"""Two targets side by side: what can be said, and what is left to people."""

import pytest

from pkcheck import messages
from pkcheck.comparison import Comparison, Standing, compare, is_missing
from pkcheck.model import Indicator, Target
from pkcheck.texts import Text


def promised(text: str, target: str) -> Indicator:
    return Indicator(text=text, target=Target.model_validate(target))


@pytest.mark.parametrize(
    ("text", "own", "other", "standing"),
    [
        ("Persentase layanan", "95%", "95,0 %", "equal"),
        ("Persentase layanan", "94%", "95%", "below"),
        ("Persentase layanan", "96%", "95%", "above"),
        ("Persentase layanan", "95", "95%", "equal"),
        ("Persentase layanan", "97%", "97,5%", "below"),
        ("Persentase layanan", "36%", "36,36%", "equal"),
        ("Persentase layanan", "4 satker", "36,36% (4 satker)", "equal"),
        ("Persentase layanan", "3 satker", "36,36% (4 satker)", "below"),
        ("Jumlah rapat", "5-7 kali", "6 kali", "equal"),
        ("Jumlah rapat", "3-4 kali", "5-7 kali", "below"),
        ("Nilai SAKIP", "≥ 75", "≥ 80", "below"),
        ("Waktu tunggu", "6 hari", "5 hari", "below"),
        ("Waktu tunggu", "24 jam", "2 hari", "above"),
        ("Opini BPK", "WDP", "WTP", "below"),
        ("Nilai SAKIP", "A", "BB", "above"),
        ("Nilai SAKIP", "BB (72)", "BB (75)", "below"),
        ("Jumlah revisi anggaran", "10 kali", "12 kali", "different"),
        ("Gerai layanan", "4 gerai", "5 gerai", "below"),
    ],
)
def test_a_target_is_below_above_or_the_same(text: str, own: str, other: str, standing: Standing) -> None:
    compared = compare(promised(text, own), promised(text, other))
    assert isinstance(compared, Comparison)
    assert compared.standing == standing


@pytest.mark.parametrize(
    ("own", "other", "reason"),
    [
        ("12 laporan", "75%", messages.TARGETS_OF_OTHER_KIND),
        ("1 dokumen", "12 laporan", messages.TARGETS_OF_OTHER_KIND),
        ("3,4 indeks", "85 indeks", messages.TARGETS_OF_OTHER_KIND),
        ("Baik", "WTP", messages.TARGETS_OF_OTHER_KIND),
        ("80", "95%", messages.UNIT_UNREAD),
        ("banyak", "95%", messages.TARGET_UNREAD),
        ("950%", "95%", messages.TARGET_OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_compared_has_a_reason(own: str, other: str, reason: Text) -> None:
    assert compare(promised("Layanan", own), promised("Layanan", other)) is reason


@pytest.mark.parametrize(
    ("target", "missing"),
    [
        (None, True),
        ({"raw": ""}, True),
        ({"raw": "-"}, True),
        ({"raw": "%"}, True),
        ({"raw": "Persen", "unit": "Persen"}, True),
        ({"raw": "nihil"}, False),
        ({"raw": "tepat waktu"}, False),
        ({"periods": {"TW1": 1}}, False),
        ({"raw": "0%"}, False),
    ],
)
def test_a_dash_or_a_unit_alone_is_no_target(target: dict[str, object] | None, missing: bool) -> None:
    assert is_missing(Target.model_validate(target) if target is not None else None) is missing
