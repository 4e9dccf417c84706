"""What a clause claims about law, and nothing it does not say."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import only

from onrecord.domain.statement import KINDS, Coding, StatementKind
from onrecord.read.law import codings_of


@pytest.mark.parametrize(
    ("text", "coding"),
    [
        (
            "The opinion does not authorize strikes on land.",
            Coding("EXEC_OPINION", "does_not_confer", "land"),
        ),
        (
            "The designation of the group took effect on March 3, 2031.",
            Coding("LISTING_FTO", "in_force", ""),
        ),
        (
            "The law allows the navy to board ships in its waters.",
            Coding("STATUTE_AUMF", "silent", "high_seas"),
        ),
    ],
)
def test_a_clause_is_coded_with_instrument_effect_and_domain(text: str, coding: Coding) -> None:
    assert only(text).authority == (coding,)


def test_an_oversight_vote_that_fails_is_failed() -> None:
    (coding,) = codings_of("law.oversight", frozenset({"senate", "fail", "limit"}), negated=False)
    assert (coding.instrument, coding.effect) == ("LEG_LIMIT", "failed")


def test_authority_asserted_without_an_instrument_is_inherent() -> None:
    found = codings_of("law.authority_assertion", frozenset({"president", "can"}), negated=False)
    assert found == (Coding("EXEC_INHERENT", "asserted", ""),)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.startswith("law.")])
def test_only_legal_statements_are_coded(kind: StatementKind) -> None:
    assert codings_of(kind, frozenset({"designation", "opinion"}), negated=False) == ()


def test_a_listing_never_confers() -> None:
    found = codings_of("law.designation", frozenset({"designation", "land"}), negated=False)
    assert {one.effect for one in found} == {"in_force"}
