"""Laws of reconciling: order changes nothing, nothing off the line counts, no end is invented."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.domain.quantity import Bound
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Aux, StatementKind
from onrecord.reconcile.reconcile import Reconciled, reconcile

KINDS: tuple[StatementKind, ...] = (
    "occ.event", "occ.tally", "say.report", "say.deny", "say.threat", "law.designation",
    "fut.counterfactual",
)  # fmt: skip
BOUNDS: tuple[Bound, ...] = ("exact", "at_least", "more_than", "at_most", "approx", "between")
TEMPLATES = (
    "{number} have been killed in strikes since March",
    "The number of people killed in the explosion in Port Orlan is {number}",
    "The navy has carried out {number} so far",
    "The navy struck a boat, killing {number}",
    "We will not stop until {number} of us are safe at sea",
)
OUTLETS = ("Herald", "Radio", "Wire", None)


@st.composite
def counts(draw: st.DrawFn) -> Count:
    value = draw(st.integers(0, 60))
    unit = draw(st.sampled_from(("people_killed", "strikes", "boats", "incidents", "days", "USD")))
    bound = draw(st.sampled_from(BOUNDS))
    other = value + draw(st.integers(0, 9)) if bound == "between" else None
    return Count(f"{bound} {value} {unit}", value, unit, bound, other)


@st.composite
def sayings(draw: st.DrawFn) -> tuple[str, Said]:
    count = draw(counts())
    words = draw(st.sampled_from(TEMPLATES)).format(number=count.words)
    said = Said(
        words,
        draw(st.sampled_from(KINDS)),
        (count,),
        speaker=draw(st.sampled_from(("", "the ministry", "the union of Selden"))),
        mode=draw(st.sampled_from(("none", "direct"))),
        when=draw(st.sampled_from((None, day("2031-04-07", "Monday"), day("2031-04", "in April")))),
        place=draw(st.sampled_from(("", "Port Orlan", "Selden"))),
        actor=draw(st.sampled_from(("", "the navy of Velmara", "Norrast"))),
        aux=draw(st.sampled_from(((), (), (), *((aux,) for aux in get_args(Aux))))),
    )
    return words, said


@st.composite
def records(draw: st.DrawFn) -> list[Reading]:
    found: list[Reading] = []
    for at in range(draw(st.integers(0, 6))):
        said = draw(st.lists(sayings(), min_size=1, max_size=3))
        text = ". ".join(words for words, _ in said) + "."
        edits = draw(st.booleans()) and found
        found.append(
            report(
                text,
                *(one for _, one in said),
                date=draw(st.sampled_from((None, "2031-04-08", "2031-04-19", "2031-05-06"))),
                publisher=draw(st.sampled_from(OUTLETS)),
                key=found[-1].document.origin_key if edits else f"key {at}",
                version_of=found[-1].document.id if edits else None,
                recorded_at=f"2031-06-01T00:00:{at:02d}Z",
            )
        )
    return found


def cited(result: Reconciled) -> dict[str, Reading]:
    return {
        statement.id: reading for reading in result.readings for statement in reading.statements
    }


@settings(max_examples=60, deadline=None)
@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(readings: list[Reading], random: object) -> None:
    shuffled = list(readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reconcile(shuffled) == reconcile(readings)


@settings(max_examples=60, deadline=None)
@given(records())
def test_reconciling_again_or_adding_a_reading_twice_changes_nothing(
    readings: list[Reading],
) -> None:
    result = reconcile(readings)
    assert reconcile([*readings, *readings]) == result
    again = reconcile(result.readings)
    assert (again.tallies, again.timeline, again.links, again.lineages) == (
        result.tallies,
        result.timeline,
        result.links,
        result.lineages,
    )


@settings(max_examples=60, deadline=None)
@given(records())
def test_no_observation_rests_on_words_that_are_off_the_line_or_superseded(
    readings: list[Reading],
) -> None:
    result = reconcile(readings)
    statements = {
        statement.id: statement for one in result.readings for statement in one.statements
    }
    for tally in result.tallies:
        for observation in tally.observations:
            statement = statements[observation.statement]
            assert not statement.off_line
            assert observation.span in statement.spans
            assert observation.quantity in [one.quantity for one in statement.quantities]


@settings(max_examples=60, deadline=None)
@given(records())
def test_every_derived_end_is_an_end_that_a_cited_observation_states(
    readings: list[Reading],
) -> None:
    for tally in reconcile(readings).tallies:
        derived = tally.derived
        held = [one for one in tally.observations if one.statement in derived.support]
        assert derived.rule
        assert held
        assert derived.low is None or derived.low in [one.quantity.low for one in held]
        assert derived.high is None or derived.high in [one.quantity.high for one in held]
        assert derived.best is None or derived.low == derived.best == derived.high


@settings(max_examples=60, deadline=None)
@given(records())
def test_units_never_mix_and_never_are_days_or_money(readings: list[Reading]) -> None:
    for tally in reconcile(readings).tallies:
        assert {one.quantity.unit for one in tally.observations} == {tally.scope.unit}
        assert tally.scope.unit not in ("days", "USD")


@settings(max_examples=60, deadline=None)
@given(records())
def test_steps_lead_forward_in_time_between_cited_observations(readings: list[Reading]) -> None:
    for tally in reconcile(readings).tallies:
        order = [one.statement for one in tally.observations]
        for step in tally.steps:
            assert order.index(step.earlier) < len(order) - 1 - order[::-1].index(step.later)


@settings(max_examples=60, deadline=None)
@given(records())
def test_there_are_never_more_origins_than_documents(readings: list[Reading]) -> None:
    result = reconcile(readings)
    assert [name for name, _ in result.lineages] == [one.document.id for one in result.readings]
    assert len({origin for _, origin in result.lineages}) <= len(result.readings)


@settings(max_examples=60, deadline=None)
@given(records())
def test_every_occurrence_stands_on_the_timeline_exactly_once(readings: list[Reading]) -> None:
    result = reconcile(readings)
    shown = [name for entry in result.timeline for name in (entry.statement.id, *entry.repeats)]
    assert len(shown) == len(set(shown))
    assert set(shown) <= set(cited(result))


@settings(max_examples=60, deadline=None)
@given(records())
def test_links_stand_between_two_statements_on_record(readings: list[Reading]) -> None:
    result = reconcile(readings)
    held = cited(result)
    for link in result.links:
        assert link.from_id != link.to_id
        assert {link.from_id, link.to_id} <= set(held)
        assert link.reason


@settings(max_examples=40, deadline=None)
@given(records())
def test_a_new_version_takes_the_place_of_the_old_one(readings: list[Reading]) -> None:
    for reading in reconcile(readings).readings[:1]:
        document = replace(reading.document, version_of=reading.document.id, text_root="edited")
        edited = Reading(document, reading.text, (), "2031-07-01T00:00:00Z")
        result = reconcile([*readings, edited])
        assert edited in result.readings
        assert reading in result.superseded
