"""Which words of a document name places, and which places they mean."""

from __future__ import annotations

import time
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.read.reading import document_of, linguist

from onrecord.adapters.gazetteer import SqliteGazetteer
from onrecord.domain.span import Extent
from onrecord.domain.unknown import Unknown
from onrecord.ports.gazetteer import Entry
from onrecord.read.reader import read_sentences
from onrecord.read.toponym_geography import distance_km
from onrecord.read.toponym_leanings import leanings
from onrecord.read.toponym_mentions import Mention
from onrecord.read.toponym_ranking import key_of_mention, rank
from onrecord.read.toponym_strangers import Said, without_strangers
from onrecord.read.toponyms import Toponym, find_toponyms, toponyms_in


@cache
def gazetteer() -> SqliteGazetteer:
    return SqliteGazetteer()


def found_in(text: str) -> tuple[Toponym, ...]:
    sentences = tuple(read_sentences(document_of(text), text, linguist()))
    return find_toponyms(sentences, gazetteer())


def meant(text: str) -> list[tuple[str, str]]:
    """Return the words of each toponym and what they mean: name, region or country."""
    return [
        (one.extent.of(text), f"{one.entry.name}, {one.entry.region or one.entry.country}")
        for one in found_in(text)
        if isinstance(one.entry, Entry)
    ]


def words(text: str) -> list[str]:
    return [one.extent.of(text) for one in found_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police in Memphis, Tenn., found the truck on Monday.",
            [("Memphis", "Memphis, Tennessee"), ("Tenn.", "Tennessee, Tennessee")],
        ),
        (
            "A bridge fell near Paris, Texas, on Monday.",
            [("Paris", "Paris, Texas"), ("Texas", "Texas, Texas")],
        ),
        (
            "The Bangui-based group left for Goma.",
            [("Bangui", "Bangui, Bangui"), ("Goma", "Goma, Nord Kivu")],
        ),
        ("Shells hit Kharkiv.", [("Kharkiv", "Kharkiv, Kharkiv")]),
        (
            "A convoy was attacked in Borno State on Friday.",
            [("Borno State", "Borno, Borno")],
        ),
        ("The minister flew to Burma.", [("Burma", "Myanmar, MM")]),
        (
            "Tanks shelled Deir al-Balah in the Gaza Strip overnight.",
            [
                ("Deir al-Balah", "Dayr al Balaḩ, Gaza Strip"),
                ("Gaza Strip", "Gaza Strip, Gaza Strip"),
            ],
        ),
        (
            "Fighting reached the town of el-Arish in Egypt.",
            [("el-Arish", "Arīsh, Muhafazat Shamal Sina'"), ("Egypt", "Egypt, EG")],
        ),
        (
            "A convoy was shelled near el-Fasher in Sudan.",
            [("el-Fasher", "El Fasher, Northern Darfur"), ("Sudan", "Sudan, SD")],
        ),
        ("Shells fell on Dar es Salaam al-Sabirana on Monday.", []),
        ("Ministers met in Washington.", [("Washington", "Washington, District of Columbia")]),
        ("He was taken to New York on Monday.", [("New York", "New York City, New York")]),
        ("A hospital in Galveston burned.", [("Galveston", "Galveston, Texas")]),
        ("A blast shook Odessa on Monday.", [("Odessa", "Odesa, Odesa")]),
        (
            "Two tankers were seized in the Strait of Hormuz.",
            [("Strait of Hormuz", "Strait of Hormuz, ")],
        ),
    ],
)
def test_a_name_means_the_place_its_words_say(text: str, expected: list[tuple[str, str]]) -> None:
    assert meant(text) == expected


def test_the_best_known_place_is_meant_where_nothing_else_is_said() -> None:
    assert meant("The ministers met in Paris on Monday.") == [("Paris", "Paris, Ile-de-France")]


def test_neighbours_tell_towns_of_one_name_apart() -> None:
    text = "Fires burned in Paris and Murray on Monday. Crews came from Paducah, Kentucky."
    assert ("Paris", "Paris, Tennessee") in meant(text) or ("Paris", "Paris, Kentucky") in meant(
        text
    )


def test_a_name_means_one_place_throughout_a_document() -> None:
    text = "Police in Athens, Georgia, found a car on Monday.\n\nThe mayor of Athens thanked them."
    assert [place for name, place in meant(text) if name == "Athens"] == ["Athens, Georgia"] * 2


