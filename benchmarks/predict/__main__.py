"""Write what Onrecord reads from a benchmark's inputs, in the benchmark's own format.

    python -m benchmarks.predict TASK --data DIR --out FILE [--part NAME]

DIR holds `inputs.jsonl`, or a folder TASK that does. `--part train` reads `inputs.train.jsonl` and so
on. One record a line goes to FILE, in the order of the inputs, each with the id of its input.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from benchmarks.predict.task import Row, Task, Tools
from onrecord.config import load_settings
from onrecord.domain.errors import OnrecordError
from onrecord.wiring import linguist

#: Every task, and the module whose `predict` does it.
TASKS = ("attribution", "time", "certainty", "quantity", "muc", "geo", "extract", "events")


def main() -> int:
    """Predict one task; see the module."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("--data", type=Path, required=True, help="folder of the inputs")
    parser.add_argument("--out", type=Path, required=True, help="file to write")
    parser.add_argument("--part", default="", help="train, te3 …; the main part when left out")
    arguments = parser.parse_args()
    try:
        source = inputs_file(arguments.data, arguments.task, arguments.part)
        settings = load_settings()
        tools = Tools(linguist(settings.linguist, settings.threads), source.parent)
        count = write(arguments.out, task_named(arguments.task)(records_in(source), tools))
    except (OnrecordError, OSError, json.JSONDecodeError) as error:
        print(f"cannot predict: {error}", file=sys.stderr)
        return 2
    print(f"{count} records of {source} to {arguments.out}")
    return 0


def task_named(name: str) -> Task:
    """Return what predicts a task."""
    task: Task = import_module(f"benchmarks.predict.{name}").predict
    return task


def inputs_file(data: Path, task: str, part: str = "") -> Path:
    """Return the file that holds a task's inputs.

    Raises:
        FileNotFoundError: no folder that was looked in has one.
    """
    name = f"inputs.{part}.jsonl" if part else "inputs.jsonl"
    folders = (data, data / task, data / "visible" / task)
    found = [folder / (name + ending) for folder in folders for ending in ("", ".gz")]
    for path in found:
        if path.is_file():
            return path
    raise FileNotFoundError(f"no {name} in {data} or in {data / task}")


def records_in(path: Path) -> Iterator[Row]:
    """Yield the records of a JSON Lines file, packed or not."""
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open("rt", encoding="utf-8")
    with opened as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write(path: Path, rows: Iterator[Row]) -> int:
    """Write rows as JSON Lines and return how many there were."""
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


if __name__ == "__main__":
    raise SystemExit(main())
