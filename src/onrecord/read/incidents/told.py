"""Whether the words tell of an act as done, or hold it off: denied, feared, planned, asked."""

from __future__ import annotations

from onrecord.read.sentence import SentenceReading
from onrecord.read.tree import Tree


def is_held_off(sentence: SentenceReading, at: int) -> bool:
    """Say whether the words do not tell of an act as done, tried or threatened."""
    tree = sentence.tree
    if _is_negated(tree, at):
        return True
    if tree.tokens[at].upos not in ("VERB", "ADJ"):
        return _is_only_thought_of(tree, at)
    auxiliaries = {tree.lemma(child) for child in tree.dependants(at, "aux")}
    if auxiliaries & _MODALS:
        return not (auxiliaries & {"may", "might"} and "have" in auxiliaries)
    marks = {tree.lemma(child) for child in tree.dependants(at, "mark", "advmod")}
    asked = "do" in auxiliaries and tree.tokens[-1].text == "?"
    if asked or marks & _CONDITIONS:
        return True
    if "to" in marks:
        return not _is_carried_out(tree, at)
    present = tree.tokens[at].xpos in ("VBZ", "VBP", "VB") and not auxiliaries
    return present and tree.tokens[-1].text in (".", "?", "!")  # a headline tells in the present


_MODALS = frozenset("will would could may might can should must shall".split())
_CONDITIONS = frozenset("if unless whether lest".split())
#: What an infinitive after these tells was done, tried or threatened.
_CARRYING_OUT = frozenset(
    "manage proceed begin continue attempt try help succeed threaten vow".split()
)


def _is_carried_out(tree: Tree, verb: int) -> bool:
    """Say whether an infinitive tells of a deed: "managed to kill", "threatened to kill"."""
    if any(tree.lemma(child) == "have" for child in tree.dependants(verb, "aux")):
        return True
    up = tree.tokens[verb].head
    return up >= 0 and tree.lemma(up) in _CARRYING_OUT


def _is_negated(tree: Tree, at: int) -> bool:
    return any(
        tree.tokens[child].text.lower() in ("not", "n't", "n’t", "never", "no", "neither", "nor")
        for child in tree.dependants(at, "advmod", "det", "cc")
    )


def _is_only_thought_of(tree: Tree, noun: int) -> bool:
    """Say whether a noun names an act that is feared, planned, prevented or threatened."""
    up = tree.tokens[noun].head
    return (
        up >= 0 and tree.lemma(up) in _THOUGHT_OF and tree.relation(noun) in ("obj", "nmod", "obl")
    )


_THOUGHT_OF = frozenset(
    "fear prevent avoid threat threaten risk possibility danger plan plot deny denial wave end stop "
    "call type kind history policy strategy fight struggle war campaign halt combat".split()
)
