from __future__ import annotations

from tests.unit.domain.builders import statement

from onrecord.domain.timeline import TimelineEntry
from onrecord.domain.when import undated


def test_an_undated_entry_keeps_its_words() -> None:
    entry = TimelineEntry(undated("last week", "the document bears no date"), statement())
    assert entry.when.text == "last week"
    assert entry.when.edtf is None
    assert entry.repeats == entry.lineages == ()
