"""The sentences that stand in almost every statement."""

OPENING = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi pada hasil, "
    "kami yang bertanda tangan di bawah ini:"
)
PROMISE = (
    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam rangka "
    "mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan."
)
DUTY = "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
SUPERVISION = (
    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja dari "
    "perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
)


def kesatu(sentence: str) -> str:
    """The sentence as those write it who say PIHAK KESATU."""
    return sentence.replace("Pihak pertama", "PIHAK KESATU").replace("Pihak kedua", "PIHAK KEDUA")
