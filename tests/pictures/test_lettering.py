from pkcheck.pictures.lettering import label, width_of


def test_letters_are_as_wide_as_in_arial() -> None:
    assert width_of("Wij", 10) == 9.44 + 2.22 + 2.22
    assert width_of("e\u0301", 10) == 5.56
    assert width_of("漢", 10) == 10


def test_a_label_breaks_between_words() -> None:
    assert label("Kepala Sub Bagian Keuangan", 80, 12, 4) == ("Kepala Sub", "Bagian", "Keuangan")


def test_what_has_no_room_is_cut_with_an_ellipsis() -> None:
    assert label("Kepala Sub Bagian Keuangan", 80, 12, 2) == ("Kepala Sub", "Bagian Keua…")


def test_a_word_wider_than_a_line_is_broken() -> None:
    lines = label("x" * 10_000, 80, 12, 3)
    assert [line[-1] for line in lines] == ["x", "x", "…"]
    assert max(width_of(line, 12) for line in lines) <= 80


def test_a_fixed_blank_holds_number_and_word_together() -> None:
    assert label("dua kali,\u00a0tiga", 60, 12, 2) == ("dua", "kali,\u00a0tiga")


def test_no_text_is_no_line() -> None:
    assert label("  ", 80, 12, 2) == ()
