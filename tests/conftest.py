"""The real document, read and judged once."""

import os
import uuid
from pathlib import Path

import pytest
from hypothesis import settings

from pkcheck import api

# A test is not timed: a busy machine is no defect.
settings.register_profile("pkcheck", deadline=None)
settings.load_profile("pkcheck")

DATASET = Path(__file__).parent.parent / "datasets" / "kpu-kaltim-2024"


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in [each for each in os.environ if each.startswith("PKCHECK_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PKCHECK_CACHE", str(tmp_path_factory.getbasetemp() / f"cache-{uuid.uuid4().hex}"))


@pytest.fixture(scope="session")
def dataset() -> Path:
    """The folder of the real document."""
    return DATASET


@pytest.fixture(scope="session")
def real() -> api.Outcome:
    """What `check` finds in the real document."""
    return api.check([str(DATASET / "pk-kpu-kaltim-2024.txt")])
