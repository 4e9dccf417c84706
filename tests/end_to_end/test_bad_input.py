"""Bad input ends in one clear line and the right exit code; nothing is lost and the rest goes on."""

from __future__ import annotations

import gzip
import io
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import apsw
import pytest
from tests.end_to_end.conftest import Onrecord, Ran

GOOD = "SELDEN, March 4, 2031. The navy sank two boats on Monday, killing at least 12 people.\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, "utf-8")
    return path


def _one_clear_line(ran: Ran, name: str) -> None:
    lines = [line for line in ran.err.splitlines() if line.startswith(("skipped:", "onrecord:"))]
    assert len(lines) == 1, ran.err
    assert name in lines[0]
    assert "[OR" in lines[0]


def _bomb() -> bytes:
    return gzip.compress(b"0" * 120_000_000, 9)


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n ",
    "binary.txt": bytes(range(256)) * 40,
    "truncated.gz": gzip.compress(GOOD.encode() * 50)[:40],
    "truncated.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
    "truncated.warc": b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 900\r\n\r\nHTTP/1.1 2",
    "large.html": b"<html><body><p>" + b"x " * 25_000_000 + b"</p></body></html>",
    "bomb.gz": _bomb(),
    "notfeed.rss": b"<rss version='2.0'><channel><item><title>x",
    "control.txt": b"\x01\x02\x03\x04" * 200,
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_what_cannot_be_read_is_skipped_and_the_rest_goes_on(
    onrecord: Onrecord, tmp_path: Path, good: Path, name: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    store = tmp_path / "store"
    ran = onrecord("add", bad, good, "--store", store, "--json")
    report = ran.document()
    assert ran.code == 1
    _one_clear_line(ran, name)
    assert len(report["skipped"]) == 1
    assert [one["outcome"] for one in report["documents"]] == ["new"]
    assert onrecord("store", "verify", "--store", store).code == 0


def test_a_wrong_charset_declaration_does_not_garble_or_crash(
    onrecord: Onrecord, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    body = "<p>The mayor of Łódź said that 12 people were killed in the blast on Monday.</p>" * 3
    page.write_bytes(
        f"<html><head><meta charset='utf-8'><title>x</title></head><body>{body}</body></html>".encode(
            "cp1250"
        )
    )
    ran = onrecord("add", page, "--store", tmp_path / "store", "--json")
    assert ran.code in (0, 1)


def test_right_to_left_marks_are_kept_and_spans_still_stand(
    onrecord: Onrecord, tmp_path: Path
) -> None:
    path = tmp_path / "rtl.txt"
    text = "Al-Nūr\u200f said on Monday that 12 people were killed in \u202bmarsa\u202c.\n"
    path.write_text(text, "utf-8")
    rows = onrecord("read", path, "--json").rows()
    assert rows
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    shown = onrecord("read", path)
    assert "\u202b" not in shown.out


class _Redirect(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/private")  # type: ignore[attr-defined]
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def _server() -> Iterator[int]:
    server = HTTPServer(("127.0.0.1", 0), _Redirect)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_redirect_to_loopback_is_refused_although_the_first_host_is_allowed(
    onrecord: Onrecord, tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_FETCH__ALLOW_HOSTS", '["localhost"]')
    with _server() as port:
        url = f"http://localhost:{port}/story"
        ran = onrecord("add", url, good, "--store", tmp_path / "store")
    assert ran.code == 1
    assert "refused to fetch http://127.0.0.1" in ran.err
    assert "1 new" in ran.err


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "file:///etc/passwd"]
)
def test_private_addresses_and_other_schemes_are_refused(
    onrecord: Onrecord, tmp_path: Path, url: str
) -> None:
    ran = onrecord("add", url, "--store", tmp_path / "store")
    assert ran.code == 1
    assert "refused to fetch" in ran.err


def test_a_store_that_is_no_database_is_named_and_left_alone(
    onrecord: Onrecord, tmp_path: Path, good: Path
) -> None:
    store = tmp_path / "store"
    store.mkdir()
    (store / "record.sqlite3").write_text("this is no database, and it is long enough to see\n" * 9)
    before = (store / "record.sqlite3").read_bytes()
    for command in (["tallies"], ["add", str(good)]):
        ran = onrecord(*command, "--store", store)
        assert ran.code == 1
        assert "not a database" in ran.err
    assert (store / "record.sqlite3").read_bytes() == before


def test_a_store_of_a_newer_schema_is_refused_and_left_alone(
    onrecord: Onrecord, tmp_path: Path, good: Path
) -> None:
    store = tmp_path / "store"
    assert onrecord("add", good, "--store", store).code == 0
    connection = apsw.Connection(str(store / "record.sqlite3"))
    connection.pragma("user_version", 999)
    connection.close()
    ran = onrecord("tallies", "--store", store)
    assert ran.code == 2
    assert "upgrade Onrecord" in ran.err


def test_a_store_that_is_not_there_is_not_made_by_looking(
    onrecord: Onrecord, tmp_path: Path
) -> None:
    for command in (["tallies"], ["timeline"], ["statements"], ["brief"], ["store", "verify"],
                    ["store", "rebuild"]):  # fmt: skip
        ran = onrecord(*command, "--store", tmp_path / "none")
        assert ran.code == 2
        assert "onrecord add" in ran.err
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["add"],
        ["add", "x.txt", "--date", "yesterday"],
        ["add", "x.txt", "--date", "2025-02-30"],
        ["tallies", "--as-of", "soon"],
        ["statements", "--kind", "nonsense"],
        ["brief", "--md", "--json"],
        ["add", "x.txt", "--url", "javascript:alert(1)"],
        ["read", "https://example.org/"],
    ],
)
def test_a_wrong_call_leaves_with_two(
    onrecord: Onrecord, tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = onrecord(*arguments)
    assert ran.code == 2
    assert ran.err.strip()
    assert not ran.out.strip()


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff\xfe", b"just words", b"{}", b"<html></html>", b"[1, 2", b"\xff\xd8\xff"],
)
def test_what_is_no_brief_does_not_verify(
    onrecord: Onrecord, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "brief.html"
    path.write_bytes(content)
    ran = onrecord("verify", path)
    assert ran.code == 1
    assert ran.err.strip() or ran.out.strip()


def test_standard_input_is_read(onrecord: Onrecord, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(GOOD.encode())

    monkeypatch.setattr("sys.stdin", Stdin())
    rows = onrecord("read", "-", "--date", "2031-03-04", "--json").rows()
    assert any(q["bound"] == "at_least" for row in rows for q in row["quantities"])


def test_a_message_nested_too_deeply_is_skipped_and_the_rest_goes_on(
    onrecord: Onrecord, tmp_path: Path, good: Path
) -> None:
    head = "From: a@b.example\r\nSubject: x\r\n"
    nested = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(2000)
    )
    bad = tmp_path / "nest.eml"
    bad.write_text(head + nested + "\r\nhello\r\n", "utf-8")
    ran = onrecord("add", bad, good, "--store", tmp_path / "store", "--json")
    assert ran.code == 1
    assert [one["outcome"] for one in ran.document()["documents"]] == ["new"]


def test_links_inside_a_folder_are_not_followed_and_pipes_are_no_reports(
    onrecord: Onrecord, tmp_path: Path, good: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "own.txt").write_text(GOOD, "utf-8")
    (folder / "secret.txt").symlink_to(good)
    os.mkfifo(tmp_path / "pipe.txt")
    ran = onrecord("add", folder, tmp_path / "pipe.txt", "--store", tmp_path / "store", "--json")
    report = ran.document()
    assert len(report["documents"]) == 1
    assert "no regular file" in report["skipped"][0]["why"]


def test_titles_cannot_steer_the_terminal(onrecord: Onrecord, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><title>Toll \x1b[31m rises\u202e</title></head><body><p>The navy sank two "
        "boats on Monday, killing 12 people, the ministry said in a statement.</p></body></html>",
        "utf-8",
    )
    ran = onrecord("add", page, "--store", tmp_path / "store")
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out


def test_a_sentence_without_end_is_read_in_reasonable_time(
    onrecord: Onrecord, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The minister said " + "that the boat was sunk and " * 4000, "utf-8")
    rows = onrecord("read", path, "--json").rows()
    assert rows
