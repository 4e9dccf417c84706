from __future__ import annotations

from tests.unit.domain.builders import TEXT, statement
from tests.unit.domain.test_document import DOCUMENT

from onrecord.domain.reading import Reading


def test_a_reading_off_the_record_has_no_time_of_record() -> None:
    reading = Reading(DOCUMENT, TEXT, (statement(),))
    assert reading.recorded_at == ""
    assert all(span.stands_in(reading.text) for held in reading.statements for span in held.spans)
