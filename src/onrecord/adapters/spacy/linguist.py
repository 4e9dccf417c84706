"""`SpacyLinguist`: sentences in, parses out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.adapters.spacy.pipelines import first_line, load_pipeline
from onrecord.adapters.spacy.ud import to_universal
from onrecord.domain.errors import ContentError
from onrecord.domain.span import Extent
from onrecord.ports.linguist import NamedEntity, Parse, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

Tokens = tuple[Token, ...]

#: The kinds of names that are kept, under the names the reader knows; all others are dropped.
_ENTITIES: Mapping[str, str] = MappingProxyType(
    {
        "PERSON": "PER",
        "PER": "PER",
        "ORG": "ORG",
        "GPE": "LOC",
        "LOC": "LOC",
        "FAC": "FAC",
        "NORP": "NORP",
    }
)
#: How a later root hangs from the first.
_JOINT = "parataxis"
#: Longer sentences are analysed in pieces, so that memory stays bounded.
_WINDOW_CHARS = 100_000
#: Half a surrogate pair, which spaCy cannot hold, and what stands in for it: one for one.
_HALF = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


class SpacyLinguist:
    """A `Linguist` on a spaCy pipeline.

    Each sentence is run alone, so the same sentence gives the same parse whatever stands beside it.
    Relations of the `en_core_web` kind are turned into Universal Dependencies. Pickling carries the
    pipeline's name only, so a copy in a worker process loads it again.

    Args:
        pipeline: Name of an installed pipeline, or path of a folder that holds one.

    Raises:
        UsageError: spaCy or the pipeline is missing, or the pipeline leaves out what is needed.
    """

    def __init__(self, pipeline: str) -> None:
        self._pipeline = pipeline
        self._loaded = load_pipeline(pipeline)

    def __reduce__(self) -> tuple[type[SpacyLinguist], tuple[str]]:
        return type(self), (self._pipeline,)

    @property
    def name(self) -> str:
        """`spacy`, then name and version of the pipeline."""
        return self._loaded.name

    def analyse(self, text: str, sentences: Sequence[Extent]) -> tuple[Parse, ...]:
        """Analyse each sentence on its own; see `onrecord.ports.linguist.Linguist`.

        Raises:
            ContentError: the pipeline fails on a sentence, or its words do not stand in it.
        """
        return tuple(self._parse(text, extent) for extent in sentences)

    def sentence_starts(self, text: str, passage: Extent) -> tuple[int, ...]:
        """Say where the pipeline starts sentences; see `onrecord.ports.linguist.Linguist`.

        Raises:
            ContentError: the pipeline fails on the passage.
        """
        found: list[int] = []
        for window in _windows(text, passage, self._limit):
            doc = self._run(window.of(text))
            words = [token.i for token in doc if not token.is_space]
            found.extend(
                window.start + doc[word].idx
                for before, word in pairwise(words)
                if any(doc[at].is_sent_start for at in range(before + 1, word + 1))
            )
        return tuple(found)

    @property
    def _limit(self) -> int:
        return min(_WINDOW_CHARS, self._loaded.language.max_length)

    def _parse(self, text: str, extent: Extent) -> Parse:
        tokens: list[Token] = []
        entities: list[NamedEntity] = []
        for window in _windows(text, extent, self._limit):
            doc = self._run(window.of(text))
            before = len(tokens)
            tokens.extend(
                replace(word, head=word.head + before if word.head >= 0 else -1)
                for word in words_of(doc, text, window.start)
            )
            entities.extend(_entities(doc, window.start))
        tree = with_one_root(tuple(tokens))
        if self._loaded.scheme == "clearnlp":
            tree = to_universal(tree)
        return Parse(extent=extent, tokens=tree, entities=tuple(entities))

    def _run(self, line: str) -> Doc:
        readable = _HALF.sub(_REPLACEMENT, line)
        try:
            doc = self._loaded.language(readable)
        except Exception as error:  # a pipeline may be any code: there is no end to what it raises
            raise ContentError(
                self.name, f"cannot analyse {_shown(line)} ({first_line(error)})"
            ) from error
        if doc.text != readable:
            raise ContentError(self.name, f"changes the letters of {_shown(line)}")
        return doc


def words_of(doc: Doc, text: str, start: int) -> Tokens:
    """Return the words of a document that stands at `start` in `text`, without its space.

    What hung from a space hangs from that space's governor, or is a root (-1) where it has none.
    """
    kept = {token.i: at for at, token in enumerate(one for one in doc if not one.is_space)}
    heads = [-1 if token.head.i == token.i else token.head.i for token in doc]
    found = []
    for token in doc:
        if token.is_space:
            continue
        begin = start + token.idx
        end = begin + len(token.text)
        upos = token.pos_ or "X"
        lemma = token.lemma_ or token.text
        found.append(
            Token(
                start=begin,
                end=end,
                text=text[begin:end],
                lemma=lemma if upos == "PROPN" else lemma.lower(),
                upos=upos,
                xpos=token.tag_,
                feats="|".join(sorted(str(token.morph).split("|"))),
                head=_nearest(heads, token.i, kept),
                deprel=token.dep_ or "dep",
            )
        )
    return tuple(found)


def with_one_root(tokens: Tokens) -> Tokens:
    """Return the tokens as one tree: later roots hang from the first, and a circle is cut there.

    The root alone has the relation `root`.
    """
    root = next((at for at, token in enumerate(tokens) if token.head < 0), 0)
    heads = [
        root if token.head < 0 and at != root else token.head for at, token in enumerate(tokens)
    ]
    if tokens:
        heads[root] = -1
    settled = {root}
    for start in range(len(tokens)):
        path: dict[int, None] = {}
        at = start
        while at not in settled and at not in path:
            path[at] = None
            at = heads[at]
        if at in path:
            heads[at] = root
        settled.update(path)
    return tuple(
        replace(token, head=head, deprel=_relation(token, head, root))
        for token, head in zip(tokens, heads, strict=True)
    )


def _relation(token: Token, head: int, root: int) -> str:
    if head < 0:
        return "root"
    moved = head == root and token.head != root
    return _JOINT if moved or token.deprel.lower() == "root" else token.deprel


def _nearest(heads: Sequence[int], at: int, kept: Mapping[int, int]) -> int:
    """Return the nearest governor that is kept, by its new index; -1 where there is none."""
    seen = set()
    at = heads[at]
    while at >= 0 and at not in kept and at not in seen:
        seen.add(at)
        at = heads[at]
    return kept.get(at, -1)


def _entities(doc: Doc, start: int) -> Iterator[NamedEntity]:
    """Yield the names of the kinds that are kept, without space around them."""
    for entity in doc.ents:
        label = _ENTITIES.get(entity.label_)
        words = [token for token in entity if not token.is_space]
        if label is not None and words:
            end = words[-1].idx + len(words[-1].text)
            yield NamedEntity(start + words[0].idx, start + end, label)


def _windows(text: str, extent: Extent, limit: int) -> Iterator[Extent]:
    """Yield the extent in pieces of at most `limit` characters, cut after a blank if there is one."""
    start = extent.start
    while extent.end - start > limit:
        blank = text.rfind(" ", start, start + limit)
        cut = blank + 1 if blank > start else start + limit
        yield Extent(start, cut)
        start = cut
    yield Extent(start, extent.end)


def _shown(line: str) -> str:
    return ascii(line[:40])
