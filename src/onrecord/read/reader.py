"""Reading a document: its statements, in order of the text, each with exact spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.domain.document import Document
from onrecord.domain.errors import InvariantError
from onrecord.domain.span import Extent
from onrecord.domain.statement import Statement, Voice
from onrecord.ports.linguist import Linguist, Parse
from onrecord.read.quantities import find_quantities
from onrecord.read.quotations import Quotation, find_quotations
from onrecord.read.sentence import SentenceReading
from onrecord.read.sentences import split_sentences
from onrecord.read.statements import statements_of
from onrecord.read.times import find_times
from onrecord.read.voices import Names

READER = "onrecord-read 1"


def read_document(document: Document, text: str, *, linguist: Linguist) -> tuple[Statement, ...]:
    """Return what a document says.

    Args:
        document: The capture; its passages say what is read (body and headings that say something).
        text: The text all offsets count in.
        linguist: What analyses sentences.

    Returns:
        Statements in order of the text. Reading twice gives the same statements.

    Raises:
        InvariantError: a span does not stand in the text: a bug.
    """
    passages = [
        passage.extent for passage in document.passages if passage.role in ("body", "heading")
    ]
    headings = {p.extent.start for p in document.passages if p.role == "heading"}
    quotations = find_quotations(text, passages)
    places = [
        (index, extent)
        for index, passage in enumerate(passages)
        for extent in split_sentences(text, passage)
    ]
    parses = linguist.analyse(text, [extent for _, extent in places])
    names = Names()
    found: list[Statement] = []
    carried: tuple[Voice, ...] = ()
    last_passage = -1
    for (index, _), parse in zip(places, parses, strict=True):
        if index != last_passage:
            carried, last_passage = (), index
        if passages[index].start in headings and not _says_something(parse):
            continue
        sentence = _sentence(document, text, index, parse, quotations)
        made = statements_of(sentence, doc_date=document.doc_date, names=names, carried=carried)
        carried = _voices_at_end(sentence, made)
        found.extend(made)
    _check(found, text)
    return tuple(dict.fromkeys(found))


def _sentence(
    document: Document, text: str, passage: int, parse: Parse, quotations: Sequence[Quotation]
) -> SentenceReading:
    times = find_times(text, parse.extent, doc_date=document.doc_date)
    return SentenceReading(
        text=text,
        document=document.id,
        passage=passage,
        parse=parse,
        times=times,
        quantities=find_quantities(parse, text, times=times),
        quotations=_touching(quotations, parse.extent),
    )


def _touching(quotations: Sequence[Quotation], extent: Extent) -> tuple[Quotation, ...]:
    starts = [one.outer.start for one in quotations]
    last = bisect_right(starts, extent.end)
    first = max(0, bisect_right(starts, extent.start) - 1)
    return tuple(one for one in quotations[first:last] if one.outer.overlaps(extent))


def _says_something(parse: Parse) -> bool:
    """Say whether a heading has a finite verb, so that "The road ahead" makes no statement."""
    return any(
        token.upos in ("VERB", "AUX") and token.xpos in ("VBD", "VBZ", "VBP", "MD", "VBN")
        for token in parse.tokens
    )


def _voices_at_end(sentence: SentenceReading, made: Sequence[Statement]) -> tuple[Voice, ...]:
    """Return who speaks in a quotation, for one that follows it without a cue of its own."""
    quoted = [one for one in made if one.mode == "direct" and one.voices]
    if not quoted or quoted[-1].voices[-1].identity == "unattributed":
        return ()
    return quoted[-1].voices if sentence.quotations else ()


def _check(statements: Sequence[Statement], text: str) -> None:
    for statement in statements:
        for span in statement.spans:
            if not span.stands_in(text):
                raise InvariantError(f"{span.exact!r} does not stand at {span.start}")
