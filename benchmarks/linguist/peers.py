"""Other analysers, scored like ours: spaCy pipelines that are installed, and one trained on our data.

spaCy is not needed to run Onrecord; without it there are no peers. The trained peer is spaCy's own default
for a processor (a small convolutional network, no word vectors) with tags, features, trees and names, and
sees the same open data as our weights: EWT, the open genres of GUM, the names of EWT, WikiGold.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.linguist import cost
from benchmarks.linguist.corpora import Gold, read_names, read_treebank
from benchmarks.linguist.corpus_figures import Corpora, given_word_figures
from benchmarks.linguist.probes import hard_score
from benchmarks.linguist.scores import THREE_KINDS, Figures
from onrecord.domain.span import Extent
from onrecord.ports.linguist import NamedEntity, Parse, Token

CACHE = Path("build/peers")
_PIPELINE = ("tagger", "morphologizer", "parser", "ner")
_WORDS_PER_STEP = 1000
_SEED = 1
#: A relation only ClearNLP-style trees have: their governors differ too, so LAS means nothing.
_CLEAR_MARK = "nsubjpass"
_FILES = ("ewt_train", "gum_train", "wikigold")


@dataclass(frozen=True, slots=True)
class Peer:
    """A spaCy pipeline.

    Attributes:
        name: What to call it in the table.
        pipeline: The loaded pipeline, a `spacy.Language`.
        note: What to know when reading its figures; empty when nothing.
    """

    name: str
    pipeline: Any
    note: str = ""

    def analyse_words(self, text: str, extent: Extent, words: Sequence[Extent]) -> Parse:
        """Analyse one sentence whose words are given; it stays one sentence."""
        spacy_tokens = importlib.import_module("spacy.tokens")
        forms = [word.of(text) for word in words]
        spaces = [text[word.end : word.end + 1] == " " for word in words]
        starts = [index == 0 for index in range(len(words))]
        doc = spacy_tokens.Doc(self.pipeline.vocab, words=forms, spaces=spaces, sent_starts=starts)
        for _, component in self.pipeline.pipeline:
            doc = component(doc)
        return Parse(extent, _tokens(doc, words), _entities(doc, words))

    def read(self, text: str) -> Parse:
        """Analyse a text as one sentence, with the pipeline's own words."""
        made = self.pipeline.make_doc(text)
        words = [Extent(one.idx, one.idx + len(one.text)) for one in made if not one.is_space]
        return self.analyse_words(text, Extent(0, len(text)), words)


def installed_peer(name: str) -> Peer:
    """Load an installed pipeline.

    Raises:
        ValueError: spaCy or the pipeline is not installed.
    """
    try:
        pipeline = importlib.import_module("spacy").load(name)
    except (ImportError, OSError) as error:
        raise ValueError(f"no spaCy pipeline {name}: {error}") from error
    clear = "parser" in pipeline.pipe_names and _CLEAR_MARK in pipeline.get_pipe("parser").labels
    note = "ClearNLP trees: no LAS; UAS suffers from other conventions" if clear else ""
    return Peer(name, pipeline, note)


def peer_figures(peer: Peer, corpora: Corpora, folder: Path, *, runs: int) -> Figures:
    """Return the figures that the pipeline's components allow, others null."""
    figures = given_word_figures(corpora, peer.analyse_words)
    figures = {name: value if _says(peer, name) else None for name, value in figures.items()}
    if not peer.note:
        hard = hard_score(folder, peer.read)
        if hard is not None:
            figures |= {"hard_probes": hard.probes, "hard_names": hard.names}
    if corpora.running:
        speed = cost.word_speed(lambda text: len(peer.read(text).tokens), corpora.running, runs)
        figures["words_per_s_core"] = speed.best
    return figures


def trained_peer(
    folder: Path, steps: int, *, limit: int | None = None, cache: Path = CACHE
) -> Peer:
    """Return spaCy's default network trained on our data, from the cache when it was trained before.

    Args:
        folder: Where the training files stand.
        steps: Updates of about a thousand words.
        limit: Use only so many sentences of each file; all when not given.
        cache: Trained pipelines stand here, in a folder named after data, steps and configuration.

    Raises:
        ValueError: spaCy or a training file is missing.
    """
    try:
        spacy = importlib.import_module("spacy")
    except ImportError as error:
        raise ValueError("spaCy is not installed: no peer to train") from error
    missing = [name for name in _FILES if not (folder / f"{name}.jsonl.gz").is_file()]
    if missing:
        raise ValueError(f"no {', '.join(missing)} in {folder}: no peer to train")
    config = _config()
    path = cache / _digest(folder, [spacy.__version__, steps, limit, config])
    name = f"spaCy CNN, same data, {steps} steps"
    if path.is_dir():
        return Peer(name, spacy.load(path))
    pipeline = spacy.util.load_model_from_config(config, auto_fill=True)
    _train(pipeline, _training_sentences(folder, limit), steps)
    path.parent.mkdir(parents=True, exist_ok=True)
    pipeline.to_disk(path)
    return Peer(name, pipeline)


