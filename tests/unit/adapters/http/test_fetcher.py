"""Fetching over a real server on loopback, which only the allow list lets through."""

from __future__ import annotations

import gzip
import http.server
import inspect
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from onrecord.adapters.http.addresses import checked_addresses, is_public
from onrecord.adapters.http.failures import FAILURES, is_mapped, source_error
from onrecord.adapters.http.fetcher import HttpFetcher, HttpLimits
from onrecord.domain.errors import AddressRefused, SourceError

PAGE = b"<html><body><p>The port was closed.</p></body></html>"


class _Handler(http.server.BaseHTTPRequestHandler):
    seen: list[dict[str, str]]

    def do_GET(self) -> None:
        self.seen.append(dict(self.headers.items()))
        answer = getattr(self, "_" + self.path.strip("/").partition("/")[0].partition("?")[0], None)
        if answer is None:
            self.send_error(404)
        else:
            answer()

    def log_message(self, *_: Any) -> None:
        """Keep the test output clean."""

    def _page(self) -> None:
        self._answer(PAGE, {"Content-Type": "text/html; charset=utf-8"})

    def _zipped(self) -> None:
        self._answer(gzip.compress(PAGE), {"Content-Encoding": "gzip"})

    def _cut(self) -> None:
        self._answer(gzip.compress(PAGE)[:-12], {"Content-Encoding": "gzip"})

    def _bomb(self) -> None:
        self._answer(gzip.compress(b"0" * 20_000_000), {"Content-Encoding": "gzip"})

    def _brotli(self) -> None:
        self._answer(b"xx", {"Content-Encoding": "br"})

    def _large(self) -> None:
        self._answer(b"0" * 3_000_000, {})

    def _busy(self) -> None:
        self.send_error(503)

    def _away(self) -> None:
        target = self.path.removeprefix("/away/")
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def _round(self) -> None:
        self.send_response(301)
        self.send_header("Location", "/round/" + self.path.rpartition("/")[2] + "x")
        self.end_headers()

    def _slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            try:
                self.wfile.write(b"x")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    def _answer(self, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            return


@pytest.fixture
def server() -> Iterator[http.server.ThreadingHTTPServer]:
    class Handler(_Handler):
        seen: list[dict[str, str]] = []  # noqa: RUF012 - one list for each server

    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = threading.Thread(
        target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    )
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


def base(server: http.server.ThreadingHTTPServer, host: str = "127.0.0.1") -> str:
    return f"http://{host}:{server.server_address[1]}"


def fetcher(**limits: Any) -> HttpFetcher:
    return HttpFetcher(HttpLimits(allow_hosts=frozenset({"127.0.0.1"}), **limits))


def test_a_page_is_fetched_with_its_type_and_our_name(
    server: http.server.ThreadingHTTPServer,
) -> None:
    fetched = fetcher().fetch(base(server) + "/page?a=1#b")
    assert fetched.content == PAGE
    assert fetched.content_type == "text/html; charset=utf-8"
    handler: Any = server.RequestHandlerClass
    assert handler.seen[0]["User-Agent"].startswith("Onrecord/")
    assert handler.seen[0]["Host"] == base(server).removeprefix("http://")


def test_the_connection_goes_to_the_checked_address(
    server: http.server.ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = socket.getaddrinfo

    def rebinding(host: str, *rest: Any, **known: Any) -> Any:
        asked.append(str(host))
        return real("127.0.0.1" if host == "report.example" else host, *rest, **known)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    limits = HttpLimits(allow_hosts=frozenset({"report.example"}))
    fetched = HttpFetcher(limits).fetch(base(server, "report.example") + "/page")
    assert fetched.url.startswith("http://report.example:")
    assert asked.count("report.example") == 1
    handler: Any = server.RequestHandlerClass
    assert handler.seen[0]["Host"].startswith("report.example:")


def test_a_redirect_is_followed_and_the_last_address_named(
    server: http.server.ThreadingHTTPServer,
) -> None:
    fetched = fetcher().fetch(f"{base(server)}/away//page")
    assert fetched.url == f"{base(server)}/page"


def test_a_redirect_to_loopback_is_refused(server: http.server.ThreadingHTTPServer) -> None:
    # The first host is allowed by name; where it leads is judged by itself.
    port = server.server_address[1]
    for target in (
        f"http://localhost:{port}/page",
        f"http://[::ffff:127.0.0.1]:{port}/page",
        "http://127.1/",
        "file:///etc/passwd",
        "ftp://a.example/",
    ):
        with pytest.raises(AddressRefused):
            fetcher().fetch(f"{base(server)}/away/{target}")
    handler: Any = server.RequestHandlerClass
    assert len(handler.seen) == 5


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://LOCALHOST/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://127.1/",
        "http://0.0.0.0/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[fe80::1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://user:secret@127.0.0.1/",
    ],
)
def test_a_private_address_is_refused_in_every_spelling(url: str) -> None:
    with pytest.raises(AddressRefused, match="not a public address"):
        HttpFetcher(HttpLimits(total_s=10)).fetch(url)


