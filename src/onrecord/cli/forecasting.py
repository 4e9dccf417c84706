"""`questions forecast`: what somebody, or a base-rate model, holds now; put on record and never edited."""

from __future__ import annotations

from datetime import date
from typing import Annotated, cast

import typer

from onrecord.assess.base_rates import counted_since, days_left, estimates_of
from onrecord.assess.series import series_of
from onrecord.cli.asking import ByOption, KeyArgument, number_in, require_lines, signed_by
from onrecord.cli.options import StoreOption
from onrecord.cli.output import emit_text, printable, say
from onrecord.config import Settings, load_settings
from onrecord.domain.case import Case
from onrecord.domain.errors import UsageError
from onrecord.domain.question import Estimate, Quantile, Question
from onrecord.domain.scorecard import MODEL
from onrecord.domain.series import CountSeries
from onrecord.domain.unknown import Unknown
from onrecord.pipeline import questions as ledger
from onrecord.pipeline.assessing import case_of
from onrecord.ports.statistics import CountModel
from onrecord.publish.question_page import forecast_words
from onrecord.wiring import SystemClock, gazetteer, open_record, statistics

_MODELS = ("gamma-poisson", "negative-binomial", "hawkes", "last-value", "climatology")


def forecast(
    key: KeyArgument,
    by: ByOption = None,
    probability: Annotated[
        float | None, typer.Option("--probability", help="Of yes, from 0.001 to 0.999: 0.3.")
    ] = None,
    quantile: Annotated[
        list[str] | None,
        typer.Option(
            "--quantile",
            metavar="LEVEL=VALUE",
            help="A point of a distribution: 0.9=40 (90 % at or below 40). Give 0.5 and one on each side.",
        ),
    ] = None,
    words: Annotated[str, typer.Option("--words", help="The words it was given in.")] = "",
    statement: Annotated[
        str | None, typer.Option("--statement", help="Id of the statement that carries it.")
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", help=f"A base-rate model: {', '.join(_MODELS)}.")
    ] = None,
    series: Annotated[
        str, typer.Option("--series", help="The series a model counts; see `onrecord series`.")
    ] = "all events",
    at_least: Annotated[
        int | None, typer.Option("--at-least", help="With --model: how many events are a yes.")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Put a forecast on record, now; it is never edited, and none is taken after the close."""
    settings = load_settings(store=store)
    question = _question(settings, key)
    if model is not None:
        if probability is not None or quantile or words or statement:
            raise UsageError("--model gives the forecast itself; leave out what describes one")
        _record(settings, question, _modelled(settings, question, model, series, at_least))
        return
    if at_least is not None:
        raise UsageError("--at-least goes with --model")
    signed = signed_by(by)
    require_lines(words=words)
    if signed.startswith(MODEL):
        raise UsageError("that name is a model's; --model puts its forecast on record")
    points = tuple(_quantile(one) for one in quantile or ())
    if (probability is None) == (not points):
        raise UsageError("give --probability for yes or no, or --quantile for a number")
    cited = None if statement is None else _statement(settings, statement)
    _record(settings, question, [Estimate(signed, probability, points, words.strip(), cited)])


def _record(settings: Settings, question: Question, estimates: list[Estimate]) -> None:
    """Put forecasts on record one by one, and say what became of each."""
    with open_record(settings, read_only=False) as record:
        for estimate in estimates:
            current = ledger.named_question(ledger.load_questions(record.store), question.key)
            given = ledger.forecast(record.store, SystemClock(), current, estimate)
            if given is None:
                say(f"{estimate.by} holds that already; nothing was added")
                continue
            held = given.forecast
            emit_text(f"{given.id}  {printable(held.by)}  {forecast_words(held)}  {held.at}")


def _modelled(
    settings: Settings, question: Question, model: str, name: str, at_least: int | None
) -> list[Estimate]:
    """Return what a base-rate model and both baselines hold of the days left."""
    if model not in _MODELS:
        raise UsageError(f"--model {model!r} is none of {', '.join(_MODELS)}")
    if (at_least is None) == (question.kind == "binary"):
        raise UsageError("--at-least goes with a question of yes or no, and only there")
    if at_least is not None and at_least < 1:
        raise UsageError(f"--at-least {at_least} is always a yes; it takes 1 or more")
    now = SystemClock().now()
    today = date.fromisoformat(now[:10])
    left = days_left(question, today)
    if isinstance(left, Unknown) or isinstance(question.opens, Unknown):
        raise UsageError(
            f"{question.key}: {left.reason if isinstance(left, Unknown) else 'no day'}"
        )
    with open_record(settings, read_only=True) as record:
        case = case_of(record.store, record.archive, gazetteer(), as_of=now)
    daily = _series(case, name, 1)
    found = estimates_of(
        _series(case, name, left),
        cast("CountModel", model),
        statistics(),
        already=counted_since(daily, date.fromisoformat(question.opens)),
        at_least=at_least,
    )
    if isinstance(found, Unknown):
        raise UsageError(f"no model forecasts {name!r}: {found.reason}")
    return list(found)


def _series(case: Case, name: str, step_days: int) -> CountSeries:
    found = {one.name: one for one in series_of(case, step_days=step_days)}
    if name not in found:
        names = ", ".join(found) or "none: no document bears a day"
        raise UsageError(f"there is no series {name!r}; on record: {names}")
    return found[name]


def _question(settings: Settings, key: str) -> Question:
    with open_record(settings, read_only=True) as record:
        return ledger.named_question(ledger.load_questions(record.store), key)


def _statement(settings: Settings, name: str) -> str:
    with open_record(settings, read_only=True) as record:
        return ledger.named_statement(record.store, name).id


def _quantile(text: str) -> Quantile:
    level, equals, value = text.partition("=")
    if not equals:
        raise UsageError(f"--quantile {text!r} is no point; write 0.9=40")
    return Quantile(float(number_in(level, "--quantile")), number_in(value, "--quantile"))
