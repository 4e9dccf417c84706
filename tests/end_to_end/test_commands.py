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


def test_a_saved_page_seen_again_is_no_edit(
    onrecord: Onrecord, examples: Path, tmp_path: Path
) -> None:
    pages = [examples / "08-quay-report.html", examples / "09-quay-report-edited.html"]
    store = tmp_path / "store"
    first = onrecord("add", *pages, "--store", store, "--json").document()
    again = onrecord("add", *pages, "--store", store, "--json").document()
    assert [one["outcome"] for one in first["documents"]] == ["new", "new version"]
    assert [one["outcome"] for one in again["documents"]] == ["unchanged", "unchanged"]


def test_the_demo_run_twice_reports_no_change(onrecord: Onrecord, tmp_path: Path) -> None:
    onrecord("demo", "--into", tmp_path, "--no-open")
    brief = (tmp_path / "brief.html").read_bytes()
    ran = onrecord("demo", "--into", tmp_path, "--no-open")
    assert "0 new, 0 new versions" in ran.err
    assert (tmp_path / "brief.html").read_bytes() == brief


def test_each_document_is_acknowledged_as_soon_as_it_is_on_record(
    tmp_path: Path,
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Boat {number} sank.\n", "utf-8")
    script = "import sys; from onrecord.cli.main import main; sys.argv[0] = 'onrecord'; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", script, "add", str(tmp_path / "0.txt"), str(tmp_path / "1.txt"),
         "-", "--store", str(tmp_path / "store")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline().startswith("new")
    assert process.stdout.readline().startswith("new")  # while the third still waits for its text
    assert process.poll() is None
    process.communicate("A third boat sank.\n", timeout=60)
    assert process.returncode == 0


def test_output_that_cannot_be_written_is_an_error(store: Path) -> None:
    script = "import sys; from onrecord.cli.main import main; sys.argv[0] = 'onrecord'; main()"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", script, "tallies", "--store", str(store)],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert "cannot be written" in done.stderr


def test_a_brief_never_replaces_what_is_no_regular_file(
    onrecord: Onrecord, store: Path, tmp_path: Path
) -> None:
    target, link = tmp_path / "real.html", tmp_path / "link.html"
    target.write_text("old", "utf-8")
    link.symlink_to(target)
    assert onrecord("brief", "--store", store, "--out", link).code == 0
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("<!doctype html>")
    assert onrecord("brief", "--store", store, "--out", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.html", "real.html"]
