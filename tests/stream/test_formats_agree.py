"""A set judged agency by agency is told as the same set judged as one, in every format, to the letter."""

import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from made_sets import lines, many

from pkcheck import api
from pkcheck.cli import main
from pkcheck.config import Settings
from pkcheck.reporting import Style, formats
from pkcheck.stream import running

# What lies in these has the time of its making.
TIMED = {"xlsx", "docx", "pdf"}


@pytest.mark.parametrize("name", sorted(set(formats()) - TIMED))
@pytest.mark.parametrize("suppressed", [False, True])
def test_every_format_says_the_same(
    name: str, suppressed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "TOGETHER", 0)
    data = many()
    data[4]["pkcheck"] = {"ignore": [{"code": "BUD001", "reason": "sudah dibahas"}]}
    data[5]["pkcheck"] = {"ignore": [{"code": "DAT001", "reason": "sudah dibahas"}]}
    data[8]["pkcheck"] = {"ignore": [{"code": "XXX001"}]}
    path, output = tmp_path / "set.jsonl", tmp_path / "out"
    path.write_bytes(lines(data))
    outcome = api.check([str(path)], Settings(), today=datetime.datetime.now().astimezone().date())
    assert len(outcome.findings) > 3
    assert outcome.judgement.silenced
    expected = "".join(f"{piece}\n" for piece in formats()[name].render(outcome, Style(suppressed=suppressed)))
    options = ["--show-suppressed"] if suppressed else []
    done = CliRunner().invoke(main, ["check", str(path), "-f", name, "-o", str(output), *options])
    assert done.exit_code == outcome.status(Settings().fails_at)
    assert output.read_text(encoding="utf-8") == expected
