"""What the documents say is what the code does."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import typer

from onrecord.cli.main import app, run
from onrecord.config import FetchSettings, Settings
from onrecord.domain import errors
from onrecord.domain.quantity import Bound, bounds_of
from onrecord.domain.statement import KINDS, Aux, FactualityValue, QuotationMode, SourceIdentity
from onrecord.domain.when import TimeBasis
from onrecord.domain.where import LegalDomain
from onrecord.publish import rows

_ROOT = Path(__file__).parents[2]
_SOURCE = _ROOT / "src" / "onrecord"
_PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "NOTICE")
_ABSOLUTE = re.compile(r"(?<![\w.:/-])/(?:home|root|tmp|work|usr|opt|var|mnt|Users)/")
_MARKETING = re.compile(
    r"\b(seamless|powerful|blazing|revolutionary|cutting-edge|best-in-class|leverages?|effortless)",
    re.IGNORECASE,
)
_HASH = re.compile(r"[0-9a-f]{32,64}|[0-9a-f]{8}…")
#: How much was read moves with every better rule; the figures and verdicts shown do not.
_AMOUNT = re.compile(r"\b\d+(?= statements| sentences| citations|  \S)")


def _text(name: str) -> str:
    return (_ROOT / name).read_text(encoding="utf-8")


def _documents() -> list[Path]:
    return [*(_ROOT / name for name in _PAGES), *sorted((_ROOT / "docs").rglob("*.md"))]


def _fenced(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _table(text: str, first: str) -> list[list[str]]:
    """Return the rows of the table whose heading begins with `first`."""
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(f"| {first} "))
    found = []
    for line in lines[at + 2 :]:
        if not line.startswith("|"):
            break
        found.append(_cells(line))
    return found


# README


def _shown() -> Iterator[tuple[str, str]]:
    """Yield each command README shows with what it printed."""
    for block in _fenced(_text("README.md"), "console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def _comparable(text: str) -> list[str]:
    lines = _AMOUNT.sub("#", _HASH.sub("#", text)).splitlines()
    return [line.rstrip() for line in lines if line.strip()]


def test_the_commands_of_the_readme_print_what_it_shows(tmp_path: Path) -> None:
    """Hashes and how much was read may differ; everything else is the same."""
    shutil.copytree(_ROOT / "examples", tmp_path / "examples")
    beside = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": beside, "HOME": str(tmp_path), "COLUMNS": "100"}
    shown = list(_shown())
    assert len(shown) == 6
    for command, expected in shown:
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=tmp_path, env=environment, text=True, check=False, timeout=120,
            capture_output=True,
        )  # fmt: skip
        printed = (done.stdout + done.stderr).replace(f"{tmp_path.resolve()}/", "")
        assert _comparable(printed) == _comparable(expected), f"{command} printed:\n{printed}"


def test_the_readme_names_both_make_commands_and_pip() -> None:
    readme = _text("README.md")
    targets = set(re.findall(r"^([a-z]+):", _text("Makefile"), re.MULTILINE))
    for command in ("make demo", "make test"):
        assert command in readme
        assert command.split()[1] in targets
    assert "pip install ." in readme


def test_the_picture_of_the_brief_is_a_small_png() -> None:
    picture = (_ROOT / "docs" / "brief.png").read_bytes()
    assert "docs/brief.png" in _text("README.md")
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(picture) < 400_000


# docs/commands.md


def _commands(command: Any, path: str = "onrecord") -> Iterator[tuple[str, Any]]:
    children = getattr(command, "commands", {})
    if not children:
        yield path, command
    for name, child in children.items():
        yield from _commands(child, f"{path} {name}")


_EVERY_COMMAND = dict(_commands(typer.main.get_command(app)))


def test_there_are_commands_to_document() -> None:
    assert {"onrecord demo", "onrecord verify", "onrecord store head"} <= _EVERY_COMMAND.keys()


@pytest.mark.parametrize("name", _EVERY_COMMAND)
def test_every_command_is_documented_with_every_option(name: str) -> None:
    text = _text("docs/commands.md")
    place = re.search(
        rf"^(?:## |- )`{name}[ `].*?(?=^## |^- `onrecord|^# )", text, re.MULTILINE | re.DOTALL
    )
    assert place is not None
    for parameter in _EVERY_COMMAND[name].params:
        if parameter.param_type_name != "option" or parameter.name == "help":
            continue
        for option in (*parameter.opts, *parameter.secondary_opts):
            assert f"`{option}`" in place.group(), f"{name} {option}"


def test_no_command_is_documented_that_is_not_there() -> None:
    named = re.findall(
        r"^(?:## |- )`(onrecord [a-z]+(?: [a-z]+)?)", _text("docs/commands.md"), re.MULTILINE
    )
    groups = {name.rpartition(" ")[0] for name in _EVERY_COMMAND}
    assert set(named) - groups == set(_EVERY_COMMAND)


def test_every_setting_is_documented_with_its_variable_and_default() -> None:
    documented = {
        row[0].strip("`"): (row[1].strip("`"), row[2].strip("`"))
        for row in _table(_text("docs/commands.md"), "`onrecord.toml`")
    }
    fields = {name: one for name, one in Settings.model_fields.items() if name != "fetch"}
    fields |= {f"fetch.{name}": one for name, one in FetchSettings.model_fields.items()}
    assert documented.keys() == fields.keys()
    for name, (variable, default) in documented.items():
        assert variable == "ONRECORD_" + name.upper().replace(".", "__")
        actual = fields[name].default
        shown = json.dumps(list(actual) if isinstance(actual, tuple) else actual, default=str)
        assert default == shown.strip('"').removesuffix(".0")


def test_the_example_of_a_configuration_is_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (example,) = _fenced(_text("docs/commands.md"), "toml")
    (tmp_path / "onrecord.toml").write_text(example, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert Settings().store == Path("record")
    assert Settings().fetch.allow_hosts == ("archive.intranet.example",)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["doctor", "--store", "none"], 0),
        (["verify", "no-such-file"], 1),
        (["tallies", "--store", "none"], 2),
        (["read", "-", "--date", "yesterday"], 2),
        (["no-such-command"], 2),
        (["tallies", "--no-such-option"], 2),
    ],
)
def test_exit_codes_mean_what_is_documented(
    arguments: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == code


# docs/errors.md


def _classes(kind: type[errors.OnrecordError]) -> Iterator[type[errors.OnrecordError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _classes(child)


def test_every_error_is_documented_with_its_code_and_exit_code() -> None:
    documented = {row[1].strip("`"): row for row in _table(_text("docs/errors.md"), "code")}
    classes = {kind.__name__: kind for kind in _classes(errors.OnrecordError)}
    assert documented.keys() == classes.keys()
    for name, (code, _, exit_code, _, action) in documented.items():
        assert code == f"`{classes[name].code}`"
        assert exit_code == ("2" if issubclass(classes[name], errors.UsageError) else "1")
        assert action


# docs/statement-schema.md

_SCHEMA = "docs/statement-schema.md"


def test_every_field_of_every_row_is_documented() -> None:
    tree = ast.parse((_SOURCE / "publish" / "rows.py").read_text(encoding="utf-8"))
    keys = {
        key.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }
    assert {"factuality", "derived", "repeats"} <= keys
    assert sorted(key for key in keys if f"`{key}`" not in _text(_SCHEMA)) == []


def test_every_value_a_field_may_take_is_documented() -> None:
    lists = (FactualityValue, Aux, QuotationMode, SourceIdentity, TimeBasis, LegalDomain, Bound)
    values = [value for one in lists for value in get_args(one)]
    assert [value for value in values if f"`{value}`" not in _text(_SCHEMA)] == []


def test_the_kinds_are_listed_in_order() -> None:
    assert tuple(row[0].strip("`") for row in _table(_text(_SCHEMA), "kind")) == KINDS


def test_the_bounds_are_those_of_the_arithmetic() -> None:
    documented = _table(_text(_SCHEMA), "`bound`")
    assert [row[0].strip("`") for row in documented] == list(get_args(Bound))
    for row in documented:
        bound: Any = row[0].strip("`")
        numbers = [int(digits) for digits in re.findall(r"\d+", row[1])]
        ends = tuple(None if cell == "null" else int(cell) for cell in row[2:])
        assert bounds_of(bound, *numbers) == ends


def test_every_schema_that_is_printed_is_named() -> None:
    used = {rows.STATEMENT_SCHEMA, rows.TALLY_SCHEMA, rows.TIMELINE_SCHEMA}
    for module in (_SOURCE / "cli").glob("*.py"):
        used |= set(re.findall(r'"(onrecord\.[a-z-]+/\d+)"', module.read_text(encoding="utf-8")))
    assert len(used) > 5
    assert sorted(name for name in used if f"`{name}`" not in _text(_SCHEMA)) == []


def test_the_example_row_is_what_is_really_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = _text(_SCHEMA)
    (words,) = _fenced(text, "text")
    (example,) = _fenced(text, "json")
    (command,) = re.findall(r"^`onrecord (read note.txt .*?)` prints", text, re.MULTILINE)
    (tmp_path / "note.txt").write_text(words, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(command.split()) == 0
    (printed,) = capsys.readouterr().out.splitlines()
    assert json.loads(printed) == json.loads(example), "paste the row that is printed now"
    assert list(json.loads(printed)) == list(json.loads(example))


def test_the_fields_of_a_statement_are_listed_in_order() -> None:
    (example,) = _fenced(_text(_SCHEMA), "json")
    listed = [
        name for row in _table(_text(_SCHEMA), "field") for name in re.findall(r"`(\w+)`", row[0])
    ]
    assert listed == ["schema", "id", "document", *list(json.loads(example))[1:]]


# Every document


@pytest.mark.parametrize("path", _documents(), ids=lambda path: path.name)
def test_a_document_names_no_place_on_somebodys_disk_and_praises_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.strip()
    assert _ABSOLUTE.findall(text) == []
    assert _MARKETING.findall(text) == []


@pytest.mark.parametrize("path", _documents(), ids=lambda path: path.name)
def test_every_link_inside_the_repository_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/safety.md"])
def test_every_file_a_document_names_is_there(name: str) -> None:
    named = re.findall(r"`([\w./-]+\.(?:py|md|toml))`", _text(name))
    known = [path.relative_to(_ROOT).as_posix() for path in _SOURCE.rglob("*.py")]
    lost = [
        one
        for one in named
        if not (_ROOT / one).exists() and not any(path.endswith(f"/{one}") for path in known)
    ]
    assert lost == []


def test_every_law_names_a_test_or_says_what_is_missing() -> None:
    laws = _table(_text("ARCHITECTURE.md"), "|")
    assert [row[0] for row in laws] == [str(number) for number in range(1, 11)]
    assert all("tests/" in row[2] for row in laws)


def test_the_notice_credits_what_the_weights_rest_on() -> None:
    own, weights = _text("NOTICE"), _text("models/en/NOTICE")
    credited = ("all-MiniLM-L6-v2", "UD_English-EWT", "UD_English-GUM", "UNER_English-EWT", "re3d")
    for name in (*credited, "WikiGold"):
        assert name in weights
        assert name in own
    assert "CC BY-SA 4.0" in own
