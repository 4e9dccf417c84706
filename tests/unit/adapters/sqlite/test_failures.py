from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from onrecord.adapters.sqlite.failures import DISK, OURS, failure, translated
from onrecord.domain.errors import InvariantError, StoreError

PATH = Path("case") / "record.sqlite3"
#: The class all others come from; `failure` gives it the line of a disk that cannot be named better.
ROOT = apsw.Error


def every_class() -> list[type[apsw.Error]]:
    found = [value for value in vars(apsw).values() if isinstance(value, type)]
    return [kind for kind in found if issubclass(kind, apsw.Error) and kind is not ROOT]


@pytest.mark.parametrize("kind", every_class(), ids=lambda kind: kind.__name__)
def test_every_failure_of_sqlite_means_something_to_its_reader(kind: type[apsw.Error]) -> None:
    assert (kind in DISK) != (kind in OURS), f"apsw.{kind.__name__} is not mapped"
    error = failure(PATH, kind("detail"))
    assert isinstance(error, StoreError if kind in DISK else InvariantError)
    assert str(error).startswith(str(PATH))
    assert "\n" not in str(error)


def test_no_failure_is_mapped_that_sqlite_does_not_have() -> None:
    assert DISK.keys() | OURS == set(every_class())


def test_an_unnamed_failure_is_still_a_store_error() -> None:
    assert isinstance(failure(PATH, ROOT("something new")), StoreError)


def test_what_the_system_reports_names_the_file_it_is_about() -> None:
    with pytest.raises(StoreError, match=r"elsewhere.*No such file"), translated(PATH):
        Path("elsewhere").read_bytes()


def test_a_text_that_cannot_be_decoded_is_a_damaged_file() -> None:
    with pytest.raises(StoreError, match="text is damaged"), translated(PATH):
        b"\xff".decode()


def test_our_own_errors_pass_as_they_are() -> None:
    with pytest.raises(InvariantError, match="ours"), translated(PATH):
        raise InvariantError("ours")
