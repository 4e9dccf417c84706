"""The figures of one analyser over every corpus that is there, ours and others' alike.

Figures are named after what they measure and where: `las_ewt`, `ner_pud_news_f1`. A corpus that is missing
leaves its figures out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.linguist.corpora import Frame, Gold, read_names, read_roles, read_treebank
from benchmarks.linguist.scores import (
    RE3D_KINDS,
    AnalyseWords,
    Figures,
    name_counts,
    name_scores,
    parses_of,
    tag_scores,
    tree_scores,
)
from onrecord.ports.linguist import Parse

#: The kinds of re3d that the treebanks' three stand for.
_RE3D_THREE = ("Person", "Organisation", "Location")


@dataclass(frozen=True, slots=True)
class Corpora:
    """Everything one run may score on; None where the file is missing."""

    ewt: tuple[Gold, ...] | None
    gum: tuple[Gold, ...] | None
    pud: tuple[Gold, ...] | None
    re3d: tuple[Gold, ...] | None
    roles: dict[str, tuple[Frame, ...]] | None

    @property
    def pud_news(self) -> tuple[Gold, ...]:
        """Return the news half of PUD, empty when PUD is missing."""
        return tuple(one for one in self.pud or () if one.genre == "news")

    @property
    def running(self) -> tuple[Gold, ...]:
        """Return the sentences that speed is measured on: PUD and EWT."""
        return (self.pud or ()) + (self.ewt or ())


def read_corpora(folder: Path, *, quick: bool = False) -> Corpora:
    """Read the test parts of every corpus in the folder; a quick run reads every fifth document."""
    return Corpora(
        ewt=read_treebank(folder, "ewt_test", quick=quick),
        gum=read_treebank(folder, "gum_test", quick=quick),
        pud=read_treebank(folder, "pud_test", quick=quick),
        re3d=read_names(folder, "re3d_sents_test", quick=quick),
        roles=read_roles(folder, "srl_test"),
    )


def given_word_figures(corpora: Corpora, analyse: AnalyseWords) -> Figures:
    """Return trees, tags and names with gold sentences and gold words."""
    figures: Figures = {}
    if corpora.ewt:
        parses = parses_of(analyse, corpora.ewt)
        figures |= _named("ewt", _syntax(corpora.ewt, parses, punctuation=True))
        figures |= _named("ewt_nopunct", tree_scores(corpora.ewt, parses, punctuation=False))
        figures |= _names("ner_ewt", corpora.ewt, parses)
    if corpora.gum:
        figures |= _gum(corpora.gum, parses_of(analyse, corpora.gum))
    if corpora.pud:
        figures |= _pud(corpora.pud, parses_of(analyse, corpora.pud))
    if corpora.re3d:
        counts = name_counts(corpora.re3d, parses_of(analyse, corpora.re3d), RE3D_KINDS)
        figures |= _prefixed("ner_re3d", name_scores(counts, _RE3D_THREE))
        figures["ner_re3d_all_f1"] = name_scores(counts)["f1"]
    return figures


def _gum(sentences: Sequence[Gold], parses: Sequence[Parse]) -> Figures:
    """Score GUM, its genres by licence, and each genre."""
    figures = _named("gum", _syntax(sentences, parses, punctuation=True))
    parts = {"gum_open": [one.open_licence for one in sentences]}
    parts["gum_nc"] = [not kept for kept in parts["gum_open"]]
    for genre in sorted({one.genre for one in sentences}):
        parts[f"gum_{genre}"] = [one.genre == genre for one in sentences]
    for part, kept in parts.items():
        chosen = [
            pair
            for pair, keep in zip(zip(sentences, parses, strict=True), kept, strict=True)
            if keep
        ]
        if chosen:
            scores = tree_scores(
                [one[0] for one in chosen], [one[1] for one in chosen], punctuation=True
            )
            figures |= _named(part, scores)
    return figures


def _pud(sentences: Sequence[Gold], parses: Sequence[Parse]) -> Figures:
    figures = _named("pud", _syntax(sentences, parses, punctuation=True))
    figures |= _named("pud_nopunct", tree_scores(sentences, parses, punctuation=False))
    figures |= _names("ner_pud", sentences, parses)
    news = [pair for pair in zip(sentences, parses, strict=True) if pair[0].genre == "news"]
    return figures | _names("ner_pud_news", [one[0] for one in news], [one[1] for one in news])


def _syntax(sentences: Sequence[Gold], parses: Sequence[Parse], *, punctuation: bool) -> Figures:
    return tree_scores(sentences, parses, punctuation=punctuation) | tag_scores(sentences, parses)


def _names(name: str, sentences: Sequence[Gold], parses: Sequence[Parse]) -> Figures:
    return _prefixed(name, name_scores(name_counts(sentences, parses)))


def _named(corpus: str, scores: Figures) -> Figures:
    return {f"{score}_{corpus}": value for score, value in scores.items()}


def _prefixed(prefix: str, scores: Figures) -> Figures:
    return {f"{prefix}_{score}": value for score, value in scores.items()}
