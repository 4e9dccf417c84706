"""Reading a document: its statements, in order of the text, each with exact spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.domain.document import Document
from onrecord.domain.errors import InvariantError
from onrecord.domain.span import Extent
from onrecord.domain.statement import Statement
from onrecord.ports.gazetteer import Gazetteer
from onrecord.ports.linguist import Linguist, Parse
from onrecord.read.credits import Credit, credits_in, pieces_of
from onrecord.read.people import Names
from onrecord.read.plover_contexts import contexts_of
from onrecord.read.quantities import FoundQuantity, find_quantities
from onrecord.read.quotations import Quotation, find_quotations
from onrecord.read.sentence import SentenceReading
from onrecord.read.sentences import datelines_in, sentences_in
from onrecord.read.speech import Running, carries_on, is_link
from onrecord.read.statements import Around, statements_of
from onrecord.read.times import FoundTime, calendar_conflicts, find_times
from onrecord.read.toponyms import Toponym, find_toponyms
from onrecord.read.transcripts import speaker_of

READER = "onrecord-read 1"


def read_document(
    document: Document, text: str, *, linguist: Linguist, gazetteer: Gazetteer | None = None
) -> tuple[Statement, ...]:
    """Return what a document says.

    Args:
        document: The capture; its passages say what is read (body and headings that say something).
        text: The text all offsets count in.
        linguist: What analyses sentences.
        gazetteer: What places are listed; without one they are kept as worded, unlocated.

    Returns:
        Statements in order of the text. Reading twice gives the same statements.

    Raises:
        InvariantError: a span does not stand in the text: a bug.
    """
    sentences = tuple(read_sentences(document, text, linguist))
    toponyms = () if gazetteer is None else find_toponyms(sentences, gazetteer)
    contexts = _contexts(sentences)
    names = Names()
    running: Running | None = None
    found: list[Statement] = []
    for at, sentence in enumerate(sentences):
        if sentence.is_dateline:
            running = None
            continue
        link = is_link(sentence)
        if not link and not carries_on(sentences, at):
            running = None
        made = statements_of(
            sentence,
            doc_date=document.doc_date,
            names=names,
            around=Around(
                running=None if link else running,
                tail=_tail(sentences, at),
                toponyms=_within(toponyms, sentence.extent),
                contexts=contexts[sentence.passage],
            ),
        )
        running = running if link else made.running
        found.extend(made.statements)
    _check(found, text)
    return tuple(dict.fromkeys(found))


def read_sentences(document: Document, text: str, linguist: Linguist) -> Iterator[SentenceReading]:
    """Yield the sentences that say something, with their times told on from one to the next.

    Args:
        document: The capture; its body and its headings are read.
        text: The text all offsets count in.
        linguist: What analyses sentences.
    """
    passages = [one for one in document.passages if one.role in ("body", "heading")]
    extents = [one.extent for one in passages]
    quotations = find_quotations(text, extents)
    speakers = [speaker_of(text, one.extent) if one.role == "body" else None for one in passages]
    cut = credits_in(text, extents)
    places = [
        (index, extent, credit)
        for index, passage in enumerate(extents)
        for piece, credit in pieces_of(_words_of(speakers[index], passage), cut)
        for extent in sorted((*datelines_in(text, piece), *sentences_in(text, piece, linguist)))
    ]
    datelines = {one for passage in extents for one in datelines_in(text, passage)}
    parses = linguist.analyse(text, [extent for _, extent, _ in places])
    before: tuple[FoundTime, ...] = ()
    narrative: date | None = None
    last_passage = -1
    for (index, _, credit), parse in zip(places, parses, strict=True):
        if index != last_passage:
            before, last_passage = (), index
        times = find_times(text, parse.extent, doc_date=document.doc_date, narrative=narrative)
        quantities = find_quantities(parse, text, times=times)
        heading = passages[index].role == "heading"
        if heading and not _says_something(parse) and not _counts_people(quantities):
            continue
        yield SentenceReading(
            text=text,
            document=document.id,
            passage=index,
            parse=parse,
            times=times,
            quantities=quantities,
            quotations=_touching(quotations, parse.extent),
            conflicts=calendar_conflicts((*before, *times)),
            speaker=_name_of(speakers[index]),
            is_dateline=parse.extent in datelines,
            credit=_named(credit, document, text),
        )
        if parse.extent not in datelines:
            before, narrative = times, _narrative(times, narrative)


def _named(credit: Credit | None, document: Document, text: str) -> Extent | None:
    """Return where a line names whose it is; `None` where that is the publisher of the document."""
    if credit is None:
        return None
    publisher = (document.publisher or "").casefold().removeprefix("the ")
    name = credit.name.of(text).casefold().removeprefix("the ")
    return None if name == publisher else credit.name


def _contexts(sentences: Sequence[SentenceReading]) -> dict[int, tuple[str, ...]]:
    """Return what each passage is about, by its index."""
    lemmas: dict[int, list[str]] = {}
    for sentence in sentences:
        words = (sentence.tree.lemma(at) for at in range(len(sentence.tree.tokens)))
        lemmas.setdefault(sentence.passage, []).extend(words)
    return {passage: contexts_of(words) for passage, words in lemmas.items()}


def _within(toponyms: Sequence[Toponym], extent: Extent) -> tuple[Toponym, ...]:
    first = bisect_left(toponyms, extent.start, key=lambda one: one.extent.start)
    last = bisect_left(toponyms, extent.end, key=lambda one: one.extent.start)
    return tuple(toponyms[first:last])


def _words_of(line: tuple[Extent, Extent] | None, passage: Extent) -> Extent:
    return passage if line is None else line[1]


def _name_of(line: tuple[Extent, Extent] | None) -> Extent | None:
    return None if line is None else line[0]


def _tail(sentences: Sequence[SentenceReading], at: int) -> SentenceReading | None:
    """Return the later sentence where the last quotation of this one ends, if it runs on.

    Words quoted whole that end in a comma promise their speaker: "“We left,” | Reyes also said."
    """
    sentence = sentences[at]
    if not sentence.quotations:
        return None
    last = sentence.quotations[-1]
    later = sentences[at + 1] if at + 1 < len(sentences) else None
    if last.outer.end <= sentence.extent.end:
        promised = sentence.is_all_quoted and last.inner.of(sentence.text).rstrip().endswith(",")
        near = later is not None and later.passage == sentence.passage
        return later if promised and near else None
    return next((one for one in sentences[at + 1 :] if one.extent.end >= last.outer.end), None)


def _narrative(times: Sequence[FoundTime], before: date | None) -> date | None:
    """Return the day that "three days later" counts from after this sentence.

    That is the last single day it names; where it names only a longer past time the story has moved
    on, and no day is told any more.
    """
    days = [
        one.when.earliest
        for one in times
        if one.when.precision == 1 and one.when.basis in ("explicit", "relative")
    ]
    if days:
        return days[-1]
    moved = any(
        one.when.precision > 1 and one.when.basis == "explicit" and one.when.edtf for one in times
    )
    return None if moved else before


def _touching(quotations: Sequence[Quotation], extent: Extent) -> tuple[Quotation, ...]:
    starts = [one.outer.start for one in quotations]
    last = bisect_right(starts, extent.end)
    first = max(0, bisect_right(starts, extent.start) - 1)
    return tuple(one for one in quotations[first:last] if one.outer.overlaps(extent))


def _says_something(parse: Parse) -> bool:
    """Say whether a heading has a finite verb, so that "The road ahead" makes no statement.

    An infinitive after a noun counts, as in "Navy to send two ships".
    """
    finite = ("VBD", "VBZ", "VBP", "MD", "VBN")
    return any(
        token.upos in ("VERB", "AUX") and token.xpos in finite for token in parse.tokens
    ) or any(
        token.xpos == "VB" and token.deprel == "acl" and parse.tokens[token.head].deprel == "root"
        for token in parse.tokens
    )


def _counts_people(quantities: Sequence[FoundQuantity]) -> bool:
    """Say whether a line without a verb states what became of people: "Odesa: 4 killed"."""
    return any(one.quantity.unit.startswith("people_") for one in quantities)


def _check(statements: Sequence[Statement], text: str) -> None:
    for statement in statements:
        for span in statement.spans:
            if not span.stands_in(text):
                raise InvariantError(f"{span.exact!r} does not stand at {span.start}")
