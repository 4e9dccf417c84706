"""The corpora the weights are trained on, checked by digest and cut down to what may be trained on."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.adapters.onnx.decoding import EntityRun, label_runs
from recipe.mentions import names_of_mentions

DATA_TABLE = Path(__file__).with_name("data.toml")

#: WikiGold's fourth kind and the treebank's other kinds are nothing this reader names.
_NAMES = frozenset({"PER", "ORG", "LOC"})


class CorpusError(Exception):
    """The data is not what the recipe was written for; the person who fetched it can act."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate and its arguments: half-open word indices and PropBank labels, `V` included."""

    predicate: int
    arguments: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with whatever its corpus says about it; what it is silent about is `None`.

    Attributes:
        doc: Document, for joining neighbours; empty when the corpus has none.
        heads: Governor of each word, 1-based; 0 for the root.
        names: BIO over PER, ORG, LOC.
        kinds: BIO over the finer kinds of re3d.
        trust: Weight of `names` in the loss: 1 for hand-made labels, less for derived ones.
    """

    corpus: str
    doc: str
    words: tuple[str, ...]
    upos: tuple[str, ...] | None = None
    xpos: tuple[str, ...] | None = None
    feats: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    deprels: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    frames: tuple[Frame, ...] | None = None
    trust: float = 1.0


def verify(folder: Path) -> None:
    """Check that every file of `data.toml` stands in `folder` with the digest written there.

    Raises:
        CorpusError: A file is missing or differs.
    """
    for name, row in _table().items():
        path = folder / name
        if not path.is_file():
            raise CorpusError(f"no {name} in the data folder; {row['source']}")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != row["sha256"]:
            raise CorpusError(f"{name} has SHA-256 {digest}, the recipe was written for another")


def training_sentences(folder: Path, *, derived_trust: float) -> list[Sentence]:
    """Read everything that may be trained on.

    EWT's training part with names and frames; GUM's permissively licensed genres, with names
    derived from its mentions; WikiGold; re3d without its BBC documents.
    """
    frames = {row["sid"]: _frames(row) for row in _rows(folder, "srl_train")}
    sentences = [_ewt(row, frames) for row in _rows(folder, "ewt_train")]
    sentences += places_stay_places(
        [_gum(row, derived_trust) for row in _rows(folder, "gum_train") if row["permissive"]]
    )
    sentences += [
        Sentence("wikigold", "", tuple(row["words"]), names=_names(row["ner"]))
        for row in _rows(folder, "wikigold")
    ]
    sentences += [
        Sentence("re3d", "", tuple(row["words"]), kinds=tuple(row["ner"]))
        for row in _rows(folder, "re3d_sents_train")
    ]
    return [sentence for sentence in sentences if sentence.words]


def lemma_rows(folder: Path) -> list[tuple[str, str, str, str]]:
    """Return word, lemma, UPOS and XPOS of each word that is spelt right, training parts only."""
    rows = [*_rows(folder, "ewt_train"), *_rows(folder, "gum_train")]
    return [
        (word, lemma, upos, xpos)
        for row in rows
        if row["permissive"]
        for word, lemma, upos, xpos, feats in zip(
            row["words"], row["lemma"], row["upos"], row["xpos"], row["feats"], strict=True
        )
        if "Typo=Yes" not in feats
    ]


def dev_sentences(folder: Path) -> dict[str, list[Sentence]]:
    """Read the development parts that the curve is drawn from: EWT and permissive GUM."""
    frames = {row["sid"]: _frames(row) for row in _rows(folder, "srl_dev")}
    return {
        "ewt": [_ewt(row, frames) for row in _rows(folder, "ewt_dev")],
        "gum": [_gum(row, 1.0) for row in _rows(folder, "gum_dev") if row["permissive"]],
    }


def places_stay_places(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Turn organisations whose name is mostly a place into places.

    GUM calls a state that acts an organisation ("South Korea says"); the other corpora do not.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for one in sentences:
        for first, last, kind in _runs(one):
            counts[" ".join(one.words[first:last]), kind] += 1
    return [replace(one, names=_with_places(one, counts)) for one in sentences]


def _with_places(sentence: Sentence, counts: Counter[tuple[str, str]]) -> tuple[str, ...] | None:
    if sentence.names is None:
        return None
    names = list(sentence.names)
    for first, last, kind in _runs(sentence):
        form = " ".join(sentence.words[first:last])
        if kind == "ORG" and counts[form, "LOC"] >= counts[form, "ORG"]:
            names[first:last] = [label.replace("ORG", "LOC") for label in names[first:last]]
    return tuple(names)


def _runs(sentence: Sentence) -> Sequence[EntityRun]:
    return label_runs(sentence.names or ())


def _ewt(row: dict[str, Any], frames: dict[str, tuple[Frame, ...]]) -> Sentence:
    names = None if row["ner"] is None else _names(row["ner"])
    return _treebank(row, "ewt", names, frames.get(row["sid"]), 1.0)


def _gum(row: dict[str, Any], trust: float) -> Sentence:
    names = names_of_mentions(row["words"], row["xpos"], row["head"], row["misc"])
    return _treebank(row, "gum", names, None, trust)


def _treebank(
    row: dict[str, Any],
    corpus: str,
    names: tuple[str, ...] | None,
    frames: tuple[Frame, ...] | None,
    trust: float,
) -> Sentence:
    return Sentence(
        corpus,
        row["doc"],
        tuple(row["words"]),
        upos=tuple(row["upos"]),
        xpos=tuple(row["xpos"]),
        feats=tuple(row["feats"]),
        heads=tuple(row["head"]),
        deprels=tuple(row["deprel"]),
        names=names,
        frames=frames,
        trust=trust,
    )


def _frames(row: dict[str, Any]) -> tuple[Frame, ...]:
    return tuple(
        Frame(frame["predicate"], tuple((start, end, role) for start, end, role in frame["args"]))
        for frame in row["frames"]
    )


def _names(labels: Sequence[str]) -> tuple[str, ...]:
    return tuple(label if label[2:] in _NAMES else "O" for label in labels)


def _rows(folder: Path, part: str) -> Iterator[dict[str, Any]]:
    with gzip.open(folder / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(DATA_TABLE.read_text(encoding="utf-8"))


def counts(folder: Path) -> dict[str, dict[str, int]]:
    """Return per corpus how many sentences, words, names and frames will be trained on."""
    table: dict[str, Counter[str]] = {}
    for one in training_sentences(folder, derived_trust=1.0):
        row = table.setdefault(one.corpus, Counter())
        row["sentences"] += 1
        row["words"] += len(one.words)
        row["names"] += len(_runs(one)) + len(label_runs(one.kinds or ()))
        row["frames"] += len(one.frames or ())
    return {corpus: dict(row) for corpus, row in table.items()}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Check the corpora and count them.")
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    try:
        verify(data)
    except CorpusError as error:
        raise SystemExit(str(error)) from error
    print(json.dumps(counts(data), indent=1))
