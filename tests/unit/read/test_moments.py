"""Which time belongs to which clause, read on Thursday 10 April 2031 with the shipped model."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import saying

from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When


def _days(text: str, words: str) -> str | None:
    when = saying(text, words).when
    assert isinstance(when, When), when
    return when.edtf


DATED = [
    # a clause takes its own time, not one that says which thing is meant
    (
        "The blast of March 2 killed four people and was condemned on Monday.",
        "killed four",
        "2031-03-02",
    ),
    (
        "The army has survived the revolts of 2019 and 2022.",
        "has survived",
        "../2031-04-10",
    ),
    (
        "Velmar is weaker because of last year's war with Corrow.",
        "is weaker",
        "2031-04-10",
    ),
    ("Monday's raid on the port killed three sailors.", "killed three", "2031-04-07"),
    # "when" after a time says what happened then
    (
        "The unrest is the worst since 2022, when a student died in custody.",
        "died in custody",
        "2022",
    ),
    (
        "An opinion does not cover the coast, according to reporting from mid-March, when aides told "
        "lawmakers there was no basis for raids on land.",
        "there was no basis",
        "2031-03-11/2031-03-20",
    ),
    # the last of several
    (
        "The council has twice failed to end the siege, most recently on March 6.",
        "has twice failed",
        "../2031-03-06",
    ),
    # what a bare participle adds happened with what it hangs from
    ("Troops have crushed the march, killing six guards.", "killing six", "../2031-04-10"),
    ("Police crushed the march, with 40 people killed.", "with 40", "../2031-04-10"),
    ("Rebels seized the dam on Monday, killing six guards.", "killing six", "2031-04-07"),
    ("Troops are shelling the port, wounding several nurses.", "wounding", "2031-04-10"),
    # a time right behind its verb, and one that does the verb
    ("The protests began Dec. 28.", "protests began", "2030-12-28"),
    ("Monday saw raids on the port.", "saw raids", "2031-04-07"),
    # background of a cue is not when it was said
    (
        "Orra, in his first speech since unrest rocked the capital seven days ago, declared that "
        "the enemy had lost.",
        "enemy had lost",
        "../2031-04-10",
    ),
    # what is told in the present holds now, though the words were said before
    (
        "The law does not cover land raids, legal experts have noted.",
        "does not cover",
        "2031-04-10",
    ),
    ("Officials said the port was closed.", "was closed", "../2031-04-10"),
    ("Officials said the port is closed.", "is closed", "../2031-04-10"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), DATED)
def test_a_clause_takes_the_time_that_says_when_it_holds(text: str, words: str, edtf: str) -> None:
    assert _days(text, words) == edtf


def test_a_numbered_day_outweighs_a_holiday_of_the_same_utterance() -> None:
    text = (
        "The president announced on November 28 that raids on land would begin. "
        '"The land is easier," he said during a Thanksgiving call.'
    )
    when = saying(text, "The land is easier", date="2031-11-30").when
    assert isinstance(when, When)
    assert when.edtf == "2031-11-28"
    assert when.conflict == "Thanksgiving 2031 was 27 November"


def test_without_a_document_date_the_words_stay_undated() -> None:
    when = saying("Rebels shelled the port on Monday.", "shelled", date=None).when
    assert isinstance(when, When)
    assert (when.edtf, when.text, when.reason) == (None, "Monday", "no document date")


def test_a_possibility_takes_no_time() -> None:
    when = saying("If the army shelled the port, thousands would flee.", "flee").when
    assert isinstance(when, Unknown)


def test_what_a_dated_report_says_in_the_present_stood_by_then() -> None:
    text = "The treaty does not cover the port, according to Gazette reporting from mid-March."
    when = saying(text, "treaty").when
    assert isinstance(when, When)
    assert when.edtf == "../2031-03-20"


def test_a_clause_whose_own_time_has_no_days_takes_no_other() -> None:
    text = "Troops left the port on Monday, while the governor fled the city on Diwali."
    when = saying(text, "governor fled").when
    assert isinstance(when, When)
    assert (when.edtf, when.text) == (None, "Diwali")
