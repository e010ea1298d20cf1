"""The command line: options, one call into the library, print. What is heavy is imported in the commands."""

import datetime
import os
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

import click
from click.core import ParameterSource

from pkcheck import __version__, help_texts
from pkcheck.console import (
    reading_options,
    require_file,
    require_replaceable,
    style_for,
    tell_broken,
    tell_gone,
    tell_inputs,
    write,
    write_any_letter,
    write_baseline,
    write_schema_beside,
)
from pkcheck.display import json_text, json_visible, visible
from pkcheck.errors import INTERRUPTED, PkcheckError, UsageError
from pkcheck.reporting import LoadedFormat, diff_formats, formats, graph_formats, reading_formats, record_formats
from pkcheck.texts import Lang, Text

if TYPE_CHECKING:
    from pkcheck.api import Difference, Outcome, Readings
    from pkcheck.data import Format as DataFormat
    from pkcheck.graph import AgreementSet
    from pkcheck.record import Recorded

    _ParamType = click.ParamType[Any]
else:
    _ParamType = click.ParamType

LEVELS = ("error", "warning", "info")
_UNUSABLE = 2
_LANG_KEY = "pkcheck.lang"
_AnyCommand = TypeVar("_AnyCommand", bound=Callable[..., Any])


def _default_lang() -> Lang:
    return "en" if os.environ.get("PKCHECK_LANG", "").strip().lower() == "en" else "id"


def _say(text: Text, **facts: Any) -> str:
    """Help in the language of the environment: it is written before any option is read."""
    return text.say(_default_lang(), **facts)


class _Pkcheck(click.Group):
    """Makes text and an exit status of everything that goes wrong; no traceback reaches a user."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Start with streams that can write every letter."""
        write_any_letter(sys.stdout)
        write_any_letter(sys.stderr)
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. An interrupt is not a finding, so it has a status of its own."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except PkcheckError as error:
            _complain(_place_and_words(error, _lang_of(ctx)), ctx)
            ctx.exit(_UNUSABLE)
        except Exception as error:
            if os.environ.get("PKCHECK_DEBUG"):
                raise
            _complain(_defect(error, _lang_of(ctx)), ctx)
            ctx.exit(_UNUSABLE)


class _FormatName(_ParamType):
    """The name of a format; the renderers are looked up when the name is needed, in a call or in the help."""

    name = "format"

    def __init__(self, find: Callable[[], dict[str, LoadedFormat[Any]]]) -> None:
        self._find = find

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        """The choices, as click shows its own."""
        return f"[{'|'.join(self._find())}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The format with that name."""
        if isinstance(value, LoadedFormat):
            return value
        known = self._find()
        if value not in known:
            self.fail(_say(help_texts.FORMAT_UNKNOWN, name=visible(str(value)), known=list(known)), param, ctx)
        return known[value]


def _codes(_ctx: click.Context, _param: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for each in given for code in each.split(",") if code.strip())


def _severities(ctx: click.Context, param: click.Parameter, given: Sequence[str]) -> dict[str, str]:
    """Levels by code, the longest code first: what is said of one rule outweighs what is said of its family."""
    levels: dict[str, str] = {}
    for each in given:
        code, _, level = (part.strip() for part in each.partition("="))
        if not code or level.lower() not in LEVELS:
            problem = _say(help_texts.SEVERITY_INVALID, given=visible(each), known=LEVELS)
            raise click.BadParameter(problem, ctx, param)
        levels[code.upper()] = level.lower()
    return dict(sorted(levels.items(), key=lambda each: -len(each[0])))


def _bytes(ctx: click.Context, param: click.Parameter, given: str | None) -> int | None:
    """A size such as 512M or 2G in bytes; a number alone is in MB."""
    if given is None:
        return None
    found = re.fullmatch(r"(\d+)\s*([kmg]?)i?b?", given.strip(), re.IGNORECASE)
    if not found or not int(found[1]):
        raise click.BadParameter(_say(help_texts.SIZE_INVALID, given=visible(given)), ctx, param)
    power = "kmg".index(found[2].lower() or "m") + 1
    return int(found[1]) * int(1024**power)


