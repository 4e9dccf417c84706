"""Measure the reader's model on held-out treebanks, and what it costs.

    python -m benchmarks.linguist --data DIR [--part quick] [--peer-steps N] [--spacy NAME ...]

Prints a table; the last line is one JSON object. Exit status 1 when a gate of models/en/gates.toml is
broken, 2 when nothing can be measured. benchmarks/README.md says what each figure means.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.linguist import cost
from benchmarks.linguist.corpus_figures import Corpora, read_corpora
from benchmarks.linguist.gates import broken_gates, read_gates
from benchmarks.linguist.ours import corpus_figures, cost_figures, load_linguist, probe_figures
from benchmarks.linguist.peers import Peer, installed_peer, peer_figures, trained_peer
from benchmarks.linguist.probes import read_gate_set
from benchmarks.linguist.report import table
from onrecord.domain.errors import OnrecordError

#: Always in the JSON object, null when they could not be measured.
HEADLINES = (
    "las_ewt las_gum las_pud_nopunct upos_ewt ner_pud_news_f1 srl_f1 hard_probes sent_f1_pud_news "
    "words_per_s_core load_s peak_mb weights_mb srl_f1_raw"
).split()
_DEFAULT_STEPS = 2000


def main(given: Sequence[str] | None = None) -> int:
    """Measure, print, judge."""
    arguments = _arguments(given)
    if not arguments.data.is_dir():
        print(f"no folder {arguments.data}", file=sys.stderr)
        return 2
    quick = arguments.part == "quick"
    try:
        linguist = load_linguist()
        corpora = read_corpora(arguments.data, quick=quick)
        figures: dict[str, Any] = dict.fromkeys(HEADLINES)
        figures |= corpus_figures(linguist, corpora)
        figures |= probe_figures(linguist, read_gate_set(), arguments.data)
        figures |= cost_figures(linguist, corpora, quick=quick)
        peers = _peers(arguments, corpora, quick=quick)
    except (OnrecordError, OSError, ValueError) as error:
        print(f"cannot measure: {error}", file=sys.stderr)
        return 2
    print(f"hardware: {cost.hardware()}; one thread")
    print("versions: " + ", ".join(f"{name} {value}" for name, value in cost.versions().items()))
    print(table({linguist.name: figures} | {name: row for name, (row, _) in peers.items()}))
    for name, (_, note) in peers.items():
        if note:
            print(f"note on {name}: {note}")
    broken = () if arguments.no_gates else _broken(figures, quick=quick)
    for line in broken:
        print(f"gate broken: {line}")
    figures |= {"model": linguist.name, "part": arguments.part, "hardware": cost.hardware()}
    figures |= {"versions": cost.versions(), "broken_gates": list(broken)}
    figures["peers"] = {name: row for name, (row, _) in peers.items()}
    line = json.dumps(figures)
    if arguments.json:
        arguments.json.write_text(line + "\n", encoding="utf-8")
    print(line)
    return 1 if broken else 0


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.linguist", description=__doc__)
    parser.add_argument("--data", required=True, type=Path, help="folder of .jsonl.gz files")
    parser.add_argument("--part", choices=("all", "quick"), default="all", help="quick: a sample")
    parser.add_argument(
        "--spacy", nargs="*", default=[], metavar="NAME", help="installed pipelines"
    )
    parser.add_argument(
        "--peer-steps", nargs="?", type=int, default=0, const=_DEFAULT_STEPS, metavar="N",
        help=f"train spaCy's default network on the same data (N steps, {_DEFAULT_STEPS} when bare)",
    )  # fmt: skip
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the last line there too")
    parser.add_argument("--no-gates", action="store_true", help="measure, do not judge")
    return parser.parse_args(given)


def _peers(
    arguments: argparse.Namespace, corpora: Corpora, *, quick: bool
) -> dict[str, tuple[dict[str, Any], str]]:
    """Return figures and a note per peer."""
    peers: list[Peer] = []
    if arguments.peer_steps:
        peers.append(trained_peer(arguments.data, arguments.peer_steps))
    peers.extend(installed_peer(name) for name in arguments.spacy)
    runs = 1 if quick else 3
    return {
        one.name: (peer_figures(one, corpora, arguments.data, runs=runs), one.note) for one in peers
    }


def _broken(figures: dict[str, Any], *, quick: bool) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for part in ("treebanks", "sentences"):
        found += broken_gates(read_gates(part), figures, quick=quick)
    return found


if __name__ == "__main__":
    raise SystemExit(main())
