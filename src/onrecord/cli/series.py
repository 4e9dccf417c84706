"""`series`: how many events each stretch of days saw, and what that lets one expect of the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from onrecord.assess.outlook import outlook_of
from onrecord.assess.paces import paces_of
from onrecord.assess.series import series_of
from onrecord.cli.options import AsOfOption, JsonOption, StoreOption
from onrecord.cli.output import emit_rows, emit_table, emit_text, printable, say
from onrecord.cli.times import parse_as_of
from onrecord.config import load_settings
from onrecord.domain.errors import UsageError
from onrecord.domain.series import CountBasis, Outlook, Pace
from onrecord.pipeline.assessing import case_of
from onrecord.publish.series_page import (
    counts_words,
    forecast_words,
    gaps_words,
    pace_words,
    series_markdown,
    stretch_words,
)
from onrecord.publish.series_rows import pace_row, series_row
from onrecord.wiring import gazetteer, open_record, statistics

_BASES: dict[str, CountBasis] = {"happened": "happened", "reported": "first_reported"}
#: Days in the longest stretch: longer ones leave a crisis without a history.
_MOST_DAYS = 366


def series(
    step: Annotated[int, typer.Option("--step", help="Days in a stretch: 7, 30 or another.")] = 30,
    by: Annotated[
        str,
        typer.Option("--by", help="Count an event on the day it happened, or was first reported."),
    ] = "happened",
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    markdown: Annotated[bool, typer.Option("--md", help="Print Markdown.")] = False,
) -> None:
    """Print how many events each stretch of days saw, and a forecast of the next beside its baselines."""
    if as_json and markdown:
        raise UsageError("--json and --md are two kinds of output; choose one")
    if by not in _BASES:
        raise UsageError(f"--by {by!r} is neither of {', '.join(_BASES)}")
    if not 1 <= step <= _MOST_DAYS:
        raise UsageError(f"--step {step} is no stretch; it takes 1 to {_MOST_DAYS} days")
    moment = parse_as_of(as_of)
    with open_record(load_settings(store=store), read_only=True) as record:
        case = case_of(record.store, record.archive, gazetteer(), as_of=moment)
    numerics = statistics()
    found = [outlook_of(one, numerics) for one in series_of(case, step_days=step, basis=_BASES[by])]
    if not found:
        say("no document on record bears a day, so nothing can be counted by stretch; "
            "`onrecord add --date` gives one its date")  # fmt: skip
    paces = paces_of(case)
    if as_json:
        emit_rows(series_row(one, case, library=numerics.name) for one in found)
        emit_rows(pace_row(one, case) for one in paces)
    elif markdown:
        emit_text(printable(series_markdown(found, paces, case, library=numerics.name)))
    elif found:
        _tables(found, paces, step)


def _tables(outlooks: Sequence[Outlook], paces: Sequence[Pace], step: int) -> None:
    emit_table(
        f"{len(outlooks)} series, {stretch_words(outlooks[0].series)}",
        ("series", "counts", "next", "baselines", "why", "left out"),
        (
            (
                one.series.name,
                counts_words(one.series),
                "no forecast" if one.forecast is None else forecast_words(one.forecast),
                "\n".join(forecast_words(base) for base in one.baselines),
                one.why + _scores(one),
                gaps_words(one.series),
            )
            for one in outlooks
        ),
    )
    if paces:
        emit_table("running counts", ("pace",), ((pace_words(one),) for one in paces))
    if any(one.forecast is not None for one in outlooks):
        say(f"a forecast is of the {step} days that follow; lower CRPS is better")


def _scores(outlook: Outlook) -> str:
    listed = ", ".join(f"{one.model} {one.crps:.2f}" for one in outlook.scores)
    return f" (CRPS: {listed})" if listed else ""
