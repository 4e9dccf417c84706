"""Two reports that weigh one thing differently: a "major escalation", a "token gesture".

An evaluation is nobody's error, so two that differ are a tension, never a contradiction. The pairs of
poles are general; what is weighed must be the same by its noun, and a party or place must be too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from onrecord.domain.link import Link
from onrecord.reconcile.links_told import Told, by_key, link_of, near, newest, root_of
from onrecord.reconcile.words import COMMON, stem, word_set, words_of

#: Reports further apart than this may weigh another stage of the matter.
SPAN_DAYS = 62
#: How many words off the adjective the noun it weighs is looked for.
_REACH = 5
#: … and how many words before it, where it ends a clause.
_BEFORE = 9
#: Words of one noun begin alike ("escalation", "escalatory").
_BEGINNING = 6
#: Names and words two weighings must share.
_GROUNDS = 2

_POLES: tuple[tuple[str, str, str], ...] = (
    (
        "weight",
        "sharp major dramatic unprecedented sweeping massive significant serious grave historic"
        " decisive drastic",
        "symbolic limited modest minor token cosmetic marginal calibrated measured restrained cautious",
    ),
    (
        "outcome",
        "success successful victory triumph effective",
        "failure failed failing defeat setback ineffective botched",
    ),
    (
        "lawfulness",
        "legal lawful legitimate justified lawfully legally",
        "illegal unlawful illegitimate unjustified illegally unlawfully",
    ),
    ("peacefulness", "peaceful peacefully nonviolent", "violent violently riotous"),
    ("stability", "stable safe calm secure", "unstable unsafe chaotic dangerous precarious"),
    (
        "fairness",
        "free fair credible transparent",
        "rigged fraudulent sham stolen flawed unfair",
    ),
    (
        "adequacy",
        "swift prompt adequate sufficient robust quick",
        "slow late delayed inadequate insufficient weak",
    ),
    ("intent", "accidental accident unintentional", "deliberate intentional sabotage"),
    ("avoidability", "unavoidable inevitable unforeseeable", "avoidable preventable foreseeable"),
)
_POLE_OF = {
    word: (name, side)
    for name, *sides in _POLES
    for side, words in enumerate(sides)
    for word in words.split()
}
_COPULA = word_set(
    "is was were are remains remained be been being"
    " called calls describe described describes deemed seen labelled branded considers considered as"
)
#: Words that end what a weighing word stands before; "if" and "but" join two weighings.
_BREAKS = COMMON - word_set("if but") | word_set("including amid despite")
_ADJECTIVAL = ("ory", "ive", "al", "ic", "ary", "ous", "ent", "ant")
_VAGUE = word_set(
    """people number time day week month year thing way part case area kind level amount
    report state statement government official country role impact effect more less injury injuries
    wounds condition"""
)
_OFF = frozenset({"negation", "hypothetical", "counterfactual", "question"})


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How a statement weighs something.

    Attributes:
        told: The statement.
        poles: Dimension and side of each weighing word.
        subjects: Beginnings of the nouns near those words.
        said: The weighing words.
    """

    told: Told
    poles: frozenset[tuple[str, int]]
    subjects: frozenset[str]
    said: tuple[str, ...]

    @property
    def asks(self) -> bool:
        """Say that links are looked for from here."""
        return True

    @property
    def keys(self) -> tuple[str, ...]:
        """Return each dimension with each thing weighed and each name of the sentence."""
        dimensions = sorted({name for name, _ in self.poles})
        return tuple(
            f"weighs|{dimension}|{subject}|{name}"
            for dimension in dimensions
            for subject in sorted(self.subjects)
            for name in sorted(self.told.names)
        )


def evaluations_in(told: Iterable[Told]) -> Iterator[Evaluation]:
    """Yield the statements of one document that weigh something, and what."""
    for one in told:
        words = words_of(one.text)
        marks = [at for at, word in enumerate(words) if _weighs(words, at)]
        if not marks or _OFF & set(one.off_line):
            continue
        subjects = frozenset(word for at in marks for word in _subjects(words, at, one.words))
        if subjects:
            poles = frozenset(_POLE_OF[words[at]] for at in marks)
            yield Evaluation(one, poles, subjects, tuple(words[at] for at in marks))


def find_evaluations(
    asked: Iterable[Evaluation], held: Iterable[Evaluation], lineages: Mapping[str, str]
) -> Iterator[Link]:
    """Yield a tension from each evaluation to the newest earlier one at the other pole.

    Both weigh the same noun, name a party or place in common, share one more word or name, and are by
    different voices in different documents.
    """
    askers = list(asked)
    index = by_key(held, askers)
    for later in askers:
        opposed = [earlier for earlier in near(later, index) if _are_opposed(later, earlier)]
        if opposed:
            earlier = newest(opposed)
            yield link_of(
                later.told,
                earlier.told,
                lineages,
                kind="tension",
                subtype="evaluation",
                says=(
                    f"what one calls {' and '.join(earlier.said)} the other calls"
                    f" {' and '.join(later.said)}"
                ),
            )


def _weighs(words: tuple[str, ...], at: int) -> bool:
    """Say whether a word weighs something; "limited by" and "slow to" tell of doings."""
    return words[at] in _POLE_OF and words[at + 1 : at + 2] not in (("by",), ("to",))


def _are_opposed(later: Evaluation, earlier: Evaluation) -> bool:
    a, b = later.told, earlier.told
    if a.at <= b.at or a.document == b.document or not _in_reach(a, b):
        return False
    if a.speaker and a.speakers & b.speakers:
        return False
    names, words = a.names & b.names, a.words & b.words
    if not names or len(names) + len(words) < _GROUNDS:
        return False
    return any(
        (name, 1 - side) in later.poles and (name, 1 - side) not in earlier.poles
        for name, side in earlier.poles
    )


def _in_reach(a: Told, b: Told) -> bool:
    if a.reported is None or b.reported is None:
        return True
    return abs((a.reported - b.reported).days) <= SPAN_DAYS


def _subjects(words: tuple[str, ...], at: int, matter: frozenset[str]) -> Iterator[str]:
    """Yield the beginnings of the words a weighing word may be about.

    That is what follows it, up to the next small word: the last noun and adjectives before it ("a
    major escalation of …", "a token, defensive step in …"); behind a copula, what stands before.
    """
    behind = list(takewhile(lambda word: word not in _BREAKS, words[at + 1 : at + 1 + _REACH]))
    before = words[max(0, at - _BEFORE) : at]
    if not behind and any(word in _COPULA for word in before):
        yield from (word[:_BEGINNING] for word in before if _may_be_weighed(word, matter))
        return
    plain = [word for word in behind if _may_be_weighed(word, matter)]
    for word in plain:
        if word == plain[-1] or word.endswith(_ADJECTIVAL):
            yield word[:_BEGINNING]


def _may_be_weighed(word: str, matter: frozenset[str]) -> bool:
    return (
        root_of(stem(word)) in matter
        and not {word} & (_VAGUE | COMMON | _COPULA)
        and word not in _POLE_OF
    )
