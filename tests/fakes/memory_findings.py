"""Findings in memory; held to the same contract as those in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from zlib import crc32

from onrecord.ports.findings import Edge, Kept, Made, Part, Result


class MemoryFindings:
    """`Findings` that are gone with the process."""

    def __init__(self) -> None:
        self._made: Made | None = None
        self._items: dict[tuple[str, str], Kept] = {}
        self._ties: dict[tuple[str, str, str], Edge] = {}
        self._members: dict[tuple[str, str], str] = {}
        self._results: dict[tuple[str, str], tuple[str, Result]] = {}

    def made(self) -> Made | None:
        return self._made

    @contextmanager
    def changing(self) -> Iterator[None]:
        before = deepcopy(self.__dict__)
        try:
            yield
        except BaseException:
            self.__dict__ = before
            raise

    def clear(self) -> None:
        self.__init__()  # type: ignore[misc]  # back to how it began

    def mark(self, made: Made) -> None:
        self._made = made

    def put(self, stage: str, items: Iterable[Kept]) -> None:
        self._items.update({(stage, one.id): one for one in items})

    def drop(self, stage: str, ids: Iterable[str]) -> None:
        gone = set(ids)
        self._items = {key: one for key, one in self._items.items() if not _is(key, stage, gone)}
        self._members = {
            key: one for key, one in self._members.items() if not _is(key, stage, gone)
        }
        self.untie(stage, gone)

    def of_document(self, stage: str, document: str) -> tuple[str, ...]:
        return tuple(
            sorted(
                name
                for (where, name), one in self._items.items()
                if where == stage and one.document == document
            )
        )

    def load(self, stage: str, ids: Iterable[str]) -> dict[str, str]:
        return {
            name: self._items[stage, name].payload for name in ids if (stage, name) in self._items
        }

    def heads(self, stage: str, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        held = {name: self._items[stage, name] for name in ids if (stage, name) in self._items}
        return {name: (one.document, one.place) for name, one in held.items()}

    def sharing(self, stage: str, keys: Iterable[str]) -> tuple[str, ...]:
        wanted = set(keys)
        return tuple(
            sorted(
                name
                for (where, name), one in self._items.items()
                if where == stage and wanted & set(one.keys)
            )
        )

    def around(
        self, stage: str, key: str, place: str, name: str, *, reach: int
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        held = self._under(stage, _mark(key))
        before = [other for other in held if other < (place, name)]
        after = [other for other in held if other > (place, name)]
        return (
            tuple(other for _, other in reversed(before[-reach:])),
            tuple(other for _, other in after[:reach]),
        )

    def keys_of(self, stage: str, name: str) -> tuple[int, ...]:
        return tuple(sorted({_mark(key) for key in self._items[stage, name].keys}))

    def between(self, stage: str, mark: int, a: tuple[str, str], b: tuple[str, str]) -> int:
        first, last = sorted((a, b))
        return sum(first < one < last for one in self._under(stage, mark))

    def _under(self, stage: str, mark: int) -> list[tuple[str, str]]:
        return sorted(
            (one.place, name)
            for (where, name), one in self._items.items()
            if where == stage and mark in {_mark(key) for key in one.keys}
        )

    def tie(self, stage: str, edges: Iterable[Edge]) -> None:
        for one in edges:
            a, b = sorted((one.a, one.b))
            self._ties[stage, a, b] = Edge(a, b, one.payload)

    def untie(self, stage: str, ids: Iterable[str]) -> None:
        gone = set(ids)
        self._ties = {
            key: one
            for key, one in self._ties.items()
            if not (key[0] == stage and gone & {one.a, one.b})
        }

    def tied(self, stage: str, pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        return tuple((a, b) for a, b in pairs if (stage, min(a, b), max(a, b)) in self._ties)

    def cut(self, stage: str, a: str, b: str) -> None:
        self._ties.pop((stage, min(a, b), max(a, b)), None)

    def ties(self, stage: str, ids: Iterable[str]) -> tuple[Edge, ...]:
        wanted = set(ids)
        found = {
            key: one
            for key, one in self._ties.items()
            if key[0] == stage and wanted & {one.a, one.b}
        }
        return tuple(found[key] for key in sorted(found))

    def members_beside(self, stage: str, ids: Iterable[str]) -> tuple[str, ...]:
        parts = self._parts(stage, ids)
        return tuple(
            sorted(
                name
                for (where, name), part in self._members.items()
                if where == stage and part in parts
            )
        )

    def take_apart(self, stage: str, ids: Iterable[str]) -> None:
        self._undo(stage, self._parts(stage, ids))

    def settle(self, stage: str, parts: Iterable[Part]) -> None:
        for part in parts:
            self._undo(stage, {part.name})
            self._members.update({(stage, name): part.name for name in part.members})
            self._results.update({(stage, one.id): (part.name, one) for one in part.results})

    def found(self, stage: str, ids: Iterable[str]) -> dict[str, Result]:
        return {
            name: self._results[stage, name][1] for name in ids if (stage, name) in self._results
        }

    def results(self, stage: str) -> Iterator[str]:
        chosen = [one for (where, _), (_, one) in self._results.items() if where == stage]
        for one in sorted(chosen, key=lambda each: (each.place, each.id)):
            yield one.payload

    def _parts(self, stage: str, ids: Iterable[str]) -> set[str]:
        return {self._members[stage, name] for name in ids if (stage, name) in self._members}

    def _undo(self, stage: str, parts: set[str]) -> None:
        self._members = {
            key: part
            for key, part in self._members.items()
            if not (key[0] == stage and part in parts)
        }
        self._results = {
            key: one
            for key, one in self._results.items()
            if not (key[0] == stage and one[0] in parts)
        }


def _is(key: tuple[str, str], stage: str, names: set[str]) -> bool:
    return key[0] == stage and key[1] in names


def _mark(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass"))
