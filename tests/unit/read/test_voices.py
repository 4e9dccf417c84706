"""How far a source is identified, and whom a pronoun or a bare surname means."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import read, saying, sentence_of

from onrecord.domain.statement import Voice
from onrecord.read.people import Names


def voice(text: str, words: str) -> Voice:
    return saying(text, words).voices[-1]


@pytest.mark.parametrize(
    ("who", "identity"),
    [
        ("Ilse Varga", "named_person"),
        ("Two senior officials", "unnamed_official"),
        ("A spokesman for the army", "unnamed_official"),
        ("The foreign ministry", "named_office"),
        ("The Red Crescent", "organisation"),
        ("A report by the auditors", "document"),
        ("Residents", "unnamed"),
        ("Witnesses", "unnamed"),
        ("A person familiar with the talks", "unnamed_official"),
        ("Two people briefed on the talks", "unnamed_official"),
        ("Sources close to the president", "unnamed_official"),
        ("A diplomat who asked not to be named", "unnamed_official"),
        ("A poll of voters", "document"),
        ("A letter to parliament", "document"),
    ],
)
def test_a_source_is_identified_as_far_as_its_words_go(who: str, identity: str) -> None:
    assert voice(f"{who} said the port was open.", "the port").identity == identity


def test_a_surname_means_the_one_full_name_that_ends_in_it() -> None:
    text = "Ilse Varga arrived on Monday. Varga said the port was open."
    assert voice(text, "the port").label == "Ilse Varga"


def test_a_surname_of_two_people_stays_itself() -> None:
    names = Names(persons=["Ilse Varga", "Oleg Varga"])
    assert names.full("Varga") == "Varga"


def test_a_pronoun_means_the_last_subject_and_keeps_its_word() -> None:
    found = voice("Ilse Varga went to Selden on Monday. She said the port was open.", "the port")
    assert (found.text, found.label, found.identity) == ("She", "Ilse Varga", "named_person")


def test_a_pronoun_may_mean_somebody_without_a_name() -> None:
    text = "A spokesman for the army left. He said the port was open."
    found = voice(text, "the port")
    assert (found.label, found.identity) == ("A spokesman for the army", "unnamed_official")


def test_a_pronoun_does_not_reach_over_another_human_subject() -> None:
    text = "Oleg Darun came on Monday. The spokeswoman smiled. She said the port was open."
    assert voice(text, "the port").label == "The spokeswoman"


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Darun arrived on Monday. She said the port was open.",
        "Oleg Darun arrived. He said it was late. She said the port was open.",
        "The port burned for days. She said the port was open.",
    ],
)
def test_a_pronoun_that_fits_nobody_names_nobody(text: str) -> None:
    found = voice(text, "the port was open")
    assert (found.text, found.name, found.identity) == ("She", "", "unnamed")


def test_a_pronoun_does_not_reach_far_back() -> None:
    text = (
        "Ilse Varga came on Monday. The port burned. The fire spread. The wind rose. It took hours. "
        "She said the port was open."
    )
    assert voice(text, "the port was open").name == ""


def test_two_people_in_one_sentence_leave_a_pronoun_open() -> None:
    text = "Ilse Varga waited while Ona Petrel wrote what she said had happened in the port."
    names = {one.label for found in read(text) for one in found.voices if one.text == "she"}
    assert names <= {"she"}


def test_a_headline_in_capitals_between_paragraphs_is_no_antecedent() -> None:
    text = "Ilse Varga came on Monday.\n\nOSEI CALLS THE WAR OVER\n\nShe said the port was open."
    assert voice(text, "the port was open").label == "Ilse Varga"


def test_a_pronoun_inside_a_quotation_names_nobody() -> None:
    found = saying('Ilse Varga left. "She struck the guard in the face," Reyes said.', "struck")
    assert found.actor == "She"


def test_a_place_beside_a_title_is_not_the_speaker() -> None:
    found = voice("The mayor of Selden said the port was open.", "the port")
    assert found.label == "The mayor of Selden"


def test_what_is_remembered_follows_the_text() -> None:
    names = Names()
    names.remember(sentence_of("Ilse Varga met Oleg Darun."))
    assert set(names.persons) == {"Ilse Varga", "Oleg Darun"}
    assert names.sentences == 1


@pytest.mark.parametrize(
    "who",
    ["A diplomat who asked not to be named", "An aide who spoke on condition of anonymity"],
)
def test_a_source_without_a_name_keeps_the_words_that_say_why(who: str) -> None:
    assert voice(f"{who} said the port was open.", "the port").text == who


@pytest.mark.parametrize("who", ["Jean-Marc Al-Rashid", "Ilse Varga-Petrel", "Ana-Lena Korb"])
def test_a_name_keeps_the_parts_a_hyphen_joins(who: str) -> None:
    assert voice(f"{who} said the port was open.", "the port").text == who


@pytest.mark.parametrize(
    ("before", "who", "name"),
    [
        ("Marco Osei, the president of Velmar, arrived.", "The president", "Marco Osei"),
        ("President Ona Petrel arrived on Monday.", "The president", "Ona Petrel"),
        ("Foreign Minister Ana Lopez met the envoy.", "The foreign minister", "Ana Lopez"),
        ("Foreign Minister Ana Lopez met the envoy.", "The minister", "Ana Lopez"),
        ("The foreign ministry summoned the envoy.", "The ministry", "The foreign ministry"),
        ("Velmar's army left the valley.", "The army", ""),
        ("General Osei inspected the bridge.", "The general", "General Osei"),
        ("Marco Osei came. General Osei inspected the bridge.", "The general", "Marco Osei"),
        ("President Ona Petrel met President Ilse Darun.", "The president", ""),
        ("President Ona Petrel met the president of Lisk.", "The president", ""),
        ("Former President Ona Petrel went to Lisk.", "The president", ""),
        ("Prime Minister Ona Petrel went to Lisk.", "The prime minister", "Ona Petrel"),
        ("Prime Minister Ona Petrel went to Lisk.", "The minister", ""),
        ("Foreign Minister Ana Lopez met the envoy.", "The prime minister", ""),
        ("President Ona Petrel arrived on Monday.", "The president of Lisk", ""),
        ("President Ona Petrel arrived on Monday.", "A president", ""),
    ],
)
def test_a_bare_office_means_the_only_one_named_with_it(before: str, who: str, name: str) -> None:
    assert voice(f"{before} {who} said the port was open.", "the port").name == name


def test_a_link_in_capitals_names_nobody_for_the_paragraphs_around_it() -> None:
    names = Names()
    names.remember(sentence_of("OLEG DARUN PRAISES ILSE VARGA IN LISK"))
    assert names.persons == []
    assert names.sentences == 0
