"""OpenDocument workbook. Statement and annex on two sheets, merged cells, percentages as numbers, a Pj. as the second party."""

from pathlib import Path

from builders import prose
from builders.opendocument import Merged, Share, Value, save

_BLANK: list[Value] = [""] * 5


def build(folder: Path) -> Path:
    return save([("Pernyataan", _statement()), ("Lampiran", _annex())], (12, 55, 55, 32, 26), folder / "bappeda.ods")


def _wide(text: str) -> list[Value]:
    return [Merged(text, 5), None, None, None, None]


def _statement() -> list[list[Value]]:
    return [
        _wide("PEMERINTAH KOTA PANTAI CERMIN"),
        _wide("BADAN PERENCANAAN PEMBANGUNAN DAERAH"),
        _wide("PERJANJIAN KINERJA TAHUN 2025"),
        _BLANK,
        _wide(prose.OPENING),
        [Merged("Nama", 2), None, Merged(": Dr. Teuku Rahmat, S.T., M.Si.", 3), None, None],
        [
            Merged("Jabatan", 2),
            None,
            Merged(": Kepala Badan Perencanaan Pembangunan Daerah Kota Pantai Cermin", 3),
            None,
            None,
        ],
        _wide("Selanjutnya disebut PIHAK PERTAMA"),
        [Merged("Nama", 2), None, Merged(": Ir. Bustami, M.M.", 3), None, None],
        [Merged("Jabatan", 2), None, Merged(": Pj. Wali Kota Pantai Cermin", 3), None, None],
        _wide("Selaku atasan PIHAK PERTAMA, selanjutnya disebut PIHAK KEDUA"),
        _wide(f"{prose.PROMISE} {prose.DUTY}"),
        _wide(prose.SUPERVISION),
        *_signed(),
    ]


def _annex() -> list[list[Value]]:
    return [
        _wide("LAMPIRAN PERJANJIAN KINERJA TAHUN 2025"),
        [Merged("Perangkat Daerah", 2), None, Merged(": Badan Perencanaan Pembangunan Daerah", 3), None, None],
        [Merged("Tahun", 2), None, ": 2025", "", ""],
        _BLANK,
        ["No", "Sasaran Strategis", "Indikator Kinerja Utama", "Target", "Keterangan"],
        [
            Merged("1", 1, 2),
            Merged("Meningkatnya kualitas perencanaan pembangunan", 1, 2),
            "Persentase keselarasan RKPD dengan RPJMD",
            Share(0.9725),
            "IKU",
        ],
        [None, None, "Persentase usulan musrenbang yang diakomodasi", Share(0.45), "IKU"],
        [
            "2",
            "Meningkatnya pemanfaatan hasil penelitian",
            "Jumlah hasil penelitian yang dimanfaatkan",
            "6 Dokumen",
            "",
        ],
        ["3", "Meningkatnya kinerja perencanaan", "Indeks Perencanaan Pembangunan Daerah", "88,4 poin", "IKU"],
        _BLANK,
        ["No", "Program", "", "Anggaran (Rp)", "Sumber Dana"],
        ["1", "Program Perencanaan, Pengendalian dan Evaluasi Pembangunan Daerah", "", 3_845_000_000, "APBD"],
        ["2", "Program Penelitian dan Pengembangan Daerah", "", 975_250_000, "APBD"],
        ["", "Jumlah", "", 4_820_250_000, ""],
        *_signed(),
    ]


def _signed() -> list[list[Value]]:
    return [
        _BLANK,
        ["", "", "", Merged("Pantai Cermin, 3 Januari 2025", 2), None],
        [
            Merged("PIHAK KEDUA,\nPj. Wali Kota Pantai Cermin,", 3),
            None,
            None,
            Merged("PIHAK PERTAMA,\nKepala Bappeda,", 2),
            None,
        ],
        _BLANK,
        _BLANK,
        [Merged("Ir. Bustami, M.M.", 3), None, None, Merged("Dr. Teuku Rahmat, S.T., M.Si.", 2), None],
        ["", "", "", Merged("NIP. 19730919 199903 1 002", 2), None],
    ]
