"""Treebanks, names and roles from JSON Lines files, as gold for the scorers.

A word is known by the extent it has in the text of its sentence, and the text is put together from the
words and the spaces between them, so that a given word is always found again. Token indices count from 0;
a root's governor is -1; all extents are half-open.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias

from onrecord.domain.span import Extent

#: First word, word after the last, label.
Run: TypeAlias = tuple[int, int, str]
Row: TypeAlias = dict[str, Any]

#: A quick run reads every fifth document.
QUICK_STRIDE = 5


@dataclass(frozen=True, slots=True)
class Gold:
    """One sentence as its annotators read it; one entry per word in each tuple.

    Attributes:
        names: Runs of words that name something; None where nobody annotated names.
        open_licence: Whether the licence lets one train on the sentence; False for NC genres.
    """

    sid: str
    doc: str
    genre: str
    open_licence: bool
    text: str
    words: tuple[Extent, ...]
    upos: tuple[str, ...] = ()
    xpos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str, ...] = ()
    names: tuple[Run, ...] | None = None

    @property
    def extent(self) -> Extent:
        """Return where the sentence stands in its own text."""
        return Extent(0, len(self.text))


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate with its labelled arguments, the predicate itself left out."""

    predicate: int
    arguments: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Sentences joined by one space, and where each stands in the whole."""

    text: str
    extents: tuple[Extent, ...]
    sentences: tuple[Gold, ...]


def read_rows(folder: Path, name: str) -> list[Row] | None:
    """Return the rows of `folder/name.jsonl.gz`, or None when there is no such file."""
    path = folder / f"{name}.jsonl.gz"
    if not path.is_file():
        return None
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_treebank(folder: Path, name: str, *, quick: bool = False) -> tuple[Gold, ...] | None:
    """Return the sentences of a treebank, or None when its file is missing.

    Args:
        folder: Where the files stand.
        name: File name up to `.jsonl.gz`, such as `ewt_test`.
        quick: Read every fifth document only.
    """
    rows = read_rows(folder, name)
    if rows is None:
        return None
    found = [_treebank_sentence(row) for row in rows]
    return tuple(every_fifth_document(found) if quick else found)


def read_names(folder: Path, name: str, *, quick: bool = False) -> tuple[Gold, ...] | None:
    """Return sentences annotated with names only, or None when their file is missing."""
    rows = read_rows(folder, name)
    if rows is None:
        return None
    found = []
    for number, row in enumerate(rows):
        text, words = joined(row["words"], [True] * len(row["words"]))
        doc = str(row.get("doc", number))
        names = bio_runs(row["ner"])
        found.append(Gold(str(number), doc, "", True, text, words, names=names))
    return tuple(every_fifth_document(found) if quick else found)


def read_roles(folder: Path, name: str) -> dict[str, tuple[Frame, ...]] | None:
    """Return the frames per sentence id, or None when the file is missing.

    The predicate's own span (`V`, and `C-V` for its particle) is no argument and is left out.
    """
    rows = read_rows(folder, name)
    if rows is None:
        return None
    return {row["sid"]: tuple(_frame(frame) for frame in row["frames"]) for row in rows}


def every_fifth_document(sentences: Sequence[Gold]) -> list[Gold]:
    """Return the sentences of the first, sixth, eleventh … document."""
    kept: list[Gold] = []
    for number, (_, group) in enumerate(groupby(sentences, key=lambda one: one.doc)):
        if number % QUICK_STRIDE == 0:
            kept.extend(group)
    return kept


def documents(sentences: Sequence[Gold], *, whole: bool = False) -> tuple[Document, ...]:
    """Join sentences into running text without line breaks.

    Args:
        sentences: In the order of their documents.
        whole: Join everything into one text instead of one per document.
    """
    if whole:
        return (document(sentences),) if sentences else ()
    groups = groupby(sentences, key=lambda one: one.doc)
    return tuple(document(tuple(group)) for _, group in groups)


def document(sentences: Sequence[Gold]) -> Document:
    """Join sentences with one space."""
    extents: list[Extent] = []
    start = 0
    for sentence in sentences:
        extents.append(Extent(start, start + len(sentence.text)))
        start += len(sentence.text) + 1
    text = " ".join(sentence.text for sentence in sentences)
    return Document(text, tuple(extents), tuple(sentences))


def joined(forms: Sequence[str], spaces: Sequence[bool]) -> tuple[str, tuple[Extent, ...]]:
    """Return the text of the words and where each stands.

    Example:
        >>> joined(["do", "n't", "go"], [False, True, True])[0]
        "don't go"
    """
    parts: list[str] = []
    words: list[Extent] = []
    at = 0
    for form, space in zip(forms, spaces, strict=True):
        words.append(Extent(at, at + len(form)))
        parts.append(form + " " * space)
        at += len(form) + space
    return "".join(parts).rstrip(" "), tuple(words)


def bio_runs(labels: Sequence[str]) -> tuple[Run, ...]:
    """Return the runs of a BIO sequence; an `I-` that continues nothing begins a run.

    Example:
        >>> bio_runs(["B-PER", "I-PER", "O", "I-LOC"])
        ((0, 2, 'PER'), (3, 4, 'LOC'))
    """
    return tuple(_runs(labels))


def _runs(labels: Sequence[str]) -> Iterator[Run]:
    start, kind = 0, ""
    for index, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            yield start, index, kind
            kind = ""
        if label != "O" and not kind:
            start, kind = index, label[2:]


def _treebank_sentence(row: Row) -> Gold:
    text, words = joined(row["words"], row["spaces"])
    return Gold(
        sid=row["sid"],
        doc=row["doc"],
        genre=row["genre"],
        open_licence=row["permissive"],
        text=text,
        words=words,
        upos=tuple(row["upos"]),
        xpos=tuple(row["xpos"]),
        feats=tuple("" if feats == "_" else feats for feats in row["feats"]),
        lemmas=tuple(row["lemma"]),
        heads=tuple(head - 1 for head in row["head"]),
        deprels=tuple(row["deprel"]),
        names=None if row["ner"] is None else bio_runs(row["ner"]),
    )


def _frame(row: Row) -> Frame:
    spans = (tuple(one) for one in row["args"])
    kept = tuple((start, end, label) for start, end, label in spans if label not in ("V", "C-V"))
    return Frame(row["predicate"], kept)
