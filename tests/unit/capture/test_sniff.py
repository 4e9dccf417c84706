"""Which format bytes have, told from the bytes first."""

from __future__ import annotations

import pytest

from onrecord.capture.sniff import sniff
from onrecord.domain.errors import ContentError


def test_a_feed_behind_declared_entities_is_a_feed() -> None:
    content = b'<?xml version="1.0"?><!DOCTYPE rss [ <!ENTITY a "x>y"> ]><rss version="2.0"></rss>'
    assert sniff(content, name="page") == "feed"


def test_other_xml_is_refused_and_not_read_as_text() -> None:
    with pytest.raises(ContentError, match="neither a feed nor a page"):
        sniff(b'<?xml version="1.0"?><ledger>12 dead</ledger>', name="page")
