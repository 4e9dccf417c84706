"""Every exception of httpx as our own error: what went wrong, and whether trying again may help."""

from __future__ import annotations

import httpx

from onrecord.domain.errors import SourceError

#: The most specific class of an exception decides. A test walks httpx and fails on a missing one.
_MEANING: dict[type[Exception], tuple[str, bool]] = {
    httpx.ConnectTimeout: ("the host did not answer in time", True),
    httpx.ReadTimeout: ("the answer stopped coming", True),
    httpx.WriteTimeout: ("the host stopped taking the request", True),
    httpx.PoolTimeout: ("no connection became free", True),
    httpx.TimeoutException: ("it took too long", True),
    httpx.ReadError: ("the connection broke while reading", True),
    httpx.WriteError: ("the connection broke while asking", True),
    httpx.ConnectError: ("the host refused the connection or its certificate is not valid", True),
    httpx.CloseError: ("the connection did not close", True),
    httpx.NetworkError: ("the network failed", True),
    httpx.ProxyError: ("the proxy failed", True),
    httpx.UnsupportedProtocol: ("only http and https are fetched", False),
    httpx.LocalProtocolError: ("the request breaks HTTP", False),
    httpx.RemoteProtocolError: ("the answer is not HTTP", True),
    httpx.ProtocolError: ("the answer is not HTTP", True),
    httpx.TransportError: ("the connection failed", True),
    httpx.DecodingError: ("the answer is not compressed as it claims", False),
    httpx.TooManyRedirects: ("it redirects too often", False),
    httpx.RequestError: ("the request failed", True),
    httpx.HTTPStatusError: ("the host answered with an error", False),
    httpx.HTTPError: ("the request failed", True),
    httpx.InvalidURL: ("it is no valid address", False),
    httpx.CookieConflict: ("the host sets conflicting cookies", False),
    httpx.StreamConsumed: ("the answer was read twice", False),
    httpx.StreamClosed: ("the answer was closed while reading", True),
    httpx.ResponseNotRead: ("the answer was not read", False),
    httpx.RequestNotRead: ("the request was not read", False),
    httpx.StreamError: ("the answer could not be read", True),
}
#: What `except` has to name: httpx's roots do not share one base.
FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict, httpx.StreamError)


def source_error(url: str, error: Exception) -> SourceError:
    """Return our error for one of httpx; the nearest class that is known gives the meaning."""
    for kind in type(error).__mro__:
        if kind in _MEANING:
            why, retryable = _MEANING[kind]
            return SourceError(url, why, retryable=retryable)
    return SourceError(url, f"the request failed ({type(error).__name__})", retryable=True)


def is_mapped(kind: type[Exception]) -> bool:
    """Say whether `kind` itself has a meaning of its own."""
    return kind in _MEANING
