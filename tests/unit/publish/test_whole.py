"""What no citation of a brief may hold: words that would show where a force stands."""

from __future__ import annotations

import pytest
from tests.unit.assess.lawcase import reading_of

from onrecord.domain.where import points_at_forces
from onrecord.publish.whole import whole_reading

PLAIN = "The defence ministry of Velmara said on Monday that talks would go on."


def kept(text: str) -> list[str]:
    return [one.content.exact for one in whole_reading(reading_of(text)).statements]


@pytest.mark.parametrize(
    "pointing",
    [
        "The frigate Sturm lay at 10.48 N, 66.90 W on Tuesday, officials said.",
        "Velmaran troops dug in at grid 33U XP 12345 67890 on Tuesday.",
        "Velmara has deployed 500 soldiers 12 km north of Selvik.",
    ],
)
def test_words_that_show_where_a_force_stands_are_not_cited(pointing: str) -> None:
    assert reading_of(pointing).statements
    assert kept(pointing) == []


def test_nothing_of_a_passage_with_a_position_is_cited() -> None:
    """The proof of a citation carries its whole passage into the file."""
    text = (
        "The frigate Sturm lay at 10.48 N, 66.90 W. Velmara's army killed five people on Tuesday."
    )
    assert kept(f"{PLAIN}\n\n{text}") == kept(PLAIN)


def test_other_words_stay() -> None:
    assert kept(PLAIN)
    assert not points_at_forces("The quake struck at 36.2 N, 43.1 E, the survey said.")
