"""What was given, how it was checked, and how the findings are to be read."""

from collections.abc import Iterator

from pkcheck import review_texts as words
from pkcheck.record import InputRecord, Recorded
from pkcheck.review.blocks import Block, Bullets, Heading, Paragraph, Table
from pkcheck.review.grouping import Group
from pkcheck.review.wording import name, office
from pkcheck.texts import Lang


def scope_section(recorded: Recorded, groups: tuple[Group, ...]) -> Iterator[Block]:
    """Purpose and limits, files, agreements, and what the marks of a finding mean."""
    outcome, lang = recorded.outcome, recorded.lang
    yield Heading(1, f"2. {words.SCOPE.say(lang)}")
    yield Paragraph(words.PURPOSE.say(lang))
    ran = sum(each.status == "ran" for each in outcome.coverage)
    yield Paragraph(words.METHOD.say(lang, version=outcome.version, ran=ran, rules=len(outcome.coverage)))
    yield Heading(2, words.READING.say(lang))
    yield Bullets(tuple(each.say(lang) for each in words.READING_LINES))
    yield Heading(2, words.FILES.say(lang))
    columns = (words.FILE, words.STATUS, words.AGREEMENT_COUNT, words.NOTE_COUNT)
    yield Table(
        caption="",
        columns=tuple(each.say(lang) for each in columns),
        rows=tuple(
            (name(each.file, lang), _status(each, lang), str(each.agreements), str(len(each.notes)))
            for each in outcome.inputs
        ),
        widths=(11, 5, 4, 4),
        numbers=(2, 3),
    )
    if outcome.agreements:
        yield Heading(2, words.UNITS.say(lang))
        yield _agreements(recorded, groups)


def _status(given: InputRecord, lang: Lang) -> str:
    partly = given.status == "read" and not given.usable
    return (words.READ_PARTLY if partly else words.INPUT_STATUSES[given.status]).say(lang)


def _agreements(recorded: Recorded, groups: tuple[Group, ...]) -> Table:
    lang = recorded.lang
    found = {each.agreement.id: len(each.findings) for each in groups if each.agreement}
    wide = [each for each in groups if each.agreement is None]
    columns = (words.UNIT, words.HOLDER, words.FINDINGS_COUNT)
    return Table(
        caption="",
        columns=tuple(each.say(lang) for each in columns),
        rows=(
            *((each.unit, words.WHOLE_INSTITUTION.say(lang), str(len(each.findings))) for each in wide),
            *(
                (office(each, lang), name(each.holder or "–", lang), str(found.get(each.id, 0)))
                for each in recorded.outcome.agreements
            ),
        ),
        widths=(13, 7, 3),
        numbers=(2,),
    )
