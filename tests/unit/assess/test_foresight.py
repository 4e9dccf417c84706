"""Words that look ahead, and words that only seem to."""

from __future__ import annotations

import pytest

from onrecord.assess.foresight import (
    asks_ahead,
    condition_of,
    denies,
    gives_odds,
    goes_on,
    is_ahead,
    is_complete,
    is_conditional,
    is_firm,
    is_negated,
    is_possible,
    is_wish,
    leaves_open,
    sentence_end,
    supposed_in,
)


@pytest.mark.parametrize(
    ("words", "before", "after", "condition"),
    [
        ("we will strike if the talks fail", "", "", "if the talks fail"),
        (
            "Unless the hostages are freed, the talks will end",
            "",
            "",
            "Unless the hostages are freed",
        ),
        ("it will be hit very hard", "If it fires first, ", "", "If it fires first"),
        ("we will strike", "", " if the talks fail, he said.", "if the talks fail"),
        ("Should the port close, prices will rise", "", "", "Should the port close"),
        ("as if nothing had been, it will go on", "", "", ""),
        ("even if it rains, the fleet will sail", "", "", ""),
        ("the fleet will sail", "", ".", ""),
        ("the fleet will sail", "If he knew. Then ", "", ""),
        ("it will end, if", "", "", ""),
        ("it would act if any boat came near", "", "", "if any boat came near"),
        ("few boats, if any, will sail", "", "", ""),
    ],
)
def test_what_words_depend_on_is_quoted(
    words: str, before: str, after: str, condition: str
) -> None:
    assert condition_of(words, before=before, after=after) == condition


@pytest.mark.parametrize(
    ("words", "complete"),
    [
        ("the fleet will sail", True),
        ("which will sail", False),
        ("who will come", False),
        ("because we will win", False),
        ("we'll find out", False),
        ("they will have to wait", False),
        ("it was going to be the last day", False),
        ("they are likely to have died", False),
        ("the toll is likely to be far higher", False),
        ("he previously vowed to leave", False),
        ("Why the war will not end", False),
    ],
)
def test_only_what_stands_alone_and_looks_ahead_is_complete(words: str, complete: bool) -> None:
    assert is_complete(words) is complete


@pytest.mark.parametrize(
    ("question", "heading", "ahead"),
    [
        ("Will the strait reopen?", False, True),
        ("When will the war end?", False, True),
        ("When will the war end?", True, False),
        ("Will the war end?", True, True),
        ("Who knows what will come?", False, False),
        ("What's next for Ilvane?", False, False),
        ("Why would anyone stay?", False, False),
        ("Who wouldn't have run?", False, False),
        ("Did the army leave?", False, False),
    ],
)
def test_a_question_is_of_what_may_come_and_is_meant(
    question: str, heading: bool, ahead: bool
) -> None:
    assert asks_ahead(question, in_heading=heading) is ahead


def test_a_what_if_goes_on_with_the_question_of_what_follows() -> None:
    asked = "What if the strait stays closed?"
    assert goes_on(asked, "What will Velmara do then?")
    assert not goes_on(asked, "What will Velmara do?")
    assert not goes_on("Will it close?", "What then?")
    assert supposed_in(asked) == "What if the strait stays closed"
    assert supposed_in("Will it close?") == ""


def test_words_are_told_apart() -> None:
    assert is_ahead("talks will resume")
    assert not is_ahead("talks resumed")
    assert not is_ahead("I expected to find them")
    assert is_firm("it will end")
    assert not is_firm("it would end")
    assert is_possible("it may end")
    assert gives_odds("there is a chance of rain")
    assert gives_odds("a war is unlikely")
    assert not gives_odds("a probable cause")
    assert is_wish("families fear that ")
    assert not is_wish("families said that ")
    assert is_conditional("it would respond")
    assert not is_conditional("it responded")
    assert denies("doubts that")
    assert not denies("said")
    assert leaves_open("It remains to be seen whether the truce will hold")
    assert leaves_open("whether the truce will hold")
    assert not leaves_open("It is unclear whether the truce held")
    assert not leaves_open("the court ruled on whether the vote will stand")
    assert not is_ahead("we are to blame")
    assert is_negated("it will not end")
    assert not is_negated("it will end")


def test_a_sentence_does_not_end_at_a_title_or_an_initial() -> None:
    text = "Gen. T. Merin spoke in the U.S. on Monday. He left."
    assert text[: sentence_end(text, 0, len(text))] == "Gen. T. Merin spoke in the U.S. on Monday."
    assert sentence_end("no end", 0, 6) == 6