def _remember_lang(ctx: click.Context, _param: click.Parameter, given: str) -> str:
    ctx.meta[_LANG_KEY] = given
    return given


def _said_lang(ctx: click.Context, lang: Lang) -> Lang | None:
    """The language that the user asked for, None where it is only the default: the settings may have another."""
    asked = ctx.get_parameter_source("lang") is ParameterSource.COMMANDLINE or os.environ.get("PKCHECK_LANG")
    return lang if asked else None


def _help_option(command: _AnyCommand) -> _AnyCommand:
    return click.help_option("--help", "-h", help=_say(help_texts.HELP))(command)


def _lang_option(command: _AnyCommand) -> _AnyCommand:
    return click.option(
        "--lang",
        type=click.Choice(["id", "en"]),
        default=_default_lang,
        is_eager=True,
        callback=_remember_lang,
        help=_say(help_texts.LANG),
    )(command)


def _paths(command: _AnyCommand) -> _AnyCommand:
    return click.argument("paths", nargs=-1, required=True, metavar="PATH...")(command)


def _rules_option(command: _AnyCommand) -> _AnyCommand:
    return click.option("--rules", "rule_paths", multiple=True, metavar="PATH", help=_say(help_texts.RULES_PATH))(
        command
    )


def _config_option(command: _AnyCommand) -> _AnyCommand:
    return click.option("--config", metavar="FILE", help=_say(help_texts.CONFIG))(command)


def _output_option(command: _AnyCommand) -> _AnyCommand:
    return click.option("--output", "-o", metavar="FILE", help=_say(help_texts.OUTPUT))(command)


def _reading_options(command: _AnyCommand) -> _AnyCommand:
    """How files are read; handed on as `jobs` and `no_cache`."""
    return _jobs_option(click.option("--no-cache", is_flag=True, help=_say(help_texts.NO_CACHE))(command))


def _jobs_option(command: _AnyCommand) -> _AnyCommand:
    return click.option("--jobs", "-j", type=click.IntRange(min=1), metavar="N", help=_say(help_texts.JOBS))(command)


