"""From sentences to arrays: encoding, small distortions that make the weights sturdy, batches.

Everything random is drawn from the generator handed in, so one seed gives one run.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from onrecord.adapters.onnx.encoding import SubwordEncoder, case_class
from recipe.corpora import Sentence
from recipe.labels import LabelIndex

Array: TypeAlias = NDArray[np.int64]

#: What a loss skips.
SILENT = -100
#: Longer sentences (one in a thousand) are left out of training.
MAX_SUBWORDS = 250
_UPPER, _CAPITALISED, _LOWER, _FIGURES = 3, 2, 1, 5
_CURLY_OPEN = {'"': "“", "'": "‘"}
_CURLY_CLOSE = {'"': "”", "'": "’"}
_APOSTROPHES = ("'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "'")


@dataclass(frozen=True, slots=True)
class Distortion:
    """How often a training sentence is changed, as probabilities.

    Attributes:
        upper: All letters count as capitals, as in headlines of agencies.
        title: Each word counts as capitalised, as in headlines of newspapers.
        lower: No word counts as capitalised.
        unstopped: The final full stop is dropped.
        curly: Straight quotation marks become curly ones.
        masked: A subword is hidden.
        renamed: A name gives way to another one of its kind.
    """

    upper: float
    title: float
    lower: float
    unstopped: float
    curly: float
    masked: float
    renamed: float


@dataclass(frozen=True, slots=True)
class Example:
    """One encoded sentence, or several run together.

    Attributes:
        kind: `tree`, `names`, `kinds` or `joined`: which losses apply.
        case: Letter case of each word.
        pieces: Subword ids of each word.
        tags: Per head a column for each word, or nothing.
        heads: Governor of each word, 1-based.
        frames: Predicate and a column of role labels.
        starts: 1 where a sentence starts.
    """

    kind: str
    case: tuple[int, ...]
    pieces: tuple[tuple[int, ...], ...]
    tags: dict[str, tuple[int, ...]]
    heads: tuple[int, ...] = ()
    frames: tuple[tuple[int, tuple[int, ...]], ...] | None = None
    starts: tuple[int, ...] = ()
    trust: float = 1.0
    final_stop: bool = False

    @property
    def size(self) -> int:
        """Subwords, borders included."""
        return 2 + sum(len(word) for word in self.pieces)


@dataclass(frozen=True, slots=True)
class Batch:
    """Arrays of one step; `[B, T]` over subwords, `[B, W]` over words.

    Attributes:
        tags: Per head `[B, W]`, `SILENT` where nothing is known.
        frames: Sentence and predicate of each frame, `[F, 2]`.
        roles: `[F, W]`.
    """

    kind: str
    ids: Array
    mask: Array
    case: Array
    first: Array
    last: Array
    words: Array
    tags: dict[str, Array]
    heads: Array
    starts: Array
    predicates: Array
    frames: Array
    roles: Array
    trust: NDArray[np.float32]


class ExampleMaker:
    """Encodes sentences with the reader's own encoder."""

    def __init__(self, encoder: SubwordEncoder, labels: LabelIndex) -> None:
        self._encoder = encoder
        self._columns = labels.columns

    def example(self, sentence: Sentence, *, curly: bool = False) -> Example:
        """Encode one sentence; with `curly` its straight quotation marks are turned."""
        words = curly_quotes(sentence.words) if curly else sentence.words
        kind = "tree" if sentence.heads else "kinds" if sentence.kinds else "names"
        return Example(
            kind,
            case=tuple(case_class(word) for word in words),
            pieces=self._encoder.subwords(words),
            tags=self._tags(sentence),
            heads=sentence.heads or (),
            frames=self._frames(sentence),
            trust=sentence.trust,
            final_stop=_ends_with_leaf_stop(sentence),
        )

    def _tags(self, sentence: Sentence) -> dict[str, tuple[int, ...]]:
        known = {
            "upos": sentence.upos,
            "xpos": sentence.xpos,
            "feats": sentence.feats,
            "deprel": sentence.deprels,
            "names": sentence.names,
            "kinds": sentence.kinds,
        }
        return {
            head: tuple(self._columns[head].get(label, SILENT) for label in row)
            for head, row in known.items()
            if row is not None
        }

    def _frames(self, sentence: Sentence) -> tuple[tuple[int, tuple[int, ...]], ...] | None:
        if sentence.frames is None:
            return None
        columns = self._columns["roles"]
        rows = []
        for frame in sentence.frames:
            row = [columns["O"]] * len(sentence.words)
            for start, end, role in frame.arguments:
                if f"B-{role}" in columns:
                    row[start:end] = [columns[f"I-{role}"]] * (end - start)
                    row[start] = columns[f"B-{role}"]
            rows.append((frame.predicate, tuple(row)))
        return tuple(rows)


