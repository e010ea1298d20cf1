"""The findings on a page, unit by unit, each with its evidence quoted; a script filters and sorts them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from pkcheck import page_texts as words
from pkcheck import report_texts
from pkcheck.briefs import heading
from pkcheck.display import clipped, visible, window
from pkcheck.findings import EvidenceRecord, FindingRecord
from pkcheck.markup import Child, element
from pkcheck.pictures.palette import SIGNS
from pkcheck.pictures.units import GRAVEST_FIRST, count_words, level_of, rupiah, unchecked_of, unit_key
from pkcheck.record import AgreementRecord, Recorded
from pkcheck.tell import family_of
from pkcheck.texts import Lang, Text

_SENTENCE, _QUOTE, _SHOWN = 3000, 700, 3


def place_of(number: int) -> str:
    """The id of a finding's part of the page, by its place among the findings."""
    return f"f{number}"


def findings_section(recorded: Recorded) -> Iterator[Element]:
    """The tools, and for every agreement a section with what was found there."""
    groups: dict[str, list[tuple[int, FindingRecord]]] = {each.id: [] for each in recorded.outcome.agreements}
    for number, each in enumerate(recorded.outcome.findings):
        groups.setdefault(each.agreement, []).append((number, each))
    lang = recorded.lang
    yield element("h2", words.FINDINGS.say(lang))
    if recorded.outcome.findings:
        yield _tools(recorded, groups)
    unchecked = unchecked_of(recorded.outcome)
    for at, (name, group) in enumerate(groups.items()):
        yield _unit(recorded, at, name, group, unchecked.get(name, 0))
    yield element("div", id="urut", hidden="hidden")
    yield element("p", words.NO_MATCH.say(lang), id="kosong", hidden="hidden")


def _tools(recorded: Recorded, groups: dict[str, list[tuple[int, FindingRecord]]]) -> Element:
    from pkcheck.pages.overview import family_name

    lang, findings = recorded.lang, recorded.outcome.findings
    counts = Counter(map(level_of, findings))
    boxes = [
        element(
            "label",
            element("input", type="checkbox", checked="checked", value=each, name="level"),
            f" {words.LEVELS[each].say(lang)} ({counts[each]})",
        )
        for each in GRAVEST_FIRST
        if counts[each]
    ]
    families = sorted({family_of(each.code) for each in findings})
    units = [
        (unit_key(at), _short(recorded.agreements.get(name), name))
        for at, (name, group) in enumerate(groups.items())
        if group
    ]
    return element(
        "form",
        element(
            "label",
            words.SEARCH.say(lang),
            element("input", type="search", name="text", autocomplete="off"),
            class_="search",
        ),
        _select(
            "family",
            words.GROUP,
            [("", words.ALL_GROUPS.say(lang)), *((f, family_name(f, lang)) for f in families)],
            lang,
        ),
        _select("unit", words.UNIT, [("", words.ALL_UNITS.say(lang)), *units], lang),
        _select("order", words.ORDER, [(name, text.say(lang)) for name, text in words.ORDERS.items()], lang),
        element("fieldset", element("legend", words.LEVEL.say(lang)), *boxes),
        element("button", words.RESET.say(lang), type="reset"),
        element("output", id="jumlah", data_words=words.SHOWN.say(lang, shown="#", all=len(findings))),
        id="saring",
        hidden="hidden",
        aria_label=words.FILTER.say(lang),
    )


def _short(agreement: AgreementRecord | None, name: str) -> str:
    return clipped(visible((agreement.position or agreement.unit or name) if agreement else name), 90)


def _select(name: str, label: Text, options: Sequence[tuple[str, str]], lang: Lang) -> Element:
    return element(
        "label",
        label.say(lang),
        element("select", *(element("option", text, value=value) for value, text in options), name=name),
    )


def _unit(
    recorded: Recorded, at: int, name: str, group: Sequence[tuple[int, FindingRecord]], unchecked: int
) -> Element:
    lang = recorded.lang
    agreement = recorded.agreements.get(name)
    counts = Counter(level_of(each) for _, each in group)
    told = count_words(counts, lang)
    if not group:
        told = words.UNIT_WITHOUT.say(lang, count=unchecked) if unchecked else words.UNIT_CLEAR.say(lang)
    elif unchecked:
        told = f"{told}; {words.UNCHECKED.say(lang, count=unchecked)}"
    replaced = agreement.replaced_by if agreement else None
    return element(
        "section",
        element("h3", clipped(visible(heading(agreement, name)), 400)),
        element("p", told, class_="faint"),
        element("p", words.REPLACED.say(lang, id=replaced), class_="faint") if replaced else None,
        *(_finding(recorded, number, each, at) for number, each in group),
        class_="unit-findings",
        id=unit_key(at),
    )


