"""The adapters of the acts' benchmark: roots of its edition of the codebook, and whole events."""

from __future__ import annotations

import pytest
from benchmarks.predict.events import predict as predict_roots
from benchmarks.predict.events import root_of
from benchmarks.predict.events_whole import predict
from benchmarks.predict.task import Row, Tools
from tests.unit.read.reading import linguist

from onrecord.read.plover import CodedAct

TEXT = "The army shelled the port on Monday."
RECORD: Row = {
    "id": "1",
    "text": TEXT,
    "actor": {"text": "The army", "spans": [[0, 8]]},
    "recipient": {"text": "the port", "spans": [[17, 25]]},
}


@pytest.fixture
def tools(tmp_path_factory: pytest.TempPathFactory) -> Tools:
    return Tools(linguist(), tmp_path_factory.mktemp("data"))


@pytest.mark.parametrize(
    ("act", "root"),
    [
        (CodedAct("RETREAT", "release", ()), "YIELD"),
        (CodedAct("CONCEDE", "", (), future=True), "AGREE"),
        (CodedAct("SANCTION", "convict", ()), "ACCUSE"),
        (CodedAct("COERCE", "restrict", (), cameo="191"), "ASSAULT"),
        (CodedAct("AID", "", ()), "AID"),
    ],
)
def test_types_map_to_roots(act: CodedAct, root: str) -> None:
    assert root_of(act) == root


def test_a_record_gets_its_root(tools: Tools) -> None:
    assert list(predict_roots([RECORD], tools)) == [{"id": "1", "label": "ASSAULT"}]


def test_a_record_is_found_by_root_and_both_parties(tools: Tools) -> None:
    rows = list(predict([RECORD], tools))
    assert rows == [
        {
            "id": "1",
            "events": [{"label": "ASSAULT", "actor": [0, 8], "recipient": [17, 25]}],
        }
    ]
