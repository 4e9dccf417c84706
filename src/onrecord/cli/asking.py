"""`questions ask`, `decline`, `forecast`, `resolve` and `unresolve`: putting what people hold on record."""

from __future__ import annotations

import math
from datetime import date
from typing import Annotated, Literal, cast

import typer

from onrecord.assess.base_rates import counted_since, days_left, estimates_of
from onrecord.assess.drafts import drafts_of
from onrecord.assess.series import series_of
from onrecord.cli.options import StoreOption
from onrecord.cli.output import emit_text, printable, say
from onrecord.config import Settings, load_settings
from onrecord.domain.case import Case
from onrecord.domain.errors import InvariantError, UsageError
from onrecord.domain.question import (
    Condition,
    Estimate,
    Outcome,
    Quantile,
    Question,
    QuestionDraft,
)
from onrecord.domain.series import CountSeries
from onrecord.domain.unknown import Unknown
from onrecord.pipeline import questions as ledger
from onrecord.pipeline.assessing import case_of
from onrecord.ports.statistics import CountModel, Statistics
from onrecord.wiring import SystemClock, gazetteer, open_record

ByOption = Annotated[
    str | None, typer.Option("--by", envvar="ONRECORD_REVIEWER", help="Who says so, as they sign.")
]
WhyOption = Annotated[str, typer.Option("--why", help="The reason, in your words.")]
KeyArgument = Annotated[
    str, typer.Argument(metavar="KEY", help="Key of a question, or its first characters.")
]
DraftArgument = Annotated[
    str, typer.Argument(metavar="DRAFT", help="Id of a draft, or its first characters.")
]

#: Nobody reads a longer line.
_LONGEST = 2_000
_KINDS = ("binary", "numeric")
_MODELS = ("gamma-poisson", "negative-binomial", "hawkes", "last-value", "climatology")
_OUTCOMES = ("yes", "no", "value", "ambiguous", "annulled")


def statistics() -> Statistics:
    """Return what computes forecasts and scores."""
    # Loaded here, so that no other command pays for it.
    from onrecord.adapters.scipy.statistics import ScipyStatistics  # noqa: PLC0415

    return ScipyStatistics()


def ask(
    draft: Annotated[
        str | None, typer.Argument(metavar="[DRAFT]", help="Id of the draft it comes from.")
    ] = None,
    text: Annotated[str, typer.Option("--text", help="The question; else the draft's words.")] = "",
    criteria: Annotated[str, typer.Option("--criteria", help="What counts as an answer.")] = "",
    resolver: Annotated[
        list[str] | None,
        typer.Option("--resolver", help="Where the answer is looked up; the first that has one."),
    ] = None,
    opens: Annotated[
        str | None, typer.Option("--opens", help="First day for forecasts; else today.")
    ] = None,
    closes: Annotated[str | None, typer.Option("--closes", help="Last day for forecasts.")] = None,
    resolves: Annotated[
        str | None, typer.Option("--resolves", help="The day the answer is due.")
    ] = None,
    kind: Annotated[str, typer.Option("--kind", help="binary (yes or no) or numeric.")] = "binary",
    condition: Annotated[
        str | None, typer.Option("--if", help="Asked only if that question ends so: KEY=yes.")
    ] = None,
    by: ByOption = None,
    store: StoreOption = None,
) -> None:
    """Ask a question that can be scored: with criteria, resolvers and days, from a draft or in your words."""
    signed = _signed(by)
    _require_lines(text=text, criteria=criteria, resolver="".join(resolver or ()))
    _require_given(draft or text, criteria, resolver, closes, resolves)
    if kind not in _KINDS:
        raise UsageError(f"--kind {kind!r} is neither of {', '.join(_KINDS)}")
    settings = load_settings(store=store)
    found = None if draft is None else _draft(settings, draft)
    with open_record(settings, read_only=False) as record:
        known = ledger.load_questions(record.store)
        try:
            question = Question(
                text=text.strip() or (found.text if found else ""),
                kind=cast("Literal['binary', 'numeric']", kind),
                statement=None if found is None else found.statement,
                criteria=criteria.strip(),
                resolvers=tuple(one.strip() for one in resolver or ()),
                opens=opens or SystemClock().now()[:10],
                closes=closes or "",
                resolves=resolves or "",
                parent=_condition(known, condition),
            )
        except InvariantError as error:
            raise UsageError(error.message()) from error
        asked = ledger.ask(record.store, SystemClock(), question, by=signed)
    if asked is None:
        say("the same question is on record; nothing was added")
    emit_text(f"{question.key}  {printable(question.text)}")


