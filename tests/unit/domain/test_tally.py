from __future__ import annotations

from dataclasses import replace

from tests.unit.domain.builders import TEXT

from onrecord.domain.quantity import Quantity
from onrecord.domain.span import Extent, span_at
from onrecord.domain.tally import Derived, Observation, Scope, Tally
from onrecord.domain.when import When

OBSERVED = Observation(
    as_of=When("", "2031-04-14", "supplied"),
    quantity=Quantity(2, 2, 2, "boats"),
    statement="stm-1",
    span=span_at(TEXT, Extent(25, 28), document="doc-1"),
    issuer="the ministry",
    outlet="Alder Post",
    lineage="alder wire",
)


def test_reprints_of_one_origin_are_one_lineage() -> None:
    tally = Tally(
        Scope("boats"),
        (OBSERVED, replace(OBSERVED, outlet="Bay News"), replace(OBSERVED, lineage="bay news")),
        Derived(2, 2, 2, "latest"),
    )
    assert tally.lineages == ("alder wire", "bay news")
    assert tally.id != replace(tally, observations=tally.observations[:2]).id


def test_counts_of_boats_and_strikes_have_different_scopes() -> None:
    assert Scope("boats") != Scope("strikes")
    assert Scope("boats", area="Port Alder") != Scope("boats")
