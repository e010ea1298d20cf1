"""The top of the report: what a head of office understands in a minute."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from pkcheck import page_texts as words
from pkcheck import report_texts
from pkcheck.findings import FindingRecord
from pkcheck.markup import element
from pkcheck.pages.findings import place_of
from pkcheck.pictures.palette import LEVEL_COLOURS, SIGNS
from pkcheck.pictures.units import GRAVEST_FIRST, Level, level_of
from pkcheck.record import OutcomeRecord, Recorded
from pkcheck.summary import recorded_accounts
from pkcheck.tell import family_of
from pkcheck.texts import Lang

_FIRST = 6


def page_header(recorded: Recorded) -> Element:
    """Title, whose agreements of which year, and the files."""
    outcome, lang = recorded.outcome, recorded.lang
    institutions = list(dict.fromkeys(each.institution for each in outcome.agreements if each.institution))
    years = sorted({each.fiscal_year for each in outcome.agreements if each.fiscal_year is not None})
    year = [words.FISCAL_YEAR.say(lang, years=years)] if years else []
    about = ", ".join([*institutions[:3], *(["…"] if len(institutions) > 3 else []), *year])  # noqa: PLR2004
    sections = {
        "ringkasan": words.SUMMARY,
        "penjenjangan": words.CASCADE,
        "anggaran": words.BUDGET,
        "temuan": words.FINDINGS,
        "cakupan": words.COVERAGE,
    }
    links = [element("li", element("a", text.say(lang), href=f"#{name}")) for name, text in sections.items()]
    return element(
        "header",
        element("h1", words.TITLE.say(lang)),
        element("p", about, class_="about") if about else None,
        element("nav", element("ul", *links), aria_label=words.CONTENTS.say(lang)),
    )


def summary(recorded: Recorded) -> Element:
    """The verdict, the counts, what to look at first, and how the findings spread over the groups of rules."""
    outcome, lang = recorded.outcome, recorded.lang
    unchecked = sum(each.not_checked for each in recorded_accounts(outcome.coverage))
    counts = Counter(map(level_of, outcome.findings))
    return element(
        "section",
        element("h2", words.SUMMARY.say(lang)),
        element("p", words.INCOMPLETE.say(lang), class_="alarm") if not outcome.complete else None,
        element("p", _verdict(outcome, counts["judgement"]), class_="verdict"),
        element("p", words.VERDICT_UNCHECKED.say(lang, count=unchecked)) if unchecked else None,
        element("p", words.JUDGEMENT_NOTE.say(lang)) if counts["judgement"] else None,
        _tiles(counts, unchecked, lang),
        *_first(recorded),
        *_families(recorded),
        id="ringkasan",
    )


def _verdict(outcome: OutcomeRecord, judgement: int) -> str:
    lang, findings = outcome.run.lang, outcome.findings
    if not outcome.agreements:
        return report_texts.NOTHING_READ.say(lang)
    if not findings:
        return words.VERDICT_NONE.say(lang, agreements=len(outcome.agreements))
    return words.VERDICT.say(
        lang,
        findings=len(findings),
        units=len({each.agreement for each in findings}),
        agreements=len(outcome.agreements),
        definite=len(findings) - judgement,
        judgement=judgement,
    )


def _tiles(counts: Mapping[Level, int], unchecked: int, lang: Lang) -> Element:
    tiles = [
        element(
            "li",
            element("span", SIGNS[each], class_="sign", aria_hidden="true"),
            element("strong", str(counts[each])),
            element("span", words.LEVELS[each].say(lang), class_="what"),
            class_=f"tile {each}",
        )
        for each in GRAVEST_FIRST
    ]
    last = element(
        "li",
        element("span", "∅", class_="sign", aria_hidden="true"),
        element("strong", str(unchecked)),
        element("span", words.UNCHECKED_TILE.say(lang), class_="what"),
        class_="tile unchecked",
    )
    return element("ul", *tiles, last, class_="tiles")


def _first(recorded: Recorded) -> Iterator[Element]:
    """The rules with the gravest findings, each leading to the first of these."""
    lang = recorded.lang
    found: dict[tuple[int, str], list[tuple[int, FindingRecord]]] = defaultdict(list)
    for number, each in enumerate(recorded.outcome.findings):
        found[GRAVEST_FIRST.index(level_of(each)), each.code].append((number, each))
    grave = sorted(found.items(), key=lambda each: (each[0][0], -len(each[1]), each[0][1]))
    if not grave:
        return
    items = [
        element(
            "li",
            element("span", words.LEVELS[GRAVEST_FIRST[level]].say(lang), class_=f"badge {GRAVEST_FIRST[level]}"),
            " ",
            element(
                "a",
                words.FIRST_RULE.say(
                    lang,
                    title=recorded.titles[code],
                    code=code,
                    count=len(group),
                    units=len({each.agreement for _, each in group}),
                ),
                href=f"#{place_of(group[0][0])}",
            ),
        )
        for (level, code), group in grave[:_FIRST]
    ]
    more = len(grave) - len(items)
    yield element("h3", words.FIRST.say(lang))
    yield element("ol", *items, class_="first")
    if more > 0:
        yield element("p", words.FIRST_MORE.say(lang, count=more), class_="faint")


def _families(recorded: Recorded) -> Iterator[Element]:
    lang = recorded.lang
    found: dict[str, Counter[Level]] = defaultdict(Counter)
    for each in recorded.outcome.findings:
        found[family_of(each.code)][level_of(each)] += 1
    if not found:
        return
    most = max(sum(each.values()) for each in found.values())
    rows = [
        element(
            "tr",
            element("th", family_name(prefix, lang), scope="row"),
            *(element("td", str(counts[each] or "–"), class_="count") for each in GRAVEST_FIRST),
            element("td", _bar(counts, most), class_="share"),
        )
        for prefix, counts in sorted(found.items(), key=lambda each: -sum(each[1].values()))
    ]
    heads = [words.GROUP, *(words.LEVELS[each] for each in GRAVEST_FIRST), words.SHARE]
    yield element("h3", words.BY_FAMILY.say(lang))
    yield element(
        "div",
        element(
            "table",
            element("thead", element("tr", *(element("th", each.say(lang), scope="col") for each in heads))),
            element("tbody", *rows),
            class_="families",
        ),
        class_="wide",
        tabindex="0",
        role="region",
        aria_label=words.BY_FAMILY.say(lang),
    )


def family_name(prefix: str, lang: Lang) -> str:
    """`BUD anggaran`; the prefix alone of a group that has no name."""
    title = report_texts.FAMILIES[prefix].say(lang) if prefix in report_texts.FAMILIES else ""
    return f"{prefix} {title}".strip()


def _bar(counts: Mapping[Level, int], most: int) -> Element:
    parts: list[Element] = []
    x = 0.0
    for each in GRAVEST_FIRST:
        width = 100 * counts[each] / most
        fill = LEVEL_COLOURS[each][0]
        parts.append(element("rect", x=f"{x:.2f}", width=f"{width:.2f}", height="10", class_=f"part {each}", fill=fill))
        x += width
    return element(
        "svg",
        *parts,
        viewBox="0 0 100 10",
        preserveAspectRatio="none",
        class_="spread",
        aria_hidden="true",
        focusable="false",
    )
