"""The real document or its example references changed in one thing: found by the rule for it, at the place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pkcheck import api
from pkcheck.config import Settings
from pkcheck.findings import Finding

FILES = ("dipa.yaml", "renstra.yaml", "iku.yaml", "struktur.yaml")
DEPENDING = ("REF", "STR009", "DAT007", "CAS007")
Edits = dict[int, tuple[str, str]]


@pytest.fixture(scope="session")
def against(dataset: Path) -> api.Outcome:
    """What is found in the real document with its example references."""
    return judged(dataset / "pk-kpu-kaltim-2024.txt", [dataset / "reference" / name for name in FILES])


@pytest.fixture
def new(dataset: Path, tmp_path: Path, against: api.Outcome) -> Callable[..., list[Finding]]:
    """`new(pk={line: (old, new)}, dipa=(old, new), ...)`: the findings that come with a change."""

    def change(pk: Edits | None = None, **references: tuple[str, str]) -> list[Finding]:
        lines = (dataset / "pk-kpu-kaltim-2024.txt").read_text(encoding="utf-8").split("\n")
        for number, (old, fresh) in (pk or {}).items():
            assert old in lines[number - 1], lines[number - 1]
            lines[number - 1] = lines[number - 1].replace(old, fresh)
        document = tmp_path / "pk.txt"
        document.write_text("\n".join(lines), encoding="utf-8")
        given = []
        for name in FILES:
            text = (dataset / "reference" / name).read_text(encoding="utf-8")
            old, fresh = references.get(name.removesuffix(".yaml"), ("", ""))
            assert old in text
            given.append(tmp_path / name)
            given[-1].write_text(text.replace(old, fresh, 1), encoding="utf-8")
        known = {each.fingerprint for each in against.findings}
        return [each for each in judged(document, given).findings if each.fingerprint not in known]

    return change


def judged(document: Path, references: list[Path]) -> api.Outcome:
    return api.check([str(document)], Settings(reference=tuple(str(each) for each in references)))


def places(finding: Finding) -> list[tuple[str, int | None]]:
    return [(Path(each.source.file).name, each.source.line) for each in finding.evidence]


def test_nothing_differs_from_the_example_references(against: api.Outcome) -> None:
    assert [each.code for each in against.findings if each.code.startswith(DEPENDING)] == []
    accounts = {each.code: each for each in against.judgement.coverage if each.code.startswith(DEPENDING)}
    assert {code: each.status for code, each in accounts.items()} == dict.fromkeys(accounts, "ran")
    assert {code: each.checked for code, each in accounts.items()} == {
        "CAS007": 11,
        "DAT007": 11,
        "REF001": 22,
        "REF002": 62,
        "REF003": 11,
        "STR009": 2,
    }


def test_all_else_is_found_as_without_references(real: api.Outcome, against: api.Outcome) -> None:
    def others(outcome: api.Outcome) -> list[str]:
        return [each.fingerprint for each in outcome.findings if each.code != "DAT004"]

    assert others(against) == others(real)


def test_the_day_of_approval_is_taken_from_the_budget_document(against: api.Outcome) -> None:
    (late,) = [each for each in against.findings if each.code == "DAT004"]
    assert (str(late.facts["approved"]), str(late.facts["deadline"])) == ("2023-11-29", "2023-12-29")
    assert places(late)[-1] == ("dipa.yaml", 2)


def test_an_amount_raised_in_the_agreement(new: Callable[..., list[Finding]]) -> None:
    found = new(pk={1014: ("2.988.310.000", "2.988.311.000")})
    (own,) = [each for each in found if each.code == "REF001"]
    assert (own.at, own.amount) == ("kasubbag-hukum-sdm:budget.1", 1_000)
    assert own.message.say("id", **own.facts) == (
        "Program Penyelenggaraan Pemilu Dalam Proses Konsolidasi Demokrasi: anggaran pada PK Rp 2.988.311.000, lebih "
        "Rp 1.000 dari pagunya dalam dokumen anggaran, Rp 2.988.310.000."
    )
    assert places(own) == [("pk.txt", 1014), ("dipa.yaml", 60)]
    assert {each.code for each in found} == {"REF001", "BUD001"}


def test_a_ceiling_lowered_in_the_budget_document(new: Callable[..., list[Finding]]) -> None:
    (found,) = new(dipa=("amount: 5001277000", "amount: 5001000000"))
    assert (found.code, found.at, found.amount) == ("REF001", "kasubbag-keuangan:budget.2", 277_000)


def test_a_target_changed_in_the_agreement(new: Callable[..., list[Finding]]) -> None:
    found = [each for each in new(pk={54: ("77,5%", "77%")}) if each.code.startswith(DEPENDING)]
    assert [(each.code, each.at) for each in found] == [("REF002", "ketua:3.1")]
    assert places(found[0]) == [("pk.txt", 54), ("renstra.yaml", 10)]


def test_a_target_changed_in_the_plan(new: Callable[..., list[Finding]]) -> None:
    (found,) = new(renstra=("12 kali", "10 kali"))
    assert (found.code, found.at) == ("REF002", "sekretaris:5.1")
    assert found.message.say("id", **found.facts) == (
        'Target "Jumlah revisi yang dilakukan terhadap rencana kerja yang telah ditetapkan" pada PK 12 kali, sedangkan '
        "Renstra menetapkan 10 kali untuk tahun 2024."
    )


def test_a_holder_swapped_in_the_agreement(new: Callable[..., list[Finding]]) -> None:
    (found,) = new(pk=dict.fromkeys((935, 967, 1033), ("Bambang Daryatno", "Tono Sutono")))
    assert (found.code, found.at) == ("REF003", "kasubbag-hukum-sdm:first")
    assert [line for file, line in places(found) if file == "pk.txt"] == [935, 963, 1029]
    assert found.message.say("id", **found.facts) == (
        "Tono Sutono menandatangani PK Kepala sub Bagian Hukum dan SDM KPU Provinsi Kalimantan Timur, sedangkan menurut "
        "struktur organisasi jabatan itu pada tanggal PK dipegang Bambang Daryatno."
    )


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (("holder: Aliuk", "holder: Tono Sutono"), [("REF003", "sekretaris:first")]),
        (
            ("holder: Aliuk", "holders: [{name: Aliuk, until: 2024-02-29}, {name: Tono Sutono, since: 2024-03-01}]"),
            [("REF003", "sekretaris:first")],
        ),
        (("holder: Aliuk", "holders: [{name: Aliuk, acting: plt, until: 2024-12-31}]"), []),
        (
            (
                "superior: Kepala Bagian Keuangan, Umum dan Logistik",
                "superior: Kepala Bagian Perencanaan, Data dan Informasi",
            ),
            [("REF003", "kasubbag-umum-logistik:second")],
        ),
        (
            ("  - unit: Sub Bagian Keuangan", "  - {position: Kepala Sub Bagian Arsip}\n  - unit: Sub Bagian Keuangan"),
            [("CAS007", "kepala-sub-bagian-arsip")],
        ),
    ],
    ids=["another-holder", "succeeded", "acting", "another-superior", "a-unit-more"],
)
def test_a_chart_that_differs(
    new: Callable[..., list[Finding]], wrong: tuple[str, str], found: list[tuple[str, str]]
) -> None:
    assert [(each.code, each.at) for each in new(struktur=wrong)] == found


def test_a_key_indicator_dropped_from_the_agreement(new: Callable[..., list[Finding]]) -> None:
    found = new(pk={54: ("Persentase Partisipasi Pemilih dalam Pemilu/Pemilihan", "Jumlah surat suara rusak")})
    (own,) = [each for each in found if each.code == "STR009"]
    assert own.at == "ketua"
    assert own.message.say("id", **own.facts) == (
        "1 dari 6 IKU tidak dimuat dalam PK KPU Provinsi Kalimantan Timur: "
        '"Persentase Partisipasi Pemilih dalam Pemilu/Pemilihan". Keterwakilan IKU 83,3%, rentang penilaian b (80-95%).'
    )
    assert places(own)[-1] == ("iku.yaml", 8)


def test_a_key_indicator_more_in_the_list(new: Callable[..., list[Finding]]) -> None:
    (found,) = new(iku=("  indicators:", "  indicators:\n  - indicator: Indeks Integritas Pemilu"))
    assert (found.code, found.at) == ("STR009", "ketua")


@pytest.mark.parametrize(
    ("wrong", "day"),
    [("10 Maret 2024", "adalah hari Minggu"), ("11 Maret 2024", "hari libur nasional: Hari Suci Nyepi")],
)
def test_signed_on_a_day_off(new: Callable[..., list[Finding]], wrong: str, day: str) -> None:
    (found,) = new(pk=dict.fromkeys((951, 1017), ("6 Maret 2024", wrong)))
    assert (found.code, found.at) == ("DAT007", "komisi-pemilihan-umum-provinsi-kalimantan-timur")
    assert places(found) == [("pk.txt", 951), ("pk.txt", 1017)]
    assert day in found.message.say("id", **found.facts)
