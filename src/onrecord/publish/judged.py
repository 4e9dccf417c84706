"""The section of hypotheses: each with what speaks against it, the matrix, and the indicators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from onrecord.domain.brief import Block, Sentence, Topic
from onrecord.domain.errors import CompileError
from onrecord.domain.hypothesis import Hypothesis, Indicator, IndicatorQuality, bears, weight_of
from onrecord.domain.recorded import Recorded
from onrecord.publish.collect import Collection

#: Longer tables are cut, and say so.
MAX_ROWS = 40
_UNJUDGED = IndicatorQuality()


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the records of people are found, and cited.

    Attributes:
        recorded: Records by id, in the order of the ledger.
        collection: Where citations are gathered.
        doubtful: Ids of statements whose words were taken back or dismissed.
    """

    recorded: dict[str, Recorded]
    collection: Collection
    doubtful: AbstractSet[str] = frozenset()

    def record(self, record: str) -> str:
        """Return the name inside the brief of the record with this id, or raise `CompileError`."""
        found = self.recorded.get(record)
        if found is None:
            raise CompileError(f"the record {record} is not among those on the ledger")
        return self.collection.record(found)

    def cite(self, statement: str | None, role: str = "words") -> list[tuple[str, str]]:
        """Return the name and role of a statement; nothing where no reading holds it.

        Words of a replaced document are embedded in its successor too, where they still stand there.
        """
        found = self.collection.statements.get(statement or "")
        if found is None:
            return []
        for name, reading in self.collection.readings.items():
            if reading.document.version_of == found.document:
                self.collection.embed_words(name, found.content.exact, near=len(reading.text))
        aside = found.id in self.doubtful
        return [(self.collection.cite(found), "aside" if aside else role)]


def shelf_of(
    recorded: Iterable[Recorded], *, collection: Collection, doubtful: Iterable[str] = ()
) -> Shelf:
    """Return the records by id."""
    return Shelf({one.record.id: one for one in recorded}, collection, frozenset(doubtful))


def hypothesis_blocks(
    hypotheses: Sequence[Hypothesis], indicators: Sequence[Indicator], *, shelf: Shelf
) -> tuple[Block, ...]:
    """Return a block for each thing that hypotheses compete to explain, and one for indicators.

    Within a block the hypothesis with the least against it comes first; of equals, by name; one that
    nothing was rated to bear on comes last. Nothing says which one is true.

    Args:
        hypotheses: Those in force.
        indicators: Those in force.
        shelf: The records they come from.

    Raises:
        CompileError: no record holds one of them.
    """
    by_question: dict[str, list[Hypothesis]] = {}
    for one in sorted(hypotheses, key=_rank):
        by_question.setdefault(one.question, []).append(one)
    found = [_competing(group, shelf) for _, group in sorted(by_question.items())]
    topics = [
        _indicator(one, shelf)
        for one in sorted(indicators, key=lambda one: (one.name, one.observable))
    ]
    return (*found, Block(topics=tuple(topics))) if topics else tuple(found)


def _rank(one: Hypothesis) -> tuple[bool, int, str, str]:
    idle = not any(bears(piece.rating) for piece in one.evidence)
    return idle, one.inconsistency, one.name, one.text


def _competing(group: Sequence[Hypothesis], shelf: Shelf) -> Block:
    draft, held = shelf.collection.draft, shelf.collection.statements
    names = [(shelf.record(one.id), "hypothesis") for one in group]
    topics = tuple(_topic(one, name, shelf) for one, (name, _) in zip(group, names, strict=True))
    rated = dict.fromkeys(piece.statement for one in group for piece in one.evidence)
    cited = sorted((one for one in rated if one in held), key=lambda one: _order(one, shelf))
    rows = tuple(draft("rating", [*shelf.cite(one), *names]) for one in cited[:MAX_ROWS])
    rest = (*cited[MAX_ROWS:], *(one for one in rated if one not in held))
    return Block(
        heading=draft("competing", names),
        topics=topics,
        rows=rows,
        sentences=(draft("left_out", (), given=("hypotheses", *rest)),) if rest else (),
    )


def _order(name: str, shelf: Shelf) -> tuple[str, str, int, str]:
    statement = shelf.collection.statement(name)
    day = shelf.collection.readings[statement.document].document.date_edtf
    return day or "~", statement.document, statement.content.start, name


def _topic(one: Hypothesis, name: str, shelf: Shelf) -> Topic:
    draft, held = shelf.collection.draft, [(name, "hypothesis")]
    against = [
        cited
        for piece in one.evidence
        if weight_of(piece.rating)
        for cited in shelf.cite(piece.statement, "against")
    ]
    return Topic(
        draft("hypothesis", [*held, *against]),
        under=(
            *(draft("assumption", held, given=(words,)) for words in one.assumptions),
            *(draft("would_change", held, given=(words,)) for words in one.would_change),
        ),
    )


def _indicator(one: Indicator, shelf: Shelf) -> Topic:
    draft, held = shelf.collection.draft, [(shelf.record(one.id), "indicator")]
    under: list[Sentence] = [
        draft("sighting", [*held, *shelf.cite(seen.statement)], given=(str(at),))
        for at, seen in enumerate(one.history)
    ]
    if one.quality != _UNJUDGED:
        under.append(draft("quality", held))
    return Topic(draft("indicator", held), under=tuple(under))
