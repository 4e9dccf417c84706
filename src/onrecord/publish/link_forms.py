"""Forms for how two statements stand to one another: each quotes both and says who printed them.

Support comes as the earlier and the later statement. What is uncertain is worked out again from the
two; no reason in free words is printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.domain.errors import CompileError
from onrecord.domain.statement import Statement
from onrecord.publish.claims import (
    doubts,
    no_alteration,
    no_contradiction,
    no_denial,
    no_disagreement,
    no_fulfilment,
    no_retraction,
    no_sequel,
    no_tension,
)
from onrecord.publish.desk import Desk, Form, hold
from onrecord.publish.parts import Part, certainty, fixed, outlet, quoted, statement_of
from onrecord.publish.wording import CONTRADICTION_WORDS, TENSION_WORDS


def altered_quote(desk: Desk) -> list[Part]:
    """Write two wordings of one quotation."""
    hold(no_alteration(*_two(desk)))
    return [*_mark("Quoted in different words"), *_both(desk, " and ")]


def disagreement(desk: Desk) -> list[Part]:
    """Write two statements that disagree by figure, by denial or by wording."""
    hold(no_disagreement(*_two(desk)))
    return [*_mark("Reports disagree"), *_both(desk, " against ")]


def contradiction(desk: Desk) -> list[Part]:
    """Write two statements that cannot both hold; `given` says in what."""
    subtype = _given(desk)
    hold(no_contradiction(*_two(desk), subtype=subtype))
    return [*_mark(f"Reports contradict one another {CONTRADICTION_WORDS[subtype]}"),
            *_both(desk, " against ")]  # fmt: skip


def tension(desk: Desk) -> list[Part]:
    """Write two statements that pull apart without excluding one another; `given` says in what."""
    subtype = _given(desk)
    if subtype not in TENSION_WORDS:
        raise CompileError(f"{subtype!r} is nothing that reports differ in")
    hold(no_tension(*_two(desk), subtype=subtype))
    return [*_mark(f"Reports differ {TENSION_WORDS[subtype]}".strip()), *_both(desk, " beside ")]


def denial(desk: Desk) -> list[Part]:
    """Write what was reported, and its denial; the denial is the denier's alone."""
    hold(no_denial(*_two(desk)))
    source = desk.source(1)
    return [
        *_mark("Denied"), *_both(desk, "; against it ", end=", "),
        *certainty(source, statement_of(desk.citation(1))), fixed("."),
    ]  # fmt: skip


def retraction(desk: Desk) -> list[Part]:
    """Write what was reported, and the words that take it back."""
    hold(no_retraction(desk.source(1).near(desk.citation(1).span)))
    return [*_mark("Taken back"), *_both(desk, "; later ")]


def update(desk: Desk) -> list[Part]:
    """Write what was reported, and what a later report says of the same."""
    hold(no_sequel(desk.source(0).card, desk.source(1).card))
    return [*_mark("Later report"), *_both(desk, "; then ")]


def fulfilment(desk: Desk) -> list[Part]:
    """Write what was announced, what a later report says happened, and what is uncertain between."""
    earlier, later = _two(desk)
    hold(no_sequel(desk.source(0).card, desk.source(1).card))
    hold(no_fulfilment(earlier, later))
    found = [*_mark("Announced, then reported"), *_both(desk, "; then ", end="")]
    unsure = doubts(earlier, later)
    if unsure:
        found += [fixed("; not certain: "), Part("; ".join(unsure), "remark")]
    return [*found, fixed(".")]


def response(desk: Desk) -> list[Part]:
    """Write what happened, and what a report says was done in response."""
    hold(no_tension(*_two(desk)))
    return [*_mark("What followed"), *_both(desk, "; then ")]


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "contradiction": contradiction, "disagreement": disagreement, "denial": denial,
        "retraction": retraction, "altered_quote": altered_quote, "tension": tension,
        "fulfilment": fulfilment, "update": update, "response": response,
    }
)  # fmt: skip


def _given(desk: Desk) -> str:
    return desk.sentence.given[0] if len(desk.sentence.given) == 1 else ""


def _mark(words: str) -> list[Part]:
    return [Part(words, "remark"), fixed(": ")]


def _two(desk: Desk) -> tuple[Statement, Statement]:
    return statement_of(desk.citation(0)), statement_of(desk.citation(1))


def _both(desk: Desk, between: str, *, end: str = ".") -> list[Part]:
    return [
        *quoted(desk.citation(0).span.exact), fixed(" ("), *outlet(desk.source(0)), fixed(")"),
        fixed(between), *quoted(desk.citation(1).span.exact), fixed(" ("), *outlet(desk.source(1)),
        fixed(f"){end}"),
    ]  # fmt: skip
