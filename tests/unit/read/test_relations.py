"""Every attribution of a text: source, cue and content, for talk, thought, wishes and judgements."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.read.reading import document_of, linguist

from onrecord.read.reader import read_sentences
from onrecord.read.relations import Relation, relations_of


def found(text: str) -> tuple[Relation, ...]:
    return relations_of(tuple(read_sentences(document_of(text), text, linguist())))


def worded(text: str) -> list[tuple[str, str, str]]:
    """Return source, cue and content of each outermost attribution, pieces parted by a bar."""
    return [
        (
            " | ".join(extent.of(text) for extent in one.source),
            " | ".join(extent.of(text) for extent in one.cue),
            " | ".join(extent.of(text) for extent in one.content),
        )
        for one in found(text)
        if one.depth == 0
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ilse Varga said that the port was open.",
            ("Ilse Varga", "said", "that the port was open"),
        ),
        (
            "The port was open, the mayor said.",
            ("the mayor", "said", "The port was open"),
        ),
        (
            "According to the Red Crescent, the port was open.",
            ("the Red Crescent", "According to", "the port was open"),
        ),
        (
            "The mayor vowed to rebuild the port.",
            ("The mayor", "vowed", "to rebuild the port"),
        ),
        (
            "The mayor wants the army to leave the valley.",
            ("The mayor", "wants", "the army to leave the valley"),
        ),
        (
            "The mayor accused the army of shelling the market.",
            ("The mayor", "accused", "the army of shelling the market"),
        ),
        (
            "Critics described the raid as a failure.",
            ("Critics", "described", "the raid as a failure"),
        ),
        (
            "The army is expected to leave the valley.",
            ("", "is expected", "The army | to leave the valley"),
        ),
        (
            "The governor called for an inquiry into the raid.",
            ("The governor", "called", "an inquiry into the raid"),
        ),
        (
            "Polls show a narrow lead for the governor.",
            ("Polls", "show", "a narrow lead for the governor"),
        ),
        (
            "Aid groups were confident that the truce would hold.",
            ("Aid groups", "were confident", "that the truce would hold"),
        ),
        (
            "The general reportedly left the country on Monday.",
            ("", "reportedly", "The general | left the country on Monday"),
        ),
        (
            "The guide asked whether the road was safe.",
            ("The guide", "asked", "whether the road was safe"),
        ),
    ],
)
def test_a_cue_gives_its_source_and_the_whole_of_its_content(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert worded(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the port on Monday.",
        "A poll was held in the valley on Sunday.",
        "The mayor could criticise the plan later.",
        "The army showed the reporters a bridge.",
    ],
)
def test_what_nobody_says_or_thinks_is_no_attribution(text: str) -> None:
    assert worded(text) == []


def test_a_split_quotation_of_several_sentences_is_one_content() -> None:
    text = '"We lost the bridge," Reyes said. "The river is theirs. We hid in a barn."'
    assert worded(text) == [
        (
            "Reyes",
            "said",
            '"We lost the bridge," | "The river is theirs. We hid in a barn."',
        )
    ]


def test_quoted_paragraphs_go_on_with_the_speaker_of_the_quotation_before() -> None:
    text = '"We lost the bridge," Reyes said.\n\n"The river is theirs. We hid in a barn."'
    (one,) = worded(text)
    assert one[2] == '"We lost the bridge," | "The river is theirs. We hid in a barn."'


def test_a_quoted_paragraph_after_reported_words_is_nobodys() -> None:
    text = 'Reyes said the bridge was lost.\n\n"The river is theirs. We hid in a barn."'
    assert worded(text) == [("Reyes", "said", "the bridge was lost")]


def test_a_bare_tag_carries_the_quoted_sentence_beside_it() -> None:
    text = 'Reyes said in a letter from Lisk. "The river is theirs and the road is cut."'
    assert worded(text) == [("Reyes", "said", '"The river is theirs and the road is cut."')]


def test_who_is_quoted_attributes_nothing_more_for_the_author() -> None:
    text = '"My brother told me the bridge was lost," Reyes said.'
    assert [one[0] for one in worded(text)] == ["Reyes"]


def test_an_attribution_inside_another_stands_deeper() -> None:
    text = "The Courier reported that officials had told lawmakers the bridge was lost."
    assert [(one.source[0].of(text), one.depth) for one in found(text)] == [
        ("The Courier", 0),
        ("officials", 1),
    ]


def test_what_a_speaker_adds_has_a_content_of_its_own() -> None:
    text = "Reyes said the bridge was lost, adding that nobody had been hurt."
    assert worded(text) == [
        ("Reyes", "said", "the bridge was lost"),
        ("Reyes", "adding", "that nobody had been hurt"),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Governor Petrel: Port will stay closed until spring", "Governor Petrel"),
        ("Report: Port authority lost nine ships in a year", "Report"),
    ],
)
def test_a_name_and_a_colon_attribute_a_headline(text: str, who: str) -> None:
    assert worded(text)[0][:2] == (who, ":")


@pytest.mark.parametrize("text", ["What we know: the port is closed.", "12:15 The port is closed."])
def test_other_words_before_a_colon_speak_for_nobody(text: str) -> None:
    assert all(cue != ":" for _, cue, _ in worded(text))


@given(
    st.lists(
        st.sampled_from(
            "said/the mayor/''/\"/“/”/,/./:/that/according to/the port was open/\n\n/accused/(/)/of/REYES/vowed to go".split(
                "/"
            )
        ),
        min_size=1,
        max_size=14,
    )
)
def test_whatever_the_words_every_part_stands_in_the_text_in_order(words: list[str]) -> None:
    text = " ".join(words)
    for one in found(text):
        assert one.cue
        assert one.content
        for part in (one.source, one.cue, one.content):
            assert all(0 <= extent.start < extent.end <= len(text) for extent in part)
            assert all(a.end <= b.start for a, b in pairwise(part))
