"""`HttpFetcher`: the `Fetcher` port over httpx, with redirect, size, time and address guards."""

from __future__ import annotations

import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx

from onrecord.adapters.http.addresses import checked_addresses
from onrecord.adapters.http.failures import FAILURES, source_error
from onrecord.domain.errors import AddressRefused, OnrecordError, SourceError
from onrecord.ports.fetcher import Fetched

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_RETRYABLE_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})
_STEP_BYTES = 256_000
#: Connections are made to addresses, not names. One kept open could serve a second name whose
#: certificate nobody checked, so none is kept.
_NO_REUSE = httpx.Limits(max_keepalive_connections=0)
#: gzip and zlib wrappers alike.
_ANY_WRAPPER = 47


@dataclass(frozen=True, slots=True)
class HttpLimits:
    """What a fetch may cost and where it may go.

    Attributes:
        total_s: Seconds for the whole fetch, with all redirects.
        max_bytes: The most bytes of a body, both as sent and decompressed.
        max_redirects: How many redirects are followed.
        allow_private: Whether private and loopback addresses may be fetched from at all.
        allow_hosts: Hosts, as written in the URL, whose private addresses are allowed.
        user_agent: What the request calls itself.
    """

    total_s: float = 30.0
    max_bytes: int = 50_000_000
    max_redirects: int = 5
    allow_private: bool = False
    allow_hosts: frozenset[str] = frozenset()
    user_agent: str = "Onrecord/0.1 (keeps a verifiable record of public reporting)"


@dataclass(slots=True)
class _Outcome:
    fetched: Fetched | None = None
    error: OnrecordError | None = None
    client: httpx.Client | None = field(default=None)


