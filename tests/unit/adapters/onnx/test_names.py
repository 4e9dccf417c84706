from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord_model_en
from onrecord.adapters.onnx.decoding import EntityRun, best_labels, bio_transitions, label_runs
from onrecord.adapters.onnx.gazetteer import Match, load_gazetteer
from onrecord.adapters.onnx.names import biased, settle

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
GAZETTEER = load_gazetteer(Path(onrecord_model_en.__file__ or "").with_name("gazetteer.toml"))
UPOS = ("NOUN", "PROPN", "ADJ", "VERB", "NUM", "PUNCT", "ADP")


def settled(tagged: str, *runs: EntityRun) -> list[str]:
    """Settle words written as `word/UPOS`, a bare word being a NOUN or, capitalised, a PROPN."""
    pairs = [word.rsplit("/", 1) if "/" in word else [word, ""] for word in tagged.split()]
    forms = [form for form, _ in pairs]
    upos = [tag or ("PROPN" if form[0].isupper() else "NOUN") for form, tag in pairs]
    settled_runs = settle(forms, upos, runs, GAZETTEER.matches(forms))
    return [f"{' '.join(forms[first:last])}/{label}" for first, last, label in settled_runs]


@pytest.mark.parametrize(
    ("tagged", "runs", "expected"),
    [
        ("Iraqi forces", [], ["Iraqi/NORP"]),
        ("Iraqi/ADJ forces", [(0, 1, "LOC")], ["Iraqi/NORP"]),
        ("Iraqi Army", [(0, 2, "ORG")], ["Iraqi Army/ORG"]),
        ("Iraqi Kurdistan", [(0, 2, "LOC")], ["Iraqi Kurdistan/LOC"]),
        ("the/DET Islamic State", [], []),
        ("they/PRON polish/VERB guns", [], ["guns/WEAPON"]),
        ("Polish/ADJ guns", [], ["Polish/NORP", "guns/WEAPON"]),
        ("they/PRON tank/VERB here/ADV", [], []),
    ],
)
def test_peoples_stand_outside_of_names(
    tagged: str, runs: list[EntityRun], expected: list[str]
) -> None:
    assert settled(tagged, *runs) == expected


@pytest.mark.parametrize(
    ("tagged", "runs", "expected"),
    [
        ("Kherson Airport", [(0, 2, "LOC")], ["Kherson Airport/FAC"]),
        ("al - Shifa hospital", [(0, 3, "ORG")], ["al - Shifa hospital/FAC"]),
        ("Nasser hospital", [(0, 1, "PER")], ["Nasser hospital/FAC"]),
        ("Lipova nuclear/ADJ power plant", [(0, 1, "LOC")], ["Lipova nuclear power plant/FAC"]),
        ("the/DET Biden camp", [(1, 2, "PER")], ["Biden/PER"]),
        ("Nuseirat camp", [(0, 1, "LOC")], ["Nuseirat camp/FAC"]),
        ("Iraq airport", [(0, 1, "LOC")], ["Iraq/LOC"]),
        ("Kherson ports", [(0, 1, "LOC")], ["Kherson/LOC"]),
        (
            "Kherson bridge Odesa",
            [(0, 1, "LOC"), (1, 3, "ORG")],
            ["Kherson/LOC", "bridge Odesa/ORG"],
        ),
        ("Wall Street", [(0, 2, "ORG")], ["Wall Street/ORG"]),
        ("the/DET bus station", [], []),
        ("the/DET airport", [], []),
    ],
)
def test_a_name_with_a_facility_noun_is_a_facility(
    tagged: str, runs: list[EntityRun], expected: list[str]
) -> None:
    assert settled(tagged, *runs) == expected


@pytest.mark.parametrize(
    ("tagged", "runs", "expected"),
    [
        ("T - 72/NUM tanks", [], ["T - 72 tanks/PLATFORM"]),
        ("Kalibr missiles", [(0, 1, "LOC")], ["Kalibr missiles/WEAPON"]),
        ("tank shells", [], ["tank shells/WEAPON"]),
        ("Molotov cocktail", [(0, 1, "PER")], ["Molotov cocktail/WEAPON"]),
        ("Tank Brigade", [(0, 2, "ORG")], ["Tank Brigade/ORG"]),
        ("pickup truck", [], ["pickup truck/VEHICLE"]),
        ("destroyer USS Cole", [], ["destroyer USS Cole/PLATFORM"]),
        ("destroyer USS Cole", [(1, 3, "ORG")], ["destroyer USS Cole/PLATFORM"]),
        ("the/DET USS Cole", [(1, 3, "LOC")], ["USS Cole/PLATFORM"]),
        (
            "aircraft carrier Admiral Lazarev",
            [(2, 4, "PER")],
            ["aircraft carrier Admiral Lazarev/PLATFORM"],
        ),
        ("tanker Blue Heron sank/VERB", [], ["tanker Blue Heron/VEHICLE"]),
        ("warship Iran says/VERB", [(1, 2, "LOC")], ["warship/PLATFORM", "Iran/LOC"]),
        ("the/DET cruiser Monday", [], ["cruiser/PLATFORM"]),
        (
            "the/DET ship Captain Ana Reis",
            [(3, 5, "PER")],
            ["ship Captain/VEHICLE", "Ana Reis/PER"],
        ),
        ("the/DET USS here/ADV", [], []),
    ],
)
def test_arms_and_ships_are_one_with_their_names(
    tagged: str, runs: list[EntityRun], expected: list[str]
) -> None:
    assert settled(tagged, *runs) == expected


