"""Writes the pages of the documentation that are made from the rules and the provisions, in both languages.

They are one page for each rule, their index, the legal basis, and the rules' part of the navigation.
`python docs/make_rule_pages.py` writes them; `tests/test_docs_site.py` fails where one is not current.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pkcheck import report_texts as words
from pkcheck.discovery import LoadedRule, load_rules
from pkcheck.engine import Selection, judge
from pkcheck.explanation import Basis, Explanation, ShownExample, basis_of, explanation_of
from pkcheck.parameters import Parameter
from pkcheck.provisions import Provision, provisions, snapshot
from pkcheck.rule import Example
from pkcheck.settings_file import toml_value
from pkcheck.tell import VERIFIED, grade, locator
from pkcheck.texts import Lang, Text

ROOT = Path(__file__).parent.parent
LANGUAGES: tuple[Lang, ...] = ("id", "en")
_NAV_START, _NAV_END = "# rules: written by docs/make_rule_pages.py", "# end of rules"
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|])")

MADE = Text(
    id="Halaman ini dibuat dari aturannya sendiri oleh docs/make_rule_pages.py; jangan diubah di sini.",
    en="This page is made from the rule itself by docs/make_rule_pages.py; do not change it here.",
)
CHECKED = Text(id="Yang diperiksa", en="What it checks")
SUBJECTS = Text(id="Diperiksa satu per satu: {subjects}.", en="Looked at one by one: {subjects}.")
NEEDS = Text(
    id="Hanya dijalankan bila acuannya diberikan: {what}; lihat [acuan](../acuan.md).",
    en="Runs only where its reference is given: {what}; see [references](../references.md).",
)
OFF = Text(
    id='Tidak dijalankan kecuali diminta: `enable = ["{code}"]` dalam [pengaturan](../pengaturan.md), '
    "atau `--select {code}`.",
    en='Does not run unless asked for: `enable = ["{code}"]` in the [settings](../settings.md), or `--select {code}`.',
)
WHY = Text(id="Mengapa penting", en="Why it matters")
BASIS = Text(id="Dasar hukum", en="Legal basis")
ALSO = Text(id="Juga dikatakan oleh:", en="Also said by:")
NOTE = Text(id="Catatan", en="Note")
SOURCE = Text(id="Naskah yang dibaca", en="The text that was read")
SENTENCES = Text(
    id="Yang di dalam kurung siku diisi dengan isi dokumen.",
    en="What stands in brackets is filled in from the document.",
)
PARAMETERS_HEAD = Text(
    id="| Parameter | Bawaan | Keterangan |\n| --- | --- | --- |",
    en="| parameter | default | meaning |\n| --- | --- | --- |",
)
PARAMETERS_HOW = Text(
    id="Diubah dalam `pkcheck.toml`, misalnya kembali ke bawaannya:",
    en="Changed in `pkcheck.toml`, here with the defaults:",
)
NO_PARAMETERS = Text(id="Aturan ini tidak mempunyai parameter.", en="This rule has no parameters.")
INVALID = Text(id="Contoh yang salah", en="Invalid examples")
VALID = Text(id="Contoh yang benar", en="Valid examples")
VALID_INTRO = Text(id="Di sini aturan ini diam.", en="Here the rule is silent.")
REFERENCE = Text(id="dengan acuan", en="against the reference")
SILENCE = Text(id="Mendiamkan", en="Silencing it")
SILENCE_HOW = Text(
    id="Satu temuan didiamkan dengan alasannya, lewat sidik jari atau di dalam data: "
    "lihat [mendiamkan temuan](../mendiamkan.md). Seluruh aturan ini dimatikan, atau diubah tingkatnya, dalam "
    "`pkcheck.toml`:",
    en="One finding is silenced with its reason, by its fingerprint or within the data: see "
    "[silencing findings](../silencing.md). The whole rule is turned off, or graded differently, in `pkcheck.toml`:",
)
INDEX_TITLE = Text(id="Semua aturan", en="All rules")
INDEX_INTRO = Text(
    id="{count} aturan, menurut keluarganya. *Pasti* berarti terbaca langsung dari dokumen, *pertimbangan* berarti harus "
    "ditimbang oleh orang: lihat [membaca temuan](../temuan.md). Daftar yang sama ditulis oleh `pkcheck rules`, dan setiap "
    "halaman aturan oleh `pkcheck explain KODE`.",
    en="{count} rules, by family. *Definite* is plain from the document, *judgement* must be weighed by a person: see "
    "[reading a finding](../findings.md). `pkcheck rules` lists the same, and `pkcheck explain CODE` prints each page.",
)
INDEX_HEAD = Text(
    id="| Kode | Yang ditemukan | Tingkat | Kepastian | Dasar |\n| --- | --- | --- | --- | --- |",
    en="| code | what is found | severity | certainty | basis |\n| --- | --- | --- | --- | --- |",
)
LEGAL_TITLE = Text(id="Dasar hukum", en="Legal basis")
LEGAL_INTRO = Text(
    id="""Setiap temuan menyebut dasarnya dan seberapa jauh dasar itu sudah diperiksa. Naskah dibaca dari salinan yang
