"""Laws of capture: letters lead back to the source, passages tile the text, twice is the same."""

from __future__ import annotations

import html

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.capture.capture import Capture, capture, text_root
from onrecord.capture.html_scan import scan
from onrecord.capture.origin import Origin
from onrecord.domain.ids import sha256_hex

_WORDS = st.text(
    alphabet=st.sampled_from("abcdefgh ÄéŽ中\u200f\xad\u0301&<>\"'.,-\n\t\xa0“”"),
    min_size=1,
    max_size=40,
)
_OPEN = st.sampled_from(
    ["", "<b>", "<a href='x>y'>", '<em class="q">', "<br>", "<!-- no -->", "<script>no()</script>"]
)
_ESCAPES = st.sampled_from(
    [html.escape, lambda words: html.escape(words).encode("ascii", "xmlcharrefreplace").decode()]
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    paragraphs = []
    for number in range(draw(st.integers(1, 5))):
        runs = [draw(_OPEN) + draw(_ESCAPES)(draw(_WORDS)) for _ in range(draw(st.integers(1, 4)))]
        tag = draw(st.sampled_from(["p", "h2", "li", "div", "blockquote"]))
        lead = f"Report number {number} from the long coast road said that "
        paragraphs.append(f"<{tag}>{lead}{''.join(runs)}</{tag}>")
    return f"<!DOCTYPE html><html><body><article>{chr(10).join(paragraphs)}</article></body></html>"


def _holds(one: Capture, source: str) -> None:
    for piece in one.document.offsets.pieces:
        words = one.text[piece.text_start : piece.text_start + piece.length]
        assert words == source[piece.source_start : piece.source_start + piece.length]
    at = 0
    for passage in one.document.passages:
        assert not one.text[at : passage.extent.start].strip()
        assert len(passage.extent) > 0
        at = passage.extent.end
    assert not one.text[at:].strip()
    assert one.document.text_sha256 == sha256_hex(one.text.encode("utf-8", "surrogatepass"))
    assert one.document.text_root == text_root(one.text, one.document.passages)


@settings(max_examples=60, deadline=None)
@given(source=pages())
def test_letters_of_a_page_lead_back_and_passages_tile(source: str) -> None:
    origin = Origin("page.html", "/page.html", media_type="text/html")
    (one,) = capture(source.encode(), origin=origin)
    _holds(one, source)
    assert capture(source.encode(), origin=origin) == (one,)


@settings(max_examples=100, deadline=None)
@given(source=pages())
def test_most_letters_of_a_page_are_traced(source: str) -> None:
    (one,) = capture(source.encode(), origin=Origin("page.html", "/p", media_type="text/html"))
    lead = "Report number 0 from the long coast road said that"
    at = one.text.find(lead)
    if at >= 0:
        pieces = one.document.offsets.pieces
        assert any(p.text_start <= at and at + len(lead) <= p.text_start + p.length for p in pieces)


@settings(max_examples=100, deadline=None)
@given(
    words=st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffd"),
        max_size=200,
    )
)
def test_plain_text_stays_as_it_is(words: str) -> None:
    content = ("The port. " * 20 + words).encode("utf-8")
    (one,) = capture(content, origin=Origin("note.txt", "/note.txt"))
    assert one.text == content.decode()
    _holds(one, one.text)


@settings(max_examples=200, deadline=None)
@given(source=st.text(alphabet="<>/!-ap =\"'&;#x1b\n\u200f", max_size=120))
def test_any_markup_at_all_can_be_scanned(source: str) -> None:
    page = scan(source, name="page")
    assert len(page.key) == sum(chunk.key_length for chunk in page.chunks)
    for block in page.blocks:
        assert block.first < block.end
