"""Series of counts, their outlook and the pace of running counts as JSON rows.

`docs/statement-schema.md` documents the rows. A change that removes or renames a field raises
`SERIES_SCHEMA` or `PACE_SCHEMA`.
"""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.domain.case import Case
from onrecord.domain.event_line import EventLine
from onrecord.domain.series import CountForecast, CountSeries, Outlook, Pace
from onrecord.domain.unknown import Unknown
from onrecord.publish.rows import Row, when_row

SERIES_SCHEMA = "onrecord.series/1"
PACE_SCHEMA = "onrecord.pace/1"
#: Mass of the intervals that are shown.
INTERVALS = (0.5, 0.8)


def series_row(outlook: Outlook, case: Case, *, library: str) -> Row:
    """Return a series with every event counted, in exact words, and what is held of its next stretch.

    Args:
        outlook: The series and its forecast.
        case: What the events are looked up in.
        library: What computed the forecast, with its version.
    """
    series = outlook.series
    return {
        "schema": SERIES_SCHEMA,
        "name": series.name,
        "basis": series.basis,
        "start": series.start.isoformat(),
        "end": (series.end - timedelta(days=1)).isoformat(),
        "step_days": series.step_days,
        "counts": list(series.counts),
        "reports": list(series.reports),
        "undated": series.undated,
        "earlier": series.earlier,
        "events": [_event_row(line, case) for line in events_of(series, case)],
        "forecast": None if outlook.forecast is None else forecast_row(outlook.forecast),
        "baselines": [forecast_row(one) for one in outlook.baselines],
        "past": [
            {"model": one.model, "windows": one.windows, "crps": round(one.crps, 4)}
            for one in outlook.scores
        ],
        "why": outlook.why,
        "library": library,
    }


def forecast_row(forecast: CountForecast) -> Row:
    """Return a forecast of counts as a row: its expected count, intervals, and how likely any event is."""
    return {
        "model": forecast.model,
        "mean": round(forecast.mean, 4),
        "intervals": [
            {"mass": mass, "low": forecast.interval(mass)[0], "high": forecast.interval(mass)[1]}
            for mass in INTERVALS
        ],
        "at_least_one": round(forecast.at_least(1), 4),
    }


def pace_row(pace: Pace, case: Case) -> Row:
    """Return how much a running count rose between two days, with the exact words of both figures."""
    return {
        "schema": PACE_SCHEMA,
        "tally": pace.tally,
        "unit": pace.unit,
        "first": pace.first.isoformat(),
        "last": pace.last.isoformat(),
        "days": pace.days,
        "low": pace.low,
        "high": pace.high,
        "earlier": _words_row(pace.earlier, case),
        "later": _words_row(pace.later, case),
    }


def events_of(series: CountSeries, case: Case) -> list[EventLine]:
    """Return the events a series counts, in order of day, then id."""
    held = set(series.events)
    counted = [line for line in case.lines if line.group.event.id in held]
    return sorted(counted, key=lambda line: (_first_day(line), line.group.event.id))


def _first_day(line: EventLine) -> date:
    when = line.when
    return date.max if isinstance(when, Unknown) or when.earliest is None else when.earliest


def _event_row(line: EventLine, case: Case) -> Row:
    return {
        "id": line.group.event.id,
        "when": when_row(line.when),
        "independent_sources": len(line.group.lineages),
        "words": _words_row(line.lead.id, case),
    }


def _words_row(statement: str, case: Case) -> Row:
    said = case.statements[statement]
    document = case.documents[said.document]
    return {
        "statement": said.id,
        "document": document.id,
        "outlet": document.publisher,
        "date": document.date_edtf,
        "start": said.content.start,
        "end": said.content.end,
        "text": said.content.exact,
    }
