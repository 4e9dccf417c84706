from __future__ import annotations

import pytest

from onrecord.domain.span import Extent, Span, span_at
from onrecord.publish.fragment import live_link, text_fragment


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " https://a.example/",
        "https://a.example/\nx",
        "data:text/html,x",
        "ftp://a.example/",
        "//a.example/",
        "https:///x",
        "http://[::1",
        'https://a.example/"onclick="x',
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None) -> None:
    assert live_link(url) is None


def test_the_address_keeps_its_query_and_loses_its_fragment() -> None:
    assert live_link("https://a.example/b?c=1&d=2#top") == "https://a.example/b?c=1&d=2"


def test_letters_outside_ascii_are_percent_encoded() -> None:
    assert live_link("https://a.example/é") == "https://a.example/%C3%A9"


def test_signs_of_the_directive_itself_are_encoded() -> None:
    span = Span("doc-1", 0, 14, "a-b, c & d e f")
    assert text_fragment(span) == "a%2Db%2C%20c%20%26%20d%20e%20f"


def test_context_is_made_of_whole_words_on_the_same_line() -> None:
    text = "First line ends.\nThe ministry said on Friday that 21 strikes had been counted in all of the"
    at = text.index("21 strikes")
    span = span_at(text, Extent(at, at + 10), document="doc-1")
    assert text_fragment(span) == ("on%20Friday%20that-,21%20strikes,-had%20been%20counted")


def test_long_words_are_given_by_their_beginning_and_end() -> None:
    words = " ".join(f"word{n}" for n in range(60))
    fragment = text_fragment(Span("doc-1", 0, len(words), words))
    assert fragment.startswith("word0%20word1")
    assert fragment.endswith("word58%20word59")
    assert fragment.count(",") == 1