def curly_quotes(words: Sequence[str]) -> tuple[str, ...]:
    """Turn straight quotation marks and apostrophes as a typesetter would."""
    open_marks: set[str] = set()
    turned = []
    for word in words:
        if word in _CURLY_OPEN and word in open_marks:
            open_marks.discard(word)
            turned.append(_CURLY_CLOSE[word])
        elif word == '"':
            open_marks.add(word)
            turned.append(_CURLY_OPEN[word])
        else:
            turned.append(word.replace("'", "’") if word in _APOSTROPHES else word)
    return tuple(turned)


def _ends_with_leaf_stop(sentence: Sentence) -> bool:
    if not sentence.heads or sentence.upos is None or len(sentence.words) < 4:  # noqa: PLR2004
        return False
    last = len(sentence.words)
    return sentence.upos[-1] == "PUNCT" and last not in sentence.heads and sentence.heads[-1] != 0


def distorted(
    example: Example, turned: Example | None, chances: Distortion, rng: random.Random
) -> Example:
    """Return the example, or one of its variants."""
    if turned is not None and rng.random() < chances.curly:
        example = turned
    if example.final_stop and rng.random() < chances.unstopped:
        example = without_last_word(example)
    draw = rng.random()
    for chance, change in (
        (chances.upper, _upper),
        (chances.title, _title),
        (chances.lower, _lower),
    ):
        if draw < chance:
            return replace(example, case=tuple(change(one) for one in example.case))
        draw -= chance
    return example


def _upper(case: int) -> int:
    return _UPPER if case not in (0, _FIGURES) else case


def _title(case: int) -> int:
    return _CAPITALISED if case == _LOWER else case


def _lower(case: int) -> int:
    return _LOWER if case not in (0, _FIGURES) else case


def without_last_word(example: Example) -> Example:
    """Drop the last word, which must govern nothing."""
    return replace(
        example,
        case=example.case[:-1],
        pieces=example.pieces[:-1],
        tags={head: row[:-1] for head, row in example.tags.items()},
        heads=example.heads[:-1],
        frames=None
        if example.frames is None
        else tuple((at, row[:-1]) for at, row in example.frames),
        final_stop=False,
    )


def joined(
    neighbours: Sequence[Example], rng: random.Random, *, cut: float, unstopped: float = 0.0
) -> Example:
    """Run neighbouring sentences together, sometimes starting inside the first one.

    Some sentences lose their full stop, as headlines and transcripts do.

    Trees and roles are left out: a window over running text is read for sentence starts, tags and
    names only.
    """
    neighbours = [
        without_last_word(one) if one.final_stop and rng.random() < unstopped else one
        for one in neighbours
    ]
    starts = [int(at == 0) for one in neighbours for at in range(len(one.pieces))]
    skip = rng.randrange(len(neighbours[0].pieces)) if rng.random() < cut else 0
    heads = ("upos", *(["names"] if all("names" in one.tags for one in neighbours) else []))
    return Example(
        "joined",
        case=tuple(case for one in neighbours for case in one.case)[skip:],
        pieces=tuple(word for one in neighbours for word in one.pieces)[skip:],
        tags={
            head: tuple(column for one in neighbours for column in one.tags[head])[skip:]
            for head in heads
        },
        starts=tuple(starts)[skip:],
        trust=min(one.trust for one in neighbours),
    )


