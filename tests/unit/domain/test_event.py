from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.unit.domain.builders import statement

from onrecord.domain.errors import InvariantError
from onrecord.domain.event import Event, Harm, ResponsibilityClaim, event_from
from onrecord.domain.statement import Act, Factuality, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where

ACT = Act("PLOVER", "ASSAULT", "aerial")
HARM = Harm("killed", "not_stated", 2, 3, None, "latest of one lineage", ("stm-1",))
CLAIM = ResponsibilityClaim("two officials", "the intelligence service", "attributes", "stm-9")


def _event(*statements: Statement, **given: Any) -> Event:
    return event_from(
        statements,
        act=ACT,
        when=When("", "2031-04-14", "supplied"),
        where=Where("off Port Alder", "Port Alder"),
        **given,
    )


def test_an_event_rests_on_statements_that_say_it_happened() -> None:
    held = statement()
    event = _event(held)
    assert event.statements == (held.id,)
    assert (event.actors, event.recipients) == (("The navy of Alder",), ("two boats",))
    assert event.status == "reported"
    assert isinstance(event.harm_grade, Unknown)


@pytest.mark.parametrize(
    "unfit",
    [
        statement(Factuality("author", "CT+", ("hypothetical",))),
        statement(Factuality("author", "CT+", ("counterfactual",))),
        statement(Factuality("author", "CT+", ("future",))),
        statement(Factuality("author", "CT+", ("question",))),
        statement(Factuality("author", "CT-", ("negation",))),
        statement(Factuality("author", "PS+")),
        statement(Factuality("ministry", "CT-"), kind="say.deny"),
        statement(kind="fut.counterfactual"),
        statement(kind="fut.pathway"),
        statement(kind="jdg.responsibility"),
        statement(kind="tgt.reported"),
        statement(kind="say.threat"),
    ],
)
def test_what_did_not_happen_makes_no_event_even_beside_what_did(unfit: Statement) -> None:
    for statements in ((unfit,), (statement(), unfit)):
        with pytest.raises(InvariantError, match="does not support an event"):
            _event(*statements)


def test_an_event_without_statements_is_refused() -> None:
    with pytest.raises(InvariantError, match="cites statements"):
        _event()


def test_the_order_and_number_of_mentions_do_not_change_the_event() -> None:
    one, other = statement(), statement(actor="Alder's navy")
    assert _event(one, other).id == _event(other, one, one).id


def test_a_claim_of_responsibility_never_becomes_the_actor() -> None:
    event = _event(statement(actor=""), responsibility=(CLAIM,))
    assert event.actors == ()
    assert event.responsibility == (CLAIM,)


def test_rival_claims_stand_side_by_side() -> None:
    denial = replace(CLAIM, claimant="the service", stance="denies")
    assert len(_event(statement(), responsibility=(CLAIM, denial)).responsibility) == 2


def test_an_acknowledged_event_names_who_acknowledged_it() -> None:
    event = _event(statement(), responsibility=(CLAIM,))
    with pytest.raises(InvariantError, match="who acknowledged it"):
        replace(event, status="acknowledged")
    accepted = replace(CLAIM, claimant="the navy", stance="accepts")
    assert replace(event, status="acknowledged", responsibility=(CLAIM, accepted)).id != event.id


def test_harm_rests_on_the_statements_of_the_event() -> None:
    held = statement()
    harm = replace(HARM, statements=(held.id,))
    assert _event(held, harm=(harm,)).harm == (harm,)
    with pytest.raises(InvariantError, match="harm rests on"):
        _event(held, harm=(HARM,))


def test_harm_is_stated_once_for_each_group() -> None:
    with pytest.raises(InvariantError, match="once for each"):
        replace(_event(statement()), harm=(HARM, replace(HARM, low=1)))


@pytest.mark.parametrize(
    "ends", [(3, 2, None), (None, 4, 3), (4, None, 3), (-1, None, None), (None, None, None)]
)
def test_harm_runs_from_low_over_best_to_high(ends: tuple[Any, Any, Any]) -> None:
    with pytest.raises(InvariantError, match="low over best to high"):
        Harm("killed", "civilians", *ends, "latest", ("stm-1",))


def test_harm_names_its_rule_and_its_statements() -> None:
    for lacking in ({"rule": ""}, {"statements": ()}):
        with pytest.raises(InvariantError, match="names the rule"):
            replace(HARM, **lacking)


def test_a_claim_of_responsibility_cites_a_statement() -> None:
    with pytest.raises(InvariantError, match="cites a statement"):
        replace(CLAIM, statement="")
