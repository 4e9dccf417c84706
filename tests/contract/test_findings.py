"""What every keeper of findings promises, held against each of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.fakes.memory_findings import MemoryFindings

from onrecord.adapters.sqlite.findings import FINDINGS_FILE, SqliteFindings
from onrecord.ports.findings import Edge, Findings, Kept, Made, Part, Result

STAGE = "events"


@contextmanager
def memory() -> Iterator[Findings]:
    yield MemoryFindings()


@contextmanager
def sqlite() -> Iterator[Findings]:
    with TemporaryDirectory() as folder, SqliteFindings.open(Path(folder)) as found:
        yield found


@pytest.fixture(params=[memory, sqlite], ids=["memory", "sqlite"])
def findings(request: pytest.FixtureRequest) -> Iterator[Findings]:
    with request.param() as found:
        yield found


def kept(name: str, *keys: str, document: str = "doc-1") -> Kept:
    return Kept(name, document, keys, f'"{name}"')


def test_new_findings_are_made_of_nothing(findings: Findings) -> None:
    assert findings.made() is None
    assert findings.load(STAGE, ["a"]) == {}
    assert findings.sharing(STAGE, ["day"]) == ()
    assert list(findings.results(STAGE)) == []


def test_the_mark_is_the_last_one(findings: Findings) -> None:
    findings.mark(Made("rules 1", 3, "ab"))
    findings.mark(Made("rules 1", 4, "cd"))
    assert findings.made() == Made("rules 1", 4, "cd")


def test_items_are_found_by_id_document_and_key(findings: Findings) -> None:
    findings.put(STAGE, [kept("b", "day", "place"), kept("a", "day", document="doc-2")])
    findings.put("counts", [kept("a", "day")])
    assert findings.load(STAGE, ["a", "b", "c"]) == {"a": '"a"', "b": '"b"'}
    assert findings.of_document(STAGE, "doc-1") == ("b",)
    assert findings.sharing(STAGE, ["day"]) == ("a", "b")
    assert findings.sharing(STAGE, ["place", "act"]) == ("b",)


def test_many_items_are_found_like_few(findings: Findings) -> None:
    findings.put(STAGE, (kept(f"i{number:04}", f"k{number}", "all") for number in range(1_000)))
    assert len(findings.sharing(STAGE, (f"k{number}" for number in range(900)))) == 900
    assert len(findings.load(STAGE, (f"i{number:04}" for number in range(1_000)))) == 1_000


def test_a_dropped_item_leaves_nothing(findings: Findings) -> None:
    findings.put(STAGE, [kept("a", "day"), kept("b", "day")])
    findings.tie(STAGE, [Edge("b", "a", "1")])
    findings.settle(STAGE, [Part("a", ("a", "b"), ())])
    findings.drop(STAGE, ["a"])
    assert findings.sharing(STAGE, ["day"]) == ("b",)
    assert findings.ties(STAGE, ["b"]) == ()
    assert findings.members_beside(STAGE, ["a", "b"]) == ("b",)
    assert findings.of_document(STAGE, "doc-1") == ("b",)


def test_a_tie_has_no_direction_and_is_kept_once(findings: Findings) -> None:
    findings.tie(STAGE, [Edge("b", "a", "1"), Edge("c", "b", "2")])
    findings.tie(STAGE, [Edge("a", "b", "3")])
    assert findings.ties(STAGE, ["a"]) == (Edge("a", "b", "3"),)
    assert findings.ties(STAGE, ["b"]) == (Edge("a", "b", "3"), Edge("b", "c", "2"))
    findings.untie(STAGE, ["a"])
    assert findings.ties(STAGE, ["a", "b"]) == (Edge("b", "c", "2"),)
    assert findings.tied(STAGE, [("a", "b"), ("c", "b")]) == (("c", "b"),)
    findings.cut(STAGE, "c", "b")
    assert findings.ties(STAGE, ["b", "c"]) == ()


def test_what_was_found_of_a_part_is_replaced_as_a_whole(findings: Findings) -> None:
    two = Part("p", ("a", "b"), (Result("2", "y", "two"), Result("1", "z", "one")))
    findings.settle(STAGE, [two, Part("q", ("c",), (Result("3", "x", "three"),))])
    assert list(findings.results(STAGE)) == ["three", "two", "one"]
    assert findings.members_beside(STAGE, ["a", "d"]) == ("a", "b")
    assert findings.found(STAGE, ["3", "9"]) == {"3": Result("3", "x", "three")}
    findings.settle(STAGE, [Part("p", ("a",), (Result("4", "w", "four"),))])
    assert list(findings.results(STAGE)) == ["four", "three"]
    assert findings.members_beside(STAGE, ["b"]) == ()
    findings.take_apart(STAGE, ["a", "b"])
    assert list(findings.results(STAGE)) == ["three"]
    assert findings.members_beside(STAGE, ["a", "c"]) == ("c",)


def test_neighbours_under_a_key_come_nearest_first(findings: Findings) -> None:
    places = {"a": "1", "b": "2", "c": "2", "d": "3", "e": "4"}
    findings.put(STAGE, [Kept(name, "doc-1", ("k",), "", at) for name, at in places.items()])
    findings.put(STAGE, [Kept("f", "doc-1", ("other",), "", "2")])
    assert findings.heads(STAGE, ["a", "z"]) == {"a": ("doc-1", "1")}
    assert findings.around(STAGE, "k", "2", "c", reach=2) == (("b", "a"), ("d", "e"))
    assert findings.around(STAGE, "k", "2", "c", reach=1) == (("b",), ("d",))
    assert findings.around(STAGE, "k", "1", "a", reach=9) == ((), ("b", "c", "d", "e"))
    (mark,) = findings.keys_of(STAGE, "a")
    assert mark not in findings.keys_of(STAGE, "f")
    assert findings.between(STAGE, mark, ("4", "e"), ("1", "a")) == 3
    assert findings.between(STAGE, mark, ("2", "b"), ("2", "c")) == 0


def test_a_change_that_fails_changes_nothing(findings: Findings) -> None:
    findings.put(STAGE, [kept("a")])
    with pytest.raises(AttributeError), findings.changing():
        findings.put(STAGE, [kept("b"), None])  # type: ignore[list-item]  # the failure
    assert findings.load(STAGE, ["a", "b"]) == {"a": '"a"'}


def test_clearing_leaves_nothing(findings: Findings) -> None:
    findings.put(STAGE, [kept("a", "day")])
    findings.mark(Made("rules 1", 3, "ab"))
    findings.clear()
    assert findings.made() is None
    assert findings.sharing(STAGE, ["day"]) == ()


def test_a_file_that_is_no_database_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / FINDINGS_FILE).write_bytes(b"not a database, and long enough to be looked at" * 40)
    with SqliteFindings.open(tmp_path) as found:
        found.put(STAGE, [kept("a")])
        assert found.load(STAGE, ["a"]) == {"a": '"a"'}


def test_half_a_surrogate_pair_is_kept(findings: Findings) -> None:
    findings.put(STAGE, [Kept("a", "doc-1", ("k\ud800",), '"\ud800"')])
    assert findings.sharing(STAGE, ["k\ud800"]) == ("a",)
    assert findings.load(STAGE, ["a"]) == {"a": '"\ud800"'}
