"""Which tellings are of the same act."""

from __future__ import annotations

from onrecord.domain.span import Extent
from onrecord.domain.when import When
from onrecord.read.incidents.mention import Mention, Name, PartyMention
from onrecord.read.incidents.merging import grouped, overlap


def _person(name: str) -> PartyMention:
    return PartyMention((Name(name, Extent(0, len(name))),), "person", "civil", proper=True)


def _told(sentence: int, *people: str, **more: object) -> Mention:
    made = {"kind": "killing", "telling": "act", "stage": "accomplished", **more}
    patients = tuple(_person(name) for name in people)
    return Mention(sentence, Extent(0, 1), patients=patients, **made)  # type: ignore[arg-type]


def test_the_same_victim_is_the_same_act_however_far_below() -> None:
    assert len(grouped([_told(0, "Ana Ruel"), _told(9, "Ruel")])) == 1


def test_other_victims_are_another_act() -> None:
    assert len(grouped([_told(0, "Ana Ruel"), _told(1, "Tomas Varga")])) == 2


def test_a_back_reference_joins_the_act_before_it_and_makes_none() -> None:
    assert len(grouped([_told(0, "Ana Ruel"), _told(1, telling="back", kind="attack")])) == 1
    assert grouped([_told(0, telling="back", kind="attack")]) == ()


def test_harm_told_right_after_belongs_to_the_act() -> None:
    act = _told(0, "Ana Ruel", kind="bombing")
    harm = _told(1, "Tomas Varga", kind="attack", telling="harm")
    assert [len(group.mentions) for group in grouped([act, harm])] == [2]


def test_another_one_is_another_one() -> None:
    first, second = _told(0, kind="bombing"), _told(1, kind="bombing", new=True)
    assert len(grouped([first, second])) == 2


def test_days_apart_part_tellings() -> None:
    days = [When("", edtf, "explicit") for edtf in ("2031-04-01", "2031-04-03")]
    mentions = [_told(at, kind="bombing", when=when) for at, when in enumerate(days)]
    assert len(grouped(mentions)) == 2


def test_an_act_named_again_far_below_is_the_same_unless_something_sets_it_apart() -> None:
    first = _told(0, kind="bombing", when=When("", "2031-04-01", "explicit"))
    again = _told(20, kind="bombing", telling="name")
    other = _told(20, kind="bombing", when=When("", "2031-04-03", "explicit"))
    assert len(grouped([first, again])) == 1
    assert len(grouped([first, other])) == 2
    elsewhere = tuple(
        _told(at, kind="bombing", places=(Name(place, Extent(0, len(place))),))
        for at, place in ((0, "Lisk"), (20, "Selden"))
    )
    assert len(grouped(elsewhere)) == 2


def test_times_overlap_by_their_days() -> None:
    day, month = When("", "2031-04-03", "explicit"), When("", "2031-04", "explicit")
    assert overlap(day, month)
    assert not overlap(day, When("", "2031-05", "explicit"))
