"""Who-did-what probes: sentences with facts a reader would get right, and how many a tree yields.

Two sets. The gate sentences (models/en/gate_sentences.toml) are our own and always there. The hard
sentences come with the data folder, as a Python file with its own extractor; it is run, never copied.
"""

from __future__ import annotations

import importlib.util
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.linguist.corpora import Document
from benchmarks.linguist.facts import who_did_what
from benchmarks.linguist.scores import THREE_KINDS, Counts, Labels, counted
from onrecord.domain.span import Extent
from onrecord.ports.linguist import Linguist, Parse, Token

Choices: TypeAlias = tuple[str, ...]
AnalyseOne: TypeAlias = Callable[[str], Parse]

GATE_SENTENCES = Path("models/en/gate_sentences.toml")
HARD_SENTENCES = Path("prototype/hard10.py")


@dataclass(frozen=True, slots=True)
class Probe:
    """One fact to be found; each part lists the words that would do."""

    predicates: Choices
    roles: Choices
    arguments: Choices

    def __str__(self) -> str:
        return " ".join("|".join(part) for part in (self.predicates, self.roles, self.arguments))


@dataclass(frozen=True, slots=True)
class ProbedSentence:
    """A sentence with its probes and the names in it, each `(start, end, kind)`."""

    text: str
    probes: tuple[Probe, ...]
    names: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class GateSet:
    """What the gate sentences hold."""

    sentences: tuple[ProbedSentence, ...]
    paragraphs: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class HardScore:
    """Probes and names of the hard sentences: how many were found, of how many."""

    probes: int
    of_probes: int
    names: int
    of_names: int


def read_gate_set(path: Path = GATE_SENTENCES) -> GateSet:
    """Read the gate sentences.

    Raises:
        ValueError: A probe has not three parts, or a name does not stand in its sentence.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return GateSet(
        tuple(_probed(row) for row in table["sentence"]),
        tuple(_paragraph(row["sentences"]) for row in table["paragraph"]),
    )


def read_probe(text: str) -> Probe:
    """Read `struck|hit agent drones`.

    Raises:
        ValueError: There are not three parts.
    """
    parts = text.split()
    if len(parts) != 3:
        raise ValueError(f"a probe is a predicate, a role and an argument: {text!r}")
    predicates, roles, arguments = (tuple(part.split("|")) for part in parts)
    return Probe(predicates, roles, arguments)


def parse_one(linguist: Linguist, text: str) -> Parse:
    """Analyse a text that is one sentence."""
    return linguist.analyse(text, (Extent(0, len(text)),))[0]


def missed_probes(sentence: ProbedSentence, tokens: Sequence[Token]) -> tuple[Probe, ...]:
    """Return the probes that no fact of the tree answers."""
    facts = {
        (tokens[predicate].text, role, tokens[argument].text)
        for predicate, role, argument in who_did_what(tokens)
    }
    return tuple(probe for probe in sentence.probes if not _answered(probe, facts))


def found_names(sentence: ProbedSentence, parse: Parse, labels: Labels) -> Counts:
    """Compare the names of one sentence: exact extent and kind."""
    found = [
        (name.start, name.end, labels[name.label.upper()])
        for name in parse.entities
        if name.label.upper() in labels
    ]
    return counted(sentence.names, found)


def hard_score(folder: Path, analyse: AnalyseOne) -> HardScore | None:
    """Return what is found in the hard sentences, or None when the folder has none.

    Their own extractor reads the trees; a name is right when its words and kind are among ours.
    """
    hard = _load_hard(folder / HARD_SENTENCES)
    if hard is None:
        return None
    probes = names = of_probes = of_names = 0
    for text, wanted, named in hard.S:
        parse = analyse(text)
        checked = hard.check(wanted, hard.extract(*_columns(parse)))
        have = {
            (text[name.start : name.end], THREE_KINDS.get(name.label.upper(), name.label))
            for name in parse.entities
        }
        probes += sum(checked)
        of_probes += len(checked)
        names += sum(tuple(one) in have for one in named)
        of_names += len(named)
    return HardScore(probes, of_probes, names, of_names)


def _load_hard(path: Path) -> Any:  # noqa: ANN401 - a module that is not known here
    spec = importlib.util.spec_from_file_location("hard_sentences", path)
    if not path.is_file() or spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _columns(parse: Parse) -> tuple[list[Any], ...]:
    """Return words, tags, Penn tags, lemmas, governors (from 1, root 0) and relations."""
    tokens = parse.tokens
    return (
        [token.text for token in tokens],
        [token.upos for token in tokens],
        [token.xpos for token in tokens],
        [token.lemma for token in tokens],
        [token.head + 1 for token in tokens],
        [token.deprel for token in tokens],
    )


def _answered(probe: Probe, facts: set[tuple[str, str, str]]) -> bool:
    return any(
        predicate in probe.predicates and role in probe.roles and argument in probe.arguments
        for predicate, role, argument in facts
    )


def _probed(row: dict[str, Any]) -> ProbedSentence:
    text = str(row["text"])
    names: list[tuple[int, int, str]] = []
    for name in row["names"]:
        kind, words = name.split(" ", maxsplit=1)
        start = text.find(words, names[-1][1] if names and words in text[names[-1][1] :] else 0)
        if start < 0:
            raise ValueError(f"no {words!r} in {text!r}")
        names.append((start, start + len(words), kind))
    return ProbedSentence(text, tuple(read_probe(probe) for probe in row["probes"]), tuple(names))


def _paragraph(sentences: Sequence[str]) -> Document:
    extents: list[Extent] = []
    start = 0
    for sentence in sentences:
        extents.append(Extent(start, start + len(sentence)))
        start += len(sentence) + 1
    return Document(" ".join(sentences), tuple(extents), ())