class HttpFetcher:
    """Fetches http(s) URLs; every hop is resolved, checked and connected to by its checked address.

    Proxies of the environment are not used: behind one the guard could not see where it leads.
    """

    def __init__(self, limits: HttpLimits | None = None) -> None:
        self.limits = limits or HttpLimits()

    def fetch(self, url: str) -> Fetched:
        """Return what `url` answers.

        The work runs in a thread of its own, because neither a name server nor a host that sends
        one byte at a time would otherwise keep to the total time.

        Raises:
            AddressRefused: not http(s), or the host (of the URL or of any redirect) is private.
            SourceError: no answer, an error status, too large, too slow, too many redirects.
        """
        outcome = _Outcome()
        worker = threading.Thread(target=self._run, args=(url, outcome), daemon=True)
        worker.start()
        worker.join(self.limits.total_s)
        if worker.is_alive():
            if outcome.client is not None:
                outcome.client.close()
            raise SourceError(url, f"took more than {self.limits.total_s:g} s", retryable=True)
        if outcome.error is not None:
            raise outcome.error
        assert outcome.fetched is not None
        return outcome.fetched

    def _run(self, url: str, outcome: _Outcome) -> None:
        deadline = time.monotonic() + self.limits.total_s
        headers = {
            "User-Agent": self.limits.user_agent,
            "Accept": "text/html, application/rss+xml, application/pdf, */*;q=0.5",
            "Accept-Encoding": "gzip",
        }
        try:
            with httpx.Client(
                headers=headers, trust_env=False, follow_redirects=False, limits=_NO_REUSE
            ) as client:
                outcome.client = client
                outcome.fetched = self._follow(client, url, deadline)
        except OnrecordError as error:
            outcome.error = error
        except FAILURES as error:
            outcome.error = source_error(url, error)
        except (OSError, UnicodeError, ValueError) as error:
            outcome.error = SourceError(url, f"the request failed: {error}", retryable=False)
        except RuntimeError:
            # httpx says this of a client that was closed under it: the time was up.
            outcome.error = SourceError(url, "it took too long", retryable=True)

    def _follow(self, client: httpx.Client, url: str, deadline: float) -> Fetched:
        at = url
        for _ in range(self.limits.max_redirects + 1):
            client.cookies.clear()
            answer = self._get(client, at, deadline)
            if isinstance(answer, Fetched):
                return answer
            at = answer
        raise SourceError(
            url, f"redirects more than {self.limits.max_redirects} times", retryable=False
        )

    def _get(self, client: httpx.Client, url: str, deadline: float) -> Fetched | str:
        """Return what one address answers, or the address it redirects to."""
        target = httpx.URL(url)
        if target.scheme not in _PORTS or not target.host:
            raise AddressRefused(url, "only http and https addresses are fetched")
        port = target.port or _PORTS[target.scheme]
        addresses = checked_addresses(url, target.host, port, allowed=self._allows(target.host))
        request = self._pinned(client, target, addresses, deadline)
        response = self._send(client, request, addresses)
        try:
            location = response.headers.get("location")
            if response.status_code in _REDIRECTS and location:
                return str(target.join(location))
            _check_status(url, response.status_code)
            content = self._body(url, response, deadline)
        finally:
            response.close()
        return Fetched(url, content, response.headers.get("content-type", ""))

    def _allows(self, host: str) -> bool:
        return self.limits.allow_private or host.lower() in self.limits.allow_hosts

    def _pinned(
        self, client: httpx.Client, target: httpx.URL, addresses: tuple[str, ...], deadline: float
    ) -> httpx.Request:
        """Return a request to the first checked address that still names the host to the server.

        The certificate is checked against the host: httpcore takes the name from `sni_hostname`.
        """
        left = max(0.1, deadline - time.monotonic())
        return client.build_request(
            "GET",
            target.copy_with(host=addresses[0]),
            headers={"Host": target.netloc.decode("ascii")},
            extensions={"sni_hostname": target.raw_host.decode("ascii")},
            timeout=left,
        )

    def _send(
        self, client: httpx.Client, request: httpx.Request, addresses: tuple[str, ...]
    ) -> httpx.Response:
        """Send `request` to the checked addresses in turn until one takes the connection."""
        for address in addresses[:-1]:
            request.url = request.url.copy_with(host=address)
            try:
                return client.send(request, stream=True)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        request.url = request.url.copy_with(host=addresses[-1])
        return client.send(request, stream=True)

    def _body(self, url: str, response: httpx.Response, deadline: float) -> bytes:
        """Return the body, decompressed step by step so that it cannot grow past the limit."""
        encoding = response.headers.get("content-encoding", "").strip().lower()
        if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise SourceError(url, f"answers in the unknown encoding {encoding!r}", retryable=False)
        parts: list[bytes] = []
        size = 0
        sent = 0
        decoder = zlib.decompressobj(_ANY_WRAPPER) if encoding not in ("", "identity") else None
        for raw in response.iter_raw():
            sent += len(raw)
            for part in _inflated(url, decoder, raw):
                parts.append(part)
                size += len(part)
                self._check_size(url, max(size, sent))
            self._check_size(url, sent)
            if time.monotonic() > deadline:
                raise SourceError(url, f"took more than {self.limits.total_s:g} s", retryable=True)
        if decoder is not None and not decoder.eof:
            raise SourceError(url, "the compressed answer ends too early", retryable=True)
        return b"".join(parts)

    def _check_size(self, url: str, size: int) -> None:
        if size > self.limits.max_bytes:
            raise SourceError(
                url, f"is larger than {self.limits.max_bytes // 1_000_000} MB", retryable=False
            )


def _inflated(url: str, decoder: zlib._Decompress | None, raw: bytes) -> Iterator[bytes]:
    if decoder is None:
        yield raw
        return
    rest = raw
    while rest and not decoder.eof:
        try:
            part = decoder.decompress(rest, _STEP_BYTES)
        except zlib.error as error:
            raise SourceError(url, "the answer is not compressed as it claims") from error
        rest = decoder.unconsumed_tail
        if not part and not rest:
            return
        yield part


def _check_status(url: str, status: int) -> None:
    if 200 <= status < 300 and status != 204:  # noqa: PLR2004 - RFC 9110
        return
    raise SourceError(url, f"answers with status {status}", retryable=status in _RETRYABLE_STATUSES)
