"""What was understood from an agreement, value by value, each looked up in the document it was read from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pkcheck import showing_texts as words
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement, BudgetLine, Indicator, Objective, Page, Party, Signature, Source, Target
from pkcheck.quantities.dates import format_date
from pkcheck.quantities.money import format_rupiah
from pkcheck.quantities.numbers import format_number
from pkcheck.quoting import printed_target
from pkcheck.showing.links import Links
from pkcheck.showing.matching import found_in
from pkcheck.showing.places import words_of
from pkcheck.showing.understood import Aim, Group, Money, Origin, Promise, ShownAgreement, ShownNote, Value
from pkcheck.texts import Lang, Text
from pkcheck.unittree import Unit, agreement_title, link_words

_HOW = {"quoted": words.HOW_QUOTED, "near": words.HOW_NEAR, "indicator": words.HOW_INDICATOR}


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where agreements and indicators stand on the page, by their ids; those that are not shown are in neither."""

    agreements: Mapping[str, str]
    indicators: Mapping[str, str]


def anchors_of(agreements: Sequence[Agreement]) -> Anchors:
    """Anchors for agreements that are shown: what ids hold need not fit into an address."""
    indicators = [
        indicator.id for agreement in agreements for indicator in (*agreement.indicators(), *agreement.action_plan)
    ]
    return Anchors(
        {agreement.id: f"a{number}" for number, agreement in enumerate(agreements)},
        {name: f"i{number}" for number, name in enumerate(indicators)},
    )


