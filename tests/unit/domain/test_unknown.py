from __future__ import annotations

import pytest

from onrecord.domain.errors import InvariantError
from onrecord.domain.unknown import Unknown


def test_what_is_not_known_keeps_its_reason() -> None:
    assert Unknown("the page bears no date").reason == "the page bears no date"


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_what_is_not_known_says_why(reason: str) -> None:
    with pytest.raises(InvariantError, match="says why"):
        Unknown(reason)