def test_a_name_the_model_left_out_is_not_forced() -> None:
    assert settled("Hezbollah left/VERB Lebanon") == []


def test_a_hint_does_not_overrule_the_model() -> None:
    runs = ((0, 1, "PER"),)
    unsure = (Match(0, 1, "WEAPON", sure=False),)
    assert settle(["Javelin"], ["PROPN"], runs, unsure) == runs
    assert settle(["Javelin"], ["PROPN"], runs, (Match(0, 1, "WEAPON"),)) == ((0, 1, "WEAPON"),)


def test_a_name_listed_under_both_labels_stays_as_the_model_read_it() -> None:
    both = (Match(0, 1, "LOC"), Match(0, 1, "NORP"))
    assert settle(["Afar"], ["PROPN"], ((0, 1, "LOC"),), both) == ((0, 1, "LOC"),)
    assert settle(["Afar"], ["PROPN"], (), both) == ((0, 1, "NORP"),)


def test_known_names_gain_and_peoples_lose() -> None:
    matches = (Match(0, 1, "NORP"), Match(1, 3, "ORG"), Match(3, 4, "LOC", sure=False))
    scores = np.zeros((4, len(LABELS)))
    leaning = biased(scores, LABELS, matches, bonus=2.0)
    assert not scores.any()
    assert leaning[0].tolist() == [0, -2, -2, -2, -2, -2, -2]
    assert leaning[1].tolist() == [0, 0, 0, 2, 2, 0, 0]
    assert leaning[2].tolist() == [0, 0, 0, 0, 2, 0, 0]
    assert leaning[3].tolist() == [0, 0, 0, 0, 0, 1, 1]


def test_what_is_inside_a_longer_name_counts_for_nothing() -> None:
    scores = np.zeros((3, len(LABELS)))
    longer = (Match(0, 3, "ORG"),)
    inside = (*longer, Match(0, 1, "NORP"), Match(1, 2, "LOC"))
    assert (
        biased(scores, LABELS, inside, bonus=1.0).tolist()
        == biased(scores, LABELS, longer, bonus=1.0).tolist()
    )


def test_a_bonus_makes_one_name_of_a_missed_one() -> None:
    scores = np.zeros((2, len(LABELS)))
    scores[:, 0] = 1.5
    leaning = biased(scores, LABELS, (Match(0, 2, "ORG"),), bonus=2.0)
    chosen = best_labels(leaning, bio_transitions(LABELS))
    assert label_runs([LABELS[column] for column in chosen]) == ((0, 2, "ORG"),)


def test_labels_the_model_lacks_are_left_alone() -> None:
    scores = np.zeros((1, 3))
    leaning = biased(scores, ("O", "B-PER", "I-PER"), (Match(0, 1, "ORG"),), bonus=1.0)
    assert not leaning.any()


@st.composite
def sentences(draw: st.DrawFn) -> tuple[list[str], list[str], list[EntityRun]]:
    known = (
        "Iraqi US al - Shabaab F 16 destroyer USS hospital tank Kalibr missile Army , \0 🚀 base"
    )
    form = st.one_of(st.text(max_size=4), st.sampled_from(known.split(" ")))
    forms = draw(st.lists(form, max_size=20))
    upos = [draw(st.sampled_from(UPOS)) for _ in forms]
    labels = ["O"] + [f"{part}-{kind}" for kind in ("PER", "ORG", "LOC") for part in "BI"]
    chosen: list[str] = []
    for _ in forms:
        label = draw(st.sampled_from(labels))
        starts = label.startswith("I-") and (not chosen or chosen[-1][2:] != label[2:])
        chosen.append(f"B-{label[2:]}" if starts else label)
    return forms, upos, list(label_runs(chosen))


@given(sentences())
@settings(max_examples=300, deadline=None)
def test_whatever_the_words_runs_are_sorted_and_do_not_overlap(
    sentence: tuple[list[str], list[str], list[EntityRun]],
) -> None:
    forms, upos, runs = sentence
    matches = GAZETTEER.matches(forms)
    end = 0
    for first, last, label in settle(forms, upos, runs, matches):
        assert end <= first < last <= len(forms)
        assert label in {"PER", "ORG", "LOC", "NORP", "FAC", "WEAPON", "PLATFORM", "VEHICLE"}
        end = last
    leaning = biased(np.zeros((len(forms), len(LABELS))), LABELS, matches, bonus=1.0)
    assert leaning.shape == (len(forms), len(LABELS))
    assert not leaning[:, 0].any()


def test_the_name_of_a_person_goes_on_over_its_hyphens() -> None:
    forms = ("Kim", "Jong", "-", "un", "met", "Ada", "-", "led", "rebels")
    upos = ("PROPN", "PROPN", "PUNCT", "PROPN", "VERB", "PROPN", "PUNCT", "VERB", "NOUN")
    runs = [(0, 2, "PER"), (5, 6, "PER")]
    assert settle(forms, upos, runs, []) == ((0, 4, "PER"), (5, 6, "PER"))


def test_what_a_storm_is_called_names_nobody() -> None:
    forms = ("Hurricane", "Ida", "hit", "Cuba")
    upos = ("PROPN", "PROPN", "VERB", "PROPN")
    assert settle(forms, upos, [(1, 2, "PER"), (3, 4, "LOC")], []) == ((3, 4, "LOC"),)
    assert settle(forms, upos, [(0, 2, "PER"), (3, 4, "LOC")], []) == ((3, 4, "LOC"),)
