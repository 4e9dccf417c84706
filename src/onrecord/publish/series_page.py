"""Series of counts, their outlook and the pace of running counts, in words and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from onrecord.domain.case import Case
from onrecord.domain.quantity import Difference
from onrecord.domain.series import CountForecast, CountSeries, Outlook, Pace
from onrecord.publish.event_words import when_words
from onrecord.publish.markup import plain
from onrecord.publish.series_rows import INTERVALS, events_of
from onrecord.publish.wording import count_words, difference_words

_BASES = {
    "happened": "the day they are said to have happened",
    "first_reported": "the day of the first report",
}


def series_markdown(
    outlooks: Iterable[Outlook], paces: Sequence[Pace], case: Case, *, library: str
) -> str:
    """Return series with their events, forecasts and the pace of running counts as Markdown."""
    lines = ["# Events per stretch of days", ""]
    for outlook in outlooks:
        lines += [*_section(outlook, case), ""]
    if paces:
        lines += ["## Running counts", "", *(f"- {_pace_line(one, case)}" for one in paces), ""]
    return "\n".join([*lines, f"Computed by {library}."])


def stretch_words(series: CountSeries) -> str:
    """Return which days a series covers, in words."""
    if not series.counts:
        return f"no whole stretch of {count_words(series.step_days, 'day')}"
    last = series.end - timedelta(days=1)
    return (
        f"{series.start} to {last}, {len(series.counts)} × {count_words(series.step_days, 'day')}"
    )


def counts_words(series: CountSeries) -> str:
    """Return the counts in order; a run of stretches without a report stands as one gap.

    Example:
        >>> from datetime import date
        >>> counts_words(CountSeries("s", date(2031, 1, 1), 7, (2, 0, 0, 1), reports=(1, 0, 0, 3)))
        '2 [2 gaps] 1'
    """
    known = zip(series.counts, series.known, strict=True)
    runs = (
        (is_known, [str(count) for count, _ in run])
        for is_known, run in groupby(known, key=lambda pair: pair[1])
    )
    shown = (
        " ".join(run) if is_known else f"[{count_words(len(run), 'gap')}]" for is_known, run in runs
    )
    return " ".join(shown) or "none"


def forecast_words(forecast: CountForecast) -> str:
    """Return a forecast in one line."""
    spans = ((*forecast.interval(mass), mass) for mass in INTERVALS)
    said = ", ".join(f"{low} to {high} ({mass:.0%})" for low, high, mass in spans)
    return f"{forecast.model}: {said}, expected {forecast.mean:.1f}"


def gaps_words(series: CountSeries) -> str:
    """Return what a series leaves out, in words; empty where it leaves out nothing."""
    gaps = series.known.count(False)
    before = series.known.count(True) - len(series.history)
    left = " and ".join(
        words
        for number, words in (
            (series.undated, f"{series.undated} whose day is not known to the stretch"),
            (series.earlier, f"{series.earlier} before the reports begin"),
        )
        if number
    )
    silent = f"{gaps} stretch{'' if gaps == 1 else 'es'} without a report: gaps, not zeros"
    parts = [
        f"not counted: {left}" if left else "",
        silent if gaps else "",
        "a forecast looks back to the last long silence" if before else "",
    ]
    return "; ".join(part for part in parts if part)


def pace_words(pace: Pace) -> str:
    """Return how much a running count rose, over how long, and what that is in thirty days.

    Example:
        >>> from datetime import date
        >>> pace = Pace("t", "strikes", "a", "b", date(2031, 4, 1), date(2031, 4, 17), 8, None)
        >>> pace_words(pace)
        'strikes: at least 8 more in 16 days, to 2031-04-17; in 30 days at least 15.0'
    """
    rise = difference_words(Difference(pace.low, pace.high))
    return (
        f"{pace.unit.replace('_', ' ')}: {rise} in {count_words(pace.days, 'day')}, to {pace.last}; "
        f"in 30 days {_monthly(pace)}"
    )


def _monthly(pace: Pace) -> str:
    low, high = (
        None if end is None else f"{float(end) * 30 / pace.days:.1f}"
        for end in (pace.low, pace.high)
    )
    if low is not None and high is not None:
        return low if low == high else f"{low} to {high}"
    return f"at least {low}" if low is not None else f"at most {high}"


def _section(outlook: Outlook, case: Case) -> Iterator[str]:
    series = outlook.series
    yield from (f"## {series.name}", "")
    yield f"- {stretch_words(series)}; events count on {_BASES[series.basis]}"
    yield f"- counts: {counts_words(series)}"
    if left := gaps_words(series):
        yield f"- {left}"
    if outlook.forecast is not None:
        yield f"- next {count_words(series.step_days, 'day')}, {forecast_words(outlook.forecast)}"
        yield from (f"- beside it, {forecast_words(one)}" for one in outlook.baselines)
    for score in outlook.scores:
        yield (
            f"- {score.model} scored {score.crps:.2f} on {count_words(score.windows, 'past window')} "
            "(CRPS, lower is better)"
        )
    yield f"- {outlook.why}"
    for line in events_of(series, case):
        yield f"  - {when_words(line.when)}: {_quoted(line.lead.id, case)}"


def _pace_line(pace: Pace, case: Case) -> str:
    cited = f"{_quoted(pace.earlier, case)}, then {_quoted(pace.later, case)}"
    return f"{plain(pace_words(pace))}. {cited}"


def _quoted(statement: str, case: Case) -> str:
    """Return the exact words of a statement with the outlet and date of its document."""
    said = case.statements[statement]
    document = case.documents[said.document]
    outlet = plain(document.publisher or "outlet not stated")
    return f"“{plain(said.content.exact)}” ({outlet}, {document.date_edtf or 'no date'}, {said.id[:12]})"
