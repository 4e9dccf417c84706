import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord_model_en
from onrecord.adapters.onnx.gazetteer import Gazetteer, Match, _cut, load_gazetteer
from onrecord.adapters.onnx.tokens import tokenise
from onrecord.domain.errors import UsageError
from onrecord.domain.span import Extent

LISTED = Path(onrecord_model_en.__file__ or "").with_name("gazetteer.toml")
GAZETTEER = load_gazetteer(LISTED)

SMALL = """
format = 1
states = '''
Ruritania | Ruritanian
'''
[names]
ORG = "League of Free Towns, Free Towns, !ALL, ~Wheel"
[nouns]
WEAPON = "pike"
[blocked]
phrases = "pike perch"
[named_nouns]
PLATFORM = "galley"
[ship_prefixes]
PLATFORM = "RRS"
[series]
PLATFORM = "Zeta 2-3"
[offices]
templates = "Chamber of {}"
portfolios = "Salt"
[institutions]
heads = "Guild"
[openers]
ORG = "Chamber of"
"""


def words(line: str) -> list[str]:
    return [word.of(line) for word in tokenise(line, Extent(0, len(line)))]


def found(line: str, gazetteer: Gazetteer = GAZETTEER) -> list[str]:
    """Return `words/LABEL`, with `?` where the match is not sure."""
    forms = words(line)
    return [
        f"{' '.join(forms[match.first : match.last])}/{match.label}{'' if match.sure else '?'}"
        for match in gazetteer.matches(forms)
    ]


@pytest.fixture
def small(tmp_path: Path) -> Gazetteer:
    path = tmp_path / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    return load_gazetteer(path)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Iran warned Iranians", ["Iran/LOC", "Iranians/NORP"]),
        ("ferries left Côte d'Ivoire", ["ferries/VEHICLE", "Côte d'Ivoire/LOC"]),
        ("in Côte d’Ivoire", ["Côte d’Ivoire/LOC"]),
        ("Al-Shabaab and al Shabaab", ["Al - Shabaab/ORG", "al Shabaab/ORG"]),
        ("ships passed Bab el-Mandeb", ["ships/VEHICLE", "Bab el - Mandeb/LOC"]),
        ("two Rohingya and a Filipina", ["Rohingya/NORP", "Filipina/NORP"]),
        ("Hizbullah said no", ["Hizbullah/ORG"]),
        ("South Sudanese crossed", ["South Sudanese/NORP"]),
        ("Kalibr missiles", ["Kalibr/WEAPON", "missiles/WEAPON"]),
        ("torpedoes, lorries and buses", ["torpedoes/WEAPON", "lorries/VEHICLE", "buses/VEHICLE"]),
        ("rocket-propelled grenades", ["rocket - propelled grenades/WEAPON"]),
        ("the Ministry of Health said", ["Ministry of Health/ORG"]),
        ("Minusma left", ["Minusma/ORG?"]),
    ],
)
def test_what_is_listed_is_found(line: str, expected: list[str]) -> None:
    assert found(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "they told us to go",
        "Abu Omar al-Iraqi of al-Saudi Lane",
        "they polish the turkey and put it on china",
        "who can go, and will it mend",
        "a think tank with a smoking gun",
        "an 18-year-old wore size 10-12",
        "the T-shirt and the S-bend of the F-word",
    ],
)
def test_common_words_are_no_names(line: str) -> None:
    assert found(line) == []


def test_capitals_are_read_but_not_where_they_spell_a_word() -> None:
    assert found("IRAN SAYS IT WARNED US") == ["IRAN/LOC"]
    assert found("Iran says it warned the US") == ["Iran/LOC", "US/LOC"]
    assert found("US") == ["US/LOC"]


@pytest.mark.parametrize("name", ["Georgia", "Jordan", "Chad", "Polish"])
def test_a_name_with_two_meanings_is_only_a_hint(name: str) -> None:
    matches = GAZETTEER.matches([name])
    assert matches
    assert not any(match.sure for match in matches)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("an F-16 fell", ["F - 16/PLATFORM"]),
        ("MiG-29s and a Su-35S", ["MiG - 29s/PLATFORM", "Su - 35S/PLATFORM"]),
        ("a MiG29 and T-72B3", ["MiG29/PLATFORM", "T - 72B3/PLATFORM"]),
        ("an S-300", ["S - 300/WEAPON"]),
        ("an F-1 visa and a Q-16", []),
        ("the T20 cup", []),
    ],
)
def test_series_take_the_numbers_they_have(line: str, expected: list[str]) -> None:
    assert found(line) == expected


