"""One unit of the real document changed, and the one finding that follows from it, at the place where it was changed."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from pkcheck import api
from pkcheck.discovery import load_rules
from pkcheck.engine import judge
from pkcheck.graph import AgreementSet, Row
from pkcheck.model import Agreement, Target
from pkcheck.quantities.units import comparable, unit_name

ChangeText = Callable[[dict[int, tuple[str, str | None]]], Any]
ChangeData = Callable[[Callable[[dict[str, Any]], None]], Any]
UNIT_RULES = [each for each in load_rules() if each.rule.code.startswith("UOM")]


class Slip(NamedTuple):
    """What is printed instead on a line, the rule that tells, and the line that its finding points to first.

    `gone`: the finding of the unchanged row that no longer holds.
    """

    line: int
    old: str
    new: str
    code: str
    told: int
    gone: tuple[str, ...] = ()


def slip(line: int, old: str, new: str, code: str, told: int | None = None, *gone: str) -> Slip:
    return Slip(line, old, new, code, told or line, gone)


SLIPS = [
    # at the top of a chain: the wording tells, or the first link below
    pytest.param(slip(165, "2 Lap", "2 %", "UOM002"), id="a-worded-count-in-percent-at-the-top"),
    pytest.param(slip(160, "90%", "90 orang", "UOM002"), id="a-worded-percentage-in-people-at-the-top"),
    pytest.param(slip(165, "2 Lap", "2 perkara", "UOM001", 306), id="another-count-at-the-top"),
    pytest.param(slip(203, "100%", "100 orang", "UOM001", 533), id="no-measure-word-at-the-top"),
    pytest.param(slip(191, "3 perkara", "3 orang", "UOM001", 521, "CAS006"), id="a-fall-in-another-unit-at-the-top"),
    # in the middle: the row differs from above and from below
    pytest.param(slip(306, "2 Lap", "2 perkara", "UOM001"), id="reports-in-cases-in-the-middle"),
    pytest.param(slip(410, "5 keg", "5%", "UOM001"), id="activities-in-percent-in-the-middle"),
    pytest.param(slip(305, "90%", "90 orang", "UOM001"), id="percent-in-people-in-the-middle"),
    pytest.param(slip(521, "3 perkara", "3%", "UOM002", 521, "CAS006"), id="a-worded-count-in-percent-in-the-middle"),
    pytest.param(slip(500, "90%", "90 orang", "UOM001"), id="in-the-middle-with-two-indicators-below"),
    pytest.param(slip(326, "10 satker", "10 Lap", "UOM001"), id="another-count-in-the-middle"),
    # at the lowest level
    pytest.param(slip(727, "2 Lap", "2 perkara", "UOM001"), id="reports-in-cases-at-the-lowest"),
    pytest.param(slip(898, "5 keg", "5%", "UOM001", 898, "UOM005"), id="activities-in-percent-at-the-lowest"),
    pytest.param(slip(726, "90%", "90 orang", "UOM001"), id="percent-in-people-at-the-lowest"),
    pytest.param(slip(988, "90%", "90 orang", "UOM001"), id="a-further-indicator-at-the-lowest"),
    pytest.param(slip(1010, "90%", "90 perkara", "UOM002"), id="a-worded-percentage-in-cases-at-the-lowest"),
    # nothing left of the unit, or nothing known
    pytest.param(slip(165, "2 Lap", "2", "UOM004"), id="no-unit-at-the-top"),
    pytest.param(slip(410, "5 keg", "5", "UOM004"), id="no-unit-in-the-middle"),
    pytest.param(slip(726, "90%", "90", "UOM004"), id="no-unit-at-the-lowest"),
    pytest.param(slip(165, "2 Lap", "2 gumbrik", "UOM003"), id="an-unknown-unit-at-the-top"),
    pytest.param(slip(410, "5 keg", "5 gumbrik", "UOM003"), id="an-unknown-unit-in-the-middle"),
    pytest.param(slip(727, "2 Lap", "2 Laporna", "UOM003"), id="a-misspelt-unit-at-the-lowest"),
    pytest.param(slip(306, "2 Lap", "2 Lap (4 satker)", "UOM006"), id="a-second-unit"),
]


def line_of(row: Row) -> int:
    assert row.indicator.source
    assert row.indicator.source.line
    return row.indicator.source.line


@pytest.mark.parametrize("given", SLIPS)
def test_a_slip_in_the_text_is_told_once_and_where_it_is(changed: ChangeText, given: Slip) -> None:
    result = changed({given.line: (given.old, given.new)})
    assert [(each.code, each.evidence[0].source.line) for each in result.new] == [(given.code, given.told)]
    assert tuple(each.code for each in result.gone) == given.gone


@pytest.mark.parametrize("given", SLIPS)
def test_a_slip_in_the_data_is_told_once_and_where_it_is(
    changed_data: ChangeData, real: api.Outcome, given: Slip
) -> None:
    rows = {line_of(row): row.id for row in real.whole.rows.values()}

    def edit(data: dict[str, Any]) -> None:
        indicators = (i for a in data["agreements"] for o in a["objectives"] for i in o["indicators"])
        target = next(i["target"] for i in indicators if i["id"] == rows[given.line])
        assert target["raw"] == given.old
        target.clear()
        target["raw"] = given.new

    result = changed_data(edit)
    (found,) = result.new
    assert (found.code, found.evidence[0].source.line) == (given.code, given.told)
    assert tuple(each.code for each in result.gone) == given.gone


def test_one_more_report_in_percent_joins_the_finding_of_its_agreement(changed: ChangeText) -> None:
    result = changed({317: ("Terlaksananya pemeliharaan", "Laporan pemeliharaan")})
    assert [each.code for each in result.new if each.code.startswith("UOM")] == []
    (found,) = (
        each for each in result.outcome.findings if each.code == "UOM007" and each.at.startswith("kabag-keuangan")
    )
    assert 317 in [place.source.line for place in found.evidence]


def test_the_same_slip_handed_down_is_told_once(changed: ChangeText) -> None:
    result = changed({306: ("2 Lap", "2 perkara"), 727: ("2 Lap", "2 perkara")})
    assert [(each.code, each.evidence[0].source.line) for each in result.new] == [("UOM001", 306)]


def test_a_spelling_of_the_same_unit_is_no_slip(changed: ChangeText) -> None:
    result = changed({165: ("2 Lap", "2 Laporan"), 306: ("2 Lap", "2 dok."), 410: ("5 keg", "5 KEGIATAN")})
    assert result.found == []


def with_target(agreements: tuple[Agreement, ...], name: str, raw: str) -> list[Agreement]:
    """The agreements with one indicator's target replaced."""
    changed = []
    for agreement in agreements:
        objectives = tuple(
            objective.model_copy(
                update={
                    "indicators": tuple(
                        each.model_copy(update={"target": Target.model_validate({"raw": raw})})
                        if each.id == name
                        else each
                        for each in objective.indicators
                    )
                }
            )
            for objective in agreement.objectives
        )
        changed.append(agreement.model_copy(update={"objectives": objectives}))
    return changed