def decline(
    name: DraftArgument, why: WhyOption, by: ByOption = None, store: StoreOption = None
) -> None:
    """Declare a draft unscorable, with the reason; it stays on record and is counted."""
    signed = _signed(by)
    _require_lines(why=why)
    settings = load_settings(store=store)
    found = _draft(settings, name)
    if not why.strip():
        raise UsageError("--why is empty; say why it cannot be scored")
    with open_record(settings, read_only=False) as record:
        made = ledger.decline(record.store, SystemClock(), found, by=signed, why=why.strip())
    if made is None:
        say("it was declined already, with this reason; nothing was added")
    else:
        emit_text(f"{made.key}  unscorable: {printable(made.unscorable)}")


def forecast(
    key: KeyArgument,
    by: ByOption = None,
    probability: Annotated[
        float | None, typer.Option("--probability", help="Of yes, between 0 and 1: 0.3.")
    ] = None,
    quantile: Annotated[
        list[str] | None,
        typer.Option("--quantile", help="A point of a distribution: 0.9=40 (90 % at or below 40)."),
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
        if by or probability is not None or quantile or words or statement:
            raise UsageError("--model gives the forecast itself; leave --by and its values out")
        _record(settings, question, _modelled(settings, question, model, series, at_least))
        return
    if at_least is not None:
        raise UsageError("--at-least goes with --model")
    signed = _signed(by)
    _require_lines(words=words)
    if signed.startswith("model: "):
        raise UsageError("that name is a model's; --model puts its forecast on record")
    points = tuple(_quantile(one) for one in quantile or ())
    if (probability is None) == (not points):
        raise UsageError("give --probability for yes or no, or --quantile for a number")
    cited = None if statement is None else _statement(settings, statement)
    _record(settings, question, [Estimate(signed, probability, points, words.strip(), cited)])


def resolve(
    key: KeyArgument,
    outcome: Annotated[
        str, typer.Option("--outcome", help="yes, no, value, ambiguous or annulled.")
    ],
    statement: Annotated[
        str, typer.Option("--statement", help="Id of the statement that resolves it.")
    ],
    why: WhyOption,
    value: Annotated[
        str | None, typer.Option("--value", help="The number, for a numeric question.")
    ] = None,
    by: ByOption = None,
    store: StoreOption = None,
) -> None:
    """Put on record how a question ended, by the words of a statement on record."""
    signed = _signed(by)
    _require_lines(why=why)
    if outcome not in _OUTCOMES:
        raise UsageError(f"--outcome {outcome!r} is none of {', '.join(_OUTCOMES)}")
    if not why.strip():
        raise UsageError("--why is empty; say how the words meet the criteria")
    settings = load_settings(store=store)
    number = None if value is None else _number(value, "--value")
    with open_record(settings, read_only=False) as record:
        known = ledger.load_questions(record.store)
        question = ledger.named_question(known, key)
        cited = ledger.named_statement(record.store, statement)
        ending = ledger.Ending(cast("Outcome", outcome), cited.id, number)
        ledger.resolve_question(
            record.store, SystemClock(), question, ending, by=signed, why=why.strip()
        )
        after = ledger.load_questions(record.store)
    emit_text(f"{question.key}  {outcome if value is None else value}")
    emit_text(f"by the words: “{printable(cited.content.exact)}” ({cited.id})")
    _say_annulled(known, after, question)


def unresolve(
    key: KeyArgument, why: WhyOption, by: ByOption = None, store: StoreOption = None
) -> None:
    """Take back how a question ended; its scores go with it until it is resolved again."""
    signed = _signed(by)
    _require_lines(why=why)
    if not why.strip():
        raise UsageError("--why is empty; say why it is taken back")
    with open_record(load_settings(store=store), read_only=False) as record:
        question = ledger.named_question(ledger.load_questions(record.store), key)
        ledger.unresolve(record.store, SystemClock(), question, by=signed, why=why.strip())
    emit_text(f"{question.key}  open again")


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
            told = (
                f"{100 * held.probability:.3g} %"
                if held.probability is not None
                else ", ".join(f"{100 * one.level:g} % ≤ {one.value:g}" for one in held.quantiles)
            )
            emit_text(f"{given.id}  {printable(held.by)}  {told}  {held.at}")


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


def _draft(settings: Settings, name: str) -> QuestionDraft:
    with open_record(settings, read_only=True) as record:
        case = case_of(record.store, record.archive, gazetteer())
    return ledger.named_draft(drafts_of(case), name)


def _question(settings: Settings, key: str) -> Question:
    with open_record(settings, read_only=True) as record:
        return ledger.named_question(ledger.load_questions(record.store), key)


def _statement(settings: Settings, name: str) -> str:
    with open_record(settings, read_only=True) as record:
        return ledger.named_statement(record.store, name).id


def _condition(known: tuple[Question, ...], text: str | None) -> Condition | None:
    if text is None:
        return None
    name, equals, outcome = text.partition("=")
    if not equals or outcome not in ("yes", "no"):
        raise UsageError(f"--if {text!r} is no condition; write KEY=yes or KEY=no")
    return Condition(ledger.named_question(known, name).key, cast("Outcome", outcome))


def _quantile(text: str) -> Quantile:
    level, equals, value = text.partition("=")
    if not equals:
        raise UsageError(f"--quantile {text!r} is no point; write 0.9=40")
    return Quantile(float(_number(level, "--quantile")), _number(value, "--quantile"))


def _number(text: str, option: str) -> int | float:
    try:
        number = float(text)
    except ValueError as error:
        raise UsageError(f"{option}: {text!r} is no number") from error
    if not math.isfinite(number):
        raise UsageError(f"{option}: {text!r} is no number that could be counted")
    return int(number) if number.is_integer() else number


def _require_given(
    words: str | None,
    criteria: str,
    resolver: list[str] | None,
    closes: str | None,
    resolves: str | None,
) -> None:
    """Require what makes a question scorable, and name all that lacks at once."""
    given = {
        "a draft or --text": (words or "").strip(),
        "--criteria": criteria.strip(),
        "--resolver": any(one.strip() for one in resolver or ()),
        "--closes": closes,
        "--resolves": resolves,
    }
    lacking = [name for name, value in given.items() if not value]
    if lacking:
        raise UsageError(
            f"it cannot be scored without {', '.join(lacking)}; nobody fills that in afterwards. What "
            "cannot be scored, decline with `onrecord questions decline`"
        )


def _require_lines(**given: str) -> None:
    for name, value in given.items():
        if not value.isprintable() or len(value) > _LONGEST:
            raise UsageError(
                f"--{name} is one line of at most {_LONGEST} characters, without control characters"
            )


def _signed(by: str | None) -> str:
    if by is None or not by.strip():
        raise UsageError("say who says so: --by NAME, or set ONRECORD_REVIEWER")
    _require_lines(by=by)
    return by.strip()


def _say_annulled(
    before: tuple[Question, ...], after: tuple[Question, ...], parent: Question
) -> None:
    """Tell which questions were annulled because their condition failed."""
    open_before = {one.key for one in before if one.resolution is None} - {parent.key}
    for one in after:
        if one.key in open_before and one.resolution is not None:
            say(f"{one.key}: annulled, {one.resolution.reason}")
