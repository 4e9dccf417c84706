"""Links to words on the live page (WICG Scroll To Text Fragment)."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from onrecord.domain.span import CONTEXT_CHARS, Span

#: Words longer than this are given by their beginning and end.
_WHOLE_CHARS = 120
_ENDS = 5
_CONTEXT_WORDS = 3


def live_link(url: str | None, span: Span | None = None) -> str | None:
    """Return a link to the live page, at the words when a span is given.

    Only http and https addresses with a host are linked; anything else gives `None`.

    Example:
        >>> live_link("javascript:alert(1)") is None
        True
    """
    if url is None or any(ord(letter) <= ord(" ") or letter in "\"'<>\\`" for letter in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    page = quote(url.partition("#")[0], safe="%/:=&?~+!$,;'@()*[]#", errors="replace")
    return page if span is None else f"{page}#:~:text={text_fragment(span)}"


def text_fragment(span: Span) -> str:
    """Return the directive `[prefix-,]start[,end][,-suffix]`, percent-encoded.

    Words are whole, because a browser matches on word boundaries; context stops at a line break.

    Example:
        >>> span = Span("doc-1", 8, 24, "at least 12 died", "He said ", " on Monday, twice")
        >>> text_fragment(span)
        'He%20said-,at%20least%2012%20died,-on%20Monday%2C%20twice'
    """
    before = span.prefix.rpartition("\n")[2]
    after = span.suffix.partition("\n")[0]
    prefix = _whole_words(before, cut_first=len(before) == CONTEXT_CHARS)[-_CONTEXT_WORDS:]
    follows = after.split(" ", 1)[1] if after[:1].strip() and " " in after else after
    suffix = _whole_words(follows, cut_last=len(after) == CONTEXT_CHARS)[:_CONTEXT_WORDS]
    words = span.exact.split()
    whole = len(span.exact) <= _WHOLE_CHARS and "\n" not in span.exact
    target = [words] if whole or len(words) < 2 * _ENDS else [words[:_ENDS], words[-_ENDS:]]
    pieces = [f"{_encoded(prefix)}-"] if prefix else []
    pieces += [_encoded(piece) for piece in target]
    return ",".join([*pieces, f"-{_encoded(suffix)}"] if suffix else pieces)


def _whole_words(text: str, *, cut_first: bool = False, cut_last: bool = False) -> list[str]:
    words = text.split()
    if cut_first and len(words) > 1 and not text[:1].isspace():
        words = words[1:]
    if cut_last and len(words) > 1 and not text[-1:].isspace():
        words = words[:-1]
    return words


def _encoded(words: list[str]) -> str:
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
