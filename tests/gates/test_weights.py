"""The packaged weights keep their gates: what they read, how fast they load, what they weigh.

Floors and ceilings stand in models/en/gates.toml, the sentences in models/en/gate_sentences.toml. With
ONRECORD_NLP_DATA naming a folder of treebanks, a sample of them is checked too.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

import pytest
from benchmarks.linguist import cost
from benchmarks.linguist.corpus_figures import read_corpora
from benchmarks.linguist.gates import GATES, broken_gates, read_gates
from benchmarks.linguist.ours import corpus_figures, cost_figures, load_linguist, probe_figures
from benchmarks.linguist.probes import GATE_SENTENCES, missed_probes, parse_one, read_gate_set

from onrecord.adapters.onnx.linguist import OnnxLinguist
from onrecord.adapters.onnx.weights import installed_weights

ROOT = Path(__file__).parents[2]
CARD = ROOT / "models/en/MODEL_CARD.md"
DATA = os.environ.get("ONRECORD_NLP_DATA", "")


@pytest.fixture(scope="module")
def linguist() -> OnnxLinguist:
    return load_linguist()


def test_the_weights_read_the_gate_sentences(linguist: OnnxLinguist) -> None:
    figures = dict(probe_figures(linguist, read_gate_set(ROOT / GATE_SENTENCES), None))
    figures["load_s"] = cost.load_time(runs=2).total
    figures["weights_mb"] = cost.size_in_mb(cost.weight_files(installed_weights()))

    assert broken_gates(read_gates("sentences", ROOT / GATES), figures) == ()


def test_gate_sentences_ask_for_words_that_are_there() -> None:
    gate_set = read_gate_set(ROOT / GATE_SENTENCES)
    probes = [(one.text, probe) for one in gate_set.sentences for probe in one.probes]
    absent = [
        (text, word)
        for text, probe in probes
        for word in (*probe.predicates, *probe.arguments)
        if word not in text
    ]

    assert not absent
    assert (len(gate_set.sentences), len(gate_set.paragraphs)) == (60, 12)
    assert len(probes) >= 250


def test_probes_are_missed_where_a_sentence_says_something_else(linguist: OnnxLinguist) -> None:
    gate_set = read_gate_set(ROOT / GATE_SENTENCES)
    asked, other = gate_set.sentences[0], gate_set.sentences[3]

    missed = missed_probes(asked, parse_one(linguist, other.text).tokens)

    assert missed == asked.probes


def test_the_model_card_names_exactly_these_files() -> None:
    folder = installed_weights().weights.parent
    listed = dict(
        reversed(line)
        for line in re.findall(r"^\s*([0-9a-f]{64})\s+(\S+)$", CARD.read_text(), re.MULTILINE)
    )
    found = {name: _sha256(folder / name) for name in listed}

    assert found == listed
    assert {path.name for path in folder.glob("*.onnx")} <= listed.keys()


@pytest.mark.skipif(not DATA, reason="ONRECORD_NLP_DATA names no folder of treebanks")
def test_the_weights_read_a_sample_of_the_treebanks(linguist: OnnxLinguist) -> None:
    folder = Path(DATA)
    corpora = read_corpora(folder, quick=True)
    figures = corpus_figures(linguist, corpora) | cost_figures(linguist, corpora, quick=True)
    figures |= probe_figures(linguist, read_gate_set(ROOT / GATE_SENTENCES), folder)

    assert broken_gates(read_gates("treebanks", ROOT / GATES), figures, quick=True) == ()


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
