"""Reading publication dates."""

from __future__ import annotations

import pytest

from onrecord.capture.dates import date_in_url, read_date


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2031-06-02T23:59:00-11:00", "2031-06-02"),
        ("20310602", "2031-06-02"),
        ("2031/6/2", "2031-06-02"),
        ("June 2nd, 2031", "2031-06-02"),
        ("Mon, 02 Jun 2031 10:00:00 GMT", "2031-06-02"),
        ("June 2031", "2031-06"),
        ("2031", "2031"),
        ("02/06/2031", None),
        ("2031-02-30", None),
        ("soon", None),
    ],
)
def test_a_date_is_read_only_when_it_is_certain(words: str, day: str | None) -> None:
    assert read_date(words) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2031/06/02/ferry", "2031-06-02"),
        ("https://a.example/news/2031-06-02-ferry", "2031-06-02"),
        ("https://a.example/ferry?d=/2031/06/02/", None),
        ("https://a.example/2031/13/02/ferry", None),
    ],
)
def test_the_path_of_an_address_may_name_a_day(url: str, day: str | None) -> None:
    assert date_in_url(url) == day
