"""Furniture is marked, and news about such things is not."""

from __future__ import annotations

import pytest

from onrecord.capture.boilerplate import are_links, is_boilerplate, is_byline, is_stamp


@pytest.mark.parametrize(
    "words",
    [
        "Subscribe to our free newsletter to see the documents behind this report.",
        "Sign up for our weekly briefing",
        "Members are reading: How the ferry line lost its licence",
        "Read more: Storm closes the pass",
        "Join the discussion",
        "Join like-minded readers who pay for this work.",
        "To comment, become a paid subscriber.",
        "Already a subscriber? Log in",
        "Follow us on Telegram",
        "Download our app",
        "© 2031 The Cape Courier. All rights reserved.",
        "Photo: A. Lens / Strand Pictures",
        "A ferry leaves the quay. (Photo by A. Lens/Getty Images)",
        "By Ada Writer and Ben Reporter in Tarn",
        "*By the Corrow desk*",
        "(Reporting by Ada Writer; Editing by Ben Reporter)",
        "Published: 4 March 2031 10:15",
        "This article is only available to paid subscribers.",
        "We use cookies to improve your visit.",
        "Advertisement",
        "More from the coast",
        "Unlock the full story",
        "The Associated Press contributed to this report.",
        "This is a developing story.",
        "Check back soon for updates.",
    ],
)
def test_furniture_is_marked(words: str) -> None:
    assert is_boilerplate(words)


@pytest.mark.parametrize(
    "words",
    [
        "A subscriber to the newspaper was killed in the blast, police said.",
        "The navy said it would follow us if we left the lane, the skipper told the court.",
        "By Monday the army had taken the bridge and two villages beyond it.",
        "By the slipway, someone has painted the names of the boats on a wall.",
        "“Join us or leave,” the commander said.",
        "Join us in mourning, the mayor said after the attack.",
        "More than 100 people have been killed in those strikes.",
        "Photographs published on Sunday show two ships on fire.",
        "Read in full, the order covers ships only.",
        "The minister unlocked the funds on Tuesday.",
        "Members of the council were reading the text when the siren went off.",
        "(c) any vessel that carries weapons for the group.",
        "Also on Monday: a third boat was lost.",
        "PORT AUREL (Strand Wire) - The ferry was turned back.",
        "The press contributed to this report of the year, and nobody thanked it.",
        "We believe that the count is too low.",
    ],
)
def test_a_report_is_not_marked(words: str) -> None:
    assert not is_boilerplate(words)


def test_a_long_passage_is_never_marked_by_its_words() -> None:
    assert not is_boilerplate("Subscribe to this view and the war is lost. " + "It is long. " * 40)


def test_a_byline_names_people_only() -> None:
    assert is_byline("By A. Writer")
    assert not is_byline("By Friday")
    assert not is_byline("By order of the court all ships were stopped")


def test_a_bare_date_is_a_stamp() -> None:
    assert is_stamp("Tuesday, March 4, 2031")
    assert not is_stamp("Tuesday was quiet")


PROSE = "The army left the depot at Selden on Monday, the mayor of the town said in a statement."


def test_a_headline_in_capitals_between_paragraphs_is_a_link() -> None:
    passages = [PROSE, "MINISTER RESIGNS AFTER VOTE ON BUDGET", PROSE, PROSE]
    assert are_links(passages) == (False, True, False, False)


@pytest.mark.parametrize(
    "passages",
    [
        ["ARMY LEAVES DEPOT AT SELDEN", PROSE, PROSE],  # the report's own headline
        ["ARMY LEAVES DEPOT AT SELDEN", PROSE.upper(), "MINISTER RESIGNS AFTER VOTE"],
        [PROSE, "PORT ORLAN", PROSE, PROSE],  # a name
        [PROSE, "“WE WILL NOT LEAVE THE TOWN.”", PROSE, PROSE],
    ],
)
def test_other_capitals_are_the_reports_own(passages: list[str]) -> None:
    assert not any(are_links(passages))
