"""Scores on given words: trees, tags, names, roles. All shares are percentages, 0 to 100."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from benchmarks.linguist.corpora import Frame, Gold
from onrecord.domain.span import Extent
from onrecord.ports.linguist import Parse

#: One sentence with its words given: text, where the sentence stands, where its words stand.
AnalyseWords: TypeAlias = Callable[[str, Extent, Sequence[Extent]], Parse]
Figures: TypeAlias = dict[str, float | int | None]
Labels: TypeAlias = Mapping[str, str]

#: The three kinds the treebanks name. Their places include facilities.
THREE_KINDS: Labels = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC",
}  # fmt: skip
#: The kinds of re3d, from whatever an analyser calls them.
RE3D_KINDS: Labels = {
    "PER": "Person", "PERSON": "Person", "ORG": "Organisation", "LOC": "Location",
    "GPE": "Location", "FAC": "Location", "NORP": "Nationality", "NATIONALITY": "Nationality",
    "WEAPON": "Weapon", "VEHICLE": "Vehicle", "PLATFORM": "MilitaryPlatform",
    "MILITARYPLATFORM": "MilitaryPlatform", "MONEY": "Money", "DATE": "Temporal", "TIME": "Temporal",
    "TEMPORAL": "Temporal", "QUANTITY": "Quantity", "CARDINAL": "Quantity", "PERCENT": "Quantity",
    "DOCUMENTREFERENCE": "DocumentReference", "LAW": "DocumentReference",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counts:
    """What was right, what was proposed, what was to be found."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.found + other.found, self.wanted + other.wanted
        )

    @property
    def precision(self) -> float | None:
        """Return the share of what was proposed that is right; None when nothing was."""
        return percent(self.right, self.found)

    @property
    def recall(self) -> float | None:
        """Return the share of what was to be found that was; None when there was nothing."""
        return percent(self.right, self.wanted)

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of the two: `2 right / (found + wanted)`."""
        return percent(2 * self.right, self.found + self.wanted)


def percent(part: int, whole: int) -> float | None:
    """Return `part` of `whole` in per cent, two decimals; None of nothing.

    Example:
        >>> percent(1, 3)
        33.33
    """
    return round(100 * part / whole, 2) if whole else None


def counted(wanted: Iterable[Hashable], found: Iterable[Hashable]) -> Counts:
    """Compare two collections; a thing proposed twice is right once."""
    gold, system = Counter(wanted), Counter(found)
    return Counts((gold & system).total(), system.total(), gold.total())


def parses_of(analyse: AnalyseWords, sentences: Sequence[Gold]) -> list[Parse]:
    """Analyse each sentence with its gold words given."""
    return [analyse(one.text, one.extent, one.words) for one in sentences]


def tree_scores(
    sentences: Sequence[Gold], parses: Sequence[Parse], *, punctuation: bool
) -> Figures:
    """Return `uas` and `las`: the share of words with the right governor, and relation too.

    Args:
        sentences: Gold.
        parses: Theirs, with the same words.
        punctuation: Whether words the gold attaches as `punct` count.
    """
    words = governed = related = 0
    for gold, parse in zip(sentences, parses, strict=True):
        for index, token in enumerate(parse.tokens):
            if not punctuation and gold.deprels[index] == "punct":
                continue
            words += 1
            right = token.head == gold.heads[index]
            governed += right
            related += right and token.deprel == gold.deprels[index]
    return {"uas": percent(governed, words), "las": percent(related, words)}


def tag_scores(sentences: Sequence[Gold], parses: Sequence[Parse]) -> Figures:
    """Return the share of words with the right `upos`, `xpos`, `feats` and `lemma`."""
    pairs = [
        (gold, index, token)
        for gold, parse in zip(sentences, parses, strict=True)
        for index, token in enumerate(parse.tokens)
    ]
    right = {
        "upos": sum(token.upos == gold.upos[index] for gold, index, token in pairs),
        "xpos": sum(token.xpos == gold.xpos[index] for gold, index, token in pairs),
        "feats": sum(token.feats == gold.feats[index] for gold, index, token in pairs),
        "lemma": sum(token.lemma == gold.lemmas[index] for gold, index, token in pairs),
    }
    return {name: percent(count, len(pairs)) for name, count in right.items()}


def name_counts(
    sentences: Sequence[Gold], parses: Sequence[Parse], labels: Labels = THREE_KINDS
) -> dict[str, Counts]:
    """Return counts per kind of name, exact extent and kind.

    Sentences whose names nobody annotated are left out.

    Args:
        sentences: Gold.
        parses: Theirs; their words need not be the gold's.
        labels: What the gold calls each label of the analyser; others are dropped.
    """
    pairs = [pair for pair in zip(sentences, parses, strict=True) if pair[0].names is not None]
    wanted = [
        (number, gold.words[first].start, gold.words[last - 1].end, label)
        for number, (gold, _) in enumerate(pairs)
        for first, last, label in gold.names or ()
    ]
    found = [
        (number, name.start, name.end, labels[name.label.upper()])
        for number, (_, parse) in enumerate(pairs)
        for name in parse.entities
        if name.label.upper() in labels
    ]
    kinds = sorted({one[3] for one in wanted} | set(labels.values()))
    return {
        kind: counted(
            [one for one in wanted if one[3] == kind], [one for one in found if one[3] == kind]
        )
        for kind in kinds
    }


def name_scores(by_kind: Mapping[str, Counts], kinds: Iterable[str] | None = None) -> Figures:
    """Return `f1`, `precision` and `recall` over all kinds, and `f1_KIND` of each.

    Args:
        by_kind: From `name_counts`.
        kinds: Only these count; all when not given.
    """
    kept = {kind: by_kind[kind] for kind in (by_kind if kinds is None else kinds)}
    total = sum(kept.values(), Counts())
    each: Figures = {f"f1_{kind.lower()}": counts.f1 for kind, counts in kept.items()}
    return {"f1": total.f1, "precision": total.precision, "recall": total.recall} | each


def role_counts(wanted: Sequence[Frame], found: Sequence[Frame]) -> Counts:
    """Compare the arguments of one sentence: same predicate, same words, same label."""
    return counted(_arguments(wanted), _arguments(found))


def _arguments(frames: Sequence[Frame]) -> list[tuple[int, int, int, str]]:
    return [(frame.predicate, *argument) for frame in frames for argument in frame.arguments]