def test_two_places_of_one_name_stay_two_where_each_is_said() -> None:
    text = "He moved from Paris, Texas, to Paris, France, in May."
    assert [place for name, place in meant(text) if name == "Paris"] == [
        "Paris, Texas",
        "Paris, Ile-de-France",
    ]


def test_no_company_makes_a_hamlet_of_a_country() -> None:
    text = "Egypt and U.S. officials met in Philadelphia, Pennsylvania. Egypt agreed."
    assert {place for name, place in meant(text) if name == "Egypt"} == {"Egypt, EG"}


def test_words_for_peoples_mean_their_countries_and_say_so() -> None:
    text = "Kenyan troops and two Britons crossed the border."
    assert meant(text) == [("Kenyan", "Kenya, KE"), ("Britons", "United Kingdom, GB")]
    assert all(one.of_people for one in found_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Lincoln told reporters that he would stay.",
        "Mr. Jackson and Robert Houston spoke. Houston was angry.",
        "It was a nice surprise for us in may.",
        "He lives on Alder Street.",
        "They may read the bill on Monday.",
        "The deal cost US$5 million.",
        "She speaks French and Dutch.",
    ],
)
def test_persons_roads_common_words_and_languages_are_no_places(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nairobi Police Department officers arrested two men.", ["Nairobi"]),
        ("The vote was reported by the Nairobi Daily Herald.", []),
        ("Sen. Mary Alder (D-Ky.) voted against the bill.", ["Ky."]),
    ],
)
def test_a_body_is_in_the_place_it_is_named_after_a_paper_is_not(
    text: str, expected: list[str]
) -> None:
    assert words(text) == expected


def test_a_place_nobody_lists_has_a_reason_and_the_town_beside_it() -> None:
    text = "The village of Qorvandeh, near Kandahar, was shelled on Monday."
    unlisted, listed = found_in(text)
    assert isinstance(unlisted.entry, Unknown)
    assert unlisted.confidence == 0
    assert isinstance(listed.entry, Entry)
    assert unlisted.beside == listed.entry


def test_a_report_speaks_of_its_own_country_in_its_own_words() -> None:
    assert leanings(["the", "sheriff", "sheriff", "arraigned"]) == {"US": 2.0}
    assert leanings(["gardaí", "taoiseach"]) == {"IE": 2.0}
    assert leanings(["the", "army", "shelled"]) == {}


def town(number: int, lat: float, lon: float, *, country: str = "AA", people: int = 1000) -> Entry:
    return Entry(f"town:{number}", "Alder", "city", lat, lon, country, "", people)


def test_ranking_takes_the_neighbour_before_the_famous_stranger() -> None:
    far = town(1, 50, 50, country="ZZ", people=5_000)
    near = town(2, 10.2, 10.2)
    beside = (Entry("other:1", "Birch", "city", 10, 10, "AA", "", 50_000),)
    mentions = [
        Mention(Extent(0, 5), "Alder", "named", (far, near), 0),
        Mention(Extent(9, 14), "Birch", "named", beside, 0),
    ]
    assert rank(mentions, {})[key_of_mention(mentions[0])].entry == near
    alone = rank(mentions[:1], {})[key_of_mention(mentions[0])]
    assert (alone.entry, alone.candidates) == (far, 2)
    assert 0.5 < alone.share < 1


def test_ranking_hears_what_other_words_say_of_the_country() -> None:
    first, second = town(1, 0, 0, people=1_100), town(2, 40, 40, country="BB")
    mention = Mention(Extent(0, 5), "Alder", "named", (first, second), 0)
    assert rank([mention], {})[key_of_mention(mention)].entry == first
    assert rank([mention], {"BB": 8.0})[key_of_mention(mention)].entry == second


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan police closed Mombasa on Monday. A bomb went off at the Shangri-La in Nairobi, Kenya.",
        "Shells fell on Mayo in the south of Nairobi on Monday. Kenya blamed Kenyan rebels for it.",
    ],
)
def test_a_small_place_abroad_is_not_meant_in_a_report_of_one_country(text: str) -> None:
    assert {place.rsplit(", ")[0] for _, place in meant(text)} <= {"Kenya", "Nairobi", "Mombasa"}
    strangers = [one for one in found_in(text) if one.extent.of(text) in ("Shangri-La", "Mayo")]
    assert [isinstance(one.entry, Unknown) for one in strangers] == [True]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kenya, Kenya, Nairobi. The talks were held in Mayo, Ireland, on Monday.", "Mayo"),
        ("Kenyan and Ethiopian troops left Kenya. They went to Munich on Monday.", "Munich"),
        ("MAYO (AP) -- Kenyan troops left Kenya on Monday.", "MAYO"),
    ],
)
def test_a_place_abroad_is_meant_where_its_country_is_said_or_it_is_famous(
    text: str, place: str
) -> None:
    assert place in {name for name, _ in meant(text)}