def _finding(recorded: Recorded, number: int, finding: FindingRecord, at: int) -> Element:
    lang, level = recorded.lang, level_of(finding)
    severity = words.SEVERITIES[finding.severity].say(lang)
    return element(
        "article",
        element(
            "h4",
            element(
                "span",
                element("span", SIGNS[level], aria_hidden="true"),
                " ",
                words.LEVELS[level].say(lang),
                class_=f"badge {level}",
            ),
            " ",
            recorded.titles[finding.code],
            " ",
            element("span", finding.code, class_="code"),
        ),
        element(
            "p",
            words.SEVERITY_OF.say(lang, severity=severity)
            if level == "judgement"
            else words.CERTAINTIES["definite"].say(lang),
            class_="faint certainty",
        ),
        element("p", *_cut(finding.message, lang), class_="message"),
        element("p", f"{words.AMOUNT.say(lang)}: ", element("strong", rupiah(finding.amount, lang)))
        if finding.amount is not None
        else None,
        *_evidence(finding.evidence, lang),
        _details(recorded, finding),
        class_=f"finding {level}",
        id=place_of(number),
        data_level=level,
        data_family=family_of(finding.code),
        data_unit=unit_key(at),
        data_code=finding.code,
        data_amount=str(finding.amount) if finding.amount is not None else None,
    )


def _cut(text: str, lang: Lang) -> Iterator[Child]:
    """A sentence, with how long it is where it was too long to be shown whole."""
    shown = visible(text)
    yield clipped(shown, _SENTENCE)
    if len(shown) > _SENTENCE:
        yield element("span", f" ({words.CUT.say(lang, count=len(text))})", class_="faint")


def _details(recorded: Recorded, finding: FindingRecord) -> Element:
    lang = recorded.lang
    pairs: list[Element] = []
    for label, text in (
        (words.CRITERION, recorded.provisions_of(finding)),
        (words.EFFECT, finding.effect),
        (words.RECOMMENDATION, finding.recommendation),
        (words.FINGERPRINT, finding.fingerprint),
    ):
        if text:
            pairs += [element("dt", label.say(lang)), element("dd", *_cut(text, lang))]
    return element("details", element("summary", words.DETAILS.say(lang)), element("dl", *pairs))


def _evidence(evidence: Sequence[EvidenceRecord], lang: Lang) -> Iterator[Element]:
    yield from (_quoted(each, lang) for each in evidence[:_SHOWN])
    more = evidence[_SHOWN:]
    if more:
        summary = element("summary", words.MORE_EVIDENCE.say(lang, count=len(more)))
        yield element("details", summary, *(_quoted(each, lang) for each in more))


def _quoted(evidence: EvidenceRecord, lang: Lang) -> Element:
    line, carets = window(evidence.quote, evidence.mark, _QUOTE)
    parts: list[Child] = [line or report_texts.EMPTY.say(lang)]
    if carets:
        start, end = carets.index("^"), len(carets)
        parts = [line[:start], element("mark", line[start:end]), line[end:]]
    whole = len(evidence.quote)
    cut = f" ({words.CUT.say(lang, count=whole)})" if whole > _QUOTE else ""
    where = ", ".join([evidence.file, *_spots(evidence, lang)])
    return element("figure", element("figcaption", where + cut), element("blockquote", *parts), class_="evidence")


def _spots(evidence: EvidenceRecord, lang: Lang) -> Iterator[str]:
    """The page, and the cell or the lines, as far as they are known."""
    if evidence.page is not None:
        yield words.AT_PAGE.say(lang, page=evidence.page)
    if evidence.cell is not None:
        yield words.AT_CELL.say(lang, cell=evidence.cell)
    elif evidence.line is not None:
        several = evidence.end_line is not None and evidence.end_line > evidence.line
        text = words.AT_LINES if several else words.AT_LINE
        yield text.say(lang, line=evidence.line, **({"end": evidence.end_line} if several else {}))
