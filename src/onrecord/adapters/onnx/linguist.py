"""`OnnxLinguist`: sentences in, parses out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.adapters.onnx.decoding import (
    EntityRun,
    Scores,
    best_labels,
    best_tree,
    bio_transitions,
    label_runs,
)
from onrecord.adapters.onnx.encoding import SubwordEncoder
from onrecord.adapters.onnx.lemmas import lemma_of
from onrecord.adapters.onnx.tokens import tokenise
from onrecord.adapters.onnx.weights import WeightFiles, load_weights
from onrecord.adapters.onnx.windows import cut_windows, join_trees
from onrecord.domain.errors import UsageError
from onrecord.domain.span import Extent
from onrecord.ports.linguist import NamedEntity, Parse, Token

#: The entity set that is read: PER, ORG, LOC. docs/decisions/0002 says why not the other two.
_ENTITIES = "ner_uner"
_OUTPUTS = ("upos", "xpos", "feats", "arc", "rel", _ENTITIES)
#: How the root of a later window hangs from the root of the first.
_WINDOW_JOINT = "parataxis"


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the weights say about one window: a row per word, governors within the window."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    entities: tuple[EntityRun, ...]


class OnnxLinguist:
    """A `Linguist` on int8 ONNX weights.

    The same sentence gives the same parse whatever stands beside it: sentences are run one by one,
    because the weights quantise over a whole batch. Copies may be used from several threads.
    Pickling carries the file names only, so a copy in a worker process loads the weights again.

    Args:
        files: Where the weights stand; `installed_weights()` finds the packaged ones.
        threads: Threads within one run, at least 1. Several processes of one thread are faster.

    Raises:
        UsageError: The files are missing or unreadable, or `threads` is below 1.
    """

    def __init__(self, files: WeightFiles, threads: int = 1) -> None:
        if threads < 1:
            raise UsageError(f"a reader needs at least one thread, not {threads}")
        self._files = files
        self._threads = threads
        self._weights = load_weights(files, threads=threads)
        self._encoder = SubwordEncoder(self._weights.tokenizer)
        self._labels = self._weights.labels
        self._transitions = bio_transitions(self._labels[_ENTITIES])
        self._root = self._labels["deprel"].index("root")

    def __reduce__(self) -> tuple[type[OnnxLinguist], tuple[WeightFiles, int]]:
        return type(self), (self._files, self._threads)

    @property
    def name(self) -> str:
        """Distribution and version of the weights."""
        return self._files.name

    def analyse(self, text: str, sentences: Sequence[Extent]) -> tuple[Parse, ...]:
        """Analyse each sentence on its own; see `onrecord.ports.linguist.Linguist`."""
        return tuple(
            self.analyse_words(text, extent, tokenise(text, extent)) for extent in sentences
        )

    def analyse_words(self, text: str, extent: Extent, words: Sequence[Extent]) -> Parse:
        """Analyse one sentence whose words are given.

        Args:
            text: The whole document text.
            extent: Where the sentence stands.
            words: Its words: in order, not overlapping, none empty.
        """
        forms = [word.of(text) for word in words]
        subwords = self._encoder.subwords(forms)
        windows = cut_windows(forms, [len(pieces) for pieces in subwords])
        readings = [
            self._read(forms[window.start : window.stop], subwords[window.start : window.stop])
            for window in windows
        ]
        return Parse(
            extent=extent,
            tokens=self._tokens(forms, words, readings),
            entities=_entities(words, windows, readings),
        )

    def _read(self, forms: Sequence[str], subwords: Sequence[tuple[int, ...]]) -> _Reading:
        arrays = self._weights.session.run(list(_OUTPUTS), self._encoder.feeds(forms, subwords))
        scores = {
            name: array[0].astype(np.float64) for name, array in zip(_OUTPUTS, arrays, strict=True)
        }
        heads = best_tree(scores["arc"])
        return _Reading(
            upos=self._best("upos", scores["upos"]),
            xpos=self._best("xpos", scores["xpos"]),
            feats=self._best("feats", scores["feats"]),
            heads=heads,
            deprels=self._relations(scores["rel"], heads),
            entities=self._entities(scores[_ENTITIES]),
        )

    def _best(self, head: str, scores: Scores) -> tuple[str, ...]:
        labels = self._labels[head]
        return tuple(labels[column] for column in scores.argmax(axis=1))

    def _entities(self, scores: Scores) -> tuple[EntityRun, ...]:
        labels = self._labels[_ENTITIES]
        return label_runs([labels[column] for column in best_labels(scores, self._transitions)])

    def _relations(self, scores: Scores, heads: tuple[int, ...]) -> tuple[str, ...]:
        """Return the best relation of each word to its governor; `root` for the root alone."""
        chosen = scores[:, np.arange(len(heads)), np.array(heads, dtype=np.intp) + 1]
        chosen[self._root] = -np.inf
        labels = self._labels["deprel"]
        best = chosen.argmax(axis=0)
        return tuple(
            "root" if head < 0 else labels[column] for head, column in zip(heads, best, strict=True)
        )

    def _tokens(
        self, forms: Sequence[str], words: Sequence[Extent], readings: Sequence[_Reading]
    ) -> tuple[Token, ...]:
        heads = join_trees([reading.heads for reading in readings])
        rows = [
            row
            for reading in readings
            for row in zip(reading.upos, reading.xpos, reading.feats, reading.deprels, strict=True)
        ]
        return tuple(
            Token(
                start=word.start,
                end=word.end,
                text=form,
                lemma=lemma_of(form, upos=upos, xpos=xpos, lexicon=self._weights.lexicon),
                upos=upos,
                xpos=xpos,
                feats=feats,
                head=head,
                deprel=_WINDOW_JOINT if deprel == "root" and head >= 0 else deprel,
            )
            for form, word, head, (upos, xpos, feats, deprel) in zip(
                forms, words, heads, rows, strict=True
            )
        )


def _entities(
    words: Sequence[Extent], windows: Sequence[range], readings: Sequence[_Reading]
) -> tuple[NamedEntity, ...]:
    return tuple(
        NamedEntity(words[window[first]].start, words[window[last - 1]].end, label)
        for window, reading in zip(windows, readings, strict=True)
        for first, last, label in reading.entities
    )