def test_an_octal_address_is_no_valid_address() -> None:
    with pytest.raises(SourceError, match="no valid address"):
        HttpFetcher().fetch("http://0177.0.0.1/")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://a.example/x", "gopher://a/", "a.html", "http://", "javascript:1"],
)
def test_only_http_and_https_are_fetched(url: str) -> None:
    with pytest.raises(AddressRefused, match="only http and https"):
        HttpFetcher().fetch(url)


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def both(*_: Any, **__: Any) -> Any:
        return [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("10.0.0.7", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(AddressRefused, match=r"10\.0\.0\.7"):
        checked_addresses("http://two.example/", "two.example", 80, allowed=False)


def test_a_name_that_does_not_resolve_may_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(-2, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(SourceError, match="cannot be found") as caught:
        HttpFetcher().fetch("http://nowhere.example/")
    assert caught.value.retryable


def test_private_addresses_can_be_allowed_as_a_whole(
    server: http.server.ThreadingHTTPServer,
) -> None:
    assert HttpFetcher(HttpLimits(allow_private=True)).fetch(base(server) + "/page").content == PAGE


def test_a_compressed_answer_is_unpacked(server: http.server.ThreadingHTTPServer) -> None:
    assert fetcher().fetch(base(server) + "/zipped").content == PAGE


@pytest.mark.parametrize(
    ("path", "why", "retryable"),
    [
        ("/large", "larger than 1 MB", False),
        ("/bomb", "larger than 1 MB", False),
        ("/cut", "ends too early", True),
        ("/brotli", "unknown encoding", False),
        ("/missing", "status 404", False),
        ("/busy", "status 503", True),
        ("/round/", "redirects more than 5 times", False),
    ],
)
def test_a_bad_answer_is_told_apart(
    server: http.server.ThreadingHTTPServer, path: str, why: str, retryable: bool
) -> None:
    with pytest.raises(SourceError, match=why) as caught:
        fetcher(max_bytes=1_000_000).fetch(base(server) + path)
    assert caught.value.retryable is retryable


def test_a_host_that_drips_bytes_runs_out_of_time(server: http.server.ThreadingHTTPServer) -> None:
    started = time.monotonic()
    with pytest.raises(SourceError, match=r"took more than 0.4 s|too long") as caught:
        fetcher(total_s=0.4).fetch(base(server) + "/slow")
    assert caught.value.retryable
    assert time.monotonic() - started < 3


def test_a_closed_port_is_a_source_error() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    with pytest.raises(SourceError, match="refused the connection") as caught:
        fetcher().fetch(f"http://127.0.0.1:{port}/")
    assert caught.value.retryable


def test_an_answer_that_is_not_http_is_a_source_error() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        def answer() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(b"SSH-2.0-x\r\n\r\n")

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        with pytest.raises(SourceError, match="not HTTP"):
            fetcher().fetch(f"http://127.0.0.1:{listening.getsockname()[1]}/")
        thread.join()


def _failures() -> list[type[Exception]]:
    kinds = [kind for _, kind in inspect.getmembers(httpx, inspect.isclass)]
    return [kind for kind in kinds if issubclass(kind, Exception)]


@pytest.mark.parametrize("kind", _failures(), ids=lambda kind: kind.__name__)
def test_every_exception_of_httpx_has_a_meaning(kind: type[Exception]) -> None:
    assert issubclass(kind, FAILURES)
    assert is_mapped(kind)
    assert isinstance(source_error("http://a.example/", kind.__new__(kind)), SourceError)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("::ffff:93.184.215.14", True),
        ("2002:7f00:1::", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("198.18.0.1", False),
        ("255.255.255.255", False),
        ("192.0.2.1", False),
    ],
)
def test_only_public_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public
