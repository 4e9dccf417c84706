"""Each command does what its help says; briefs hold and refuse what was altered."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.end_to_end.conftest import Onrecord, Row


def test_the_demo_brief_holds_without_the_store(onrecord: Onrecord, demo: Path) -> None:
    ran = onrecord("verify", demo / "brief.html", "--json")
    receipt = ran.document()
    assert ran.code == 0
    assert receipt["ok"]
    assert receipt["sentences"] > 100
    assert receipt["failures"] == []


def test_verifying_opens_no_socket_and_no_store(demo: Path) -> None:
    script = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise SystemExit('a socket was opened')\n"
        "socket.socket.connect = refuse\n"
        "from onrecord.cli.main import run\n"
        f"sys.exit(run(['verify', {str(demo / 'brief.html')!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd="/"
    )
    assert done.returncode == 0, done.stderr
    assert "holds" in done.stdout


@pytest.mark.parametrize("kind", ["--md", "--json"])
def test_other_kinds_of_brief_hold_too(
    onrecord: Onrecord, store: Path, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "brief"
    assert onrecord("brief", "--store", store, kind, "--out", out).code == 0
    assert onrecord("verify", out).code == 0


def _quote(page: str) -> str:
    return page.replace("Fire destroyed 11 boats", "Fire destroyed 12 boats")


def _number(page: str) -> str:
    return re.sub(r"at least 5(?=</strong>| more)", "at least 6", page)


def _digest(page: str) -> str:
    found = re.search(r'"text_root":\s*"([0-9a-f]{64})"', page)
    assert found
    flipped = ("0" if found[1][0] != "0" else "1") + found[1][1:]
    return page.replace(found[1], flipped)


def _evidence(page: str) -> str:
    return re.sub(
        r'<script type="application/json" id="onrecord-evidence">.*?</script>',
        "",
        page,
        flags=re.DOTALL,
    )


def _sentence(page: str) -> str:
    return page.replace("</main>", "<p>The navy has fled.</p></main>", 1)


@pytest.mark.parametrize("change", [_quote, _number, _digest, _evidence, _sentence])
def test_an_altered_brief_is_refused(
    onrecord: Onrecord, demo: Path, tmp_path: Path, change: Callable[[str], str]
) -> None:
    page = (demo / "brief.html").read_text("utf-8")
    altered = change(page)
    assert altered != page
    path = tmp_path / "brief.html"
    path.write_text(altered, "utf-8")
    ran = onrecord("verify", path)
    assert ran.code == 1
    assert "BROKEN" in ran.out


def test_adding_again_changes_nothing(onrecord: Onrecord, store: Path, examples: Path) -> None:
    before = onrecord("store", "head", "--store", store).out
    names = sorted(examples.glob("[0-9][0-9]-*"))
    ran = onrecord("add", *[name for name in names if not name.name.startswith("08-")],
                   "--store", store, "--json")  # fmt: skip
    outcomes = {one["outcome"] for one in ran.document()["documents"]}
    assert outcomes == {"unchanged"}
    assert onrecord("store", "head", "--store", store).out == before


def test_a_changed_file_is_a_new_version_of_the_same_document(
    onrecord: Onrecord, tmp_path: Path
) -> None:
    path, store = tmp_path / "report.txt", tmp_path / "store"
    for text in ("The toll is 12 dead.\n", "The toll is 14 dead.\n", "The toll is 12 dead.\n"):
        path.write_text(text, "utf-8")
        onrecord("add", path, "--date", "2031-03-04", "--store", store)
    heads = onrecord("statements", "--store", store, "--json").rows()
    assert len({row["document"] for row in heads}) == 3
    assert len(onrecord("tallies", "--store", store, "--json").rows()) <= 1


def test_rebuilding_gives_the_same_bytes(onrecord: Onrecord, store: Path) -> None:
    before = onrecord("store", "dump", "--store", store).out
    assert onrecord("store", "rebuild", "--store", store).code == 0
    assert onrecord("store", "dump", "--store", store).out == before
    assert before.strip()


def test_as_of_shows_what_was_on_record_then(onrecord: Onrecord, tmp_path: Path) -> None:
    store = tmp_path / "store"
    for number, text in enumerate(("Two boats sank.\n", "Three ships sank.\n")):
        path = tmp_path / f"{number}.txt"
        path.write_text(text, "utf-8")
        assert onrecord("add", path, "--date", "2031-03-04", "--store", store).code == 0
    dumped = onrecord("statements", "--store", store, "--json").rows()
    assert len(dumped) == 2
    assert onrecord("statements", "--store", store, "--as-of", "2020-01-01", "--json").rows() == []
    late = onrecord("statements", "--store", store, "--as-of", "2999-01-01", "--json").rows()
    assert late == dumped


def test_the_store_may_be_named_by_the_environment(
    onrecord: Onrecord, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_STORE", str(store))
    assert onrecord("tallies", "--json").rows()


def test_the_store_may_be_named_by_the_config(
    onrecord: Onrecord, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "onrecord.toml").write_text(f"store = {json.dumps(str(store))}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert onrecord("timeline", "--json").rows()
    (tmp_path / "onrecord.toml").write_text("sotre = 1\n", "utf-8")
    assert onrecord("timeline").code == 2
    (tmp_path / "onrecord.toml").write_text("not toml", "utf-8")
    assert onrecord("timeline").code == 2


def test_the_doctor_finds_everything_in_order(onrecord: Onrecord, store: Path) -> None:
    ran = onrecord("doctor", "--store", store, "--json")
    checks: list[Row] = ran.document()["checks"]
    assert ran.code == 0
    assert {"reader", "store", "sqlite"} <= {one["check"] for one in checks}


def test_reading_twice_prints_the_same(onrecord: Onrecord, examples: Path) -> None:
    path = examples / "11-monitor-weekly.md"
    assert onrecord("read", path, "--json").out == onrecord("read", path, "--json").out


@pytest.mark.parametrize("command", ["statements", "tallies", "timeline"])
def test_people_get_a_table(onrecord: Onrecord, store: Path, command: str) -> None:
    ran = onrecord(command, "--store", store)
    assert ran.code == 0
    assert "words" in ran.out
