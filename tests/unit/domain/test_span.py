from __future__ import annotations

import pytest

from onrecord.domain.errors import InvariantError, QuoteAmbiguous, QuoteNotFound
from onrecord.domain.span import (
    CONTEXT_CHARS,
    Extent,
    OffsetMap,
    Piece,
    Span,
    identity_map,
    locate_quote,
    span_at,
)

TEXT = "🚢 At least 12 died; 12 are missing.\n“No comment,” she said."


def test_offsets_count_code_points() -> None:
    assert span_at(TEXT, Extent(0, 1), document="d").exact == "🚢"


def test_a_span_keeps_its_context() -> None:
    span = span_at("x" * 50 + "12" + "y" * 50, Extent(50, 52), document="d")
    assert (span.prefix, span.suffix) == ("x" * CONTEXT_CHARS, "y" * CONTEXT_CHARS)


def test_a_span_does_not_stand_where_a_letter_differs() -> None:
    span = span_at(TEXT, Extent(2, 13), document="d")
    assert span.stands_in(TEXT)
    assert not span.stands_in(TEXT.replace("12 died", "13 died"))
    assert not span.stands_in(f" {TEXT}")


@pytest.mark.parametrize(("start", "end", "exact"), [(0, 0, ""), (-1, 1, "ab"), (0, 3, "ab")])
def test_a_span_that_does_not_fit_its_words_is_refused(start: int, end: int, exact: str) -> None:
    with pytest.raises(InvariantError):
        Span("d", start, end, exact)


def test_words_beyond_the_text_cannot_be_pinned() -> None:
    with pytest.raises(InvariantError):
        span_at("short", Extent(3, 9), document="d")


def test_the_id_of_a_span_is_that_of_its_words_and_place() -> None:
    one, other = (span_at(TEXT, Extent(at, at + 2), document="d") for at in (11, 21))
    assert one.id != other.id
    assert one.id.startswith("spn-")


def test_an_extent_runs_forward() -> None:
    with pytest.raises(InvariantError, match="is no extent"):
        Extent(3, 2)


def test_extents_that_touch_do_not_overlap() -> None:
    assert not Extent(0, 3).overlaps(Extent(3, 5))
    assert Extent(0, 4).overlaps(Extent(3, 5))
    assert Extent(0, 5).contains(Extent(3, 5))
    assert not Extent(0, 4).contains(Extent(3, 5))
    assert len(Extent(3, 5)) == 2


def test_a_quote_that_occurs_once_is_found() -> None:
    assert locate_quote(TEXT, "At least 12", document="d").of(TEXT) == "At least 12"


@pytest.mark.parametrize("quote", ["at least 12", "At  least", '"No comment,"', "No comment."])
def test_nothing_is_folded(quote: str) -> None:
    with pytest.raises(QuoteNotFound):
        locate_quote(TEXT, quote, document="d")


def test_a_quote_that_occurs_twice_needs_a_place() -> None:
    with pytest.raises(QuoteAmbiguous, match="2 times"):
        locate_quote(TEXT, "12", document="d")
    assert locate_quote(TEXT, "12", document="d", near=0).start == TEXT.index("12")
    assert locate_quote(TEXT, "12", document="d", near=60).start == TEXT.rindex("12")


def test_of_two_places_equally_close_the_earlier_is_taken() -> None:
    assert locate_quote("ab_ab", "ab", document="d", near=1) == Extent(0, 2)
    assert locate_quote("a__a", "a", document="d", near=1) == Extent(0, 1)


def test_overlapping_occurrences_are_all_seen() -> None:
    assert locate_quote("aaa", "aa", document="d", near=1) == Extent(1, 3)


def test_an_empty_quote_has_no_place() -> None:
    with pytest.raises(InvariantError, match="empty"):
        locate_quote(TEXT, "", document="d")


def test_a_break_put_between_blocks_has_no_counterpart_in_the_source() -> None:
    offsets = OffsetMap((Piece(0, 10, 5), Piece(6, 30, 5)))
    assert offsets.to_source(Extent(3, 8)) == (Extent(13, 15), Extent(30, 32))
    assert offsets.to_source(Extent(5, 6)) == ()
    assert offsets.to_source(Extent(2, 2)) == ()


@pytest.mark.parametrize(
    "pieces", [(Piece(0, 0, 0),), (Piece(0, -1, 2),), (Piece(0, 0, 3), Piece(2, 9, 1))]
)
def test_pieces_that_overlap_or_are_empty_are_refused(pieces: tuple[Piece, ...]) -> None:
    with pytest.raises(InvariantError, match="offset map"):
        OffsetMap(pieces)


def test_the_map_of_an_empty_text_is_empty() -> None:
    assert identity_map(0) == OffsetMap()
