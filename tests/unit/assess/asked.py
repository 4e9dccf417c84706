"""Questions asked, forecast and ended by hand."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.domain.question import Condition, Forecast, Outcome, Quantile, Question, Resolution


def asked(
    text: str = "Will the strait reopen?",
    *,
    opens: str = "2031-04-01",
    closes: str = "2031-04-11",
    resolves: str = "2031-04-20",
    numeric: bool = False,
    parent: Condition | None = None,
) -> Question:
    return Question(
        text, "numeric" if numeric else "binary", criteria="the harbour office says so",
        resolvers=("the harbour office",), opens=opens, closes=closes, resolves=resolves, parent=parent,
    )  # fmt: skip


def held(probability: float, by: str = "I. Ferrand", day: str = "2031-04-02") -> Forecast:
    return Forecast(by, f"{day}T00:00:00Z", probability)


def spread(
    *points: tuple[float, float], by: str = "I. Ferrand", day: str = "2031-04-02"
) -> Forecast:
    return Forecast(
        by, f"{day}T00:00:00Z", quantiles=tuple(Quantile(level, value) for level, value in points)
    )


def ended(outcome: Outcome, day: str = "2031-04-20", value: float | None = None) -> Resolution:
    return Resolution(outcome, "stm-1", f"{day}T00:00:00Z", value)


def whole(question: Question, forecasts: Sequence[Forecast], end: Resolution | None) -> Question:
    return Question(
        question.text, question.kind, criteria=question.criteria, resolvers=question.resolvers,
        opens=question.opens, closes=question.closes, resolves=question.resolves,
        parent=question.parent, forecasts=tuple(forecasts), resolution=end,
    )  # fmt: skip
