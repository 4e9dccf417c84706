"""Every attribution of a document: who, by which words, is made to answer for which content.

Wider than the voices of statements: thought, wishes, judgements and questions count as well, and a
cue may be a noun or an adjective. What stands inside quotation marks is one voice's and is not cut up
again. Extents count code points of the document's text; they are half-open and hold no outer space.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.domain.span import Extent
from onrecord.read.attribution_quotes import attribution_of_quotation
from onrecord.read.attribution_words import CueClass
from onrecord.read.cues import can_speak
from onrecord.read.quotations import Quotation
from onrecord.read.relations_sentence import Found, bare_talk, found_in
from onrecord.read.relations_source import source_phrase
from onrecord.read.sentence import SentenceReading

#: Words that a speaker's name before a colon may have.
_LABEL_WORDS = 8
#: What speaks before a colon without being a name.
_LABELS = frozenset("poll report study survey source official".split())


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution.

    Attributes:
        source: Where the one it is attributed to is named; empty where nobody is.
        cue: Where the words stand that attribute; never empty.
        content: Where what is attributed stands, in order, not overlapping; never empty.
        cue_class: What the cue does.
        depth: In how many other contents the cue stands: 0 where the author attributes, 1 where
            somebody quoted or reported does.
    """

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    cue_class: CueClass
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Speech:
    """The attribution that quoted words go on with, where it stands, and whether beyond its passage."""

    index: int
    passage: int
    crosses: bool


def relations_of(sentences: Sequence[SentenceReading]) -> tuple[Relation, ...]:
    """Return the attributions of a document, in order of their cues.

    A quotation of several sentences is one content. Sentences that stand whole in quotation marks
    go on with the one who spoke last, as long as nothing else stands between.

    Args:
        sentences: The document's sentences, in order.
    """
    found: list[Relation] = []
    speech: _Speech | None = None
    carried: set[Quotation] = set()
    gone_on: dict[int, list[Quotation]] = {}
    ends = _ends(sentences)
    ends_at = {one.passage: one.extent.end for one in sentences}
    for at, sentence in enumerate(sentences):
        if _is_only_quoted(sentence):
            whole = [one for one in sentence.quotations if one.outer.end <= ends[one]]
            if speech is not None and (speech.crosses or speech.passage == sentence.passage):
                gone_on.setdefault(speech.index, []).extend(whole)
                carried.update(whole)
            continue
        own = [*_labelled(sentence, ends_at[sentence.passage]), *_of_sentence(sentence, carried)]
        own.extend(_tagged(sentences, at, own, carried))
        carried.update(sentence.quotations)
        speech = _goes_on(own, sentence, len(found))
        found.extend(own)
    for index, more in gone_on.items():
        found[index] = _with_quotations(found[index], more)
    complete = [one for one in found if one.cue and one.content]
    return tuple(sorted(_with_depths(complete), key=lambda one: (one.cue, one.content)))


def _tagged(
    sentences: Sequence[SentenceReading],
    at: int,
    own: Sequence[Relation],
    carried: set[Quotation],
) -> Iterator[Relation]:
    """Yield the attribution of quoted words that stand in the next sentence, or in the last one.

    Words that somebody already has stay with that speaker.
    """
    sentence = sentences[at]
    head = bare_talk(sentence)
    cue = Extent(0, 0) if head is None else sentence.tree.extent((head,))
    if head is None or any(extent.overlaps(cue) for one in own for extent in one.cue):
        return
    after = sentences[at + 1 : at + 2]
    before = sentences[at - 1 : at] if at else ()
    for near in (*before, *after):
        free = [one for one in near.quotations if one not in carried and one.closed]
        if near.passage != sentence.passage or not _is_only_quoted(near) or not free:
            continue
        source = _extents(sentence, source_phrase(sentence.tree, head))
        carried.update(free)
        yield Relation(source, (cue,), _joined([one.outer for one in free]), "say")
        return


def _ends(sentences: Sequence[SentenceReading]) -> dict[Quotation, int]:
    """Return up to where each quotation stands in sentences that hold nothing but quoted words.

    That is nowhere for one that ends beside other words: those may name its speaker.
    """
    found: dict[Quotation, int] = {}
    for sentence in sentences:
        for one in sentence.quotations:
            if _is_only_quoted(sentence):
                found[one] = sentence.extent.end
            elif one.outer.end <= sentence.extent.end:
                found[one] = 0
    return found


def _is_only_quoted(sentence: SentenceReading) -> bool:
    return bool(sentence.quotations) and sentence.is_all_quoted


def _goes_on(own: Sequence[Relation], sentence: SentenceReading, base: int) -> _Speech | None:
    """Return which attribution quoted words go on with that stand alone after a sentence.

    Into another paragraph they go on only behind quoted words, or a colon.
    """
    quoting = [at for at, one in enumerate(own) if _quotes(one, sentence)]
    talk = quoting or [at for at, one in enumerate(own) if one.cue_class == "say"]
    if not quoting and len(talk) != 1:
        return None
    colon = sentence.extent.of(sentence.text).rstrip().endswith(":")
    return _Speech(base + talk[-1], sentence.passage, bool(quoting) or colon)


