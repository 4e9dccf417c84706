"""A dossier held against the record: whole ids, exact words, and what an indicator may move on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.read.reading import read
from tests.unit.reconcile.reports import Said, report

from onrecord.assess.dossier import Dossier, read_dossier
from onrecord.assess.pinning import Held, no_ground, pin, reworded
from onrecord.domain.hypothesis import Hypothesis, Indicator, IndicatorSubject, Sighting
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown

TEXT = "Six boats burned off Selden. The navy will strike again. No boat was searched."
READING = report(
    TEXT,
    Said("Six boats burned off Selden"),
    Said("The navy will strike again", "fut.prediction", aux=("future",)),
    Said("No boat was searched", value="CT-", aux=("negation",)),
)
BURNED, AGAIN, UNSEARCHED = READING.statements
NOTHING = Held({one.id: one for one in READING.statements}, {}, {})
UNDATED = Unknown("the file gives no day")


def dossier(evidence: str = "", sightings: str = "", more: str = "") -> Dossier:
    found = read_dossier(
        'question = "Why?"\n[[hypothesis]]\nname = "smuggling"\nkind = "explanation"\n'
        f'text = "It is."\n{more}\n{evidence}\n[[indicator]]\nname = "landing"\n'
        f'observable = "A landing."\ntest = "Two outlets say so."\n{sightings}'
    )
    assert isinstance(found, Dossier), [str(one) for one in found]
    return found


def row(statement: str, words: str = "", rating: str = "I") -> str:
    quoted = f'words = "{words}"\n' if words else ""
    return (
        f'[[evidence]]\nstatement = "{statement}"\n{quoted}ratings = {{ smuggling = "{rating}" }}\n'
    )


def sighting(state: str, statement: str = "", words: str = "") -> str:
    cited = f'statement = "{statement}"\n' if statement else ""
    quoted = f'words = "{words}"\n' if words else ""
    return f'[[indicator.sighting]]\nstate = "{state}"\n{cited}{quoted}'


def pinned(made: Dossier, held: Held = NOTHING) -> Dossier:
    found = pin(made, held)
    assert isinstance(found, Dossier), [str(one) for one in found]
    return found


def faults(made: Dossier, held: Held = NOTHING) -> list[str]:
    found = pin(made, held)
    assert not isinstance(found, Dossier)
    return [str(one) for one in found]


@pytest.mark.parametrize("cut", [slice(0, 12), slice(4, 12), slice(4, 20), slice(0, None)])
def test_a_cut_id_becomes_the_whole_one(cut: slice) -> None:
    made = pinned(dossier(row(BURNED.id[cut], "boats burned"), sighting("seen", BURNED.id[cut])))
    assert made.hypotheses[0].evidence[0].statement == BURNED.id
    assert made.indicators[0].history[0].statement == BURNED.id
    assert made.places == {BURNED.id: "line 7, evidence 1 (" + BURNED.id[cut] + ")"}


def test_what_is_not_on_record_is_named_as_it_was_typed() -> None:
    (fault,) = faults(dossier(row("00000000")))
    assert fault.startswith("line 7, evidence 1 (00000000): stm-00000000 is not on record")


def test_a_beginning_that_several_share_is_not_guessed() -> None:
    twins = Held({"stm-aaaaaaaa1": BURNED, "stm-aaaaaaaa2": AGAIN}, {}, {})
    (fault,) = faults(dossier(row("aaaaaaaa")), twins)
    assert "2 statements begin stm-aaaaaaaa" in fault
    assert "give more of it" in fault


@pytest.mark.parametrize("words", ["boats  burned", "Boats burned", "off Selden."])
def test_words_stand_letter_for_letter_or_are_refused(words: str) -> None:
    (fault,) = faults(dossier(row(BURNED.id, words)))
    assert "letter for letter" in fault
    assert "“Six boats burned off Selden”" in fault
    (fault,) = faults(dossier(sightings=sighting("seen", BURNED.id, words)))
    assert "letter for letter" in fault


def test_one_statement_has_one_row_however_it_is_named() -> None:
    (fault,) = faults(dossier(row(BURNED.id) + row(BURNED.id[4:13])))
    assert "is the statement of line 7, evidence 1" in fault


def test_rivals_and_hypotheses_of_indicators_are_known_here_or_on_record() -> None:
    more = 'competes_with = ["trade"]'
    made = dossier(more=more)
    assert "there is none of this name" in faults(made)[0]
    trade = Hypothesis("It is trade.", "explanation", name="trade")
    assert pinned(made, Held({}, {"trade": trade}, {})).hypotheses == made.hypotheses
    way = Hypothesis("Trade stops.", "pathway", name="trade")
    assert "trade is pathway, not explanation" in faults(made, Held({}, {"trade": way}, {}))[0]
    gone = replace(trade, dropped="no trader gained")
    assert "there is none" in faults(made, Held({}, {"trade": gone}, {}))[0]
    stray = dossier(sightings='hypothesis = "trade"\n')
    assert "neither here nor on record" in faults(stray)[0]


def test_an_indicator_bears_on_a_question_that_is_on_record() -> None:
    made = dossier(sightings='question = "0123abcd"\n')
    held = replace(NOTHING, questions=("qkey-0123abcdef", "qkey-89abcdef01"))
    assert pinned(made, held).indicators[0].question == "qkey-0123abcdef"
    (fault,) = faults(made)
    assert "qkey-0123abcd is not on record; `onrecord questions --json`" in fault
    twins = replace(NOTHING, questions=("qkey-0123abcd0", "qkey-0123abcd1"))
    assert "2 questions begin" in faults(made, twins)[0]


def test_a_name_on_record_means_one_thing() -> None:
    taken = Indicator("x", "y", name="smuggling"), Hypothesis("z", "assumption", name="landing")
    found = faults(dossier(), Held({}, {"landing": taken[1]}, {"smuggling": taken[0]}))
    assert [one.partition(": ")[2] for one in found] == [
        "smuggling is an indicator on record; take another name",
        "landing is a hypothesis on record; take another name",
    ]


def test_every_fault_is_named_at_once() -> None:
    made = dossier(row("00000000") + row(BURNED.id, "Nine"), sighting("seen", UNSEARCHED.id))
    assert len(faults(made)) == 3


@pytest.mark.parametrize("state", ["seen", "partial"])
@pytest.mark.parametrize(
    ("statement", "why"),
    [(AGAIN, "it speaks of what is to come"), (UNSEARCHED, "it says that this is not so")],
)
def test_what_nobody_says_has_happened_moves_nothing_up(
    statement: Statement, state: str, why: str
) -> None:
    (fault,) = faults(dossier(sightings=sighting(state, statement.id)))
    assert f"is no ground for {state}: {why}" in fault


def test_what_was_seen_may_be_taken_back_on_a_denial() -> None:
    history = sighting("seen", BURNED.id) + sighting("withdrawn", UNSEARCHED.id)
    assert [one.state for one in pinned(dossier(sightings=history)).indicators[0].history] == [
        "seen", "withdrawn",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("history", "refused"),
    [
        (sighting("seen", BURNED.id), False),
        (sighting("seen", BURNED.id) + sighting("withdrawn", UNSEARCHED.id), False),
        (sighting("partial", BURNED.id), True),
        (sighting("not_seen") + sighting("seen", BURNED.id), True),
        ("", True),
    ],
)
def test_a_history_on_record_only_grows(history: str, refused: bool) -> None:
    known = Indicator("x", "y", history=(Sighting("seen", UNDATED, BURNED.id),), name="landing")
    held = Held(NOTHING.statements, {}, {"landing": known})
    found = pin(dossier(sightings=history), held)
    assert isinstance(found, Dossier) != refused
    assert isinstance(found, Dossier) or "a history only grows" in str(found[0])


def test_what_was_sighted_as_a_deed_does_not_become_a_word() -> None:
    known = Indicator("x", "y", history=(Sighting("seen", UNDATED, BURNED.id),), name="landing")
    held = Held(NOTHING.statements, {}, {"landing": known})
    made = dossier(sightings='subject = "word"\n' + sighting("seen", BURNED.id))
    assert "sighted as a deed" in faults(made, held)[0]


def test_a_test_that_reads_otherwise_after_a_sighting_is_told() -> None:
    made = pinned(dossier(sightings=sighting("seen", BURNED.id)))
    (indicator,) = made.indicators
    assert reworded(made, Held({}, {}, {"landing": indicator})) == ()
    other = replace(indicator, test="One outlet says so.")
    assert reworded(made, Held({}, {}, {"landing": other})) == ("landing",)
    assert reworded(made, Held({}, {}, {"landing": replace(other, history=())})) == ()


@pytest.mark.parametrize(
    ("sentence", "deed", "word"),
    [
        ("The navy of Velmara sank a boat on Monday.", True, False),
        ("The navy sank a boat on Monday, the ministry said.", True, True),
        ("The navy did not sink the boat.", False, False),
        ("The navy will sink the boat on Friday.", False, False),
        ("If talks fail, the navy will sink the boat.", False, False),
        ("Did the navy sink the boat?", False, False),
        ("The president threatened to close the strait.", False, True),
        ("“We will close the strait,” the president said on Monday.", False, True),
        ("The president did not threaten to close the strait.", False, False),
        ("The president threatened to close the strait if the talks fail.", False, True),
        ("“If they attack us, we will respond with force,” the president said.", False, True),
        ("The raid was meant to frighten the fishermen.", False, False),
        ("The president may threaten to close the strait.", False, False),
        ("The minister denied that the navy had struck the quay.", False, True),
        ("The minister did not deny that the navy had struck the quay.", False, False),
    ],
)
def test_a_deed_is_seen_where_it_is_told_and_a_word_where_it_is_said(
    sentence: str, deed: bool, word: bool
) -> None:
    statement = read(sentence)[0]
    subjects: tuple[IndicatorSubject, IndicatorSubject] = ("deed", "word")
    assert [not no_ground(statement, subject) for subject in subjects] == [deed, word]
