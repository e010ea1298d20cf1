"""Settings, from the command line, from `pkcheck.toml` or `[tool.pkcheck]`, and from a profile.

What is said on the command line goes before the file, the file before its profile, the profile before the defaults. Unknown keys are an error that names the nearest known one. Files are found upward from the first input.
"""

import datetime
import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pkcheck import messages
from pkcheck.errors import InputError
from pkcheck.findings import Certainty, Severity
from pkcheck.model import Source

CONFIG_FILE = "pkcheck.toml"
_PROJECT_FILE = "pyproject.toml"

Codes = tuple[str, ...]
FailOn = Literal["error", "warning", "info", "never"]


def _key(name: str) -> str:
    return name.replace("_", "-")


def _in_capitals(codes: Codes) -> Codes:
    return tuple(code.upper() for code in codes)


def _keys_in_capitals(table: Any) -> Any:
    return {str(code).upper(): value for code, value in table.items()} if isinstance(table, dict) else table


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=_key, populate_by_name=True)


class PathSettings(_Table):
    """What holds for the agreements of some files: `path` is a pattern such as "2024/**"."""

    path: str
    ignore: Codes = ()
    severity: dict[str, Severity] = {}

    _codes = field_validator("ignore", mode="after")(_in_capitals)
    _levels = field_validator("severity", mode="before")(_keys_in_capitals)


class Silenced(_Table):
    """A finding that is not to be shown, by fingerprint: why, until when, and who said so.

    `source` is where the settings say it: `load_settings` fills it in.
    """

    fingerprint: str
    reason: str = ""
    until: datetime.date | None = None
    by: str | None = None
    source: Annotated[Source | None, Field(exclude=True)] = None


class Official(_Table):
    """Who answers for a report."""

    name: str
    nip: str | None = None


