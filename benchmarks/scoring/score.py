"""Gold and answers → figures, with an interval over documents."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.scoring import reconcile
from benchmarks.scoring.measures import (
    BadAnswerError,
    Counts,
    Figures,
    Key,
    Row,
    Tally,
    total,
    upper_median,
)
from benchmarks.scoring.tasks import RECONCILE, SCORERS, Scorer, headline_of

RESAMPLES = 1000
_SEED = 7
_TAIL = 0.025


@dataclass(frozen=True, slots=True)
class Result:
    """What a task's answers are worth.

    Attributes:
        headline: Name of the figure that is quoted first.
        records: How many records the gold has.
        unanswered: How many of them have no answer; for a pool always 0.
        figures: By name.
        interval: 95 % interval of the headline over documents; None of a pool.
        groups: Figures of each part of the gold, where it has several.
    """

    headline: str
    records: int
    unanswered: int
    figures: Figures
    interval: tuple[float, float] | None = None
    groups: Mapping[str, Figures] = field(default_factory=dict)


def score(
    task: str,
    gold: Mapping[str, Row],
    answers: Mapping[str, Row],
    given: Mapping[str, Row],
    *,
    resamples: int = RESAMPLES,
) -> Result:
    """Score the answers of a task.

    Args:
        task: One of `SCORERS`, or `RECONCILE`.
        gold: By id.
        answers: By id; of a pool by cluster.
        given: Inputs by id, to check offsets and quotes against; may be empty.
        resamples: How often documents are drawn again for the interval; 0 for none.

    Raises:
        BadAnswerError: an answer does not follow the format; the message names its id.
    """
    rows = list(gold.values())
    if task == RECONCILE:
        pool = reconcile.figures(rows, answers, given)
        return Result(headline_of(task), len(rows), 0, pool)
    stray = next((name for name in answers if name not in gold and name not in given), None)
    if stray is not None:
        raise BadAnswerError(f"id {stray!r} is not in the gold")
    scorer = SCORERS[task]
    tallies = [
        _tally(scorer, row, answers.get(row["id"]), given.get(row["id"], {})) for row in rows
    ]
    return Result(
        headline=scorer.headline,
        records=len(rows),
        unanswered=sum(name not in answers for name in gold),
        figures=_figures(scorer, tallies),
        interval=bootstrap(scorer, tallies, resamples) if resamples and rows else None,
        groups=_groups(scorer, rows, tallies),
    )


def bootstrap(scorer: Scorer, tallies: Sequence[Tally], resamples: int) -> tuple[float, float]:
    """Return the 95 % interval of the headline: percentiles over documents drawn with replacement.

    The same tallies give the same interval: the seed is fixed.
    """
    draw = random.Random(_SEED)  # noqa: S311 - not a secret
    places = range(len(tallies))
    values = sorted(
        _headline(scorer, total_of_draw(tallies, draw.choices(places, k=len(tallies))))
        for _ in range(resamples)
    )
    last = resamples - 1
    return values[int(_TAIL * resamples)], values[min(last, int((1 - _TAIL) * resamples))]


def total_of_draw(tallies: Sequence[Tally], drawn: Sequence[int]) -> Counts:
    """Return the counts of documents drawn by their place, each as often as it was drawn."""
    summed: dict[Key, float] = {}
    for place, times in Counter(drawn).items():
        for key, value in tallies[place].counts.items():
            summed[key] = summed.get(key, 0) + times * value
    return summed


def _tally(scorer: Scorer, row: Row, answer: Row | None, given: Row) -> Tally:
    try:
        return scorer.tally(row, answer, given)
    except BadAnswerError as error:
        raise BadAnswerError(f"id {row['id']!r}: {error}") from None


def _figures(scorer: Scorer, tallies: Sequence[Tally]) -> Figures:
    figures = scorer.figures(total(one.counts for one in tallies))
    if scorer.median:
        figures[scorer.median] = upper_median([value for one in tallies for value in one.samples])
    return figures


def _headline(scorer: Scorer, counts: Counts) -> float:
    return scorer.figures(counts)[scorer.headline] or 0.0


def _groups(scorer: Scorer, rows: Sequence[Row], tallies: Sequence[Tally]) -> Mapping[str, Figures]:
    names = sorted({row["group"] for row in rows if "group" in row})
    if len(names) < 2:
        return {}
    return {
        name: _figures(
            scorer,
            [one for row, one in zip(rows, tallies, strict=True) if row.get("group") == name],
        )
        for name in names
    }
