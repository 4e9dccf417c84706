"""`OnnxLinguist`: sentences in, parses out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.adapters.onnx.decoding import (
    EntityRun,
    Scores,
    best_labels,
    best_tree,
    bio_transitions,
    label_runs,
    subjects_in_front,
)
from onrecord.adapters.onnx.encoding import SubwordEncoder
from onrecord.adapters.onnx.gazetteer import Match
from onrecord.adapters.onnx.lemmas import lemma_of
from onrecord.adapters.onnx.names import biased, settle
from onrecord.adapters.onnx.paths import paths_from
from onrecord.adapters.onnx.tokens import tokenise
from onrecord.adapters.onnx.weights import WeightFiles, load_weights
from onrecord.adapters.onnx.windows import cut_windows, join_trees, overlapping_windows
from onrecord.domain.errors import UsageError
from onrecord.domain.span import Extent
from onrecord.ports.linguist import Argument, Frame, NamedEntity, Parse, Token

_TAGS = ("upos", "xpos", "feats")
_OUTPUTS = (*_TAGS, "arc", "rel", "names", "kinds", "predicate", "words")
#: More only wait for one another; a thousand do not start.
_MOST_THREADS = 64
#: PropBank gives a predicate one of each; what continues or repeats it is labelled `C-` or `R-`.
_NUMBERED_ROLES = frozenset({"ARG0", "ARG1", "ARG2", "ARG3", "ARG4"})
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
_OBJECTS = ("obj", "iobj", "obl:unmarked")
#: How the root of a later window hangs from the root of the first.
_WINDOW_JOINT = "parataxis"
#: What a listed name adds to the scores of its label; chosen on the development parts of EWT and GUM.
_GAZETTEER_BONUS = 6.0
#: The finer kinds that are read, and what the port calls them.
_KINDS = {
    "Weapon": "WEAPON",
    "MilitaryPlatform": "PLATFORM",
    "Vehicle": "VEHICLE",
    "Nationality": "NORP",
}
#: Words that two windows share; each decides about the half that it sees with more around it.
_START_OVERLAP = 40
#: How much likelier than not a start has to be: a wrong cut costs a tree.
_START_MARGIN = 0.5

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the weights say about one window: a row per word, indices within the window."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    entities: tuple[EntityRun, ...]
    frames: tuple[Frame, ...]


class OnnxLinguist:
    """A `Linguist` on int8 ONNX weights.

    The same sentence gives the same parse whatever stands beside it: sentences are run one by one,
    because the weights quantise over a whole batch. Copies may be used from several threads.
    Pickling carries the file names only, so a copy in a worker process loads the weights again.

    Args:
        files: Where the weights stand; `installed_weights()` finds the packaged ones.
        threads: Threads within one run, 1 to 64. Several processes of one thread are faster.
        roles: Also read semantic roles: half as much time again, and 3 MB.

    Raises:
        UsageError: The files are missing, unreadable or not of one model, or `threads` is below 1 or
            above 64.
    """

    def __init__(self, files: WeightFiles, threads: int = 1, *, roles: bool = False) -> None:
        if not 1 <= threads <= _MOST_THREADS:
            raise UsageError(f"a reader takes 1 to {_MOST_THREADS} threads, not {threads}")
        self._made_of = (files, threads, roles)
        self._weights = load_weights(files, threads=threads, roles=roles)
        self._encoder = SubwordEncoder(self._weights.tokenizer)
        self._labels = self._weights.labels
        self._transitions = {
            head: bio_transitions(self._labels[head]) for head in ("names", "kinds", "roles")
        }
        relations = self._labels["deprel"]
        self._root = relations.index("root")
        self._subjects = [relations.index(one) for one in _SUBJECTS if one in relations]
        self._objects = [relations.index(one) for one in _OBJECTS]

    def __reduce__(self) -> tuple[object, ...]:
        return _again, self._made_of

    @property
    def name(self) -> str:
        """Distribution and version of the weights."""
        return self._made_of[0].name

    def analyse(self, text: str, sentences: Sequence[Extent]) -> tuple[Parse, ...]:
        """Analyse each sentence on its own; see `onrecord.ports.linguist.Linguist`."""
        return tuple(
            self.analyse_words(text, extent, tokenise(text, extent)) for extent in sentences
        )

    def analyse_words(
        self,
        text: str,
        extent: Extent,
        words: Sequence[Extent],
        *,
        predicates: Sequence[int] | None = None,
    ) -> Parse:
        """Analyse one sentence whose words are given.

        Args:
            text: The whole document text.
            extent: Where the sentence stands.
            words: Its words: in order, not overlapping, none empty.
            predicates: Whose roles to read, as indices of words; None for those the weights find.
        """
        forms = [word.of(text) for word in words]
        subwords = self._encoder.subwords(forms)
        windows = cut_windows(forms, [len(pieces) for pieces in subwords])
        readings = [
            self._read(
                forms[window.start : window.stop],
                subwords[window.start : window.stop],
                _within(window, predicates),
            )
            for window in windows
        ]
        return Parse(
            extent=extent,
            tokens=self._tokens(forms, words, readings),
            entities=_entities(words, windows, readings),
            frames=_frames(windows, readings),
        )

    def sentence_starts(self, text: str, passage: Extent) -> tuple[int, ...]:
        """Return where sentences start inside a passage; see the port.

        A passage longer than the weights can see is read in windows that overlap.
        """
        words = tokenise(text, passage)
        forms = [word.of(text) for word in words]
        subwords = self._encoder.subwords(forms)
        starts: list[int] = []
        lengths = [len(pieces) for pieces in subwords]
        for window in overlapping_windows(lengths, overlap=_START_OVERLAP):
            part = slice(window.start, window.stop)
            feeds = self._encoder.feeds(forms[part], subwords[part])
            scores = self._weights.session.run(["start"], feeds)[0][0]
            margins = scores[:, 1] - scores[:, 0]
            skipped = 1 if window.start == 0 else _START_OVERLAP // 2
            stop = len(margins) if window.stop == len(words) else len(margins) - _START_OVERLAP // 2
            starts.extend(
                words[window[at]].start
                for at in range(skipped, stop)
                if margins[at] > _START_MARGIN
            )
        return tuple(starts)

    def _read(
        self,
        forms: Sequence[str],
        subwords: Sequence[tuple[int, ...]],
        predicates: Sequence[int] | None,
    ) -> _Reading:
        arrays = self._weights.session.run(list(_OUTPUTS), self._encoder.feeds(forms, subwords))
        scores = {
            name: array[0].astype(np.float64)
            for name, array in zip(_OUTPUTS[:-1], arrays[:-1], strict=True)
        }
        heads = best_tree(scores["arc"])
        relations = self._relations(scores["rel"], heads)
        upos = self._best("upos", scores["upos"])
        if predicates is None:
            predicates = np.flatnonzero(
                scores["predicate"][:, 1] > scores["predicate"][:, 0]
            ).tolist()
        return _Reading(
            upos=upos,
            xpos=self._best("xpos", scores["xpos"]),
            feats=self._best("feats", scores["feats"]),
            heads=heads,
            deprels=tuple(self._labels["deprel"][column] for column in relations),
            entities=self._names(forms, upos, scores),
            frames=self._roles(arrays[-1], predicates, (heads, relations))
            if self._weights.roles
            else (),
        )

    def _best(self, head: str, scores: Scores) -> tuple[str, ...]:
        labels = self._labels[head]
        return tuple(labels[column] for column in scores.argmax(axis=1))

    def _names(
        self, forms: Sequence[str], upos: Sequence[str], scores: dict[str, Scores]
    ) -> tuple[EntityRun, ...]:
        listed = self._weights.gazetteer.matches(forms)
        names = biased(scores["names"], self._labels["names"], listed, bonus=_GAZETTEER_BONUS)
        kinds = [
            Match(first, last, _KINDS[kind], sure=False)
            for first, last, kind in self._runs("kinds", scores["kinds"])
            if kind in _KINDS
        ]
        return settle(forms, upos, self._runs("names", names), [*listed, *kinds])

    def _runs(self, head: str, scores: Scores) -> tuple[EntityRun, ...]:
        labels = self._labels[head]
        return label_runs(
            [labels[column] for column in best_labels(scores, self._transitions[head])]
        )

    def _roles(
        self,
        vectors: Vectors,
        predicates: Sequence[int],
        tree: tuple[tuple[int, ...], tuple[int, ...]],
    ) -> tuple[Frame, ...]:
        if not len(predicates):
            return ()
        heads, relations = tree
        count = len(self._labels["deprel"])
        paths = [paths_from(one, heads, relations, count=count) for one in predicates]
        columns = {
            "predicates": predicates,
            "turns": [path.turns for path in paths],
            "steps": [path.steps for path in paths],
            "relations": [relations[one] for one in predicates],
        }
        feeds = {name: np.array(column, np.int64) for name, column in columns.items()}
        scores = self._weights.roles.run(["roles"], {"words": vectors, **feeds})[0]
        return tuple(
            Frame(predicate, _arguments(predicate, self._runs("roles", rows)))
            for predicate, rows in zip(predicates, scores.astype(np.float64), strict=True)
        )

    def _relations(self, scores: Scores, heads: tuple[int, ...]) -> tuple[int, ...]:
        """Return the column of the best relation of each word to its governor.

        `root` for the root alone; no subject on both sides of a verb.
        """
        chosen = scores[:, np.arange(len(heads)), np.array(heads, dtype=np.intp) + 1]
        chosen[self._root] = -np.inf
        columns = subjects_in_front(chosen, heads, subjects=self._subjects, objects=self._objects)
        return tuple(
            self._root if head < 0 else column for head, column in zip(heads, columns, strict=True)
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


def _again(files: WeightFiles, threads: int, roles: bool) -> OnnxLinguist:
    return OnnxLinguist(files, threads, roles=roles)


def _arguments(predicate: int, runs: Sequence[EntityRun]) -> tuple[Argument, ...]:
    """Return the arguments of a predicate: each numbered role once, the run nearest to it.

    The predicate itself (`V`) is left out, for the frame names it already.
    """
    nearest: dict[str, EntityRun] = {}
    for run in sorted(runs, key=lambda run: max(run[0] - predicate, predicate - run[1] + 1)):
        nearest.setdefault(run[2], run)
    return tuple(
        Argument(*run)
        for run in runs
        if run[2].removeprefix("C-") != "V"
        and (run[2] not in _NUMBERED_ROLES or nearest[run[2]] == run)
    )


def _within(window: range, predicates: Sequence[int] | None) -> Sequence[int] | None:
    if predicates is None:
        return None
    return [at - window.start for at in predicates if at in window]


def _entities(
    words: Sequence[Extent], windows: Sequence[range], readings: Sequence[_Reading]
) -> tuple[NamedEntity, ...]:
    return tuple(
        NamedEntity(words[window[first]].start, words[window[last - 1]].end, label)
        for window, reading in zip(windows, readings, strict=True)
        for first, last, label in reading.entities
    )


def _frames(windows: Sequence[range], readings: Sequence[_Reading]) -> tuple[Frame, ...]:
    return tuple(
        Frame(
            window[frame.predicate],
            tuple(
                Argument(window[one.first], window[one.last - 1] + 1, one.role)
                for one in frame.arguments
            ),
        )
        for window, reading in zip(windows, readings, strict=True)
        for frame in reading.frames
    )