def _judging_options(command: _AnyCommand) -> _AnyCommand:
    """Which rules run, with which settings, and what of their findings counts."""
    options: list[Callable[[_AnyCommand], _AnyCommand]] = [
        click.option("--select", multiple=True, metavar="CODE,...", callback=_codes, help=_say(help_texts.SELECT)),
        click.option("--ignore", multiple=True, metavar="CODE,...", callback=_codes, help=_say(help_texts.IGNORE)),
        click.option(
            "--severity", multiple=True, metavar="CODE=LEVEL", callback=_severities, help=_say(help_texts.SEVERITY)
        ),
        click.option("--fail-on", type=click.Choice([*LEVELS, "never"]), help=_say(help_texts.FAIL_ON)),
        click.option("--certainty", type=click.Choice(["definite", "judgement"]), help=_say(help_texts.CERTAINTY)),
        click.option("--reference", multiple=True, metavar="FILE", help=_say(help_texts.REFERENCE)),
        _rules_option,
        _lang_option,
        _config_option,
        click.option("--profile", metavar="NAME", help=_say(help_texts.PROFILE)),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.group(cls=_Pkcheck, help=_say(help_texts.MAIN))
@_help_option
@click.version_option(
    __version__, "--version", prog_name="pkcheck", message="%(prog)s %(version)s", help=_say(help_texts.VERSION)
)
def main() -> None:
    """Check performance agreements."""


@main.command(help=_say(help_texts.CHECK))
@_paths
@click.option(
    "--format", "-f", "form", type=_FormatName(formats), default="text", show_default=True, help=_say(help_texts.FORMAT)
)
@_output_option
@_judging_options
@click.option("--baseline", metavar="FILE", help=_say(help_texts.BASELINE))
@click.option("--write-baseline", "new_baseline", metavar="FILE", help=_say(help_texts.WRITE_BASELINE))
@_jobs_option
@click.option("--memory", metavar="SIZE", callback=_bytes, help=_say(help_texts.MEMORY))
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", help=_say(help_texts.ENGINE))
@click.option("--scheduler", metavar="ADDRESS", help=_say(help_texts.SCHEDULER))
@click.option("--cache/--no-cache", default=None, help=_say(help_texts.CACHE))
@click.option("--resume", is_flag=True, help=_say(help_texts.RESUME))
@click.option("--show-suppressed", is_flag=True, help=_say(help_texts.SHOW_SUPPRESSED))
@click.option("--statistics", is_flag=True, help=_say(help_texts.STATISTICS))
@click.option("--watch", is_flag=True, help=_say(help_texts.WATCH))
@click.option("--quiet", "-q", is_flag=True, help=_say(help_texts.QUIET))
@_help_option
@click.pass_context
def check(  # noqa: PLR0913  the options of the contract
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    form: "LoadedFormat[Outcome]",
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: dict[str, str],
    fail_on: str | None,
    certainty: str | None,
    reference: tuple[str, ...],
    rule_paths: tuple[str, ...],
    lang: Lang,
    config: str | None,
    profile: str | None,
    baseline: str | None,
    new_baseline: str | None,
    jobs: int | None,
    memory: int | None,
    engine: Literal["local", "dask"],
    scheduler: str | None,
    cache: bool | None,
    resume: bool,
    show_suppressed: bool,
    statistics: bool,
    watch: bool,
    quiet: bool,
) -> None:
    """Read, link, judge, report."""
    from pkcheck import api
    from pkcheck.config import settings_for
    from pkcheck.inputs import data_files
    from pkcheck.streaming import StreamOptions, check_data, fits

    require_file(form.format, output)
    if scheduler is not None and engine != "dask":
        raise UsageError(help_texts.ONLY_WITH_DASK)
    given = {"select": select, "ignore": ignore, "severity": severity, "fail_on": fail_on, "certainty": certainty}
    given |= {"reference": reference, "rules": rule_paths, "baseline": baseline}
    given |= {"lang": _said_lang(ctx, lang), "profile": profile}
    if new_baseline is not None:
        require_replaceable(new_baseline, output)

    def once() -> int:
        settings = settings_for(paths, config, given)
        own_lang = settings.lang or lang
        ctx.meta[_LANG_KEY] = own_lang
        if new_baseline is not None:
            settings = settings.writing(new_baseline)
        style = style_for(
            own_lang, output, statistics=statistics, quiet=quiet, suppressed=show_suppressed, report=settings.report
        )
        names = data_files(paths)
        if names and new_baseline is None and fits(settings, form, style):
            how = StreamOptions(jobs, memory, cache=bool(cache), resume=resume, engine=engine, scheduler=scheduler)
            return check_data(names, paths, settings, form.format.name, style, output, how)
        if resume or memory is not None or engine != "local":
            raise UsageError(help_texts.ONLY_FOR_DATA)
        with reading_options(jobs, own_lang, no_cache=cache is False, quiet=quiet) as reading:
            outcome = api.check(paths, settings, reading=reading)
        tell_inputs(outcome.inputs, paths, own_lang, quiet=quiet)
        tell_broken(outcome.judgement.coverage, own_lang)
        write(form.render(outcome, style), output, (*outcome.inputs, *settings.report.sources), style)
        if not quiet:
            tell_gone(outcome.known, own_lang)
        if new_baseline is not None:
            write_baseline(outcome, new_baseline, style)
        return outcome.status(settings.fails_at)

    ctx.exit(_on_every_save(ctx, once, paths, config, given, (output, new_baseline)) if watch else once())


def _on_every_save(  # noqa: PLR0913, PLR0917  what is watched comes from all of them
    ctx: click.Context,
    once: Callable[[], int],
    paths: Sequence[str],
    config: str | None,
    given: dict[str, Any],
    made: Sequence[str | None],
) -> int:
    """Run `once` now and after each change, until Ctrl-C; what is wrong in one round may be put right for the next."""
    from pkcheck.config import settings_file, settings_for
    from pkcheck.watching import rounds, watched

    settings = settings_for(paths, config, given)
    file = settings_file(paths, config)
    beside = [str(each) for each in (file, settings.baseline) if each]
    seen = watched((*paths, *settings.reference, *settings.rules), beside, made)
    status = INTERRUPTED
    try:
        for _ in rounds(seen):
            status = INTERRUPTED
            try:
                status = once()
            except PkcheckError as error:
                _complain(_place_and_words(error, _lang_of(ctx)), ctx)
                status = _UNUSABLE
            now = datetime.datetime.now().astimezone()
            click.echo(help_texts.WATCHING.say(_lang_of(ctx), time=f"{now:%H.%M.%S}"), err=True)
    except KeyboardInterrupt:
        pass
    return status


@main.command(help=_say(help_texts.DIFF))
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--format",
    "-f",
    "form",
    type=_FormatName(diff_formats),
    default="text",
    show_default=True,
    help=_say(help_texts.FORMAT),
)
@_output_option
@_judging_options
@_reading_options
@click.option("--quiet", "-q", is_flag=True, help=_say(help_texts.DIFF_QUIET))
@_help_option
@click.pass_context
def diff(  # noqa: PLR0913  the options of `check` that fit
    ctx: click.Context,
    *,
    old: str,
    new: str,
    form: "LoadedFormat[Difference]",
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: dict[str, str],
    fail_on: str | None,
    certainty: str | None,
    reference: tuple[str, ...],
    rule_paths: tuple[str, ...],
    lang: Lang,
    config: str | None,
    profile: str | None,
    jobs: int | None,
    no_cache: bool,
    quiet: bool,
) -> None:
    """What changed between two versions, and which findings came and went."""
    from pkcheck import api
    from pkcheck.config import settings_for

    if old == new == "-":
        raise UsageError(help_texts.DIFF_STDIN_TWICE)
    given = {"select": select, "ignore": ignore, "severity": severity, "fail_on": fail_on, "certainty": certainty}
    given |= {"reference": reference, "rules": rule_paths}
    settings = settings_for((new,), config, {**given, "lang": _said_lang(ctx, lang), "profile": profile})
    lang = settings.lang or lang
    ctx.meta[_LANG_KEY] = lang
    with reading_options(jobs, lang, no_cache=no_cache, quiet=quiet) as reading:
        found = api.diff([old], [new], settings, reading=reading)
    for outcome, path in ((found.old, old), (found.new, new)):
        tell_inputs(outcome.inputs, [path], lang, quiet=quiet)
    tell_broken(found.new.judgement.coverage, lang)
    style = style_for(lang, output, quiet=quiet)
    write(form.render(found, style), output, (*found.old.inputs, *found.new.inputs), style)
    ctx.exit(found.status(settings.fails_at))


