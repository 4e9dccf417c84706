"""Write what Onrecord reads from a benchmark's inputs, in the benchmark's own format.

    python -m benchmarks.predict TASK --data DIR --out FILE [--part NAME]

DIR holds `inputs.jsonl`, or a folder TASK that does; either may be packed with gzip. `--part train`
reads `inputs.train.jsonl` and so on. One record a line goes to FILE, in the order of the inputs, each
with the id of its input. Exit status 2 when inputs are missing or not what the task asks for.
`timeline --reports FOLDER --out DIR` writes the events and tallies of one crisis instead.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.jsonl import MalformedRecordsError, records_in, write
from benchmarks.predict.inputs import CHECKS, inputs_file, inputs_of
from benchmarks.predict.task import Task, Tools
from onrecord.config import load_settings
from onrecord.domain.errors import OnrecordError
from onrecord.wiring import linguist

__all__ = ["TASKS", "inputs_file", "records_in", "task_named", "write"]

#: Every task; the module of its name has the `predict` that does it.
TASKS = tuple(CHECKS)


def main(given: Sequence[str] | None = None) -> int:
    """Predict one task; see the module."""
    words = list(sys.argv[1:] if given is None else given)
    if words[:1] == ["timeline"]:
        return int(import_module("benchmarks.predict.timeline").main(words[1:]))
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("--data", type=Path, required=True, help="folder of the inputs")
    parser.add_argument("--out", type=Path, required=True, help="file to write")
    parser.add_argument("--part", default="", help="train, te3 …; the main part when left out")
    arguments = parser.parse_args(given)
    try:
        predict = task_named(arguments.task)
        source = inputs_file(arguments.data, arguments.task, arguments.part)
        records = inputs_of(arguments.task, source)
        settings = load_settings()
        tools = Tools(linguist(settings.linguist, settings.threads), source.parent)
        count = write(arguments.out, predict(records, tools))
    except (OnrecordError, OSError, NotImplementedError, MalformedRecordsError) as error:
        print(f"cannot predict: {error}", file=sys.stderr)
        return 2
    print(f"{count} records of {source} to {arguments.out}")
    return 0


def task_named(name: str) -> Task:
    """Return what predicts a task.

    Raises:
        NotImplementedError: nothing does yet.
    """
    module = f"{__package__ or 'benchmarks.predict'}.{name}"
    if find_spec(module) is None:
        raise NotImplementedError(f"{name} has no predictor yet")
    task: Task = import_module(module).predict
    return task


if __name__ == "__main__":
    raise SystemExit(main())