tersimpan pada {day:date}; cocokkan pasalnya di JDIH sebelum mengutipnya dalam laporan hasil pengawasan.

| Keterangan | Artinya |
| --- | --- |
| {verified} | bunyi peraturannya sendiri sudah dibaca |
| {repeated} | yang dibaca adalah dokumen lain yang mengulang bunyinya |
| {inference} | tidak ada peraturan yang menyatakannya dengan tegas; ini kesimpulan |
| {unverified} | diketahui ada, tetapi belum dibaca |

Bila penerapannya hanya kesimpulan, temuan menyebutnya *inkonsistensi*, tidak pernah *pelanggaran*. Peraturan yang hanya
mengikat satu instansi disebut sebagai pembanding bagi instansi lain.
""",
    en="""Every finding names its basis and how well that basis was verified. The texts were read from stored copies on
{day:date}; compare the article with the official gazette (JDIH) before quoting it in a report.

| it says | it means |
| --- | --- |
| {verified} | the regulation's own words were read |
| {repeated} | another document that repeats them was read |
| {inference} | no regulation says it in so many words; it follows from what they say |
| {unverified} | it is known to exist, but was not read |

Where a rule goes beyond the words quoted, a finding is called an *inconsistency*, never a *breach*. What binds one
agency alone is given to the others for comparison.
""",
)
RULES_ON_IT = Text(id="Aturan yang bersandar padanya", en="Rules that stand on it")
NO_REGULATION = Text(id="Tidak ada peraturan yang menyatakannya", en="No regulation says it")
NONE_YET = Text(id="belum ada", en="none yet")


@dataclass(frozen=True)
class Places:
    """Where the pages of one language stand, below its folder."""

    rules: str
    legal: str


PLACES: Mapping[Lang, Places] = {"id": Places("aturan", "dasar-hukum.md"), "en": Places("rules", "legal-basis.md")}
OTHER: Mapping[Lang, Lang] = {"id": "en", "en": "id"}


def pages() -> dict[Path, str]:
    """Every page that is made, by its path in the repository, and the two configurations with their navigation."""
    rules = load_rules()
    made: dict[Path, str] = {}
    for lang in LANGUAGES:
        folder, place = Path("docs", lang), PLACES[lang]
        made |= {folder / place.rules / f"{each.rule.code}.md": _page(rule_page(each, lang)) for each in rules}
        made[folder / place.rules / "index.md"] = _page(index_page(rules, lang))
        made[folder / place.legal] = _page(legal_page(rules, lang))
    for name, lang in (("mkdocs.yml", LANGUAGES[0]), ("mkdocs.en.yml", LANGUAGES[1])):
        made[Path(name)] = with_navigation((ROOT / name).read_text(encoding="utf-8"), rules, lang)
    return made


def rule_page(loaded: LoadedRule, lang: Lang) -> Iterator[str]:
    """One rule in full."""
    told = explanation_of(loaded, lang)
    yield from _front(f"{PLACES[OTHER[lang]].rules}/{told.code}.md", lang)
    yield f"# {told.code} {plain(told.title)}\n"
    yield f'<p class="pk-rule">{_badge(told.severity)} {told.certainty} · <code>{told.name}</code></p>\n'
    yield from _section(CHECKED, _checked(told, lang), lang)
    yield from _section(WHY, [plain(told.why)], lang)
    yield from _section(words.WHAT_TO_DO, [plain(told.advice)], lang)
    yield from _section(BASIS, [line for each in told.basis for line in _cited(each, lang)], lang)
    sentences = [f"- {plain(each)}" for each in told.sentences]
    yield from _section(words.MESSAGE, [SENTENCES.say(lang), "\n".join(sentences)], lang)
    yield from _section(words.PARAMETERS, _parameters(told, lang), lang)
    yield from _section(INVALID, _examples(loaded, loaded.invalid, told.invalid, lang), lang)
    yield from _section(VALID, [VALID_INTRO.say(lang), *_examples(loaded, loaded.valid, told.valid, lang)], lang)
    yield from _section(SILENCE, [SILENCE_HOW.say(lang), _silenced(told)], lang)


def index_page(rules: Sequence[LoadedRule], lang: Lang) -> Iterator[str]:
    """All rules by family, with their titles, grades and bases."""
    yield from _front(f"{PLACES[OTHER[lang]].rules}/index.md", lang)
    yield f"# {INDEX_TITLE.say(lang)}\n"
    yield f"{INDEX_INTRO.say(lang, count=len(rules))}\n"
    for family, members in _families(rules):
        yield f"## {_family_title(family, lang)}\n"
        yield INDEX_HEAD.say(lang)
        for each in members:
            yield _index_row(each, lang)
        yield ""


def legal_page(rules: Sequence[LoadedRule], lang: Lang) -> Iterator[str]:
    """Every provision: its words, where they stand, how well they were verified, and the rules that stand on it."""
    yield from _front(PLACES[OTHER[lang]].legal, lang)
    yield f"# {LEGAL_TITLE.say(lang)}\n"
    grades = {name: text.say(lang) for name, text in VERIFIED.items()}
    yield LEGAL_INTRO.say(lang, day=snapshot(), **grades)
    for each in provisions().values():
        yield f"## {each.id}: {plain(_provision_title(each, lang))} {{ #{each.id.lower()} }}\n"
        yield f"{plain(locator(each) or NO_REGULATION.say(lang))} ({plain(grade(each, lang))})\n"
        yield from (f"{line}\n" for line in _words_of(basis_of(each, lang), lang))
        codes = [rule.rule.code for rule in rules if each.id in rule.rule.basis]
        links = ", ".join(f"[{code}]({PLACES[lang].rules}/{code}.md)" for code in codes)
        yield f"{RULES_ON_IT.say(lang)}: {links or NONE_YET.say(lang)}.\n"


def with_navigation(config: str, rules: Sequence[LoadedRule], lang: Lang) -> str:
    """The configuration with every rule under its family."""
    start, end = config.index(_NAV_START) + len(_NAV_START), config.index(_NAV_END)
    lines: list[str] = []
    for family, members in _families(rules):
        lines.append(f"- {_family_title(family, lang)}:")
        lines += [
            f"    - {json.dumps(_title(each, lang), ensure_ascii=False)}: {PLACES[lang].rules}/{each.rule.code}.md"
            for each in members
        ]
    body = "".join(f"\n      {line}" for line in lines)
    return f"{config[:start]}{body}\n      {config[end:]}"


def plain(text: str) -> str:
    """Text in which nothing is Markdown."""
    return _MARKDOWN.sub(r"\\\1", text)


def _page(lines: Iterator[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"


def _front(counterpart: str, lang: Lang) -> Iterator[str]:
    yield f"---\ncounterpart: {counterpart}\n---\n"
    yield f"<!-- {MADE.say(lang)} -->\n"


def _section(heading: Text, paragraphs: Sequence[str], lang: Lang) -> Iterator[str]:
    yield f"## {heading.say(lang)}\n"
    yield from (f"{each}\n" for each in paragraphs)


def _checked(told: Explanation, lang: Lang) -> list[str]:
    """What is looked at, and what it takes for the rule to run."""
    lines = [SUBJECTS.say(lang, subjects=told.subjects)]
    if told.needs:
        lines.append(NEEDS.say(lang, what=plain(told.needs)))
    if not told.enabled:
        lines.append(OFF.say(lang, code=told.code))
    return lines


def _cited(each: Basis, lang: Lang) -> Iterator[str]:
    yield f"**[{each.id}](../{PLACES[lang].legal}#{each.id.lower()})** {plain(each.cited)}"
    yield from _words_of(each, lang)


def _words_of(each: Basis, lang: Lang) -> Iterator[str]:
    """What a provision says, who says the same, and what to know about it."""
    if each.quote:
        yield f"> “{plain(each.quote)}”"
    if each.sources:
        yield "\n".join([f"{ALSO.say(lang)}\n", *(f"- {plain(source)}" for source in each.sources)])
    if each.note:
        yield f"*{NOTE.say(lang)}:* {plain(each.note)}"
    if each.url:
        yield f"{SOURCE.say(lang)}: <{each.url}>"


def _parameters(told: Explanation, lang: Lang) -> list[str]:
    if not told.parameters:
        return [NO_PARAMETERS.say(lang)]
    rows = [f"| `{each.name}` | {_default(each)} | {plain(each.explanation)} |" for each in told.parameters]
    settings = [_setting(each) for each in told.parameters]
    block = "\n".join([f"```toml\n[parameters.{told.code}]", *settings, "```"])
    return ["\n".join([PARAMETERS_HEAD.say(lang), *rows]), PARAMETERS_HOW.say(lang), block]


def _setting(each: Parameter) -> str:
    return f"# {each.name} = ..." if each.default is None else f"{each.name} = {toml_value(each.default)}"


def _default(each: Parameter) -> str:
    return "–" if each.default is None else f"`{toml_value(each.default)}`"


def _examples(loaded: LoadedRule, examples: Sequence[Example], told: Sequence[ShownExample], lang: Lang) -> list[str]:
    return ["\n".join(_example(loaded, given, shown, lang)) for given, shown in zip(examples, told, strict=True)]


def _example(loaded: LoadedRule, given: Example, shown: ShownExample, lang: Lang) -> Iterator[str]:
    """The data, and below it what is found, in the words of the finding."""
    yield f'```yaml title="{shown.name}"\n{shown.data}\n```'
    if shown.reference:
        yield f'\n```yaml title="{shown.name}: {REFERENCE.say(lang)}"\n{shown.reference}\n```'
    sentences = _sentences(loaded, given, lang)
    for at, line in enumerate(shown.outcome):
        yield f"\n- {plain(line)}"
        if at < len(sentences):
            yield f"  <br>{plain(sentences[at])}"


def _sentences(loaded: LoadedRule, given: Example, lang: Lang) -> list[str]:
    """What the rule says of an example, in the order of its findings."""
    judgement = judge(given.whole(), [loaded], Selection(select=(loaded.rule.code,)))
    return [each.message.say(lang, **each.facts) for each in judgement.findings]


def _silenced(told: Explanation) -> str:
    level = "warning" if told.severity == "error" else "error"
    return f'```toml\nignore = [{json.dumps(told.code)}]\n\n[severity]\n{told.code} = "{level}"\n```'


def _families(rules: Sequence[LoadedRule]) -> Iterator[tuple[str, list[LoadedRule]]]:
    for family, members in groupby(rules, key=lambda each: each.rule.code.rstrip("0123456789")):
        yield family, list(members)


def _title(loaded: LoadedRule, lang: Lang) -> str:
    return f"{loaded.rule.code} {loaded.rule.title.say(lang)}"


def _family_title(family: str, lang: Lang) -> str:
    return f"{family} {words.FAMILIES[family].say(lang)}" if family in words.FAMILIES else family


def _index_row(loaded: LoadedRule, lang: Lang) -> str:
    rule = loaded.rule
    certainty = {"definite": words.DEFINITE, "judgement": words.JUDGEMENT}[rule.certainty].say(lang)
    legal = PLACES[lang].legal
    basis = ", ".join(f"[{each}](../{legal}#{each.lower()})" for each in rule.basis)
    return f"| [{rule.code}]({rule.code}.md) | {plain(rule.title.say(lang))} | {_badge(rule.severity)} | {certainty} | {basis} |"


def _badge(severity: str) -> str:
    return f'<span class="pk-grade pk-{severity}">{severity}</span>'


def _provision_title(each: Provision, lang: Lang) -> str:
    return each.title_id if lang == "id" else each.title_en


def main() -> None:
    """Write every page, and remove those of rules that are gone."""
    made = pages()
    for path, text in made.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
    for gone in stray_pages(made):
        (ROOT / gone).unlink()


def stray_pages(made: Mapping[Path, str]) -> list[Path]:
    """The pages in the rules' folders that no rule makes."""
    folders = [ROOT / "docs" / lang / PLACES[lang].rules for lang in LANGUAGES]
    found = [page.relative_to(ROOT) for folder in folders for page in folder.glob("*.md")]
    return [page for page in found if page not in made]


if __name__ == "__main__":
    main()
