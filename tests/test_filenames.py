"""Files as code hosts name them: below the current folder without it, in URIs that are URIs."""

from pathlib import Path

import pytest

from pkcheck.filenames import repository_name, uri


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("pk.txt", "pk.txt"),
        ("./pk.txt", "pk.txt"),
        ("a//b/./pk.txt", "a/b/pk.txt"),
        ("../pk.txt", "../pk.txt"),
        ("-", "-"),
        ("C:\\PK\\pk.txt", "C:/PK/pk.txt"),
        ("/lain/pk.txt", "/lain/pk.txt"),
    ],
)
def test_names_have_slashes_and_nothing_superfluous(file: str, name: str) -> None:
    assert repository_name(file) == name


def test_a_file_below_the_current_folder_is_named_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert repository_name(str(tmp_path / "a" / "pk.txt")) == "a/pk.txt"
    assert uri(str(tmp_path / "a b.txt")) == ("a%20b.txt", True)


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("a b/pk 100%.txt", ("a%20b/pk%20100%25.txt", True)),
        ("pk:1.txt", ("pk%3A1.txt", True)),
        ("é#?.txt", ("%C3%A9%23%3F.txt", True)),
        ("/lain/p k.txt", ("file:///lain/p%20k.txt", False)),
        ("C:\\P K\\pk.txt", ("file:///C:/P%20K/pk.txt", False)),
        ("\\\\server\\bagi\\pk.txt", ("file://server/bagi/pk.txt", False)),
    ],
)
def test_addresses_are_encoded(file: str, address: tuple[str, bool]) -> None:
    assert uri(file) == address
