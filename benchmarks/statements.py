"""How well statements are read, against a careful reading of the same text, beside a baseline.

    python -m benchmarks.statements --text TEXT --gold GOLD.jsonl --date 2025-11-28

The gold file has one statement a line: `start, end, type, speaker, modality, date_edtf, quantities`.
A prediction matches a gold statement when they share at least half of the shorter one; matching is one
to one, best overlap first. The baseline takes every sentence for one statement of the author, certain,
dated like the document, with every number in digits as exact. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from onrecord.capture.capture import Capture, capture
from onrecord.capture.origin import Origin
from onrecord.cli.times import parse_date
from onrecord.config import load_settings
from onrecord.domain.errors import OnrecordError
from onrecord.domain.numerals import numerals_in
from onrecord.publish.rows import statement_row
from onrecord.read.sentences import split_sentences
from onrecord.wiring import reader

Row = dict[str, Any]
_HALF = 0.5
_IGNORED = frozenset({"the", "a", "of", "president"})


def main() -> int:
    """Score one text and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", required=True, type=Path)
    parser.add_argument("--gold", required=True, type=Path)
    parser.add_argument("--date", required=True)
    arguments = parser.parse_args()
    try:
        figures = figures_of_text(arguments.text, arguments.gold, arguments.date)
    except (OnrecordError, OSError, json.JSONDecodeError) as error:
        print(f"cannot score: {error}", file=sys.stderr)
        return 2
    print(json.dumps(figures, indent=1))
    return 0


def figures_of_text(text: Path, gold: Path, date: str) -> Row:
    """Return ours and the baseline's figures for one text, and how fast it was read.

    Raises:
        OSError: a file cannot be read.
        OnrecordError: the text or its date cannot be taken.
        json.JSONDecodeError: a line of the gold is not JSON.
    """
    wanted = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line]
    one = _captured(text, date)
    read = reader(load_settings())
    read(one.document, one.text)  # the first run loads the weights
    started = time.process_time()
    rows = [statement_row(statement) for statement in read(one.document, one.text)]
    seconds = time.process_time() - started
    return {
        "onrecord": score(wanted, rows, one.text),
        "baseline": score(wanted, baseline_rows(one), one.text),
        "words_per_cpu_s": round(len(one.text.split()) / seconds),
    }


def _captured(path: Path, date: str) -> Capture:
    origin = Origin(path.name, str(path), supplied_date=parse_date(date))
    return capture(path.read_bytes(), origin=origin)[0]


def baseline_rows(one: Capture) -> list[Row]:
    """Return every sentence as one certain statement of the author."""
    found: list[Row] = []
    for passage in one.document.passages:
        if passage.role != "body":
            continue
        for extent in split_sentences(one.text, passage.extent):
            numbers = [
                {"low": number.value, "high": number.value, "bound": "exact"}
                for number in numerals_in(extent.of(one.text))
                if number.kind == "digits"
            ]
            found.append(
                {
                    "kind": "occ.event",
                    "start": extent.start,
                    "end": extent.end,
                    "text": extent.of(one.text),
                    "speaker": [],
                    "factuality": [{"value": "CT+"}],
                    "when": {"edtf": one.document.date_edtf},
                    "quantities": numbers,
                }
            )
    return found


def score(gold: list[Row], rows: list[Row], text: str) -> Row:
    """Return shares between 0 and 1, or null where nothing was to be found."""
    pairs = match(gold, rows)
    both = [(gold[left], rows[right]) for left, right in pairs.items()]
    wanted = [one for row in gold for one in row.get("quantities") or []]
    have = [one for row in rows for one in row.get("quantities") or []]
    spoken = [pair for pair in both if pair[0]["speaker"] != "author"]
    dated = [pair for pair in both if pair[0].get("date_edtf")]
    return {
        "recall": _share(len(both), len(gold)),
        "precision": _share(len(both), len(rows)),
        "kind_group": _part([_group(g["type"]) == _group(r["kind"]) for g, r in both]),
        "speaker": _part([_same_speaker(g, r) for g, r in spoken]),
        "factuality": _part([_value(g) == r["factuality"][-1]["value"] for g, r in both]),
        "date": _part([g["date_edtf"].rstrip("?") == r["when"]["edtf"] for g, r in dated]),
        "quantities": _part([any(_same_ends(one, other) for other in have) for one in wanted]),
        "spans": _part([text[r["start"] : r["end"]] == r["text"] for r in rows]),
    }


def match(gold: list[Row], rows: list[Row]) -> dict[int, int]:
    """Return gold index to row index, one to one, best overlap first, then nearest in length."""
    candidates = sorted(
        (
            (-overlap(g, r), abs((g["end"] - g["start"]) - (r["end"] - r["start"])), i, j)
            for i, g in enumerate(gold)
            for j, r in enumerate(rows)
            if overlap(g, r) >= _HALF
        ),
        key=lambda one: (one[0], one[1], -one[2], -one[3]),
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, left, right in candidates:
        if left not in found and right not in taken:
            found[left] = right
            taken.add(right)
    return found


def overlap(a: Row, b: Row) -> float:
    """Return the shared length as a part of the shorter extent."""
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    shorter = min(a["end"] - a["start"], b["end"] - b["start"])
    return float(max(0, shared) / max(1, shorter))


def _same_speaker(gold: Row, row: Row) -> bool:
    wanted = _words(gold["speaker"].split(">")[-1])
    return bool(row["speaker"]) and bool(wanted & _words(row["speaker"][-1]))


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if word not in _IGNORED}


def _same_ends(a: Row, b: Row) -> bool:
    return all(a.get(key) == b.get(key) for key in ("low", "high", "bound"))


def _value(gold: Row) -> str:
    return str(gold["modality"]).split(";", maxsplit=1)[0]


def _group(kind: str) -> str:
    return "jdg" if kind.startswith("jdg") else kind


def _part(hits: list[bool]) -> float | None:
    return round(sum(hits) / len(hits), 3) if hits else None


def _share(part: int, whole: int) -> float:
    return round(part / max(1, whole), 3)


if __name__ == "__main__":
    raise SystemExit(main())
