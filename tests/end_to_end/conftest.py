"""The command run as a user runs it, in this process, with what it printed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli.main import run
from onrecord.wiring import examples_folder

Row = dict[str, Any]


@dataclass(frozen=True)
class Ran:
    """What a command left: exit code, data and talk."""

    code: int
    out: str
    err: str

    def rows(self) -> list[Row]:
        return [json.loads(line) for line in self.out.splitlines() if line.startswith("{")]

    def document(self) -> Row:
        loaded: Row = json.loads(self.out)
        return loaded


Onrecord = Callable[..., Ran]


@pytest.fixture
def onrecord(capfd: pytest.CaptureFixture[str]) -> Onrecord:
    def command(*arguments: object) -> Ran:
        code = run([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        ran = Ran(code, captured.out, re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", captured.err))
        assert "Traceback" not in ran.err + ran.out
        assert "internal error" not in ran.err
        return ran

    return command


@pytest.fixture(scope="session")
def examples() -> Path:
    folder = examples_folder()
    assert folder is not None
    return folder


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample crisis on record, with its brief: made once."""
    folder = tmp_path_factory.mktemp("demo")
    assert run(["demo", "--into", str(folder), "--no-open"]) == 0
    return folder


@pytest.fixture(scope="session")
def store(demo: Path) -> Path:
    return demo / "onrecord.store"