def _with_depths(found: Sequence[Relation]) -> Iterator[Relation]:
    """Yield relations with the number of contents they stand in.

    A content holds a cue if it starts no later and ends no earlier: all that start so early, without
    those that are over by then.
    """
    starts = sorted(extent.start for one in found for extent in one.content)
    ends = sorted(extent.end for one in found for extent in one.content)
    for one in found:
        cue = one.cue[0]
        around = bisect_right(starts, cue.start) - bisect_left(ends, cue.end)
        own = any(extent.contains(cue) for extent in one.content)
        yield replace(one, depth=max(0, around - own))


def _labelled(sentence: SentenceReading, end: int) -> Iterator[Relation]:
    """Yield the attribution of a headline or transcript by a name and a colon: "Mayor: no deal".

    Args:
        sentence: The sentence that may open with a name.
        end: Where its passage ends; a transcript's line is one speaker's to its end.
    """
    tree = sentence.tree
    tokens = tree.tokens
    colon = next((at for at, one in enumerate(tokens[: _LABEL_WORDS + 1]) if one.text == ":"), 0)
    if not colon or colon + 1 >= len(tokens) or not _names_speaker(sentence, colon):
        return
    content = Extent(tokens[colon + 1].start, end)
    opened = [one.outer for one in sentence.quotations if one.outer.start == content.start]
    label = Extent(tokens[0].start, tokens[colon - 1].end)
    cue = Extent(tokens[colon].start, tokens[colon].end)
    yield Relation((label,), (cue,), tuple(opened) or (content,), "say")


def _names_speaker(sentence: SentenceReading, colon: int) -> bool:
    tree = sentence.tree
    label = tree.tokens[:colon]
    if any(one.upos in ("VERB", "AUX", "NUM", "PUNCT", "ADP") for one in label):
        return False
    if label[-1].upos not in ("PROPN", "NOUN") or sentence.is_quoted(0):
        return False
    named = any(
        one.label in ("PER", "ORG") and one.start < label[-1].end and one.end >= label[-1].start
        for one in sentence.entities
    )
    last = tree.lemma(colon - 1)
    return named or can_speak(tree, colon - 1) or last in _LABELS


def _of_sentence(sentence: SentenceReading, carried: set[Quotation]) -> Iterator[Relation]:
    quoted = _quoted_by(sentence, carried)
    drafts = found_in(sentence)
    heads = {one.head for one in drafts}
    for one in drafts:
        relation = _relation(sentence, one)
        if one.takes_clause:
            relation = _with_quotations(relation, quoted.get(one.head, ()))
            relation = _with_quotations(relation, _touched(sentence, relation))
        yield relation
    for head, quotations in quoted.items():
        if head not in heads:
            source = source_phrase(sentence.tree, head)
            spans = tuple(one.outer for one in quotations)
            cue = _extents(sentence, frozenset({head}))
            yield Relation(_extents(sentence, source), cue, _joined(spans), "say")


def _quoted_by(
    sentence: SentenceReading, carried: set[Quotation]
) -> dict[int, tuple[Quotation, ...]]:
    """Return the utterances of a sentence that nobody carries yet, by the word that carries them."""
    found: dict[int, tuple[Quotation, ...]] = {}
    for one in sentence.quotations:
        if one in carried or not one.is_utterance(sentence.text):
            continue
        step = attribution_of_quotation(sentence.tree, one, sentence.quotations)
        if step is not None and not sentence.is_quoted(step.cue[-1]):
            tree = sentence.tree
            verbs = [at for at in step.cue if tree.tokens[at].upos in ("VERB", "NOUN")]
            head = next((at for at in reversed(verbs)), step.cue[0])
            found[head] = (*found.get(head, ()), one)
    return found


def _touched(sentence: SentenceReading, relation: Relation) -> tuple[Quotation, ...]:
    """Return the quotations that a content has part of: they are its own as a whole."""
    return tuple(
        one
        for one in sentence.quotations
        if any(one.outer.overlaps(extent) for extent in relation.content)
        and not any(one.outer.overlaps(extent) for extent in relation.cue)
    )


def _quotes(relation: Relation, sentence: SentenceReading) -> bool:
    return any(
        one.outer.overlaps(extent) for one in sentence.quotations for extent in relation.content
    )


def _relation(sentence: SentenceReading, one: Found) -> Relation:
    return Relation(
        _extents(sentence, one.source),
        _extents(sentence, one.cue),
        _extents(sentence, one.content),
        one.cue_class,
    )


def _with_quotations(relation: Relation, quotations: Sequence[Quotation]) -> Relation:
    more = tuple(one.outer for one in quotations)
    return replace(relation, content=_joined((*relation.content, *more)))


def _joined(extents: Sequence[Extent]) -> tuple[Extent, ...]:
    """Return extents in order, those that overlap made one."""
    found: list[Extent] = []
    for one in sorted(extents):
        if found and one.start <= found[-1].end:
            found[-1] = Extent(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return tuple(found)


def _extents(sentence: SentenceReading, members: frozenset[int]) -> tuple[Extent, ...]:
    """Return the unbroken runs of tokens as extents, without loose punctuation at their edges."""
    tree = sentence.tree
    runs: list[list[int]] = []
    for at in sorted(members):
        if runs and at == runs[-1][-1] + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    found: list[Extent] = []
    for run in runs:
        while run and tree.is_loose(run[0]):
            run.pop(0)
        while run and tree.is_loose(run[-1]):
            run.pop()
        if run:
            found.append(tree.extent(run))
    return tuple(found)
