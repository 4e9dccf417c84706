"""Every figure of our own model: given words, running text, roles, probes, cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from benchmarks.linguist import cost
from benchmarks.linguist.corpora import Document, Frame, Gold, documents
from benchmarks.linguist.corpus_figures import Corpora, given_word_figures
from benchmarks.linguist.probes import (
    GateSet,
    found_names,
    hard_score,
    missed_probes,
    parse_one,
)
from benchmarks.linguist.raw import (
    cut_at,
    reader_split,
    running_scores,
    sentence_f1,
    sentence_scores,
)
from benchmarks.linguist.scores import THREE_KINDS, Counts, Figures, counted, percent, role_counts
from onrecord.adapters.onnx.linguist import OnnxLinguist
from onrecord.adapters.onnx.weights import installed_weights
from onrecord.domain.span import Extent
from onrecord.ports.linguist import Linguist, Parse

_NOT_AN_ARGUMENT = frozenset({"V", "C-V"})
_RUNS, _QUICK_RUNS = 3, 1


class WordsLinguist(Linguist, Protocol):
    """A linguist that also takes words as given."""

    def analyse_words(self, text: str, extent: Extent, words: Sequence[Extent]) -> Parse:
        """Analyse one sentence whose words are given."""
        ...


def corpus_figures(linguist: WordsLinguist, corpora: Corpora) -> Figures:
    """Return what the treebanks say: given words, running text, sentence ends, roles."""
    figures = given_word_figures(corpora, linguist.analyse_words)
    split = reader_split(linguist)
    for name, sentences in (("ewt", corpora.ewt), ("pud_news", corpora.pud_news)):
        if sentences:
            scores = sentence_scores(linguist, sentences)
            figures |= {f"{score}_{name}_raw": value for score, value in scores.items()}
    if corpora.pud_news:
        scores = running_scores(linguist, corpora.pud_news)
        figures |= {f"{score}_pud_news_running": value for score, value in scores.items()}
        joined = documents(corpora.pud_news, whole=True)
        figures["sent_f1_pud_news_one_text"] = sentence_f1(joined, split)
    parts = {"ewt": corpora.ewt, "gum": corpora.gum, "pud_news": corpora.pud_news}
    for name, part in parts.items():
        if part:
            figures[f"sent_f1_{name}"] = sentence_f1(documents(part), split)
            figures[f"sent_f1_{name}_by_marks"] = sentence_f1(documents(part))
            figures[f"sent_f1_{name}_by_model"] = _sentences_by_model(linguist, documents(part))
    return figures | _own_role_figures(corpora)


def probe_figures(linguist: Linguist, gate_set: GateSet, folder: Path | None) -> Figures:
    """Return what the gate sentences say and, where the folder has them, the hard sentences."""
    missed = wanted = 0
    names = Counts()
    for sentence in gate_set.sentences:
        parse = parse_one(linguist, sentence.text)
        missed += len(missed_probes(sentence, parse.tokens))
        wanted += len(sentence.probes)
        names += found_names(sentence, parse, THREE_KINDS)
    figures: Figures = {
        "gate_probes": percent(wanted - missed, wanted),
        "gate_names_f1": names.f1,
        "gate_sent_f1": sentence_f1(gate_set.paragraphs, reader_split(linguist)),
    }
    hard = None if folder is None else hard_score(folder, lambda text: parse_one(linguist, text))
    if hard is not None:
        figures |= {"hard_probes": hard.probes, "hard_probes_of": hard.of_probes}
        figures |= {"hard_names": hard.names, "hard_names_of": hard.of_names}
    return figures


def cost_figures(linguist: Linguist, corpora: Corpora, *, quick: bool) -> Figures:
    """Return speed, time to load, memory and size. One thread."""
    runs = _QUICK_RUNS if quick else _RUNS
    figures: Figures = {}
    if corpora.running:
        speed = cost.word_speed(
            lambda text: len(parse_one(linguist, text).tokens), corpora.running, runs
        )
        figures |= {"words_per_s_core": speed.best, "words_per_s_core_median": speed.median}
        figures["words_per_s_core_with_roles"] = _speed_with_roles(corpora, runs)
    documents_read = cost.document_speed(linguist, corpora.pud_news, runs)
    if documents_read is not None:
        figures["documents_per_s_core"] = documents_read.best
        figures["documents_per_s_core_median"] = documents_read.median
    load = cost.load_time()
    figures |= {"load_s": round(load.total, 3), "load_import_s": load.imports}
    figures["load_construct_s"] = load.construction
    if corpora.pud_news:
        figures["peak_mb"] = cost.peak_memory([one.text for one in documents(corpora.pud_news)])
    figures["weights_mb"] = cost.size_in_mb(cost.weight_files(installed_weights()))
    return figures


def role_figures(
    linguist: Any,  # noqa: ANN401 - a linguist whose `analyse_words` takes `predicates`
    sentences: Sequence[Gold],
    frames: Mapping[str, Sequence[Frame]],
) -> Figures:
    """Score roles with the predicates given (`srl_f1`) and with the model's own (`srl_f1_raw`).

    Args:
        linguist: `analyse_words(text, extent, words, predicates=...)` returns a parse with `frames`;
            None asks for the model's own predicates.
        sentences: Gold words; a sentence that `frames` does not name is left out.
        frames: Gold frames per sentence id; a sentence may have none.
    """
    given, own, predicates = Counts(), Counts(), Counts()
    for gold in sentences:
        wanted = frames.get(gold.sid)
        if wanted is None:
            continue
        if wanted:
            asked = tuple(one.predicate for one in wanted)
            given += role_counts(wanted, _frames(linguist, gold, asked))
        found = _frames(linguist, gold, None)
        own += role_counts(wanted, found)
        predicates += counted([one.predicate for one in wanted], [one.predicate for one in found])
    return {
        "srl_f1": given.f1,
        "srl_precision": given.precision,
        "srl_recall": given.recall,
        "srl_f1_raw": own.f1,
        "srl_precision_raw": own.precision,
        "srl_recall_raw": own.recall,
        "srl_predicates_f1": predicates.f1,
    }


def load_linguist() -> OnnxLinguist:
    """Load the installed weights as the reader does.

    Raises:
        UsageError: No weights are installed, or they are unreadable.
    """
    return OnnxLinguist(installed_weights())


def _sentences_by_model(linguist: Linguist, texts: Sequence[Document]) -> float | None:
    """Score the starts the weights find by themselves."""
    return sentence_f1(
        texts, lambda text, extent: cut_at(text, linguist.sentence_starts(text, extent))
    )


def _own_role_figures(corpora: Corpora) -> Figures:
    if not corpora.ewt or corpora.roles is None:
        return {}
    return role_figures(_with_roles(), corpora.ewt, corpora.roles)


def _with_roles() -> OnnxLinguist:
    return OnnxLinguist(installed_weights(), roles=True)


def _speed_with_roles(corpora: Corpora, runs: int) -> float | None:
    linguist = _with_roles()
    return cost.word_speed(
        lambda text: len(parse_one(linguist, text).tokens), corpora.running, runs
    ).best


def _frames(
    linguist: Any,  # noqa: ANN401 - see `role_figures`
    gold: Gold,
    predicates: tuple[int, ...] | None,
) -> tuple[Frame, ...]:
    parse = linguist.analyse_words(gold.text, gold.extent, gold.words, predicates=predicates)
    return tuple(
        Frame(
            frame.predicate,
            tuple(
                (one.first, one.last, one.role)
                for one in frame.arguments
                if one.role not in _NOT_AN_ARGUMENT
            ),
        )
        for frame in parse.frames
    )
