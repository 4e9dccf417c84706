from __future__ import annotations

import os
from pathlib import Path

import pytest

from onrecord.adapters.sqlite.head import STALE_S, HeadFile, require_agreement
from onrecord.domain.errors import LedgerBroken, StoreError
from onrecord.domain.ledger import GENESIS, Head

EARLY, LATE = Head(1, "a" * 64), Head(2, "b" * 64)


def digest_at(sequence: int) -> str | None:
    return {1: EARLY.digest, 2: LATE.digest}.get(sequence)


@pytest.fixture
def kept(tmp_path: Path) -> HeadFile:
    return HeadFile(tmp_path / "record.head")


def test_a_head_that_was_never_kept_is_none(kept: HeadFile) -> None:
    assert kept.read() is None


def test_the_last_head_kept_is_read_back(kept: HeadFile) -> None:
    kept.move_to(EARLY)
    kept.move_to(LATE)
    assert kept.read() == LATE
    assert [path.name for path in kept.path.parent.iterdir()] == ["record.head"]


def test_a_move_that_is_not_completed_leaves_the_old_head_and_no_trace(kept: HeadFile) -> None:
    kept.move_to(EARLY)
    with kept.moving() as move:
        move.prepare(LATE)
        assert len(list(kept.path.parent.iterdir())) == 2
    assert kept.read() == EARLY
    assert len(list(kept.path.parent.iterdir())) == 1


def test_a_head_that_cannot_be_put_in_place_says_that_the_ledger_is_written(
    kept: HeadFile,
) -> None:
    kept.path.mkdir()
    with pytest.raises(StoreError, match=r"ledger is written.*open the store again"):
        kept.move_to(LATE)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"sequence": "x", "digest": ""}', "\x00"])
def test_a_file_that_holds_no_head_is_refused(kept: HeadFile, text: str) -> None:
    kept.path.write_text(text)
    with pytest.raises(StoreError, match="no head"):
        kept.read()


def test_only_old_temporary_files_are_cleaned_away(kept: HeadFile) -> None:
    old, fresh = (kept.path.with_name(f"record.head.{name}.new") for name in ("old", "fresh"))
    for path in (old, fresh):
        path.touch()
    long_ago = old.stat().st_mtime - STALE_S - 60
    os.utime(old, (long_ago, long_ago))
    kept.clean()
    assert [path.name for path in kept.path.parent.iterdir()] == [fresh.name]


@pytest.mark.parametrize("head", [Head(0, GENESIS), EARLY, LATE])
def test_a_ledger_at_or_beyond_its_head_agrees(head: Head) -> None:
    require_agreement(head, LATE, digest_at)


def test_an_empty_ledger_needs_no_head_file() -> None:
    require_agreement(None, Head(0, GENESIS), digest_at)


@pytest.mark.parametrize(
    ("head", "ledger", "sequence", "why"),
    [
        (LATE, EARLY, 2, "tail is missing"),
        (LATE, Head(0, GENESIS), 1, "tail is missing"),
        (None, LATE, 2, "head kept outside it is missing"),
        (Head(1, "c" * 64), LATE, 1, "not the entry"),
        (Head(0, "c" * 64), LATE, 0, "not the entry"),
    ],
)
def test_a_ledger_that_does_not_hold_its_head_is_broken(
    head: Head | None, ledger: Head, sequence: int, why: str
) -> None:
    with pytest.raises(LedgerBroken, match=why) as broken:
        require_agreement(head, ledger, digest_at)
    assert broken.value.sequence == sequence
