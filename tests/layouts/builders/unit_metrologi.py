"""OpenDocument workbook. An old 'Penetapan Kinerja' of one signatory on one sheet, place and year only, no table of budget."""

from pathlib import Path

from builders.opendocument import Merged, Value, save


def build(folder: Path) -> Path:
    return save([("PK", _rows())], (22, 60, 62, 36), folder / "unit_metrologi.ods")


def _wide(text: str) -> list[Value]:
    return [Merged(text, 4), None, None, None]


def _signed() -> list[list[Value]]:
    return [
        ["", "", Merged("Pinang Raya,               2017", 2), None],
        ["", "", Merged("Kepala Unit Metrologi Legal,", 2), None],
        _wide(""),
        ["", "", Merged("Suparman, A.Md.", 2), None],
        ["", "", Merged("NIP. 19690101 199203 1 009", 2), None],
    ]


def _rows() -> list[list[Value]]:
    return [
        _wide("UNIT METROLOGI LEGAL KOTA PINANG RAYA"),
        _wide("PENETAPAN KINERJA TAHUN 2017"),
        _wide("Yang bertanda tangan di bawah ini :"),
        ["Nama", Merged(": Suparman, A.Md.", 3), None, None],
        ["Jabatan", Merged(": Kepala Unit Metrologi Legal Kota Pinang Raya", 3), None, None],
        _wide("berjanji akan mewujudkan target kinerja tahunan sesuai lampiran penetapan kinerja ini."),
        *_signed(),
        _wide("LAMPIRAN PENETAPAN KINERJA TAHUN 2017"),
        ["Unit Kerja", Merged(": Unit Metrologi Legal", 3), None, None],
        ["No", "Sasaran", "Indikator Kinerja", "Target"],
        ["1", "Meningkatnya tertib ukur", "Persentase alat ukur yang bertanda tera sah", "75 %"],
        ["2", "Meningkatnya layanan tera ulang", "Jumlah alat ukur yang ditera ulang", "4.500 unit"],
        _wide("Jumlah Anggaran : Rp 325.000.000,- (APBD Kota Pinang Raya)"),
        *_signed(),
    ]
