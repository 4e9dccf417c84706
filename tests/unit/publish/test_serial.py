from __future__ import annotations

import pytest
from tests.unit.publish.crisis import material

from onrecord.domain.errors import ContentError
from onrecord.publish.compile import compile_brief
from onrecord.publish.serial import from_text, to_text

BRIEF = compile_brief(material(hostile="</script>\u2028\ud800&"), generator="onrecord test")


def test_a_brief_comes_back_as_it_was() -> None:
    assert from_text(to_text(BRIEF)) == BRIEF


def test_nothing_in_the_text_can_end_a_script_element() -> None:
    text = to_text(BRIEF)
    assert not set("<>&\u2028\u2029\ud800") & set(text)
    text.encode("utf-8")


@pytest.mark.parametrize("number", ["1e999", "-1e999", "Infinity", "9" * 5000])
def test_numbers_that_are_none_are_refused(number: str) -> None:
    text = to_text(BRIEF).replace('"sequence":12', f'"sequence":{number}')
    with pytest.raises(ContentError):
        from_text(text)