@main.command(help=_say(help_texts.REPORT))
@click.argument("findings", metavar="FINDINGS")
@click.option("--format", "-f", "form", type=_FormatName(record_formats), required=True, help=_say(help_texts.FORMAT))
@_output_option
@click.option("--show-suppressed", is_flag=True, help=_say(help_texts.SHOW_SUPPRESSED))
@_rules_option
@_lang_option
@_config_option
@_help_option
@click.pass_context
def report(  # noqa: PLR0913  the options of the contract
    ctx: click.Context,
    *,
    findings: str,
    form: "LoadedFormat[Recorded]",
    output: str | None,
    show_suppressed: bool,
    rule_paths: tuple[str, ...],
    lang: Lang,
    config: str | None,
) -> None:
    """A saved outcome in another format."""
    from pkcheck.config import settings_for
    from pkcheck.plugins import all_rules
    from pkcheck.record import PlaceRecord
    from pkcheck.saved import read_saved

    require_file(form.format, output)
    book = all_rules(rule_paths)
    saved = read_saved(findings, book.rules)
    outcome = saved.outcome
    if ctx.get_parameter_source("lang") is ParameterSource.COMMANDLINE and lang != saved.lang:
        raise UsageError(help_texts.REPORT_OTHER_LANG, file=visible(findings), own=saved.lang, other=lang)
    if show_suppressed and outcome.suppressed is None:
        count = outcome.summary.suppressed
        raise UsageError(help_texts.REPORT_SUPPRESSED_UNKNOWN, file=visible(findings), count=count)
    ctx.meta[_LANG_KEY] = saved.lang
    tell_broken([each.coverage for each in book.broken], saved.lang)
    own = settings_for((findings,), config, {}).report
    style = style_for(saved.lang, output, suppressed=show_suppressed, report=own)
    saved_in = PlaceRecord(file=findings, line=None)
    write(form.render(saved, style), output, (saved_in, *outcome.inputs, *own.sources), style)


