"""Where what reconciling worked out is kept, so that one more report does not cost all of it again.

Nothing here is the record: it follows from the ledger, may be thrown away at any time, and is made
again. Payloads are canonical JSON of frozen values. A stage is named by a short word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Made:
    """By what, and up to which entry of the ledger, the findings were made.

    Attributes:
        by: Name and version of the rules.
        sequence: The last entry that is in them.
        digest: The digest of that entry: another ledger of the same length has another.
    """

    by: str
    sequence: int
    digest: str


@dataclass(frozen=True, slots=True)
class Kept:
    """One item a stage made from one document.

    Attributes:
        id: Its name, unique within the stage.
        document: Id of the document.
        keys: Two items may affect one another only if they share one.
        payload: The item.
        place: Where it stands among those that share a key; texts in rising order.
    """

    id: str
    document: str
    keys: tuple[str, ...]
    payload: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two items of a stage, with what it rests on."""

    a: str
    b: str
    payload: str


@dataclass(frozen=True, slots=True)
class Result:
    """Something a stage found.

    Attributes:
        id: Its name, unique within the stage.
        place: Where it stands in the order results are given in.
        payload: The finding.
    """

    id: str
    place: str
    payload: str


@dataclass(frozen=True, slots=True)
class Part:
    """Items that hang together, and what was found of them.

    Attributes:
        name: Unique within the stage.
        members: Ids of the items; never empty.
        results: What was found.
    """

    name: str
    members: tuple[str, ...]
    results: tuple[Result, ...]


class Findings(Protocol):
    """Items, ties between them, the parts they fall into, and what was found of each part."""

    def made(self) -> Made | None:
        """Return how far the findings go; `None` where there are none."""
        ...

    def changing(self) -> AbstractContextManager[None]:
        """Hold one transaction: all changes made within it, or none."""
        ...

    def clear(self) -> None:
        """Throw everything away."""
        ...

    def mark(self, made: Made) -> None:
        """Note how far the findings go."""
        ...

    def put(self, stage: str, items: Iterable[Kept]) -> None:
        """Keep items; one of the same id is replaced."""
        ...

    def drop(self, stage: str, ids: Iterable[str]) -> None:
        """Let go of items, with their keys, ties and membership."""
        ...

    def of_document(self, stage: str, document: str) -> tuple[str, ...]:
        """Return the ids of a document's items, sorted."""
        ...

    def load(self, stage: str, ids: Iterable[str]) -> dict[str, str]:
        """Return the payloads of items by id; ids nobody kept are left out."""
        ...

    def heads(self, stage: str, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return document and place of items by id, without their payloads."""
        ...

    def sharing(self, stage: str, keys: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the items that have one of the keys, sorted."""
        ...

    def around(
        self, stage: str, key: str, place: str, name: str, *, reach: int
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids that stand next before and next after an item under a key, nearest first.

        Args:
            stage: The stage.
            key: A key of the item.
            place: Where the item stands.
            name: Its id, which decides between equal places.
            reach: At most so many on either side.
        """
        ...

    def keys_of(self, stage: str, name: str) -> tuple[int, ...]:
        """Return marks of the keys of an item, sorted: two items share a key when they share a mark."""
        ...

    def between(self, stage: str, mark: int, a: tuple[str, str], b: tuple[str, str]) -> int:
        """Return how many items stand between two, each given by place and id, under a key's mark."""
        ...

    def tie(self, stage: str, edges: Iterable[Edge]) -> None:
        """Keep ties; a tie between the same two items is replaced."""
        ...

    def untie(self, stage: str, ids: Iterable[str]) -> None:
        """Let go of every tie of these items."""
        ...

    def tied(self, stage: str, pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Return those pairs that are tied, in the order given."""
        ...

    def cut(self, stage: str, a: str, b: str) -> None:
        """Let go of the tie between two items."""
        ...

    def ties(self, stage: str, ids: Iterable[str]) -> tuple[Edge, ...]:
        """Return the ties that have one of the items at either end, each once, in order."""
        ...

    def members_beside(self, stage: str, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of all items that are in a part with one of these, these included, sorted."""
        ...

    def take_apart(self, stage: str, ids: Iterable[str]) -> None:
        """Undo the parts that these items are in: what was found of them is gone."""
        ...

    def settle(self, stage: str, parts: Iterable[Part]) -> None:
        """Keep parts and what was found of them; parts of the same name are replaced."""
        ...

    def found(self, stage: str, ids: Iterable[str]) -> dict[str, Result]:
        """Return findings by id; ids of nothing found are left out."""
        ...

    def results(self, stage: str) -> Iterator[str]:
        """Yield the findings of a stage, by place, then id."""
        ...
