"""What a clause claims about law, and nothing it does not say."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import read, saying

from onrecord.domain.span import Extent
from onrecord.domain.statement import Statement
from onrecord.read.instruments import instruments_in


def coded(statement: Statement) -> list[str]:
    """Return the codings in words: instrument, effect, then what else is stated."""
    return [
        " ".join(
            str(part)
            for part in (
                one.instrument or "ANY", one.effect, one.status, one.domain, one.action, one.target
            )
            if part is not None
        )
        for one in statement.authority
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("He signed an executive order in order to help.", ["EXEC_ORDER executive order"]),
        (
            "A court order stopped the decree.",
            ["COURT_ORDER court order", "EXEC_ORDER decree"],
        ),
        (
            "Neither the terrorist designation nor the legal opinion covers this.",
            ["LISTING_FTO terrorist designation", "EXEC_OPINION legal opinion"],
        ),
        ("The Senate voted down a war powers resolution.", ["LEG_LIMIT war powers resolution"]),
        ("They imposed martial law.", ["EMERGENCY martial law"]),
        ("It invoked Article 51 of the UN Charter.", ["ART51_NOTICE Article 51 of the UN Charter"]),
        (
            "the U.N. Security Council resolution 2803",
            ["UNSC_RES U.N. Security Council resolution 2803"],
        ),
        ("The International Criminal Court issued an arrest warrant.", ["JUDICIAL arrest warrant"]),
        ("Public opinion changed and order was restored.", []),
        ("The ruling party called it an act of war.", []),
        ("THE DUMA RESOLUTION FAILED", ["LEG_LIMIT DUMA RESOLUTION"]),
    ],
)
def test_instruments_are_told_by_their_kind(words: str, found: list[str]) -> None:
    named = instruments_in(words, Extent(0, len(words)))
    assert [f"{one.code} {one.extent.of(words)}" for one in named] == found


@pytest.mark.parametrize(
    ("text", "kind", "codings"),
    [
        (
            "The opinion does not authorize strikes on land.",
            "law.scope_limit",
            ["EXEC_OPINION does_not_confer land lethal_strike"],
        ),
        (
            "The designation of the group took effect on March 3, 2031.",
            "law.designation",
            ["LISTING_FTO silent in_force"],
        ),
        (
            "The law allows the navy to board ships in its waters.",
            "law.instrument",
            ["STATUTE_AUMF confers high_seas board"],
        ),
        (
            "The Senate rejected a war powers resolution by 49 votes to 51.",
            "law.oversight",
            ["LEG_LIMIT limits failed lethal_strike"],
        ),
        (
            "The government has no legal basis for strikes inside Velmar.",
            "law.scope_limit",
            ["ANY does_not_confer lethal_strike"],
        ),
        (
            "Parliament approved the deployment of 400 troops to the gulf.",
            "law.oversight",
            ["LEG_MANDATE silent in_force deploy"],
        ),
        (
            "The king declared a state of emergency in two provinces.",
            "law.instrument",
            ["EMERGENCY silent in_force"],
        ),
        (
            "The president signed an executive order freezing the assets of 12 companies.",
            "law.instrument",
            ["EXEC_ORDER silent in_force financial sanction"],
        ),
        (
            "Parliament must authorise any use of force abroad.",
            "law.scope_limit",
            ["ANY conditions lethal_strike"],
        ),
        (
            "The Supreme Court struck down the 2028 law on Tuesday.",
            "law.oversight",
            ["COURT_ORDER silent rescinded"],
        ),
        (
            "No statute authorizes the strikes.",
            "law.scope_limit",
            ["STATUTE_AUMF does_not_confer lethal_strike"],
        ),
        (
            "The Supreme Court upheld the decree.",
            "law.oversight",
            ["EXEC_ORDER silent in_force"],
        ),
    ],
)  # fmt: skip
def test_a_clause_is_coded_by_what_it_says(text: str, kind: str, codings: list[str]) -> None:
    (statement, *_) = read(text)
    assert (statement.kind, coded(statement)) == (kind, codings)


def test_each_half_of_a_contrast_is_coded_apart() -> None:
    text = "Officials told lawmakers that the legal opinion covers strikes on boats at sea but not on land."
    assert coded(saying(text, "covers strikes")) == [
        "EXEC_OPINION confers high_seas lethal_strike non_state_vessel",
        "EXEC_OPINION does_not_confer land",
    ]


def test_a_claimed_power_without_an_instrument_is_inherent() -> None:
    text = "The president said he has the authority to use force without approval from parliament."
    statement = saying(text, "authority")
    assert statement.kind == "law.authority_assertion"
    assert coded(statement) == ["EXEC_INHERENT confers asserted lethal_strike"]


def test_rejecting_a_listing_contests_it() -> None:
    statement = saying("Velmar has rejected the terrorist designation of its navy.", "rejected")
    assert (statement.kind, coded(statement)) == ("say.reject", ["LISTING_FTO contested"])


@pytest.mark.parametrize(
    "text",
    [
        "St. Mary Hospital listed him in stable condition.",
        "The mayor signed a contract for the old prison.",
        "He had been told so on good authority.",
        "The authorities can close the road without notice.",
        "Thousands voted in Selden on Sunday.",
        "Velmar sanctions three bankers",
    ],
)
def test_civil_life_claims_nothing_about_force(text: str) -> None:
    assert all(not one.kind.startswith("law.") and not one.authority for one in read(text))


def test_a_listing_never_confers_by_itself() -> None:
    (statement,) = read("Velmar designated the group a foreign terrorist organization on Monday.")
    assert coded(statement) == ["LISTING_FTO silent in_force"]


def test_the_words_that_name_an_instrument_are_pinned() -> None:
    (statement,) = read("The Bundestag mandate expired last year.")
    (coding,) = statement.authority
    assert coding.span is not None
    assert coding.span.exact == "Bundestag mandate"
    assert coding.span in statement.spans
