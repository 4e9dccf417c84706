"""From quoted words to the cue and the source that carry them.

A verb of talk outside the marks carries them where the tree hangs them from it, or where no other verb
stands between; else the clause they end, the noun they are written on, or "according to".
"""

from __future__ import annotations

from onrecord.read.attribution import (
    Attribution,
    according_of,
    attributions_of,
    cue_tokens,
    source_of,
)
from onrecord.read.attribution_sources import is_asked
from onrecord.read.cues import CUES, NEGATIONS, TALK_BEFORE_QUOTE, UTTERANCE_NOUNS, Cue, speaks
from onrecord.read.quotations import Quotation
from onrecord.read.tree import Tree


def attribution_of_quotation(
    tree: Tree, quotation: Quotation, others: tuple[Quotation, ...]
) -> Attribution | None:
    """Return the cue that carries a quotation in its sentence, outside every quotation.

    A verb of talk carries it when the tree hangs the quoted words from it, or when no other verb
    stands between them; two halves of one utterance share the verb between or beside them.
    """
    outside = [
        index
        for index, token in enumerate(tree.tokens)
        if not any(other.outer.start <= token.start < other.outer.end for other in others)
    ]
    candidates = [index for index in outside if _may_carry(tree, index)]
    verb = _governing_quote(tree, quotation, candidates)
    if verb is None:
        verb = _nearest(tree, quotation, outside, candidates)
    if verb is None and others and others[0].outer.start < quotation.outer.start:
        verb = _nearest(tree, others[0], outside, candidates)
    if verb is None:
        return (
            _content_with(tree, quotation, outside)
            or _noun_before(tree, quotation, outside)
            or _according_near(tree, outside)
        )
    cue = CUES.get(tree.lemma(verb), Cue(None, "neutral"))
    source = source_of(tree, verb)
    if (source is None or source not in outside) and not is_asked(tree, verb):
        source = _subject_outside(tree, verb, outside)
    if (source is None or source not in outside) and not _has_hidden_speaker(tree, verb):
        spoken = [source_of(tree, other) for other in reversed(candidates) if other < verb]
        source = next((one for one in spoken if one is not None and one in outside), None)
    return Attribution(cue_tokens(tree, verb), cue, source)


def _content_with(tree: Tree, quotation: Quotation, outside: list[int]) -> Attribution | None:
    """Return who reports the words that a quotation ends: "said they would leave and “take it all”"."""
    inside = set(tree.indices_in(quotation.outer))
    for at in sorted(inside):
        if tree.tokens[at].head in inside or tree.tokens[at].upos == "PUNCT":
            continue
        chain = attributions_of(tree, at)
        printed = bool(chain) and tree.tokens[chain[-1].cue[0]].text == "("
        if chain and not printed and chain[-1].cue[-1] in outside:
            return chain[-1]
    return None


def _subject_outside(tree: Tree, verb: int, outside: list[int]) -> int | None:
    """Return the verb's subject that stands outside the quoted words, even hung from a verb in them.

    Names in quoted words and the speaker's beside them draw each other: "…, DANA REY," she wrote.
    """
    near = set(outside)
    spoken = [at for at in near if tree.relation(at) == "nsubj" and at != verb]
    own = [at for at in spoken if tree.tokens[at].head == verb]
    lost = [at for at in spoken if tree.tokens[at].head not in near and at < verb]
    return max(own or lost, default=None)


def introduction_of(tree: Tree) -> Attribution | None:
    """Return the cue of a sentence that ends in a colon and so hands over to quoted words.

    Of "Reyes issued a letter, saying:" that is "saying", by Reyes; a sentence whose last verb of talk
    names nobody hands over to nobody.
    """
    if not tree.tokens or tree.tokens[-1].text != ":":
        return None
    verbs = [at for at in range(len(tree.tokens)) if _may_carry(tree, at)]
    if not verbs:
        return None
    source = source_of(tree, verbs[-1])
    cue = CUES.get(tree.lemma(verbs[-1]), Cue(None, "neutral"))
    return None if source is None else Attribution(cue_tokens(tree, verbs[-1]), cue, source)


def _may_carry(tree: Tree, index: int) -> bool:
    if tree.tokens[index].upos != "VERB" or tree.lemma(index) not in TALK_BEFORE_QUOTE:
        return False
    if is_asked(tree, index) or _is_silent(tree, index):
        return False
    return tree.lemma(index) not in CUES or tree.lemma(index) == "read" or speaks(tree, index)


def _is_silent(tree: Tree, verb: int) -> bool:
    """Say whether a verb says that nobody speaks, or somebody not: "said nothing", "did not say"."""
    return any(tree.lemma(at) == "nothing" for at in tree.dependants(verb, "obj")) or any(
        tree.tokens[at].text.lower() in NEGATIONS for at in tree.dependants(verb, "advmod")
    )


def _has_hidden_speaker(tree: Tree, verb: int) -> bool:
    return bool(tree.dependants(verb, "nsubj:pass", "aux:pass")) or is_asked(tree, verb)


def _nearest(
    tree: Tree, quotation: Quotation, outside: list[int], candidates: list[int]
) -> int | None:
    """Return the candidate nearest to a quotation with no other verb between them."""
    near = sorted(candidates, key=lambda index: _distance(tree, index, quotation))
    for verb in near:
        token = tree.tokens[verb]
        low, high = (
            (quotation.outer.end, token.start)
            if token.start >= quotation.outer.end
            else (token.end, quotation.outer.start)
        )
        between = [at for at in outside if low <= tree.tokens[at].start < high]
        if not any(tree.tokens[at].upos == "VERB" for at in between):
            return verb
    return None


def _governing_quote(tree: Tree, quotation: Quotation, candidates: list[int]) -> int | None:
    """Return the verb that the quoted clause hangs from as its complement, if the tree says so."""
    for at, token in enumerate(tree.tokens):
        inside = quotation.outer.start <= token.start < quotation.outer.end
        if (
            inside
            and token.head in candidates
            and tree.relation(at) in ("ccomp", "obj", "parataxis")
        ):
            return token.head
    return None


def _according_near(tree: Tree, outside: list[int]) -> Attribution | None:
    for index in outside:
        found = according_of(tree, index)
        if found:
            return found[0]
    return None


def _noun_before(tree: Tree, quotation: Quotation, outside: list[int]) -> Attribution | None:
    """Return the source of "the minister's words: “…”" or "a sign with the words “…”"."""
    for index in reversed(outside):
        if tree.tokens[index].end > quotation.outer.start:
            continue
        owners = tree.dependants(index, "nmod:poss") or _bearer_of(tree, index)
        if tree.lemma(index) in UTTERANCE_NOUNS | {"word"} and owners:
            return Attribution((index,), Cue(None, "neutral"), owners[0])
    return None


def _bearer_of(tree: Tree, index: int) -> tuple[int, ...]:
    """Return what words are written on: the noun before "with the words", "bearing the words"."""
    opening = tree.subtree(index)[0]
    if tree.lemma(index) != "word" or tree.lemma(opening) != "with" or opening == 0:
        return ()
    return (opening - 1,) if tree.tokens[opening - 1].upos == "NOUN" else ()


def _distance(tree: Tree, index: int, quotation: Quotation) -> tuple[int, int]:
    token = tree.tokens[index]
    if token.start >= quotation.outer.end:
        return token.start - quotation.outer.end, 1
    return quotation.outer.start - token.end, 0