@main.command(help=_say(help_texts.INIT))
@click.argument("file", default="pkcheck.toml", metavar="[FILE]")
@_lang_option
@_help_option
def init(*, file: str, lang: Lang) -> None:
    """Write commented settings."""
    from pkcheck.discovery import load_rules
    from pkcheck.settings_file import commented_settings

    if Path(file).exists():
        raise UsageError(help_texts.INIT_EXISTS, file=visible(file))
    write([commented_settings(load_rules(), lang)], file, (), style_for(lang, file))
    click.echo(help_texts.INIT_DONE.say(lang, file=visible(file)), err=True)


@main.command(help=_say(help_texts.READ))
@_paths
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["yaml", "json", "jsonl"]),
    default="yaml",
    show_default=True,
    help=_say(help_texts.FORMAT),
)
@click.option("--show", type=_FormatName(reading_formats), help=_say(help_texts.SHOW))
@_output_option
@_reading_options
@_lang_option
@_help_option
@click.pass_context
def read(  # noqa: PLR0913  the options of the contract
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    form: str,
    show: "LoadedFormat[Readings] | None",
    output: str | None,
    jobs: int | None,
    no_cache: bool,
    lang: Lang,
) -> None:
    """Documents to canonical agreement data, or beside what was read from them."""
    from pkcheck import api
    from pkcheck.data import dump

    if show and ctx.get_parameter_source("form") is ParameterSource.COMMANDLINE:
        raise UsageError(help_texts.SHOW_HAS_NO_FORMAT)
    with reading_options(jobs, lang, no_cache=no_cache) as reading:
        readings = api.read_with_documents(paths, reading=reading) if show else None
        outcome = readings.outcome if readings else api.read(paths, reading=reading)
    tell_inputs(outcome.inputs, paths, lang)
    if show and readings:
        write(show.render(readings, style_for(lang, output)), output, outcome.inputs, style_for(lang, output))
        ctx.exit(0 if outcome.usable else _UNUSABLE)
    text = dump(outcome.agreements, cast("DataFormat", form)).removesuffix("\n")
    pieces = [text if form == "yaml" else json_visible(text)] if text else []
    write(pieces, output, outcome.inputs, style_for(lang, output))
    if output is not None and form == "yaml":
        write_schema_beside(output)
    ctx.exit(0 if outcome.usable else _UNUSABLE)


@main.command(help=_say(help_texts.GRAPH))
@_paths
@click.option(
    "--format",
    "-f",
    "form",
    type=_FormatName(graph_formats),
    default="tree",
    show_default=True,
    help=_say(help_texts.FORMAT),
)
@_output_option
@_reading_options
@_lang_option
@_help_option
@click.pass_context
def graph(  # noqa: PLR0913  the options of the contract
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    form: LoadedFormat[Any],
    output: str | None,
    jobs: int | None,
    no_cache: bool,
    lang: Lang,
) -> None:
    """The tree of units and the cascade of indicators; a format that tells findings has them looked for."""
    from pkcheck import api
    from pkcheck.config import settings_for

    told: Outcome | AgreementSet
    settings = settings_for(paths, None, {"lang": _said_lang(ctx, lang)})
    lang = settings.lang or lang
    ctx.meta[_LANG_KEY] = lang
    with reading_options(jobs, lang, no_cache=no_cache) as reading:
        if form.tell is None:
            read = api.read(paths, reading=reading)
            told, inputs, status = read.whole, read.inputs, 0 if read.usable else _UNUSABLE
        else:
            outcome = api.check(paths, settings, reading=reading)
            told, inputs, status = outcome, outcome.inputs, outcome.status(None)
            tell_broken(outcome.judgement.coverage, lang)
    tell_inputs(inputs, paths, lang)
    style = style_for(lang, output)
    write(form.render(told, style), output, inputs, style)
    ctx.exit(status)


