"""Reading WARC files we write ourselves."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from onrecord.adapters.warc.reader import WarcPage, read_warc
from onrecord.domain.errors import ContentError

BODY = b"<html><p>Boat %d sank.</p></html>"


def record(kind: str, block: bytes, url: str = "https://a.example/1") -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-06-02T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(
    body: bytes, *, status: str = "200 OK", media: str = "text/html; charset=utf-8", extra: str = ""
) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{extra}\r\n".encode() + body


def pages(count: int) -> list[bytes]:
    return [record("response", answer(BODY % n), f"https://a.example/{n}") for n in range(count)]


def read(source: bytes | Path) -> tuple[list[WarcPage], str]:
    """Return the pages read and the message of the error at the end, if one came."""
    found: list[WarcPage] = []
    try:
        for page in read_warc(source):
            found.append(page)  # noqa: PERF402 - what came before the error counts
    except ContentError as error:
        return found, str(error)
    return found, ""


def test_each_html_answer_is_a_page() -> None:
    found, error = read(b"".join(pages(2)))
    assert error == ""
    assert found[1] == WarcPage(
        "https://a.example/1", BODY % 1, "text/html; charset=utf-8", "2031-06-02"
    )


def test_a_compressed_file_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(one) for one in pages(3)))
    found, error = read(path)
    assert (len(found), error) == (3, "")


def test_other_records_are_passed_over() -> None:
    source = b"".join(
        [
            record("warcinfo", b"software: x\r\n"),
            record("request", b"GET / HTTP/1.1\r\n\r\n"),
            record("response", answer(b"x", media="image/png")),
            record("response", answer(b"x", status="404 Not Found")),
            *pages(1),
        ]
    )
    found, error = read(source)
    assert ([page.url for page in found], error) == (["https://a.example/0"], "")


def test_encodings_of_the_answer_are_undone() -> None:
    zipped = gzip.compress(b"<p>Fog.</p>")
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(zipped), zipped)
    extra = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    found, error = read(record("response", answer(chunked, extra=extra)))
    assert ([page.content for page in found], error) == ([b"<p>Fog.</p>"], "")


def test_an_answer_whose_chunks_were_removed_is_read() -> None:
    found, _ = read(
        record("response", answer(b"<p>Fog.</p>", extra="Transfer-Encoding: chunked\r\n"))
    )
    assert found[0].content == b"<p>Fog.</p>"


def test_a_truncated_file_gives_what_is_whole_and_says_so() -> None:
    whole = b"".join(pages(3))
    found, error = read(whole[:-30])
    assert len(found) == 2
    assert "after 2 whole pages" in error


def test_a_truncated_gzip_gives_what_is_whole_and_says_so() -> None:
    whole = b"".join(gzip.compress(one) for one in pages(3))
    found, error = read(whole[:-30])
    assert len(found) == 2
    assert "after 2 whole pages" in error


def test_a_damaged_answer_is_counted_and_the_rest_read() -> None:
    broken = record("response", answer(b"\x1f\x8bnothing", extra="Content-Encoding: gzip\r\n"))
    found, error = read(broken + b"".join(pages(2)))
    assert len(found) == 2
    assert "holds 1 record" in error


@pytest.mark.parametrize(
    "source", [b"", b"hello", b"\x1f\x8b\x08\x00", gzip.compress(b"hello", mtime=0)]
)
def test_what_is_no_warc_is_refused(source: bytes) -> None:
    found, error = read(source)
    assert found == []
    assert "is not a WARC file" in error


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "cannot be opened" in read(tmp_path / "none.warc")[1]
