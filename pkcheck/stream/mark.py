"""What decides what is said of an agency beside its own lines, in a few bytes: others as soon as any of it differs.

The same in every process: what was kept by one run is found by the next.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from hashlib import blake2b
from pathlib import Path

from pkcheck.cache import readers_version
from pkcheck.reporting import Streamed
from pkcheck.stream.judging import Job, prepared
from pkcheck.stream.lines import is_remote, size_of


def mark_of(job: Job) -> bytes:
    """The settings, the style, the day, the program, and its rules with those that the user adds."""
    own = prepared(job.packed())
    style = asdict(replace(job.style, report=None))  # which the settings have
    told = {"settings": job.settings.model_dump(mode="json"), "form": job.form, "style": style, "today": str(job.today)}
    digest = blake2b(json.dumps(told, sort_keys=True).encode(), digest_size=16)
    digest.update(readers_version().encode())
    broken = [f"{each.code} {each.error}" for each in own.book.broken]
    digest.update("\0".join(broken).encode("utf-8", "surrogateescape"))
    for path in (*(each.path for each in own.book.rules), *_renderer(own.form.streamed)):
        digest.update(Path(path).read_bytes())
    return digest.digest()


def run_mark(mark: bytes, names: Sequence[str]) -> bytes:
    """What a checkpoint is good for: the same `mark` over the same files, unchanged."""
    places = []
    for name in names:
        changed = None if is_remote(name) else Path(name).stat().st_mtime_ns
        places.append(f"{name}\0{size_of(name)}\0{changed}")
    return mark + "\0".join(places).encode("utf-8", "surrogateescape")


def _renderer(streamed: Streamed | None) -> Iterator[str]:
    """The module that writes an agency's findings; records for the spool are made by modules that `pkcheck.cache` looks at."""
    file = sys.modules[streamed.each.__module__].__file__ if streamed else None
    if file:
        yield file
