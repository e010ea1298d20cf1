"""Agencies whose agreements lie apart, brought together on disk: a table in SQLite, which keeps to the memory it is given.

Agencies of which one points to an agreement of the other are brought together as one.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

from pkcheck.stream.agencies import Agency, id_of, key_of, pointers_of
from pkcheck.stream.lines import Line

_AT_ONCE = 1_000
_TABLES = """
    create table agency (id integer primary key, key text unique, first integer);
    create table line (agency integer, at integer, file text, number integer, data blob,
                       primary key (agency, at)) without rowid;
    create table known (id blob, agency integer);
    create table pointer (id blob, agency integer);
"""
_POINTED = """
    select distinct pointer.agency, known.agency from pointer join known using (id)
    where not exists (select 1 from known as own where own.id = pointer.id and own.agency = pointer.agency)
"""
_IN_ORDER = """
    select first, file, number, data from agency join line on line.agency = agency.id order by first, at
"""


def brought_together(lines: Iterable[Line], folder: Path, memory: int, *, linked: bool = True) -> Iterator[Agency]:
    """The agencies in the order of their first lines, within `memory` bytes; `linked` says that some point to others.

    `folder` takes a file as large as the lines. It is the caller's to delete.
    """
    with closing(sqlite3.connect(folder / "agencies.sqlite", isolation_level=None)) as base:
        base.executescript(
            f"pragma cache_size = -{max(memory // 1024, 1_000)}; pragma journal_mode = off; pragma synchronous = off;"
            f"pragma temp_store = file; {_TABLES}"
        )
        _fill(base, lines, linked=linked)
        if linked:
            _join(base)
        for _, own in groupby(base.execute(_IN_ORDER), key=itemgetter(0)):
            yield tuple(Line(file, number, data) for _, file, number, data in own)


def _fill(base: sqlite3.Connection, lines: Iterable[Line], *, linked: bool) -> None:
    base.execute("begin")
    numbered = enumerate(lines)
    while some := list(islice(numbered, _AT_ONCE)):
        keyed = [(key_of(line), at, line) for at, line in some]
        base.executemany("insert or ignore into agency (key) values (?)", ((key,) for key, _, _ in keyed))
        base.executemany(
            "insert into line select id, ?, ?, ?, ? from agency where key = ?",
            ((at, line.file, line.number, line.data, key) for key, at, line in keyed),
        )
        if linked:
            base.executemany(
                "insert into known select ?, id from agency where key = ?",
                ((id_of(line), key) for key, _, line in keyed),
            )
            base.executemany(
                "insert into pointer select ?, id from agency where key = ?",
                ((each, key) for key, _, line in keyed for each in pointers_of(line)),
            )
    base.execute("update agency set first = id")
    base.execute("commit")


def _join(base: sqlite3.Connection) -> None:
    """Give every agency the number of the first that it is judged with."""
    base.execute("create index known_by_id on known (id, agency)")
    first: dict[int, int] = {}

    def root(agency: int) -> int:
        while (above := first.get(agency, agency)) != agency:
            first[agency] = first.get(above, above)
            agency = above
        return agency

    for one, other in base.execute(_POINTED):
        low, high = sorted((root(one), root(other)))
        first[high] = low
    base.executemany("update agency set first = ? where id = ?", [(root(each), each) for each in first])