@dataclass(frozen=True, slots=True)
class AgreementReader:
    """What is needed to show the agreements of one file."""

    links: Links
    whole: AgreementSet
    anchors: Anchors
    lang: Lang

    def shown(self, agreement: Agreement, above: Sequence[int], notes: tuple[ShownNote, ...]) -> ShownAgreement:
        """One agreement; its letterhead stands in the places `above` it."""
        lines = tuple(agreement.budget)
        return ShownAgreement(
            id=self.anchors.agreements[agreement.id],
            title=agreement_title(agreement),
            superior=self._superior(agreement),
            groups=tuple(group for group in self._groups(agreement, above) if group.values),
            aims=tuple(self._aims(agreement)),
            plan=tuple(self._promise(each, ()) for each in agreement.action_plan),
            budget=tuple(self._money(line) for line in lines),
            unread=words.UNREAD.say(self.lang, parts=list(agreement.unread)) if agreement.unread else None,
            notes=notes,
        )

    def _superior(self, agreement: Agreement) -> Origin:
        if agreement.id in self.whole.replaced:
            last = self.whole.replaced[agreement.id]
            return Origin(words.REPLACED.say(self.lang, name=last), "", self.anchors.agreements.get(last))
        found = self.whole.superiors[agreement.id]
        told = link_words(Unit(0, agreement, None, None), self.whole, self.lang)
        if found.id is None:
            return Origin("–", told, None)
        how = words.GIVEN if found.given else words.INFERRED
        title = agreement_title(self.whole.by_id[found.id])
        return Origin(title, f"{how.say(self.lang)}: {told}", self.anchors.agreements.get(found.id))

    def _groups(self, agreement: Agreement, above: Sequence[int]) -> Iterator[Group]:
        yield Group(words.HEAD.say(self.lang), tuple(self._head(agreement, above)))
        for title, party in (
            (words.FIRST_PARTY, agreement.first_party),
            (words.SECOND_PARTY, agreement.second_party),
        ):
            yield Group(title.say(self.lang), tuple(self._party(party)) if party else ())
        for title, page in ((words.STATEMENT, agreement.statement), (words.ANNEX, agreement.annex)):
            if page is not None:
                yield Group(title.say(self.lang), tuple(self._page(page)))
                yield from self._signatures(title, page)

    def _head(self, agreement: Agreement, above: Sequence[int]) -> Iterator[Value]:
        if agreement.institution:
            paper, start = self.links.paper, self.links.paper.within(agreement.source)
            top = above if found_in(paper, agreement.institution, above) else range(start[0] if start else 0)
            yield self._value(words.INSTITUTION, agreement.institution, None, among=top)
        if agreement.unit:
            yield self._value(words.UNIT, agreement.unit, agreement.sources.get("unit"))
        if agreement.fiscal_year and not any((agreement.statement, agreement.annex)):
            yield self._value(words.YEAR, str(agreement.fiscal_year), agreement.source)
        kinds = {"paired": words.PAIRED, "sole": words.SOLE}
        told = [kinds[agreement.kind]] if agreement.kind else []
        told += [words.REVISION] if agreement.revision else []
        if told:
            text = ", ".join(each.say(self.lang) for each in told)
            yield self.links.value(words.KIND.say(self.lang), text, None, None)

    def _party(self, party: Party) -> Iterator[Value]:
        for label, text in ((words.NAME, party.name), (words.POSITION, party.position), (words.NIP, party.nip)):
            if text or label is not words.NIP:
                acting = party.acting if label is words.POSITION and party.acting else None
                remark = words.ACTING.say(self.lang, acting=acting) if acting else None
                yield self._value(label, text, party.source, remark=remark)

    def _page(self, page: Page) -> Iterator[Value]:
        if page.fiscal_year:
            yield self._value(words.YEAR, str(page.fiscal_year), page.sources.get("fiscal_year"))
        if page.raw or page.date:
            day = format_date(page.date, self.lang) if page.date else words.NO_DATE.say(self.lang)
            understood = "; ".join(each for each in (page.place, day) if each)
            printed = page.raw or day
            source = page.sources.get("date") or page.source
            told = understood if words_of(understood) != words_of(printed) else None
            yield self._value(words.PLACE_AND_DATE, printed, source, understood=told)
        heading = getattr(page, "budget_heading", None)
        if heading:
            yield self._value(words.BUDGET_HEADING, heading, page.sources.get("budget_heading"))

    def _signatures(self, title: Text, page: Page) -> Iterator[Group]:
        for name, block in (
            (words.FIRST_SIGNATURE, page.signatures.first),
            (words.SECOND_SIGNATURE, page.signatures.second),
        ):
            if block:
                yield Group(f"{title.say(self.lang)}: {name.say(self.lang)}", tuple(self._block(block)))

    def _block(self, block: Signature) -> Iterator[Value]:
        for label, text in ((words.LABEL, block.label), (words.POSITION, block.position), (words.NAME, block.name)):
            if text or label is words.NAME:
                yield self._value(label, text, block.source)
        if block.signed is not None:
            signed = (words.YES if block.signed else words.NO).say(self.lang)
            yield self.links.value(words.SIGNED.say(self.lang), signed, None, None)

    def _aims(self, agreement: Agreement) -> Iterator[Aim]:
        heading = None
        for objective in agreement.objectives:
            fresh = objective.group and objective.group != heading
            heading = objective.group
            shown = self._value(words.GROUP, heading, None, among=self._before(agreement, objective)) if fresh else None
            number = f"{objective.no}. " if objective.no is not None else ""
            row = list(self.links.paper.within(objective.source))
            also = {str(objective.no): row[:1]} if objective.no is not None else {}
            text = objective.text or words.NO_TEXT.say(self.lang)
            value = self.links.value(
                words.OBJECTIVE.say(self.lang), f"{number}{text}", objective.text, objective.source, also=also
            )
            taken = self.links.numbers[value.id]
            yield Aim(shown, value, tuple(self._promise(each, taken) for each in objective.indicators))

    def _before(self, agreement: Agreement, objective: Objective) -> Sequence[int]:
        """The places of an agreement above an objective, the nearest first."""
        start, end = (self.links.paper.within(each) for each in (agreement.source, objective.source))
        return range(end[0] - 1, (start[0] if start else 0) - 1, -1) if end else ()

    def _promise(self, indicator: Indicator, taken: Sequence[int]) -> Promise:
        text = indicator.text or words.NO_TEXT.say(self.lang)
        value = self.links.value(words.INDICATOR.say(self.lang), text, indicator.text, indicator.source, avoid=taken)
        beside = {*taken, *self.links.numbers[value.id]}
        targets = tuple(self._targets(indicator.target, indicator.source, beside))
        anchor = self.anchors.indicators[indicator.id]
        return Promise(anchor, value, targets, tuple(self._origins(indicator)))

    def _targets(self, target: Target | None, source: Source | None, taken: set[int]) -> Iterator[Value]:
        if target is None:
            yield self.links.value(words.TARGET.say(self.lang), words.NO_TARGET.say(self.lang), None, None)
            return
        printed = printed_target(target) or ""
        understood = target_words(target, self.lang)
        yield self.links.value(
            words.TARGET.say(self.lang),
            printed or words.NO_TEXT.say(self.lang),
            target.raw or printed,
            source,
            avoid=taken,
            understood=understood if understood != printed else None,
        )
        taken |= set(self.links.numbers[self.links.values[-1].id])
        for period, amount in target.periods.items():
            text = format_number(amount, self.lang)
            label = words.PERIOD.say(self.lang, period=period)
            value = self.links.value(label, text, text, source, avoid=taken)
            taken |= set(self.links.numbers[value.id])

    def _origins(self, indicator: Indicator) -> Iterator[Origin]:
        for each in self.whole.derivations.get(indicator.id, ()):
            parent = self.whole.rows[each.parent].indicator
            how = _HOW.get(each.how, words.HOW_GIVEN).say(self.lang, percent=int(each.score * 100))
            yield Origin(f"{parent.id} {parent.text}", how, self.anchors.indicators.get(parent.id))

    def _money(self, line: BudgetLine) -> Money:
        code = f"{line.code} " if line.code else ""
        name = self._value(words.LEVELS[line.level], f"{code}{line.name}" if line.name else None, line.source)
        understood = (
            format_rupiah(line.amount, self.lang) if line.amount is not None else words.NO_AMOUNT.say(self.lang)
        )
        if line.nil:
            understood = words.NIL.say(self.lang)
        amount = self.links.value(
            words.AMOUNT.say(self.lang),
            line.raw or understood,
            line.raw,
            line.source,
            avoid=self.links.numbers[name.id],
            understood=understood if line.raw else None,
        )
        return Money(words.LEVELS[line.level].say(self.lang), name, amount)

    def _value(  # noqa: PLR0913  what a value is made of
        self,
        label: Text,
        text: str | None,
        source: Source | None,
        *,
        among: Sequence[int] | None = None,
        understood: str | None = None,
        remark: str | None = None,
    ) -> Value:
        """A value that is printed as it is shown."""
        shown = text or words.NO_TEXT.say(self.lang)
        return self.links.value(
            label.say(self.lang), shown, text, source, among=among, understood=understood, remark=remark
        )


def target_words(target: Target, lang: Lang) -> str:
    """What was made of a target: sign, value, range, whole, unit, grade and what else it holds."""
    figures = [format_number(each, lang) for each in (target.value, target.upper) if each is not None]
    parts = [target.sign, " – ".join(figures)]
    if target.total is not None:
        parts.append(words.OF_TOTAL.say(lang, total=target.total))
    parts.append(target.unit if figures or not target.predicate else None)
    parts.append(target.predicate)
    told = " ".join(part for part in parts if part)
    also = [" ".join(part for part in (format_number(each.value, lang), each.unit) if part) for each in target.also]
    has_value = bool(figures or target.predicate)
    return "; ".join([told, *also]) if has_value else words.NO_VALUE.say(lang)
