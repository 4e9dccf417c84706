from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from onrecord.domain.authority import Authority, Coverage, CoverageEffect, StatusChange
from onrecord.domain.errors import InvariantError
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

LISTING = Authority("LISTING_FTO", "XA", "the State Department of Alder", "the listing", ("stm-1",))


def test_an_authority_cites_who_speaks_of_it() -> None:
    with pytest.raises(InvariantError, match="cites the statements"):
        replace(LISTING, statements=())


def test_the_status_of_an_authority_is_its_latest_or_unknown() -> None:
    assert isinstance(LISTING.status, Unknown)
    changes = (
        StatusChange("announced", When("", "2031-04-01", "supplied"), "stm-1"),
        StatusChange("in_force", When("", "2031-04-14", "supplied"), "stm-1"),
    )
    assert replace(LISTING, history=changes).status == "in_force"


def test_coverage_is_silent_until_somebody_is_cited() -> None:
    assert Coverage(LISTING.id).effect == "silent"


@pytest.mark.parametrize(
    "effect", [effect for effect in get_args(CoverageEffect) if effect != "silent"]
)
def test_an_effect_needs_a_statement(effect: CoverageEffect) -> None:
    with pytest.raises(InvariantError, match="needs a statement"):
        Coverage(LISTING.id, effect=effect, disputed_by=("a professor",))
    stated = Coverage(
        LISTING.id, effect=effect, disputed_by=("a professor",), statements=("stm-2",)
    )
    assert stated.effect == effect


def test_contested_coverage_names_who_disputes_it() -> None:
    with pytest.raises(InvariantError, match="who disputes"):
        Coverage(LISTING.id, effect="contested", statements=("stm-2",))


def test_coverage_belongs_to_an_authority() -> None:
    with pytest.raises(InvariantError, match="coverage of an authority"):
        Coverage("")