class ReportSettings(_Table):
    """What a findings report says of the agency that makes it, and in which form; texts are shown as they are.

    `letterhead` are lines, the first the agency's name; `logo` is a PNG or JPEG, `template` a DOCX of the agency's own.
    """

    letterhead: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    logo: str | None = None
    title: str | None = None
    number: str | None = None
    place: str | None = None
    date: datetime.date | None = None
    team_leader: Annotated[Official | None, Field(alias="team-leader")] = None
    technical_supervisor: Annotated[Official | None, Field(alias="technical-supervisor")] = None
    quality_supervisor: Annotated[Official | None, Field(alias="quality-supervisor")] = None
    members: tuple[Official, ...] = ()
    template: str | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files that a report is made with."""
        return tuple(Source(file=file) for file in (self.logo, self.template) if file is not None)


class Settings(_Table):
    """Everything that a user may set. `parameters` are by rule and name, `enable` turns on rules that are off by default."""

    profile: str = "default"
    lang: Literal["id", "en"] | None = None
    select: Codes = ()
    ignore: Codes = ()
    enable: Codes = ()
    severity: dict[str, Severity] = {}
    fail_on: FailOn = "error"
    certainty: Certainty | None = None
    parameters: dict[str, dict[str, Any]] = {}
    rules: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()
    baseline: str | None = None
    per_path: Annotated[tuple[PathSettings, ...], Field(alias="per-path")] = ()
    suppress: tuple[Silenced, ...] = ()
    report: ReportSettings = ReportSettings()

    _codes = field_validator("select", "ignore", "enable", mode="after")(_in_capitals)
    _tables = field_validator("severity", "parameters", mode="before")(_keys_in_capitals)

    @property
    def fails_at(self) -> Severity | None:
        """The lowest severity that fails a run, None where none does."""
        return None if self.fail_on == "never" else Severity(self.fail_on)

    def writing(self, baseline: str) -> "Settings":
        """These settings for a run that writes `baseline`: where it is there for the first time, none can be read."""
        own, written = self.baseline, Path(baseline)
        fresh = own is not None and Path(own).resolve() == written.resolve() and not written.exists()
        return self.model_copy(update={"baseline": None}) if fresh else self


def settings_for(paths: Sequence[str], config: str | None, given: Mapping[str, Any]) -> Settings:
    """The settings for a run over `paths`: those of `config`, or of the file found upward from the first path."""
    return load_settings(settings_file(paths, config), given)


def settings_file(paths: Sequence[str], config: str | None) -> Path | None:
    """The file that a run over `paths` takes its settings from."""
    return Path(config) if config else find_config(Path(paths[0] if paths and paths[0] != "-" else "."))


def find_config(start: Path) -> Path | None:
    """The nearest settings file in the folder of `start` or above it."""
    folder = start if start.is_dir() else start.parent
    for each in (folder.resolve(), *folder.resolve().parents):
        if (each / CONFIG_FILE).is_file():
            return each / CONFIG_FILE
        project = each / _PROJECT_FILE
        if project.is_file() and "pkcheck" in _parsed(project).get("tool", {}):
            return project
    return None


def load_settings(file: Path | None, given: Mapping[str, Any]) -> Settings:
    """Settings of `file`, of its profile and of `given` (the command line; None stands for "not said").

    Raises InputError for a file that cannot be read, an unknown key, an unknown profile or a value out of place.
    """
    own = _table(file) if file else {}
    said = {_key(name): value for name, value in given.items() if value is not None and value not in ((), {})}
    name = str(said.get("profile") or own.get("profile") or "default")
    known = profiles()
    if name not in known:
        where = str(file) if file else "--profile"
        raise InputError(messages.PROFILE_UNKNOWN, where, None, name=name, known=sorted(known))
    merged = {**known[name], **_relative(own, file), **said}
    if file and isinstance(own.get("suppress"), list):
        merged["suppress"] = [_placed(each, file) for each in own["suppress"]]
    for table in ("severity", "parameters"):
        merged[table] = {**known[name].get(table, {}), **own.get(table, {}), **said.get(table, {})}
    try:
        return Settings.model_validate({**merged, "profile": name})
    except ValidationError as error:
        raise _explained(error, file) from error


@cache
def profiles() -> Mapping[str, Mapping[str, Any]]:
    """The settings of each profile, by its name."""
    return tomllib.loads(files("pkcheck").joinpath("profiles.toml").read_text("utf-8"))


def _table(file: Path) -> Mapping[str, Any]:
    parsed = _parsed(file)
    return parsed.get("tool", {}).get("pkcheck", {}) if file.name == _PROJECT_FILE else parsed


def _parsed(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(messages.FILE_UNREADABLE, str(file), None, reason=reason) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(messages.CONFIG_SYNTAX, str(file), None, problem=str(error)) from error


def _relative(own: Mapping[str, Any], file: Path | None) -> dict[str, Any]:
    """Paths in a settings file are meant from where it stands."""
    if file is None:
        return dict(own)
    moved = dict(own)
    for name in ("rules", "reference"):
        if isinstance(own.get(name), list):
            moved[name] = [str(file.parent / str(each)) for each in own[name]]
    if isinstance(own.get("baseline"), str):
        moved["baseline"] = str(file.parent / own["baseline"])
    if isinstance(own.get("report"), dict):
        moved["report"] = {
            name: str(file.parent / value) if name in {"logo", "template"} and isinstance(value, str) else value
            for name, value in own["report"].items()
        }
    return moved


def _explained(error: ValidationError, file: Path | None) -> InputError:
    first = error.errors()[0]
    path = [str(part) for part in first["loc"]]
    where = str(file) if file else "pkcheck"
    line = _line_of(file, path[-1]) if file and path else None
    if first["type"] == "extra_forbidden":
        nearest = get_close_matches(path[-1], _known_keys(path[:-1]), n=1, cutoff=0.0)
        return InputError(messages.CONFIG_UNKNOWN_KEY, where, line, key=".".join(path), nearest=nearest[0])
    return InputError(messages.CONFIG_VALUE, where, line, key=".".join(path), problem=first["msg"])


def _known_keys(path: Sequence[str]) -> list[str]:
    tables: dict[str, type[_Table]] = {"per-path": PathSettings, "suppress": Silenced, "report": ReportSettings}
    model = tables.get(path[0], Settings) if path else Settings
    if path[:1] == ["report"] and len(path) > 1:
        model = Official
    return [_key(name) for name, field in model.model_fields.items() if not field.exclude]


def _placed(silenced: Any, file: Path) -> Any:
    """What is silenced, with its place: the first line that has its fingerprint."""
    if not isinstance(silenced, dict) or "source" in silenced:
        return silenced
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    wanted = str(silenced.get("fingerprint", ""))
    line = next((at for at, each in enumerate(lines, 1) if wanted and wanted in each), None)
    return {**silenced, "source": {"file": str(file), "line": line}}


def _line_of(file: Path, key: str) -> int | None:
    """The first line that sets `key`: TOML's parser keeps no lines."""
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    return next((at for at, line in enumerate(lines, 1) if line.strip().strip("[\"'").startswith(key)), None)
