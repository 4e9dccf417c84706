"""`questions ask`, `decline`, `resolve` and `unresolve`: putting on record what is asked and how it ended."""

from __future__ import annotations

import math
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Annotated, cast

import typer

from onrecord.assess.clocks import clocks_of, question_of
from onrecord.assess.drafts import drafts_of
from onrecord.cli.authority import load_rules
from onrecord.cli.options import StoreOption
from onrecord.cli.output import emit_text, printable, say
from onrecord.config import Settings, load_settings
from onrecord.domain.errors import InvariantError, UsageError
from onrecord.domain.question import (
    Condition,
    Outcome,
    Question,
    QuestionDraft,
    QuestionKind,
)
from onrecord.domain.when import When
from onrecord.pipeline import questions as ledger
from onrecord.pipeline.assessing import case_of
from onrecord.publish.wording import count_words
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
#: Nothing that news counts goes beyond.
_MOST = 1e15
_KINDS = ("binary", "numeric")
_OUTCOMES = ("yes", "no", "value", "ambiguous", "annulled")


def ask(
    draft: Annotated[
        str | None, typer.Argument(metavar="[DRAFT]", help="Id of the draft it comes from.")
    ] = None,
    text: Annotated[str, typer.Option("--text", help="The question; else the draft's words.")] = "",
    criteria: Annotated[str, typer.Option("--criteria", help="What counts as an answer.")] = "",
    resolver: Annotated[
        list[str] | None,
        typer.Option(
            "--resolver",
            metavar="SOURCE",
            help="Where the answer is looked up; the first that has one.",
        ),
    ] = None,
    opens: Annotated[
        str | None,
        typer.Option("--opens", metavar="DAY", help="First day for forecasts; else today."),
    ] = None,
    closes: Annotated[
        str | None, typer.Option("--closes", metavar="DAY", help="Last day for forecasts.")
    ] = None,
    resolves: Annotated[
        str | None, typer.Option("--resolves", metavar="DAY", help="The day the answer is due.")
    ] = None,
    kind: Annotated[str, typer.Option("--kind", help="binary (yes or no) or numeric.")] = "binary",
    condition: Annotated[
        str | None,
        typer.Option(
            "--if", metavar="KEY=OUTCOME", help="Asked only if that question ends so: KEY=yes."
        ),
    ] = None,
    clock: Annotated[
        str | None,
        typer.Option(
            "--clock", help="A period a law sets, by name or id: `onrecord authority clocks`."
        ),
    ] = None,
    rules: Annotated[
        Path | None, typer.Option("--rules", help="With --clock: TOML file of clocks.")
    ] = None,
    by: ByOption = None,
    store: StoreOption = None,
) -> None:
    """Ask a question that can be scored: with criteria, resolvers and days, from a draft or in your words."""
    signed = signed_by(by)
    if clock is not None:
        if draft or text or criteria or resolver or opens or closes or resolves or condition:
            raise UsageError("--clock gives the question itself; leave out what describes one")
        _put(load_settings(store=store), _clocked(load_settings(store=store), clock, rules), signed)
        return
    require_lines(text=text, criteria=criteria, resolver="".join(resolver or ()))
    _require_given(draft or text, criteria, resolver, closes, resolves)
    if kind not in _KINDS:
        raise UsageError(f"--kind {kind!r} is neither of {', '.join(_KINDS)}")
    today = SystemClock().now()[:10]
    _require_days(opens, closes, resolves, today=today)
    settings = load_settings(store=store)
    found = None if draft is None else _draft(settings, draft)
    with open_record(settings, read_only=True) as record:
        known = ledger.load_questions(record.store)
    try:
        question = Question(
            text=text.strip() or (found.text if found else ""),
            kind=cast("QuestionKind", kind),
            statement=None if found is None else found.statement,
            criteria=criteria.strip(),
            resolvers=tuple(one.strip() for one in resolver or ()),
            opens=opens or today,
            closes=closes or "",
            resolves=resolves or "",
            parent=_condition(known, condition),
        )
    except InvariantError as error:
        raise UsageError(error.message()) from error
    if found is not None:
        _say_drawn(found, question, known)
    _put(settings, question, signed)


def decline(
    name: DraftArgument, why: WhyOption, by: ByOption = None, store: StoreOption = None
) -> None:
    """Declare a draft unscorable, with the reason; it stays on record and is counted."""
    signed = signed_by(by)
    require_lines(why=why)
    settings = load_settings(store=store)
    found = _draft(settings, name)
    if not why.strip():
        raise UsageError("--why is empty; say why it cannot be scored")
    with open_record(settings, read_only=False) as record:
        made = ledger.decline(record.store, SystemClock(), found, by=signed, why=why.strip())
    if made is None:
        say("it was declined already; nothing was added")
    else:
        emit_text(f"{made.key}  unscorable: {printable(made.unscorable)}")


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
    signed = signed_by(by)
    require_lines(why=why)
    if outcome not in _OUTCOMES:
        raise UsageError(f"--outcome {outcome!r} is none of {', '.join(_OUTCOMES)}")
    if not why.strip():
        raise UsageError("--why is empty; say how the words meet the criteria")
    if (outcome == "value") != (value is not None):
        raise UsageError(
            "--outcome value takes the number: --value NUMBER" if value is None else
            f"--value goes with --outcome value, not with {outcome}"
        )  # fmt: skip
    settings = load_settings(store=store)
    number = None if value is None else number_in(value, "--value")
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
    signed = signed_by(by)
    require_lines(why=why)
    if not why.strip():
        raise UsageError("--why is empty; say why it is taken back")
    with open_record(load_settings(store=store), read_only=False) as record:
        question = ledger.named_question(ledger.load_questions(record.store), key)
        ledger.unresolve(record.store, SystemClock(), question, by=signed, why=why.strip())
    emit_text(f"{question.key}  open again")


