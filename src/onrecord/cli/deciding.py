"""`review accept`, `correct`, `merge`, `split`, `dismiss` and `undo`: putting a decision on record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import JsonOption, StoreOption
from onrecord.cli.output import emit_rows, emit_text, say
from onrecord.config import load_settings
from onrecord.domain.decision import Decided, Decision
from onrecord.domain.errors import UsageError
from onrecord.domain.review import Verdict
from onrecord.pipeline.decisions import decide, load_decisions
from onrecord.pipeline.review import (
    Review,
    accounts_of,
    correctable,
    find,
    require_value,
    review_of,
    split_of,
    subjects_of,
)
from onrecord.publish.review_rows import decision_row
from onrecord.reconcile.rulings import settle
from onrecord.wiring import OpenRecord, SystemClock, gazetteer, open_record

ByOption = Annotated[
    str | None,
    typer.Option("--by", envvar="ONRECORD_REVIEWER", help="Who decides, as they sign."),
]
WhyOption = Annotated[str, typer.Option("--why", help="The reason, in your words.")]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="An id, or its first characters.")]
IdsArgument = Annotated[
    list[str], typer.Argument(metavar="ID...", help="Ids, or their first characters.")
]

#: Nobody reads a longer reason.
_LONGEST = 2_000

Build = Callable[[Review], Iterable[Decision]]


def accept(
    names: IdsArgument,
    why: WhyOption,
    by: ByOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that you looked, and that it is right as it stands; each id is a decision of its own."""
    signed = _signed(by, why)

    def build(held: Review) -> Iterable[Decision]:
        for name in names:
            yield Decision("accept", subjects_of(held, find(held, name)), signed, why)

    _put(build, store=store, as_json=as_json)


def dismiss(
    names: IdsArgument,
    why: WhyOption,
    by: ByOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Let an event, a statement or a link support nothing; it stays on record."""
    signed = _signed(by, why)

    def build(held: Review) -> Iterable[Decision]:
        for name in names:
            known = find(held, name)
            if not known.startswith(("evt-", "stm-", "lnk-", "tie-")):
                raise UsageError(
                    f"{known}: only events (evt-…), statements (stm-…) and links (tie-…) are "
                    "dismissed; what you only looked at, accept"
                )
            yield Decision("dismiss", subjects_of(held, known), signed, why)

    _put(build, store=store, as_json=as_json)


def correct(
    name: IdArgument,
    field: Annotated[
        str, typer.Option("--field", help="What should read otherwise: day, place, killed …")
    ],
    value: Annotated[str, typer.Option("--value", help="How it should read.")],
    why: WhyOption,
    by: ByOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give a field of an event or figure another value, shown beside the one that was read."""
    signed = _signed(by, why)
    written = value.strip().replace("–", "-")

    def build(held: Review) -> Iterable[Decision]:
        known = find(held, name)
        subjects = correctable(held, known, field)
        require_value(field, written)
        yield Decision("correct", subjects, signed, why, field=field, value=written)

    _put(build, store=store, as_json=as_json)


def merge(
    names: IdsArgument,
    why: WhyOption,
    by: ByOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Hold two or more events, or the accounts of two or more statements, to be one event."""
    signed = _signed(by, why)

    def build(held: Review) -> Iterable[Decision]:
        known = sorted({find(held, name) for name in names})
        if len(known) < 2:  # noqa: PLR2004 - a merge is of two or more
            raise UsageError("merge needs two or more different ids")
        subjects = {one for name in known for one in accounts_of(held, name)}
        yield Decision("merge", tuple(sorted(subjects)), signed, why)

    _put(build, store=store, as_json=as_json)


def split(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="EVENT STATEMENT...",
            help="The event, then statements whose accounts belong to another.",
        ),
    ],
    why: WhyOption,
    by: ByOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Hold some accounts of an event to be of another event than the rest."""
    signed = _signed(by, why)

    def build(held: Review) -> Iterable[Decision]:
        known = [find(held, name) for name in names]
        out, rest = split_of(held, known[0], known[1:])
        yield Decision("split", out, signed, why, others=rest)

    _put(build, store=store, as_json=as_json)


def undo(
    names: IdsArgument,
    why: WhyOption,
    by: ByOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take decisions back; to bring one back, undo its undoing."""
    signed = _signed(by, why)

    def build(held: Review) -> Iterable[Decision]:
        undone = {one.decided.decision.id for one in held.verdicts if one.state == "undone"}
        for known in dict.fromkeys(find(held, name) for name in names):
            if not known.startswith("dec-"):
                raise UsageError(
                    f"{known}: only a decision (dec-…) is undone; `onrecord review log` lists them"
                )
            if known in undone:
                raise UsageError(f"{known}: it was undone already; nothing was undone now")
            yield Decision("undo", (), signed, why, reverses=known)

    _put(build, store=store, as_json=as_json)


def _signed(by: str | None, why: str) -> str:
    """Return who decides.

    Raises:
        UsageError: nobody signs, or no reason is given, or either is more than one line.
    """
    if by is None or not by.strip():
        raise UsageError("say who decides: --by NAME, or set ONRECORD_REVIEWER")
    if not why.strip():
        raise UsageError("--why is empty; a decision says why")
    if len(by) > _LONGEST or len(why) > _LONGEST:
        raise UsageError(f"--by and --why have at most {_LONGEST} characters")
    if not by.isprintable() or not why.isprintable():
        raise UsageError("--by and --why are one line each, without control characters")
    return by.strip()


def _put(build: Build, *, store: Path | None, as_json: bool) -> None:
    """Build decisions from what is on record, put them there one by one, and say what follows."""
    settings = load_settings(store=store)
    with open_record(settings, read_only=True) as record:
        decisions = list(build(review_of(record.store, record.archive, gazetteer())))
    with open_record(settings, read_only=False) as record:
        made = [decide(record.store, SystemClock(), one) for one in decisions]
        written = [one for one in made if one is not None]
        gave_way = _gave_way(record, written)
    if as_json:
        emit_rows(decision_row(Verdict(one, "in_force")) for one in written)
    else:
        for one in written:
            emit_text(f"{one.decision.id}  {one.decision.kind}  by {one.decision.by}")
    if len(written) < len(made):
        say(f"{len(made) - len(written)} in force already; nothing was added for it")
    for decision in gave_way:
        say(f"{decision.id[:12]} ({decision.kind} by {decision.by}) gives way, wholly or in part")


def _gave_way(record: OpenRecord, written: Sequence[Decided]) -> list[Decision]:
    """Return the earlier decisions that the new ones took the place of."""
    known = [one.decision for one in load_decisions(record.store)]
    new = {one.decision.id for one in written}
    overridden = settle(known).overridden
    return [one for one in known if new & set(overridden.get(one.id, ()))]
