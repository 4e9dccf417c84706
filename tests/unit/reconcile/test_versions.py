"""Versions of one document: which one stands, and what changed."""

from __future__ import annotations

from tests.unit.reconcile.reports import Said, report

from onrecord.domain.reading import Reading
from onrecord.reconcile.versions import SUPERSEDED, compare_versions, split_versions

BEFORE = "The blast came on Saturday.\nFire destroyed 14 boats and the roof of the hall."
AFTER = "The blast came on Saturday.\nFire destroyed 11 boats and the roof of the hall."


def version(text: str, *, of: Reading | None = None, recorded_at: str = "") -> Reading:
    return report(
        text,
        Said("Fire destroyed"),
        publisher="The Selden Herald",
        key="https://herald.example/quay",
        version_of=of.document.id if of else None,
        recorded_at=recorded_at,
    )


def test_a_number_edited_after_publication_is_a_revision_in_exact_words() -> None:
    first = version(BEFORE)
    second = version(AFTER, of=first)
    (revision,) = compare_versions([second, first])
    assert revision.record == second.document.id
    assert revision.old == "Fire destroyed 14 boats and the roof of the hall."
    assert revision.new == "Fire destroyed 11 boats and the roof of the hall."
    assert (revision.reason, revision.by) == ("update", "The Selden Herald")
    assert revision.effect.startswith(SUPERSEDED)
    assert "Fire destroyed 11 boats" in revision.effect


def test_added_and_removed_passages_have_an_empty_other_side() -> None:
    first = version(BEFORE)
    second = version(f"{BEFORE}\nThe cause is open.", of=first)
    third = version(BEFORE.split("\n")[1], of=second)
    changes = {(one.record, one.old, one.new) for one in compare_versions([first, second, third])}
    assert changes == {
        (second.document.id, "", "The cause is open."),
        (third.document.id, "The blast came on Saturday.", ""),
        (third.document.id, "The cause is open.", ""),
    }


def test_each_edited_sentence_is_paired_with_what_it_became() -> None:
    first = report(
        "Fire took 14 boats. Nothing else burned. They found no trace of a bomb.", key="k"
    )
    second = report(
        "Fire took 11 boats. Nothing else burned. They found what may be a trace of a bomb.",
        key="k",
        version_of=first.document.id,
    )
    assert [(one.old, one.new) for one in compare_versions([first, second])] == [
        ("Fire took 14 boats.", "Fire took 11 boats."),
        ("They found no trace of a bomb.", "They found what may be a trace of a bomb."),
    ]


def test_a_sentence_that_went_and_one_that_came_are_not_paired() -> None:
    first = report("The quay is safe. Ships may land.", key="k")
    second = report(
        "The quay is safe. Nobody answered the telephone on Sunday.",
        key="k",
        version_of=first.document.id,
    )
    assert {(one.old, one.new) for one in compare_versions([first, second])} == {
        ("Ships may land.", ""),
        ("", "Nobody answered the telephone on Sunday."),
    }


def test_an_unchanged_body_has_no_revision() -> None:
    first = version(BEFORE)
    assert compare_versions([first, version(BEFORE, of=first)]) == ()


def test_a_publisher_nobody_states_is_said_to_be_unstated() -> None:
    first = report(BEFORE, key="k")
    second = report(AFTER, key="k", version_of=first.document.id)
    assert [one.by for one in compare_versions([first, second])] == ["publisher not stated"]


def test_the_version_nobody_replaces_stands() -> None:
    first = version(BEFORE)
    second = version(AFTER, of=first)
    third = version(BEFORE, of=second)
    current, superseded = split_versions([second, third, first])
    assert current == (third,)
    assert set(superseded) == {first, second}


def test_of_two_versions_nobody_replaces_the_one_recorded_last_stands() -> None:
    first = version(BEFORE, recorded_at="2031-04-14T08:00:00Z")
    second = version(AFTER, recorded_at="2031-04-14T09:00:00Z")
    current, superseded = split_versions([second, first])
    assert (current, superseded) == ((second,), (first,))


def test_a_version_whose_predecessor_is_missing_is_compared_with_nothing() -> None:
    assert compare_versions([version(AFTER, of=version(BEFORE))]) == ()