def _train(pipeline: Any, sentences: Sequence[Gold], steps: int) -> None:  # noqa: ANN401
    """Update the pipeline `steps` times on shuffled sentences; the same seed, the same order."""
    training = importlib.import_module("spacy.training")
    importlib.import_module("spacy.util").fix_random_seed(_SEED)
    examples = [training.Example(_bare(pipeline, one), _doc(pipeline, one)) for one in sentences]
    optimiser = pipeline.initialize(lambda: examples)
    batches = _batches(examples, random.Random(_SEED))  # noqa: S311 - an order, no secret
    for _ in range(steps):
        pipeline.update(next(batches), sgd=optimiser, drop=0.1)


def _batches(examples: list[Any], order: random.Random) -> Iterator[list[Any]]:
    """Return batches of about a thousand words without end, shuffled anew each epoch."""
    while True:
        order.shuffle(examples)
        batch: list[Any] = []
        for one in examples:
            batch.append(one)
            if sum(len(example) for example in batch) >= _WORDS_PER_STEP:
                yield batch
                batch = []
        if batch:
            yield batch


def _training_sentences(folder: Path, limit: int | None) -> list[Gold]:
    ewt = read_treebank(folder, "ewt_train") or ()
    gum = tuple(one for one in read_treebank(folder, "gum_train") or () if one.open_licence)
    wikigold = read_names(folder, "wikigold") or ()
    return [*ewt[:limit], *gum[:limit], *wikigold[:limit]]


def _bare(pipeline: Any, gold: Gold) -> Any:  # noqa: ANN401 - spaCy is not always installed
    forms, spaces = _forms(gold)
    doc = importlib.import_module("spacy.tokens").Doc
    return doc(pipeline.vocab, words=forms, spaces=spaces)


def _doc(pipeline: Any, gold: Gold) -> Any:  # noqa: ANN401 - spaCy is not always installed
    """Return the gold of one sentence; what nobody annotated stays unsaid."""
    forms, spaces = _forms(gold)
    said: dict[str, Any] = {}
    if gold.heads:
        said["tags"], said["pos"], said["morphs"] = gold.xpos, gold.upos, gold.feats
        said["heads"] = [index if head < 0 else head for index, head in enumerate(gold.heads)]
        said["deps"] = [
            "ROOT" if head < 0 else name
            for head, name in zip(gold.heads, gold.deprels, strict=True)
        ]
        said["sent_starts"] = [index == 0 for index in range(len(forms))]
    if gold.names is not None:
        labels = ["O"] * len(forms)
        for first, last, label in gold.names:
            labels[first:last] = [f"B-{label}"] + [f"I-{label}"] * (last - first - 1)
        said["ents"] = [label if label[2:] in ("", *THREE_KINDS) else "O" for label in labels]
    said = {name: list(value) for name, value in said.items()}
    return importlib.import_module("spacy.tokens").Doc(
        pipeline.vocab, words=forms, spaces=spaces, **said
    )


def _forms(gold: Gold) -> tuple[list[str], list[bool]]:
    forms = [word.of(gold.text) for word in gold.words]
    return forms, [gold.text[word.end : word.end + 1] == " " for word in gold.words]


def _config() -> dict[str, Any]:
    made = importlib.import_module("spacy.cli.init_config").init_config(
        lang="en", pipeline=list(_PIPELINE), optimize="efficiency", gpu=False
    )
    return dict(made)


def _digest(folder: Path, settings: Sequence[object]) -> str:
    digest = hashlib.sha256(json.dumps(settings, sort_keys=True, default=str).encode())
    for name in _FILES:
        digest.update((folder / f"{name}.jsonl.gz").read_bytes())
    return digest.hexdigest()[:16]


def _tokens(doc: Any, words: Sequence[Extent]) -> tuple[Token, ...]:  # noqa: ANN401
    return tuple(
        Token(
            start=word.start,
            end=word.end,
            text=one.text,
            lemma=one.lemma_,
            upos=one.pos_,
            xpos=one.tag_,
            feats=str(one.morph),
            head=-1 if one.head.i == one.i else one.head.i,
            deprel="root" if one.dep_ == "ROOT" else one.dep_,
        )
        for one, word in zip(doc, words, strict=True)
    )


def _entities(doc: Any, words: Sequence[Extent]) -> tuple[NamedEntity, ...]:  # noqa: ANN401
    return tuple(
        NamedEntity(
            words[one.start].start, words[one.end - 1].end, THREE_KINDS.get(one.label_, one.label_)
        )
        for one in doc.ents
    )


def _says(peer: Peer, figure: str) -> bool:
    """Say whether the pipeline has the component that a figure is about."""
    made_by = {
        "las": {"parser"},
        "uas": {"parser"},
        "upos": {"morphologizer", "attribute_ruler"},
        "xpos": {"tagger"},
        "feats": {"morphologizer", "attribute_ruler"},
        "lemma": {"lemmatizer", "trainable_lemmatizer"},
        "ner": {"ner", "entity_ruler"},
    }
    what = figure.split("_", maxsplit=1)[0]
    if what == "las" and peer.note:
        return False
    return bool(made_by[what] & set(peer.pipeline.pipe_names))
