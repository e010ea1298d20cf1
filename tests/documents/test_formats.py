"""Kinds of files, by content first."""

import pytest

from pkcheck.documents.formats import Kind, kind_of

PRETTY = '{\n  "agreements": []\n}'


@pytest.mark.parametrize(
    ("content", "suffix", "kind"),
    [
        ("Nama : X", ".txt", "text"),
        ("Nama : X", "", "text"),
        ("Nama : X", ".docs", "text"),
        ("# Judul", ".md", "text"),
        ("[Logo] DINAS", ".txt", "text"),
        ("{kop surat}", "", "text"),
        ("- id: a", ".yaml", "yaml"),
        ("- id: a", "", "yaml"),
        ("# catatan\n\nagreements:\n- id: a", ".txt", "yaml"),
        ("---\nid: a", "", "yaml"),
        ("- {id: a}", "", "yaml"),
        ("unit: X\nid: a", ".YML", "yaml"),
        (PRETTY, "", "json"),
        (PRETTY, ".txt", "json"),
        ('{"agreements": []}', "", "json"),
        ('{"id": "a"}', ".jsonl", "json"),
        ('[{"id": "a"}]', ".yaml", "json"),
        ('{"id": "a"}\n{"id": "b"}\n', "", "jsonl"),
        ('{"id": "a"}\n{"id": "b"}\n', ".txt", "jsonl"),
        ('{"id": "a"}\n{"id": "b"}\n', ".json", "json"),
        ("\ufeff" + PRETTY, "", "json"),
        ("", ".jsonl", "jsonl"),
        ("%PDF-1.7", ".txt", "pdf"),
        ("<!DOCTYPE html>\n<html>", ".txt", "html"),
        ("Nama : X", ".html", "html"),
        ("PK\x03\x04", ".docx", "unknown"),
    ],
)
def test_the_content_decides_before_the_name(content: str, suffix: str, kind: Kind) -> None:
    assert kind_of(content.encode(), suffix) == kind


def test_utf_16_is_looked_into_as_well() -> None:
    assert kind_of(PRETTY.encode("utf-16"), "") == "json"
    assert kind_of("- id: a".encode("utf-16"), "") == "yaml"
