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
            ["ANY does_not_confer land lethal_strike"],
        ),
        (
            "Parliament approved the deployment of 400 troops to the gulf.",
            "law.oversight",
            ["LEG_MANDATE confers in_force deploy"],
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
            ["COURT_ORDER limits in_force"],
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


def law_of(text: str) -> tuple[str, list[str]]:
    """Return the kind and the codings of the first statement of a text that claims something of law."""
    legal = [one for one in read(text) if one.kind.startswith("law.")]
    assert legal, [(one.kind, one.content.exact) for one in read(text)]
    return legal[0].kind.removeprefix("law."), coded(legal[0])


@pytest.mark.parametrize(
    ("text", "kind", "codings"),
    [
        (
            "The House of Commons voted against airstrikes in Velmara by 285 to 272.",
            "oversight",
            ["LEG_MANDATE does_not_confer failed lethal_strike"],
        ),
        (
            "Parliament voted to authorise air strikes against targets in Velmara.",
            "oversight",
            ["LEG_MANDATE confers in_force lethal_strike"],
        ),
        (
            "The House voted down a resolution that would have barred strikes on Velmara.",
            "oversight",
            ["LEG_LIMIT limits failed lethal_strike"],
        ),
        (
            "Congress has not authorised the use of force against Velmara.",
            "scope_limit",
            ["LEG_MANDATE does_not_confer lethal_strike"],
        ),
        (
            "Russia's Federation Council authorised the use of troops outside the country.",
            "oversight",
            ["LEG_MANDATE confers in_force deploy"],
        ),
        (
            "The Federation Council gave consent to use the armed forces abroad.",
            "oversight",
            ["LEG_MANDATE confers in_force deploy"],
        ),
        (
            "Turkey's parliament passed a motion allowing troops to be sent to Velmara.",
            "oversight",
            ["LEG_MANDATE confers in_force deploy"],
        ),
        (
            "Parliament rejected a motion to deploy troops to Ilvane.",
            "oversight",
            ["LEG_MANDATE does_not_confer failed deploy"],
        ),
        (
            "The Bundestag voted to extend the deployment.",
            "oversight",
            ["LEG_MANDATE confers in_force deploy"],
        ),
        (
            "Peru's congress approved the entry of foreign troops.",
            "oversight",
            ["LEG_MANDATE confers in_force deploy"],
        ),
        (
            "China's National People's Congress passed a law authorising the use of force at sea.",
            "oversight",
            ["STATUTE_AUMF confers in_force high_seas lethal_strike"],
        ),
        ("The Majlis passed a bill obliging the government to end inspections.", "oversight", []),
        ("India's parliament passed a resolution on the border.", "oversight", []),
        (
            "The UN Security Council adopted a resolution authorising member states to use all "
            "necessary measures.",
            "oversight",
            ["UNSC_RES confers in_force"],
        ),
        (
            "The resolution authorises “all necessary measures” to protect civilians.",
            "instrument",
            ["UNSC_RES confers"],
        ),
        (
            "The Security Council failed to adopt a resolution on the crisis.",
            "oversight",
            ["UNSC_RES silent failed"],
        ),
        (
            "The North Atlantic Council agreed to deploy forces to the eastern flank.",
            "authorization",
            ["ALLIANCE_DECISION confers deploy"],
        ),
        (
            "NATO invoked Article 5 for the first time after the attacks.",
            "authority_assertion",
            ["ALLIANCE_DECISION confers asserted"],
        ),
        (
            "The African Union Peace and Security Council authorised a mission of 1,500 troops.",
            "authorization",
            ["ALLIANCE_DECISION confers in_force deploy"],
        ),
        (
            "ECOWAS leaders approved the deployment of a standby force to restore order.",
            "authorization",
            ["ALLIANCE_DECISION confers in_force deploy"],
        ),
        (
            "The Supreme National Security Council approved the attack.",
            "authorization",
            ["EXEC_ORDER confers in_force lethal_strike"],
        ),
        (
            "The agency has been authorised by the president to carry out covert operations there.",
            "authorization",
            ["COVERT_AUTH confers in_force intelligence covert"],
        ),
        (
            "The agency has been authorised by the president to conduct lethal raids on Ilvane soil.",
            "authorization",
            ["EXEC_ORDER confers in_force land lethal_strike"],
        ),
        (
            "The UK government says the strikes are lawful under Article 51 of the UN Charter.",
            "authority_assertion",
            ["ART51_NOTICE confers asserted lethal_strike"],
        ),
        (
            "Legal experts said the strikes were not lawful under Article 51.",
            "scope_limit",
            ["ART51_NOTICE does_not_confer lethal_strike"],
        ),
        (
            "Velmara said it had acted in self-defence under Article 51.",
            "authority_assertion",
            ["ART51_NOTICE confers asserted"],
        ),
        (
            "Under the constitution, the government must inform parliament of any deployment abroad.",
            "scope_limit",
            ["ANY conditions deploy"],
        ),
        (
            "A federal court blocked the deployment of National Guard troops.",
            "oversight",
            ["COURT_ORDER limits in_force deploy"],
        ),
        ("The court did not block the deployment.", "oversight", ["COURT_ORDER silent deploy"]),
        (
            "Velmara's government consented to the airstrikes.",
            "authorization",
            ["CONSENT confers lethal_strike"],
        ),
        (
            "Putin signed a decree on partial mobilisation.",
            "instrument",
            ["EXEC_ORDER silent in_force", "EMERGENCY silent in_force"],
        ),
        (
            "South Korea's president declared martial law; parliament voted hours later to lift it.",
            "instrument",
            ["EMERGENCY silent in_force"],
        ),
        (
            "The cabinet committee on security gave the armed forces operational freedom to strike.",
            "authorization",
            ["EXEC_ORDER confers in_force lethal_strike"],
        ),
        (
            "Colombia's congress refused to authorise the transit of foreign troops.",
            "oversight",
            ["LEG_MANDATE does_not_confer failed deploy"],
        ),
        (
            "The Senate rejected a measure that would have required approval for further strikes.",
            "oversight",
            ["LEG_LIMIT limits failed lethal_strike"],
        ),
        (
            "Lawyers said the strikes were ordered under his constitutional authority.",
            "authority_assertion",
            ["EXEC_INHERENT confers asserted lethal_strike"],
        ),
        (
            "The state of emergency was lifted on Friday.",
            "instrument",
            ["EMERGENCY silent rescinded"],
        ),
        (
            "The emergency law allows police to search homes without a warrant.",
            "instrument",
            ["EMERGENCY confers"],
        ),
    ],
)
def test_every_system_is_read_by_what_its_bodies_do(
    text: str, kind: str, codings: list[str]
) -> None:
    assert law_of(text) == (kind, codings)


@pytest.mark.parametrize(
    ("text", "codings"),
    [
        (
            "The president has asserted he can strike traffickers abroad without new authorization, "
            "though he also promised to tell the legislature before any land operations.",
            ["EXEC_INHERENT confers asserted lethal_strike non_state_facility"],
        ),
        (
            "The legal justification for the campaign rests on fragile ground, though it was not defended.",
            ["EXEC_OPINION silent"],
        ),
        (
            "There is no legal basis for strikes on the territory of Velmara.",
            ["ANY does_not_confer land lethal_strike"],
        ),
        (
            "Lawmakers said there was no authorisation for attacks inside Velmara.",
            ["ANY does_not_confer land lethal_strike"],
        ),
        (
            "Lawmakers said there was no authorisation for attacks inside Velmaran waters.",
            ["ANY does_not_confer high_seas lethal_strike"],
        ),
        (
            "The decree does not authorise attacks on Port Orlan.",
            ["EXEC_ORDER does_not_confer lethal_strike"],
        ),
    ],
)
def test_only_the_clause_that_claims_says_where(text: str, codings: list[str]) -> None:
    assert law_of(text)[1] == codings


@pytest.mark.parametrize(
    ("text", "codings"),
    [
        (
            "A legal opinion drafted to support strikes at sea against smuggling vessels "
            "does not reach as far as targets on land.",
            [
                "EXEC_OPINION confers high_seas lethal_strike non_state_vessel",
                "EXEC_OPINION does_not_confer land",
            ],
        ),
        (
            "An order written to authorise strikes at sea does not cover targets on land.",
            [
                "EXEC_ORDER confers high_seas lethal_strike",
                "EXEC_ORDER does_not_confer land",
            ],
        ),
        (
            "The opinion was drafted to support strikes against boats on the high seas.",
            ["EXEC_OPINION confers high_seas lethal_strike non_state_vessel"],
        ),
        (
            "The opinion was not drafted to support strikes against boats.",
            ["EXEC_OPINION does_not_confer high_seas lethal_strike non_state_vessel"],
        ),
        (
            "The designation, meant to support sanctions, does not authorise strikes.",
            ["LISTING_FTO does_not_confer lethal_strike"],
        ),
    ],
)
def test_what_an_instrument_was_made_for_is_claimed_but_never_of_a_listing(
    text: str, codings: list[str]
) -> None:
    assert law_of(text)[1] == codings


@pytest.mark.parametrize(
    "text",
    [
        "Poland requested consultations under Article 4 of the North Atlantic Treaty.",
        "The European Union agreed to extend sanctions.",
        "The city council approved a new school.",
        "Article 5 of the penal code punishes theft.",
        "“Governments must designate the guards as a terrorist organization,” she said.",
        "Police found a way into the port.",
    ],
)
def test_what_decides_on_no_force_claims_no_power(text: str) -> None:
    assert not any(one.authority for one in read(text))