@main.command(help=_say(help_texts.RULES))
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=_say(help_texts.FORMAT),
)
@_rules_option
@_lang_option
@_help_option
@click.pass_context
def rules(ctx: click.Context, *, form: str, rule_paths: tuple[str, ...], lang: Lang) -> None:
    """The catalogue."""
    from pkcheck.catalogue import rule_lines, rule_record
    from pkcheck.plugins import all_rules

    book = all_rules(rule_paths)
    records = [json_text([rule_record(each, lang) for each in book.rules], indent=2)]
    write(records if form == "json" else rule_lines(book.rules, lang), None, (), style_for(lang, None))
    tell_broken([each.coverage for each in book.broken], lang)
    ctx.exit(_UNUSABLE if book.broken else 0)


@main.command(help=_say(help_texts.EXPLAIN))
@click.argument("code", metavar="CODE")
@_rules_option
@_lang_option
@_help_option
def explain(*, code: str, rule_paths: tuple[str, ...], lang: Lang) -> None:
    """One rule in full."""
    from pkcheck.catalogue import explained, rule_named
    from pkcheck.plugins import all_rules

    style, book = style_for(lang, None), all_rules(rule_paths)
    tell_broken([each.coverage for each in book.broken], lang)
    write(explained(rule_named(book.rules, code), lang, style.width), None, (), style)


@main.command(name="test-rules", help=_say(help_texts.TEST_RULES))
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@_lang_option
@_help_option
@click.pass_context
def test_rules(ctx: click.Context, *, paths: tuple[str, ...], lang: Lang) -> None:
    """Run the examples of rules."""
    from pkcheck.plugins import all_rules, rules_in
    from pkcheck.ruletests import report_lines, run_rule

    book = rules_in(paths) if paths else all_rules()
    tested = [run_rule(each) for each in book.rules]
    write((visible(line) for line in report_lines(tested, book, lang)), None, (), style_for(lang, None))
    tell_broken([each.coverage for each in book.broken], lang)
    failed = any(each.failures for each in tested)
    ctx.exit(_UNUSABLE if book.broken else int(failed))


@main.command(help=_say(help_texts.SCHEMA))
@click.option("--rule", "of_rule", is_flag=True, help=_say(help_texts.SCHEMA_RULE))
@click.option("--reference", "of_reference", is_flag=True, help=_say(help_texts.SCHEMA_REFERENCE))
@_lang_option
@_help_option
def schema(*, of_rule: bool, of_reference: bool, lang: Lang) -> None:
    """JSON Schema of the canonical data, of a YAML rule, or of a reference file."""
    from pkcheck.celrules.form import json_schema as rule_schema
    from pkcheck.data import json_schema
    from pkcheck.reference.textfile import json_schema as reference_schema

    found = reference_schema() if of_reference else rule_schema() if of_rule else json_schema()
    write([json_text(found, indent=2)], None, (), style_for(lang, None))


def _complain(message: str, ctx: click.Context) -> None:
    click.echo(help_texts.ERROR.say(_lang_of(ctx), message=visible(message)), err=True)


def _lang_of(ctx: click.Context) -> Lang:
    return cast("Lang", ctx.meta.get(_LANG_KEY, _default_lang()))


def _place_and_words(error: PkcheckError, lang: Lang) -> str:
    where = getattr(error, "place", None)
    return f"{where}: {error.say(lang)}" if where else error.say(lang)


def _defect(error: Exception, lang: Lang) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    at = f"{Path(last.filename).name}:{last.lineno}"
    return help_texts.DEFECT.say(lang, version=__version__, kind=type(error).__name__, problem=str(error), place=at)
