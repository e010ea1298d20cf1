"""From a record to the findings report as plain data."""

import datetime
import os

from pkcheck import review_texts as words
from pkcheck.config import ReportSettings
from pkcheck.errors import UsageError
from pkcheck.quantities.dates import format_date
from pkcheck.record import Recorded
from pkcheck.review.annexes import annexes
from pkcheck.review.blocks import Cover, Part, Report
from pkcheck.review.closing import closing_section, signatories
from pkcheck.review.findings import findings_section
from pkcheck.review.grouping import grouped
from pkcheck.review.scope import scope_section
from pkcheck.review.summary import summary_section
from pkcheck.review.wording import name, prose
from pkcheck.texts import Lang

_EPOCH = "SOURCE_DATE_EPOCH"


def findings_report(recorded: Recorded, settings: ReportSettings | None, *, suppressed: bool) -> Report:
    """The report on `recorded`; without a date in the settings or SOURCE_DATE_EPOCH it is left to be dated by hand.

    Raises UsageError where SOURCE_DATE_EPOCH is no time.
    """
    own, lang = settings or ReportSettings(), recorded.lang
    date = own.date or _date_of_build()
    dated = format_date(date, lang) if date else words.TO_FILL_IN
    groups = grouped(recorded)
    blocks = (
        *summary_section(recorded, groups),
        *scope_section(recorded, groups),
        *findings_section(recorded, groups),
        *closing_section(recorded, groups, own, dated),
        *annexes(recorded, groups, suppressed=suppressed),
    )
    return Report(
        lang=lang,
        cover=_cover(recorded, own, dated),
        contents=words.CONTENTS.say(lang),
        page=words.PAGE.say(lang),
        page_of=words.PAGE_OF.say(lang, page="{page}", pages="{pages}"),
        blocks=blocks,
        fields=_fields(recorded, own, dated),
        date=date.isoformat() if date else None,
    )


def _date_of_build() -> datetime.date | None:
    value = os.environ.get(_EPOCH)
    if not value:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(value), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(words.DATE_UNREADABLE, value=value[:40]) from error


def _cover(recorded: Recorded, own: ReportSettings, dated: str) -> Cover:
    lang = recorded.lang
    facts = [
        Part(words.NUMBER.say(lang), prose(own.number, lang) if own.number else words.TO_FILL_IN),
        Part(words.DATE.say(lang), dated),
        *(Part(each.role, each.name) for each in signatories(own, lang)),
    ]
    if own.members:
        facts.append(Part(words.MEMBERS.say(lang), "; ".join(name(each.name, lang) for each in own.members)))
    return Cover(
        letterhead=tuple(prose(each, lang) for each in own.letterhead),
        address=tuple(prose(each, lang) for each in own.address),
        logo_alt=words.LOGO.say(lang),
        title=_title(own, lang),
        subject=_subject(recorded),
        facts=tuple(facts),
        notice=words.NOTICE.say(lang, version=recorded.outcome.version),
    )


def _title(own: ReportSettings, lang: Lang) -> str:
    return prose(own.title, lang) if own.title else words.TITLE.say(lang)


def _subject(recorded: Recorded) -> tuple[str, ...]:
    """What was reviewed: the institution where there is one, and the fiscal years."""
    lang, agreements = recorded.lang, recorded.outcome.agreements
    institutions = list(dict.fromkeys(each.institution for each in agreements if each.institution))
    years = sorted({each.fiscal_year for each in agreements if each.fiscal_year})
    if not institutions:
        what = words.SUBJECT.say(lang)
    elif len(institutions) == 1:
        what = words.SUBJECT_OF.say(lang, institution=name(institutions[0], lang))
    else:
        what = words.SUBJECT_MANY.say(lang, first=name(institutions[0], lang), count=len(institutions) - 1)
    return (what, words.YEARS.say(lang, years=years)) if years else (what,)


def _fields(recorded: Recorded, own: ReportSettings, dated: str) -> dict[str, str]:
    """What an agency's own template may name, by the keys of the settings."""
    lang = recorded.lang
    subject = _subject(recorded)
    leader, technical, quality = signatories(own, lang)
    return {
        "title": _title(own, lang),
        "subject": subject[0],
        "year": " ".join(subject[1:]),
        "number": prose(own.number, lang) if own.number else words.TO_FILL_IN,
        "place": prose(own.place, lang) if own.place else words.TO_FILL_IN,
        "date": dated,
        "team-leader": leader.name,
        "team-leader-nip": leader.nip,
        "technical-supervisor": technical.name,
        "technical-supervisor-nip": technical.nip,
        "quality-supervisor": quality.name,
        "quality-supervisor-nip": quality.nip,
        "members": "; ".join(name(each.name, lang) for each in own.members),
    }