def batches(
    examples: Sequence[Example], rng: random.Random, *, subwords: int
) -> list[list[Example]]:
    """Group examples of one kind and like length, at most `subwords` cells each, in random order."""
    groups: list[list[Example]] = []
    for kind in sorted({example.kind for example in examples}):
        row = [example for example in examples if example.kind == kind]
        row.sort(key=lambda one: one.size + rng.random() * 6)
        group: list[Example] = []
        widest = 0
        for example in row:
            widest = max(widest, example.size)
            if group and widest * (len(group) + 1) > subwords:
                groups.append(group)
                group, widest = [], example.size
            group.append(example)
        groups.append(group)
    rng.shuffle(groups)
    return [group for group in groups if group]


def collate(group: Sequence[Example], ends: tuple[int, int]) -> Batch:
    """Pad one group into arrays; `ends` are the ids of the two border marks."""
    rows, width = len(group), max(len(one.pieces) for one in group)
    length = max(one.size for one in group)
    ids, mask, case = (np.zeros((rows, length), np.int64) for _ in range(3))
    first, last, words = (np.zeros((rows, width), np.int64) for _ in range(3))
    heads, starts, predicates = (np.full((rows, width), SILENT, np.int64) for _ in range(3))
    tags: dict[str, Array] = {}
    frames: list[tuple[int, int]] = []
    role_rows: list[tuple[int, ...]] = []
    for row, one in enumerate(group):
        count = len(one.pieces)
        flat = [ends[0], *(piece for word in one.pieces for piece in word), ends[1]]
        ids[row, : len(flat)] = flat
        mask[row, : len(flat)] = 1
        at = 1
        for index, pieces in enumerate(one.pieces):
            if pieces:
                first[row, index], last[row, index] = at, at + len(pieces) - 1
                case[row, at : at + len(pieces)] = one.case[index]
                at += len(pieces)
        words[row, :count] = 1
        heads[row, : len(one.heads)] = one.heads
        starts[row, : len(one.starts)] = one.starts
        for head, column in one.tags.items():
            tags.setdefault(head, np.full((rows, width), SILENT, np.int64))[row, :count] = column
        if one.frames is not None:
            predicates[row, :count] = 0
            for predicate, labels in one.frames:
                predicates[row, predicate] = 1
                frames.append((row, predicate))
                role_rows.append(labels)
    roles = np.full((len(frames), width), SILENT, np.int64)
    for row, labels in enumerate(role_rows):
        roles[row, : len(labels)] = labels
    return Batch(
        group[0].kind, ids, mask, case, first, last, words, tags, heads, starts, predicates,
        np.array(frames, np.int64).reshape(-1, 2), roles,
        np.array([one.trust for one in group], np.float32),
    )  # fmt: skip


def runs_of_neighbours(
    sentences: Sequence[Sentence], examples: Sequence[Example], rng: random.Random, *, share: float
) -> Iterator[list[Example]]:
    """Yield runs of sentences that follow each other in one document, starting at random.

    Args:
        sentences: In document order.
        examples: Theirs, in the same order.
        rng: Draws where a run starts and how long it gets.
        share: Expected share of the sentences that fall into some run.
    """
    at = 0
    while at < len(sentences):
        limit = rng.randint(40, 200)
        run: list[Example] = []
        size = 0
        while (
            at < len(sentences)
            and sentences[at].doc
            and (not run or sentences[at].doc == sentences[at - 1].doc)
            and size + examples[at].size <= limit
        ):
            run.append(examples[at])
            size += examples[at].size
            at += 1
        if not run:
            at += 1
        elif rng.random() < share:
            yield run
