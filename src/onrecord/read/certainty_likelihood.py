"""How likely a clause calls something: "a 60 percent chance", "cannot be ruled out", "the chances are slim".

A stated chance is probable from 55 in a hundred on, improbable below 45, and possible between; what
cannot be ruled out is possible, and nobody has ruled anything out. A percentage that is no chance ("60
percent of the port") says nothing of this kind.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.span import Extent
from onrecord.domain.statement import FactualityValue
from onrecord.read.tree import Tree

_CHANCES = frozenset(
    "chance chances likelihood probability odds odd possibility prospect prospects".split()
)
#: Without a number these only name what may come: "the possibility of talks was discussed".
_NAMED_ONLY = frozenset("prospect prospects odd".split())
_SMALL = frozenset(
    "little small slim low slight remote faint minimal poor bleak narrow negligible scant dim".split()
)
_GREAT = frozenset("high strong good great excellent".split())
_PERCENT = frozenset({"percent", "per cent", "%", "pct", "cent"})
_PROBABLE, _IMPROBABLE = 55, 45
_PUTTING = frozenset("put place estimate see give rate".split())


@dataclass(frozen=True, slots=True)
class Likelihood:
    """What a clause holds of what it speaks of, and the words that say so."""

    value: FactualityValue
    words: Extent


def likelihood_at(tree: Tree, head: int) -> Likelihood | None:
    """Return how likely a predicate calls what it speaks of; `None` where it does not.

    Args:
        tree: The sentence.
        head: The predicate.
    """
    return _not_ruled_out(tree, head) or _of_chance(tree, head)


def _not_ruled_out(tree: Tree, head: int) -> Likelihood | None:
    if tree.lemma(head) != "rule":
        return None
    out = [at for at in tree.children[head] if tree.lemma(at) == "out"]
    able = [at for at in tree.dependants(head, "aux") if tree.lemma(at) in ("can", "could")]
    denied = any(
        tree.tokens[at].text.lower() in ("not", "n't", "n’t", "never") for at in tree.children[head]
    )
    if not (out and able and denied):
        return None
    return Likelihood("PS+", tree.extent((able[0], head, out[0])))


def _of_chance(tree: Tree, head: int) -> Likelihood | None:
    """Return what is said of a chance: that there is one, how great it is, or at what it is put."""
    subjects = tree.dependants(head, "nsubj")
    if tree.lemma(head) == "be" and tree.dependants(head, "expl"):
        return _rated(tree, _chance_in(tree, subjects))
    if tree.lemma(head) in ("have", "stand", "face"):
        chance = _chance_in(tree, tree.dependants(head, "obj"))
        return None if chance is None or not _is_measured(tree, chance) else _rated(tree, chance)
    if tree.lemma(head) in _PUTTING:
        chance = _chance_in(tree, tree.dependants(head, "obj"))
        rates = [at for at in tree.dependants(head, "obl") if _percent_of(tree, at) is not None]
        return None if chance is None or not rates else _valued(tree, chance, rates[0])
    chance = _chance_in(tree, subjects)
    if chance is None or not tree.dependants(head, "cop"):
        return None
    named = tree.lemma(head) in _SMALL | _GREAT or _percent_of(tree, head) is not None
    return _valued(tree, chance, head) if named else None


def _chance_in(tree: Tree, nouns: tuple[int, ...]) -> int | None:
    return next((at for at in nouns if tree.lemma(at) in _CHANCES), None)


def _is_measured(tree: Tree, chance: int) -> bool:
    near = tree.dependants(chance, "amod", "compound", "nummod", "det")
    return any(
        tree.lemma(at) in _SMALL | _GREAT | {"no"} or _percent_of(tree, at) is not None
        for at in near
    )


def _rated(tree: Tree, chance: int | None) -> Likelihood | None:
    """Return what a chance with words or a number before it comes to: "a 60 percent chance"."""
    if chance is None or (tree.lemma(chance) in _NAMED_ONLY and not _is_measured(tree, chance)):
        return None
    before = [
        at for at in tree.dependants(chance, "amod", "compound", "nummod", "det") if at < chance
    ]
    words = tree.extent((*before, chance))
    if any(tree.lemma(at) == "no" for at in before):
        return Likelihood("CT-", words)
    rate = next((at for at in before if _percent_of(tree, at) is not None), None)
    if rate is not None:
        return Likelihood(_value_of(_percent_of(tree, rate)), words)
    lemmas = {tree.lemma(at) for at in before}
    if lemmas & _SMALL:
        return Likelihood("PR-", words)
    return Likelihood("PR+" if lemmas & _GREAT else "PS+", words)


def _valued(tree: Tree, chance: int, rate: int) -> Likelihood:
    """Return what a chance comes to that is said to be small, great, or so many in a hundred."""
    words = tree.extent((chance, rate))
    if tree.lemma(rate) in _SMALL:
        return Likelihood("PR-", words)
    if tree.lemma(rate) in _GREAT:
        return Likelihood("PR+", words)
    return Likelihood(_value_of(_percent_of(tree, rate)), words)


def _percent_of(tree: Tree, at: int) -> float | None:
    """Return the number before a word for percent, or glued to its sign: "60 percent", "60%"."""
    text = tree.tokens[at].text
    if text.endswith("%") and text[:-1].replace(".", "", 1).isdigit():
        return float(text[:-1])
    if tree.lemma(at) not in _PERCENT:
        return None
    for one in (*tree.dependants(at, "nummod"), *tree.dependants(at, "compound")):
        number = tree.tokens[one].text
        if number.replace(".", "", 1).isdigit():
            return float(number)
    return None


def _value_of(percent: float | None) -> FactualityValue:
    if percent is None:
        return "PS+"
    if percent >= _PROBABLE:
        return "PR+"
    return "PR-" if percent < _IMPROBABLE else "PS+"