def test_the_longest_of_one_label_wins_and_other_labels_stay(small: Gazetteer) -> None:
    assert found("the League of Free Towns", small) == ["League of Free Towns/ORG"]
    assert found("Ruritanian Bakers Guild", small) == [
        "Ruritanian/NORP",
        "Ruritanian Bakers Guild/ORG?",
    ]


def test_an_office_that_is_not_listed_is_a_hint(small: Gazetteer) -> None:
    assert found("the Chamber of Salt Merchants", small) == ["Chamber of Salt/ORG"]
    assert found("the Chamber of Wool and Linen met", small) == ["Chamber of Wool and Linen/ORG?"]
    assert found("the Chamber of it all", small) == []


def test_marks_say_hint_and_not_in_headlines(small: Gazetteer) -> None:
    assert found("the Wheel and ALL met", small) == ["Wheel/ORG?", "ALL/ORG"]
    assert found("PIKES FOR ALL", small) == ["PIKES/WEAPON"]


def test_a_blocked_phrase_keeps_its_words_to_itself(small: Gazetteer) -> None:
    assert found("a pike perch and a pike", small) == ["pike/WEAPON"]


def test_ships_ask_for_their_names(small: Gazetteer) -> None:
    assert small.matches(["galleys", "RRS", "Zeta", "-", "12"]) == (
        Match(0, 1, "PLATFORM", named=True),
        Match(1, 2, "PLATFORM", sure=False, named=True),
        Match(2, 5, "PLATFORM"),
    )


def test_every_listed_name_is_found_in_a_sentence_of_its_own() -> None:
    table = tomllib.loads(LISTED.read_text(encoding="utf-8"))
    missed = [
        name
        for label in ("LOC", "ORG", "WEAPON", "PLATFORM", "VEHICLE", "NORP")
        for name in re.split(r"\s*[,\n]\s*", table["names"][label].strip())
        if label not in {match.label for match in GAZETTEER.matches(words(name.lstrip("~!")))}
    ]
    assert missed == []


def test_the_list_is_read_the_way_sentences_are_cut() -> None:
    table = tomllib.loads(LISTED.read_text(encoding="utf-8"))
    texts = [table["states"], *table["names"].values(), *table["nouns"].values()]
    names = [name.strip("~! ") for text in texts for name in re.split("[,|\n]", text)]
    assert [name for name in names if list(_cut(name)) != words(name)] == []


@given(
    st.lists(
        st.one_of(
            st.text(max_size=4),
            st.sampled_from(
                "Iran US al - Shabaab F 16 Ministry of , the Health tank ’ \0 🚀".split(" ")
            ),
        ),
        max_size=25,
    )
)
@settings(max_examples=200, deadline=None)
def test_any_words_give_matches_in_range_that_overlap_only_across_labels(forms: list[str]) -> None:
    matches = GAZETTEER.matches(forms)
    taken: set[tuple[str, int]] = set()
    for match in matches:
        places = {(match.label, at) for at in range(match.first, match.last)}
        assert 0 <= match.first < match.last <= len(forms)
        assert taken.isdisjoint(places)
        taken |= places
    assert list(matches) == sorted(
        matches, key=lambda match: (match.first, match.last, match.label)
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("format = 2", "format 2, not 1"),
        ("", "no 'format'"),
        ("format = 1", "no 'states'"),
        ("format = ", "Invalid value"),
        (SMALL.replace("2-3", "few"), "invalid literal"),
        (SMALL.replace('"pike"', "3"), "'int' object"),
        (SMALL.replace("Free Towns, !ALL", "!, Free Towns"), "index out of range"),
    ],
)
def test_a_file_that_is_no_list_says_what_to_do(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=re.escape(why)) as caught:
        load_gazetteer(path)
    assert "pip install ./models/en" in str(caught.value)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"absent\.toml"):
        load_gazetteer(tmp_path / "absent.toml")
