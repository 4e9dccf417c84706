"""The command with a language model behind a service on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.end_to_end.conftest import Onrecord, Ran
from tests.fakes.chat_server import ChatServer, Scripted, completion, refusal, serving
from tests.fakes.scripted_model import answer, item, said_by

KEY = "sk-never-to-be-seen"
TEXT = "The coast guard said that 12 people drowned off Port Orlan. The mill burned on Monday.\n"
DROWNED = item(
    1,
    "12 people drowned off Port Orlan",
    kind="occ.tally",
    **said_by("The coast guard", sentence=1),
    quantities=["12 people"],
)
BURNED = item(2, "The mill burned", time="on Monday")
INVENTED = item(2, "The mill was bombed")
GOOD = completion(answer(DROWNED, BURNED, INVENTED))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_LLM_KEY", KEY)
    monkeypatch.setenv("ONRECORD_LLM_MODEL", "stub-1")


@pytest.fixture
def asking(onrecord: Onrecord, monkeypatch: pytest.MonkeyPatch) -> Onrecord:
    """Run a command that asks a service, and see to it that the key shows nowhere."""

    def command(server: ChatServer, *arguments: object) -> Ran:
        monkeypatch.setenv("ONRECORD_LLM_BASE_URL", server.base_url)
        ran = onrecord(*arguments, "--reader", "llm")
        assert KEY not in ran.out + ran.err
        return ran

    return command


def test_a_text_is_read_with_a_model_and_says_what_was_dropped(
    asking: Onrecord, report: Path
) -> None:
    with serving(GOOD) as server:
        ran = asking(server, "read", report, "--date", "2031-04-10", "--json")
    assert ran.code == 0
    *statements, told = ran.rows()
    assert [(row["text"], row["speaker"], row["when"]["edtf"]) for row in statements] == [
        ("12 people drowned off Port Orlan", ["The coast guard"], "../2031-04-10"),
        ("The mill burned", [], "2031-04-07"),
    ]
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in statements)
    assert (told["schema"], told["kept"]) == ("onrecord.reading/1", 2)
    assert told["dropped"] == [
        {"sentence": 2, "reason": "not in the text", "words": "The mill was bombed"}
    ]
    assert "1 items dropped (1 not in the text)" in ran.err
    assert server.asked[0].headers["authorization"] == f"Bearer {KEY}"


def test_the_record_names_the_reader_and_the_model(
    asking: Onrecord, report: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    with serving(GOOD) as server:
        added = asking(server, "add", report, "--store", store, "--json").document()
    assert [one["statements"] for one in added["documents"]] == [2]
    assert [one["kept"] for one in added["readings"]] == [2]
    content = (store / "record.sqlite3").read_bytes()
    assert b"onrecord-read-llm 1; stub-1; onrecord-model-en " in content
    assert KEY.encode() not in content


def test_a_store_with_readings_of_a_model_holds(
    asking: Onrecord, onrecord: Onrecord, report: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    with serving(GOOD) as server:
        assert asking(server, "add", report, "--store", store).code == 0
        again = asking(server, "add", report, "--store", store)
    assert "1 unchanged" in again.err
    assert len(server.asked) == 1
    assert onrecord("store", "verify", "--store", store).code == 0


def test_the_setting_is_the_same_as_the_option(
    onrecord: Onrecord, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(GOOD) as server:
        monkeypatch.setenv("ONRECORD_LLM_BASE_URL", server.base_url)
        monkeypatch.setenv("ONRECORD_READER", "llm")
        assert onrecord("read", report, "--json").rows()[-1]["kept"] == 2
        onrecord("read", report, "--json", "--reader", "rules")
    assert len(server.asked) == 1


def test_a_document_that_cannot_be_read_whole_is_not_on_record_and_the_rest_is(
    asking: Onrecord, onrecord: Onrecord, report: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The bridge fell.", "utf-8")
    store = tmp_path / "store"
    bad = completion("I cannot help with that.")
    with serving(bad, bad, completion(answer(item(1, "The bridge fell")))) as server:
        ran = asking(server, "add", report, other, "--store", store, "--json")
    assert ran.code == 1
    assert [one["statements"] for one in ran.document()["documents"]] == [1]
    (skipped,) = ran.document()["skipped"]
    assert skipped["input"] == str(report)
    (line,) = [line for line in ran.err.splitlines() if line.startswith("skipped:")]
    assert "report.txt" in line
    assert "[OR400]" in line
    shown = onrecord("statements", "--store", store, "--json").rows()
    assert [row["text"] for row in shown] == ["The bridge fell"]


def test_a_budget_that_is_used_up_ends_in_an_error_and_never_in_half_a_document(
    asking: Onrecord, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report.write_text(TEXT * 8, "utf-8")
    monkeypatch.setenv("ONRECORD_LLM_WINDOW_CHARS", "200")
    monkeypatch.setenv("ONRECORD_LLM_MAX_REQUESTS", "2")
    with serving(completion(answer())) as server:
        ran = asking(server, "read", report, "--json")
    assert ran.code == 1
    assert ran.out == ""
    assert len(server.asked) == 2
    assert "llm_max_requests) is used up; sentences 1 to 8 of 16 were read" in ran.err


FAILING = {
    "wrong key": refusal(401, f"no such key: {KEY}"),
    "no schema and nothing else": refusal(400, f"I do not like {KEY}"),
    "redirect": Scripted(302, headers=(("Location", "http://127.0.0.1:9/"),)),
    "huge": Scripted(body=b" " * 5_000_000),
    "no completion": Scripted(body=b"<html>"),
    "asks to wait": refusal(429, "later", headers=(("Retry-After", "9000"),)),
}


@pytest.mark.parametrize("reply", FAILING.values(), ids=FAILING.keys())
def test_a_service_that_fails_is_one_line_without_the_key(
    asking: Onrecord, report: Path, reply: Scripted
) -> None:
    with serving(reply) as server:
        ran = asking(server, "read", report)
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "[OR200]" in ran.err
    assert server.base_url in ran.err


@pytest.mark.parametrize("name", ["ONRECORD_LLM_BASE_URL", "ONRECORD_LLM_MODEL"])
def test_what_is_not_configured_is_named(
    onrecord: Onrecord, report: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("ONRECORD_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.delenv(name)
    ran = onrecord("read", report, "--reader", "llm")
    assert ran.code == 2
    assert name in ran.err


def test_a_wrong_key_or_reader_is_refused_without_showing_the_key(
    onrecord: Onrecord, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("ONRECORD_LLM_KEY", f"{KEY}\n")
    ran = onrecord("read", report, "--reader", "llm")
    assert (ran.code, KEY in ran.err) == (2, False)
    assert "llm_key" in ran.err
    wrong = onrecord("read", report, "--reader", "oracle")
    assert wrong.code == 2
    assert "'rules' or 'llm'" in wrong.err


def test_doctor_says_whether_a_model_is_configured_and_asks_nothing(
    asking: Onrecord, onrecord: Onrecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(GOOD) as server:
        checks = asking(server, "doctor", "--json").document()["checks"]
    assert {"check": "language model", "ok": True, "finding": "stub-1; not asked"} in checks
    assert server.asked == []
    monkeypatch.delenv("ONRECORD_LLM_BASE_URL")
    assert onrecord("doctor", "--reader", "llm").code == 1


def test_reading_by_rules_loads_nothing_of_it_and_needs_no_setting(report: Path) -> None:
    code = (
        "import sys; from onrecord.cli.main import run; "
        f"code = run(['read', {str(report)!r}, '--json']); "
        "sys.exit(code or any(name.startswith('onrecord.adapters.llm') for name in sys.modules))"
    )
    kept = {name: value for name, value in os.environ.items() if "ONRECORD" not in name}
    done = subprocess.run([sys.executable, "-c", code], check=False, env=kept, capture_output=True)
    assert done.returncode == 0
    assert b"onrecord.reading/1" not in done.stdout
