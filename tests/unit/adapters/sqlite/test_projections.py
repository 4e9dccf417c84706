from __future__ import annotations

import json
from pathlib import Path

from tests.fakes.sample_records import instant, sample_document, sample_drafts, sample_revision

from onrecord.adapters.sqlite import SqliteRecordStore


def test_each_type_of_record_has_its_lines(tmp_path: Path) -> None:
    with SqliteRecordStore.open(tmp_path) as store:
        drafts = [sample_revision(1), *sample_drafts(1, statements=1), *sample_drafts(2)]
        store.append(drafts, at=instant(1))
        lines = [json.loads(line) for line in store.dump()]
    assert [line[0] for line in lines] == ["document"] * 2 + ["statement"] * 4 + ["record"]
    assert lines[-1] == ["record", sample_revision(1).record.id, "revision"]


def test_a_document_is_laid_out_with_its_origin_and_date(tmp_path: Path) -> None:
    with SqliteRecordStore.open(tmp_path) as store:
        store.append(sample_drafts(1)[:1], at=instant(1))
        store.append(sample_drafts(2)[:1], at=instant(1))
        lines = {line[1]: line[2:] for line in map(json.loads, store.dump())}
    origin = "https://harbour.example/"
    assert lines[sample_document(1).id] == [
        f"{origin}1", None, None, "1 with 3 statements", None, "2031-04-14",
    ]  # fmt: skip
    assert lines[sample_document(2).id][-1] is None


def test_lines_do_not_tell_in_which_order_records_came(tmp_path: Path) -> None:
    with (
        SqliteRecordStore.open(tmp_path / "one") as one,
        SqliteRecordStore.open(tmp_path / "other") as other,
    ):
        for second, number in enumerate((1, 2, 3)):
            one.append(sample_drafts(number), at=instant(second))
        for second, number in enumerate((3, 1, 2)):
            other.append(sample_drafts(number), at=instant(second))
        assert list(one.dump()) == list(other.dump())
