"""Predicting and scoring one row."""

from __future__ import annotations

import json
import time
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.baselines import BASELINES
from benchmarks.accuracy.facts import RowFacts
from benchmarks.accuracy.measured import Measured, State, kept
from benchmarks.jsonl import MalformedRecordsError, by_id, packed_or_not
from benchmarks.predict.__main__ import task_named
from benchmarks.predict.inputs import inputs_file, inputs_of
from benchmarks.predict.task import Row, Task, Tools
from benchmarks.scoring.measures import BadAnswerError, Figures
from benchmarks.scoring.score import RESAMPLES, Result, score
from benchmarks.scoring.tasks import RECONCILE, headline_of
from onrecord.ports.linguist import Linguist

#: A quick run reads every fifth record.
QUICK_STEP = 5


@dataclass(frozen=True, slots=True)
class Corpus:
    """The gold, the inputs and what may be asked of them.

    Attributes:
        folder: Where the inputs lie.
        gold: By id.
        given: Inputs by id, whole: quotes and offsets are checked against them.
        asked: Inputs as a task sees them.
    """

    folder: Path
    gold: Mapping[str, Row]
    given: Mapping[str, Row]
    asked: Sequence[Row]


def measure(
    row: RowFacts, data: Path, linguist: Callable[[], Linguist], *, quick: bool = False
) -> Measured:
    """Predict and score one row; what goes wrong in predicting is part of the result.

    Args:
        row: What to measure.
        data: Folder of the benchmark.
        linguist: Gives the analyser; called once, before time is taken.
        quick: Read a sample.

    Raises:
        OSError: a file of the row is missing or cannot be read.
        MalformedRecordsError: inputs or gold are not what the task asks for.
    """
    corpus = read_corpus(row, data, quick=quick)
    baseline = _baseline(row, corpus)
    try:
        predict = task_named(row.task)
    except NotImplementedError:
        return _without("no predictor", row, corpus, baseline)
    tools = Tools(linguist(), corpus.folder)
    started = time.process_time()
    try:
        answers = _predicted(predict, corpus, tools)
    # One task that breaks is a finding about that task; the others are still measured.
    except Exception as error:  # noqa: BLE001
        return _without("failed", row, corpus, baseline, _place_of(error))
    cpu_s = time.process_time() - started
    try:
        result = _scored(row, corpus, answers, resamples=RESAMPLES)
    except BadAnswerError as error:
        return _without("failed", row, corpus, baseline, str(error))
    return Measured(
        state="measured",
        records=result.records,
        unanswered=result.unanswered,
        headline=result.headline,
        figures=kept(result.figures),
        interval=result.interval,
        baseline=baseline,
        groups={name: figures[result.headline] for name, figures in result.groups.items()},
        cpu_s=cpu_s,
    )


def read_corpus(row: RowFacts, data: Path, *, quick: bool = False) -> Corpus:
    """Return what a row is measured on; raises like `measure`.

    A pool is read whole even when it is quick: a sample of it would be another task.
    """
    source = inputs_file(data, row.task, row.part)
    name = source.name.removesuffix(".gz").replace("inputs", "gold", 1)
    gold_path = packed_or_not(source.with_name(name))
    if gold_path is None:
        raise FileNotFoundError(f"no {name} beside {source}")
    gold, given, asked = by_id(gold_path), by_id(source), inputs_of(row.task, source)
    if row.task == RECONCILE:
        return Corpus(source.parent, gold, given, asked)
    missing = next((one for one in gold if one not in given), None)
    if missing is not None:
        raise MalformedRecordsError(f"{gold_path.name}: id {missing!r} is not in {source.name}")
    asked = [one for one in asked if one["id"] in gold][:: QUICK_STEP if quick else 1]
    names = [one["id"] for one in asked]
    return Corpus(source.parent, {one: gold[one] for one in names}, given, asked)


def _predicted(predict: Task, corpus: Corpus, tools: Tools) -> Mapping[str, Row]:
    """Return answers by id, as they would be read from a file."""
    return _answers(predict(corpus.asked, tools))


def _answers(rows: Iterable[Row]) -> Mapping[str, Row]:
    answers: dict[str, Row] = {}
    for row in rows:
        read: Row = json.loads(json.dumps(row))
        if read["id"] in answers:
            raise BadAnswerError(f"id {read['id']!r} is answered twice")
        answers[read["id"]] = read
    return answers


def _scored(row: RowFacts, corpus: Corpus, answers: Mapping[str, Row], *, resamples: int) -> Result:
    return score(row.task, corpus.gold, answers, corpus.given, resamples=resamples)


def _baseline(row: RowFacts, corpus: Corpus) -> Figures:
    answers = _answers(BASELINES[row.task](corpus.asked, corpus.folder))
    return kept(_scored(row, corpus, answers, resamples=0).figures)


def _without(
    state: State, row: RowFacts, corpus: Corpus, baseline: Figures, problem: str = ""
) -> Measured:
    return Measured(
        state,
        problem=problem,
        records=len(corpus.gold),
        headline=headline_of(row.task),
        baseline=baseline,
    )


def _place_of(error: Exception) -> str:
    """Return what went wrong, and where in the code, in one line."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    line = f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
    return " ".join(line.split())
