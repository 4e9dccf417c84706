"""Whose words stand in quotation marks: which quotations are utterances, and who carries each.

A quotation that runs over several sentences belongs to one speaker, named before it or after its end;
one that stands alone right after reported words goes on with the same speaker; one whose sentence has
other words, but names nobody, is unattributed.

A paragraph of quoted words alone goes on with the speaker of the paragraph before only if all words
quoted there are one speaker's, or it ends in a colon, and if no words of its own end in a comma, which
promises a speaker still to come.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.domain.statement import Voice
from onrecord.read.attribution import Attribution
from onrecord.read.attribution_quotes import attribution_of_quotation
from onrecord.read.cues import CUES
from onrecord.read.quotations import Quotation
from onrecord.read.sentence import SentenceReading
from onrecord.read.tree import Tree

#: What a clause has to bring with it for a quotation inside it to be only a part of it.
_BELONGING = ("nsubj", "csubj", "expl", "cop", "aux", "mark")


@dataclass(frozen=True, slots=True)
class Carrier:
    """The cue of a quotation and the sentence it stands in."""

    sentence: SentenceReading
    step: Attribution


@dataclass(frozen=True, slots=True)
class Running:
    """A quotation that has begun: who speaks it, for its later sentences and what follows it."""

    quotation: Quotation
    voices: tuple[Voice, ...]
    carrier: Carrier | None = None


def utterances_of(sentence: SentenceReading) -> tuple[Quotation, ...]:
    """Return the quotations of a sentence that hold somebody's whole words, in order."""
    return tuple(
        one
        for one in sentence.quotations
        if one.is_utterance(sentence.text)
        and (not sentence.extent.contains(one.outer) or not _is_embedded(sentence, one))
    )


def carrier_of(
    sentence: SentenceReading, quotation: Quotation, tail: SentenceReading | None
) -> Carrier | None:
    """Return the cue of a quotation that begins in `sentence`, or `None` where there is none.

    Args:
        sentence: Where it begins.
        quotation: The words.
        tail: The sentence where it ends, if that is a later one.
    """
    for place in (tail, sentence):
        if place is None:
            continue
        step = attribution_of_quotation(place.tree, quotation, place.quotations)
        if step is not None and not place.is_quoted(step.cue[-1]):
            return Carrier(place, step)
    return None


def stands_alone(sentence: SentenceReading) -> bool:
    """Say whether a sentence has no words outside its quotation marks."""
    return sentence.is_all_quoted


def is_link(sentence: SentenceReading) -> bool:
    """Say whether a sentence in capitals is a link to another story, set between paragraphs."""
    return not sentence.quotations and sentence.extent.of(sentence.text).isupper()


def carries_on(sentences: Sequence[SentenceReading], at: int) -> bool:
    """Say whether the speech of the sentence before one may go on in it; links are not there.

    It may within a passage, and into the next one where a quotation is opened again without having
    been closed, as newspapers do for speech over several paragraphs, or where it is speech alone.

    Args:
        sentences: The document's sentences, in order.
        at: The sentence; no link.
    """
    last = at - 1
    while last >= 0 and is_link(sentences[last]):
        last -= 1
    if last < 0:
        return False
    before, sentence = sentences[last], sentences[at]
    if before.passage == sentence.passage:
        return True
    if not _follows(before, sentence):
        return False
    reopened = (
        bool(before.quotations and sentence.quotations)
        and not before.quotations[-1].closed
        and sentence.quotations[0].outer.start == sentence.extent.start
    )
    return reopened or _speaks_on(sentences, last, at)


def _follows(before: SentenceReading, sentence: SentenceReading) -> bool:
    """Say whether nothing but links stands between the passages of two sentences."""
    between = sentence.text[before.extent.end : sentence.extent.start]
    return before.passage + 1 == sentence.passage or not any(sign.islower() for sign in between)


def _speaks_on(sentences: Sequence[SentenceReading], last: int, at: int) -> bool:
    """Say whether the one who spoke last still speaks in the paragraph that opens at a sentence."""
    before = sentences[last]
    if not _is_speech_alone(sentences, at):
        return False
    if before.is_all_quoted and bool(before.quotations):
        return True  # carried on there as well, or nobody's there as well
    text = before.extent.of(before.text).rstrip()
    return text.endswith(":") or len(_speakers_of(sentences, last)) == 1


def _is_speech_alone(sentences: Sequence[SentenceReading], at: int) -> bool:
    """Say whether a passage holds nothing but whole quotations that promise no speaker after them."""
    passage = sentences[at].passage
    while at < len(sentences) and sentences[at].passage == passage:
        one = sentences[at]
        if not one.quotations or not one.is_all_quoted:
            return False
        if any(each.inner.of(one.text).rstrip().endswith(",") for each in one.quotations):
            return False
        at += 1
    return True


def _speakers_of(sentences: Sequence[SentenceReading], last: int) -> set[str]:
    """Return the words that name who speaks the quotations of a passage, up to its last sentence.

    A pronoun or a verb without a subject names nobody new; a quotation nobody carries is somebody's.
    """
    found: set[str] = set()
    passage = sentences[last].passage
    at = last
    while at >= 0 and sentences[at].passage == passage:
        sentence = sentences[at]
        for quotation in utterances_of(sentence):
            if quotation.outer.end <= sentence.extent.end:
                found.update(_speaker_words(sentence, quotation))
        at -= 1
    return found - {"he", "she", "they"} or found


def _speaker_words(sentence: SentenceReading, quotation: Quotation) -> tuple[str, ...]:
    carrier = carrier_of(sentence, quotation, None)
    if carrier is None:
        return () if sentence.is_all_quoted else ("",)
    source = carrier.step.source
    return () if source is None else (sentence.tree.tokens[source].text.lower(),)


def _is_embedded(sentence: SentenceReading, quotation: Quotation) -> bool:
    """Say whether a quotation is only part of a clause of the author's own words."""
    tree = sentence.tree
    inside = {
        at
        for at, token in enumerate(tree.tokens)
        if quotation.outer.start <= token.start < quotation.outer.end
    }
    tops = [
        at
        for at in inside
        if tree.tokens[at].head not in inside and tree.tokens[at].upos != "PUNCT"
    ]
    if not tops:
        return False
    clauses = [clause for clause in sentence.clauses if clause.head in inside]
    if any(clause.head in tops and quotation.outer.contains(clause.extent) for clause in clauses):
        return False
    whole = [top for top in tops if _is_whole(tree, top, inside)]
    return not any(clauses or tree.is_predicate(top) for top in whole)


def _is_whole(tree: Tree, top: int, inside: set[int]) -> bool:
    if any(at not in inside for at in tree.dependants(top, *_BELONGING)):
        return False
    relation, governor = tree.relation(top), tree.tokens[top].head
    if relation in ("root", "ccomp", "parataxis"):
        return True
    if governor >= 0 and tree.lemma(governor) in CUES:
        return relation in ("obj", "xcomp", "dep", "advcl", "conj")
    return relation == "conj" and tree.is_predicate(top)