HOME = tuple(
    Said(f"Birch {number}", town(10 + number, 10, 10 + number, people=90_000), 1)
    for number in range(3)
)


def kept(*names: Said) -> set[str]:
    found = without_strangers(dict(enumerate(names)))
    return {said.name for key, said in enumerate(names) if key in found}


@pytest.mark.parametrize(
    ("stranger", "more"),
    [
        (town(1, 50, 90, country="ZZ"), ()),
        (town(1, 50, 90, country="ZZ", people=190_000), ()),
        (town(1, 50, 90, country="ZZ"), (town(2, 51, 90, country="ZZ"),)),
        (town(1, 50, 90, country="ZZ"), (Entry("z", "Zed", "country", 50, 91, "ZZ", "", 9),)),
    ],
)
def test_a_far_homonym_is_a_stranger(stranger: Entry, more: tuple[Entry, ...]) -> None:
    others = tuple(Said(f"Cedar {number}", one, 1) for number, one in enumerate(more))
    assert "Alder" not in kept(Said("Alder", stranger, 1), *HOME, *others)
    assert kept(*HOME) == {one.name for one in HOME}


@pytest.mark.parametrize(
    ("guest", "more"),
    [
        (town(1, 50, 90, country="ZZ", people=250_000), ()),
        (town(1, 12, 12, country="ZZ"), ()),
        (town(1, 50, 90), ()),
        (
            town(1, 50, 90, country="ZZ", people=60_000),
            (Entry("z", "Zed", "country", 50, 91, "ZZ", "", 9),),
        ),
        (town(1, 50, 90, country="ZZ"), (town(2, 80, 90, country="ZZ", people=2_000_000),)),
    ],
)
def test_a_famous_place_a_neighbour_and_a_place_of_a_named_country_are_none(
    guest: Entry, more: tuple[Entry, ...]
) -> None:
    others = tuple(Said(f"Cedar {number}", one, 1) for number, one in enumerate(more))
    assert "Alder" in kept(Said("Alder", guest, 1), *HOME, *others)


def test_where_no_country_is_at_home_nobody_is_a_stranger() -> None:
    lone = Said("Alder", town(1, 50, 90, country="ZZ"), 1)
    assert kept(lone, Said("Elm", town(2, 0, 0, country="YY"), 1)) == {"Alder", "Elm"}


def test_distance_is_measured_over_the_globe() -> None:
    assert distance_km(town(1, 0, 179.5), town(2, 0, -179.5)) == pytest.approx(111.2, abs=0.1)
    assert distance_km(town(1, 90, 0), town(2, 90, 123)) == pytest.approx(0, abs=1e-6)


def test_toponyms_of_a_sentence_are_those_wholly_inside_it() -> None:
    text = "He left Nairobi. She stayed in Mombasa."
    every = found_in(text)
    assert [one.extent.of(text) for one in toponyms_in(every, Extent(0, 16))] == ["Nairobi"]
    assert toponyms_in(every, Extent(0, 3)) == ()
    assert toponyms_in(every, Extent(0, len(text))) == every


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Paris Texas , . - ( ) in of the The County Nairobi police N.Y. St. al- US$ “ ” ' PARIS U.S. "
            "New York City State 12 Street Lake é \u00ad 北京 Mr. R- French may May -- / & @x".split()
        ),
        max_size=25,
    )
)
def test_toponyms_stand_in_order_and_inside_whatever_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = found_in(text)
    assert all(0 <= one.extent.start < one.extent.end <= len(text) for one in found)
    assert all(a.extent.end <= b.extent.start for a, b in pairwise(found))
    assert all(0 <= one.confidence <= 1 for one in found)
    assert found_in(text) == found


def test_time_grows_with_the_text_not_with_its_square() -> None:
    sentence = (
        "PARIS LONDON NAIROBI Springfield Alexandria, Georgia, and the Lake Alder County police. "
    )
    short, long = (
        tuple(read_sentences(document_of(text), text, linguist()))
        for text in (sentence * 5, sentence * 40)
    )
    find_toponyms(short, gazetteer())
    start = time.perf_counter()
    find_toponyms(short, gazetteer())
    once = time.perf_counter() - start
    start = time.perf_counter()
    find_toponyms(long, gazetteer())
    assert time.perf_counter() - start < max(0.5, once * 30)
