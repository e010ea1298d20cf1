"""The little markup that texts may carry: <i>...</i> for words in italics."""

import re
from collections.abc import Iterator

_PARTS = re.compile(r"(<i>.*?</i>)", re.DOTALL)


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The stretches of `text`, each with whether it is in italics."""
    for part in _PARTS.split(text):
        if part.startswith("<i>"):
            yield part[3:-4], True
        elif part:
            yield part, False


def bare(text: str) -> str:
    """`text` without its markup."""
    return "".join(stretch for stretch, _ in runs(text))
