"""How every peer tells what it found: one line for each finding, code and subject id."""

from collections.abc import Iterable
from pathlib import Path


def write(out: str, found: Iterable[tuple[str, str]]) -> None:
    """Write findings to the file `out`."""
    with Path(out).open("w", encoding="utf-8", buffering=1 << 20) as file:
        file.writelines(f"{code}\t{subject}\n" for code, subject in found)