def _require_days(
    opens: str | None, closes: str | None, resolves: str | None, *, today: str
) -> None:
    """Require days as they are written here, none before the one that comes first."""
    given = {"--opens": opens or today, "--closes": closes or "", "--resolves": resolves or ""}
    for name, day in given.items():
        if not _is_day(day):
            raise UsageError(f"{name} {day!r} is no day; write it as 2031-04-14")
    for (first, before), (name, day) in pairwise(given.items()):
        if day < before:
            unset = first == "--opens" and opens is None
            default = " (today; --opens sets another day)" if unset else ""
            raise UsageError(f"{name} {day} is before {first} {before}{default}")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _say_drawn(draft: QuestionDraft, question: Question, known: tuple[Question, ...]) -> None:
    """Tell what a question says otherwise than the draft it comes from, and that it was declined."""
    declined = ledger.refused_as(known, draft)
    if declined:
        say(f"the draft was declined before: {declined}")
    if not isinstance(draft.due, When) or draft.due.latest is None:
        return
    due = draft.due.latest
    told = f"the words give “{draft.due.text}”, {draft.due.edtf}"
    if isinstance(question.resolves, str) and question.resolves < due.isoformat():
        say(f"{told}: --resolves {question.resolves} is before that")
    elif isinstance(question.closes, str) and question.closes > due.isoformat():
        say(f"{told}: --closes {question.closes} is after that, when the answer may be known")


def _put(settings: Settings, question: Question, by: str) -> None:
    """Put a question on record, and say what became of it."""
    with open_record(settings, read_only=False) as record:
        asked = ledger.ask(record.store, SystemClock(), question, by=by)
    if asked is None:
        say("the same question is on record; nothing was added")
    if question.unscorable:
        say(f"it is on record as unscorable: {question.unscorable}")
    emit_text(f"{question.key}  {printable(question.text)}")


def _clocked(settings: Settings, name: str, rules: Path | None) -> Question:
    """Return the question of the one clock that is named so, or whose id begins so."""
    with open_record(settings, read_only=True) as record:
        case = case_of(record.store, record.archive, gazetteer())
    running = clocks_of(case, load_rules(rules))
    found = [one for one in running if one.rule.name == name or one.id.startswith(name)]
    if len(found) != 1:
        names = ", ".join(f"{one.rule.name} ({one.id[:12]})" for one in found or running)
        raise UsageError(
            f"--clock {name!r} names {count_words(len(found), 'clock')}; running: {names or 'none'}"
        )
    return question_of(found[0])


def _draft(settings: Settings, name: str) -> QuestionDraft:
    with open_record(settings, read_only=True) as record:
        case = case_of(record.store, record.archive, gazetteer())
    return ledger.named_draft(drafts_of(case), name)


def _condition(known: tuple[Question, ...], text: str | None) -> Condition | None:
    if text is None:
        return None
    name, equals, outcome = text.partition("=")
    if not equals or outcome not in ("yes", "no"):
        raise UsageError(f"--if {text!r} is no condition; write KEY=yes or KEY=no")
    return Condition(ledger.named_question(known, name).key, cast("Outcome", outcome))


def number_in(text: str, option: str) -> int | float:
    """Return the number a person wrote.

    Raises:
        UsageError: it is none, or none that could be counted.
    """
    try:
        number = float(text)
    except ValueError as error:
        raise UsageError(f"{option}: {text!r} is no number") from error
    if not math.isfinite(number) or abs(number) > _MOST:
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


def require_lines(**given: str) -> None:
    """Require one printable line of a bearable length from each option.

    Raises:
        UsageError: one of them is something else.
    """
    for name, value in given.items():
        if not value.isprintable() or len(value) > _LONGEST:
            raise UsageError(
                f"--{name} is one line of at most {_LONGEST} characters, without control characters"
            )


def signed_by(by: str | None) -> str:
    """Return who signs.

    Raises:
        UsageError: nobody does.
    """
    if by is None or not by.strip():
        raise UsageError("say who says so: --by NAME, or set ONRECORD_REVIEWER")
    require_lines(by=by)
    return by.strip()


def _say_annulled(
    before: tuple[Question, ...], after: tuple[Question, ...], parent: Question
) -> None:
    """Tell which questions were annulled because their condition failed."""
    open_before = {one.key for one in before if one.resolution is None} - {parent.key}
    for one in after:
        if one.key in open_before and one.resolution is not None:
            say(f"{one.key}: annulled, {one.resolution.reason}")
