"""What every archive promises, held against each of them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.memory_archive import MemoryArchive

from onrecord.adapters.files import FileArchive
from onrecord.domain.errors import InvariantError, StoreError
from onrecord.domain.ids import sha256_hex
from onrecord.ports.archive import Archive

Opened = Callable[[], AbstractContextManager[Archive]]


@contextmanager
def memory() -> Iterator[Archive]:
    yield MemoryArchive()


@contextmanager
def in_files() -> Iterator[Archive]:
    with tempfile.TemporaryDirectory() as folder:
        yield FileArchive(Path(folder) / "archive")


@pytest.fixture(params=[memory, in_files], ids=["memory", "files"], scope="module")
def opened(request: pytest.FixtureRequest) -> Opened:
    return cast("Opened", request.param)


@settings(max_examples=20, deadline=None)
@given(contents=st.lists(st.binary(max_size=300), max_size=5))
def test_every_content_is_read_back_under_its_own_hash(
    opened: Opened, contents: list[bytes]
) -> None:
    with opened() as archive:
        names = [archive.put(content) for content in contents]
        assert names == [sha256_hex(content) for content in contents]
        assert [archive.get(name) for name in names] == contents


def test_putting_twice_gives_the_same_name(opened: Opened) -> None:
    with opened() as archive:
        assert archive.put(b"a notice to mariners") == archive.put(b"a notice to mariners")


def test_asking_for_what_was_never_put_is_an_error(opened: Opened) -> None:
    with opened() as archive, pytest.raises(StoreError, match="nothing is archived"):
        archive.get(sha256_hex(b"never put"))


@pytest.mark.parametrize("name", ["", "../../secret", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_a_name_that_is_no_hash_is_refused(opened: Opened, name: str) -> None:
    with opened() as archive, pytest.raises(InvariantError, match="no SHA-256"):
        archive.get(name)