def sound_chains(whole: AgreementSet) -> list[Row]:
    """Rows whose unit agrees with all that stands above and below, none of which is told of already."""
    told = {
        place.source.line
        for each in judge(whole, UNIT_RULES).findings
        for place in each.evidence
        if each.code in ("UOM001", "UOM002")
    }
    rows = []
    for row in whole.rows.values():
        near = [whole.rows[d.parent] for d in whole.derivations.get(row.id, ())]
        near += [whole.rows[d.child] for d in whole.takers.get(row.id, ())]
        above = [whole.rows[d.parent] for each in near for d in whole.derivations.get(each.id, ())]
        if near and not {line_of(each) for each in (row, *near, *above)} & told:
            rows.append(row)
    return rows


def test_a_unit_swapped_anywhere_in_a_sound_chain_is_told_once(real: api.Outcome) -> None:
    before = {each.fingerprint for each in judge(real.whole, UNIT_RULES).findings}
    rows = sound_chains(real.whole)
    assert len(rows) > 100
    for row in rows:
        target = row.indicator.target
        assert target
        assert target.unit
        figure = str(target.value).replace(".", ",")
        for unit in ("orang", "perkara", "%", "kecamatan"):
            if comparable(unit_name(unit) or "", target.unit):
                continue
            whole = AgreementSet(with_target(real.whole.agreements, row.id, f"{figure} {unit}"))
            new = [each for each in judge(whole, UNIT_RULES).findings if each.fingerprint not in before]
            assert len(new) == 1, (row.id, unit, [(each.code, each.at) for each in new])
            assert new[0].code in ("UOM001", "UOM002")
            assert row.id in new[0].at
