"""How the report ends: what it does not say, its findings by kind, and who signs."""

from collections.abc import Iterator

from pkcheck import review_texts as words
from pkcheck.config import Official, ReportSettings
from pkcheck.record import Recorded
from pkcheck.review.blocks import Block, Heading, Paragraph, Signatory, Signatures, Table
from pkcheck.review.grouping import Group
from pkcheck.review.wording import name, prose
from pkcheck.texts import Lang, Text

_NUMBERS = 40


def closing_section(
    recorded: Recorded, groups: tuple[Group, ...], settings: ReportSettings, date: str
) -> Iterator[Block]:
    """The limits once more, the kinds of findings, and the signatures; `date` in words, or dots."""
    lang = recorded.lang
    yield Heading(1, f"4. {words.CLOSING.say(lang)}", fresh=True)
    yield Paragraph(words.CLOSING_TEXT.say(lang))
    if groups:
        yield _kinds(recorded, groups)
    place = prose(settings.place, lang) if settings.place else words.TO_FILL_IN
    yield Signatures(words.SIGNED_AT.say(lang, place=place, date=date), tuple(signatories(settings, lang)))


def signatories(settings: ReportSettings, lang: Lang) -> Iterator[Signatory]:
    """The three roles of a review, whoever holds them."""
    roles: tuple[tuple[Text, Official | None], ...] = (
        (words.LEADER, settings.team_leader),
        (words.TECHNICAL, settings.technical_supervisor),
        (words.QUALITY, settings.quality_supervisor),
    )
    for role, official in roles:
        nip = official.nip if official else None
        yield Signatory(
            role=role.say(lang),
            name=name(official.name, lang) if official else words.TO_FILL_IN,
            nip=words.NIP.say(lang, nip=name(nip, lang)) if nip else words.NIP_EMPTY.say(lang),
        )


def _kinds(recorded: Recorded, groups: tuple[Group, ...]) -> Table:
    """Each rule that found something, with the numbers of its findings."""
    lang = recorded.lang
    kinds: dict[str, list[int]] = {}
    for group in groups:
        for number, each in group.findings.items():
            kinds.setdefault(each.code, []).append(number)
    return Table(
        caption=words.BY_KIND.say(lang),
        columns=tuple(each.say(lang) for each in (words.CODE, words.KIND, words.NUMBERS, words.TOTAL)),
        rows=tuple(
            (code, name(recorded.titles.get(code, code), lang), number_list(numbers, lang), str(len(numbers)))
            for code, numbers in sorted(kinds.items())
        ),
        widths=(4, 12, 8, 3),
        numbers=(3,),
    )


def number_list(numbers: list[int], lang: Lang) -> str:
    """`3, 7, 12`; the first ones of very many."""
    shown = ", ".join(map(str, numbers[:_NUMBERS]))
    more = len(numbers) - _NUMBERS
    return f"{shown} {words.MORE.say(lang, count=more)}" if more > 0 else shown
