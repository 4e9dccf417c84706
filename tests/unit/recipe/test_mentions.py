import pytest

from recipe.mentions import names_of_mentions

_TAGS = {
    "the": "DT",
    "said": "VBD",
    "of": "IN",
    ",": ",",
    "met": "VBD",
    "'s": "POS",
    "aides": "NNS",
}


def _labels(line: str, heads: list[int], misc: dict[int, str]) -> list[str]:
    words = line.split()
    xpos = [_TAGS.get(word.lower(), "NNP") for word in words]
    return list(
        names_of_mentions(words, xpos, heads, [misc.get(at, "_") for at in range(len(words))])
    )


def test_a_mention_of_a_person_loses_its_title() -> None:
    found = _labels(
        "President Ada Moreau said",
        [4, 1, 1, 0],
        {0: "Entity=(1-person-new-x", 2: "Entity=1)"},
    )
    assert found == ["O", "B-PER", "I-PER", "O"]


def test_an_organisation_keeps_the_words_between_its_proper_nouns() -> None:
    found = _labels(
        "The Ministry of Health said",
        [2, 5, 4, 2, 0],
        {0: "SpaceAfter=No|Entity=(7-organization-new-x", 3: "Entity=7)|MSeg=a"},
    )
    assert found == ["O", "B-ORG", "I-ORG", "I-ORG", "O"]


def test_the_longest_name_wins_over_the_one_inside() -> None:
    found = _labels(
        "Bank of Lisbon said",
        [4, 3, 1, 0],
        {0: "Entity=(1-organization-new-x", 2: "Entity=(2-place-new-y)1)"},
    )
    assert found == ["B-ORG", "I-ORG", "I-ORG", "O"]


@pytest.mark.parametrize(
    ("kind", "line"),
    [("abstract", "Hydro said"), ("person", "aides said"), ("time", "March said")],
)
def test_other_kinds_and_common_nouns_are_no_names(kind: str, line: str) -> None:
    assert _labels(line, [2, 0], {0: f"Entity=(1-{kind}-new-x)"}) == ["O", "O"]


def test_a_mention_that_never_closes_is_left_out() -> None:
    assert _labels("Moreau said", [2, 0], {0: "Entity=(1-person-new-x"}) == ["O", "O"]
