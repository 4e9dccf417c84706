"""The section of what changed: counts that moved, edits, dates that do not agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.domain.brief import Block, Sentence
from onrecord.domain.errors import CompileError
from onrecord.domain.quantity import difference
from onrecord.domain.reading import Reading
from onrecord.domain.revision import Revision
from onrecord.domain.span import Extent
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.tally import Observation, Scope, Step, Tally
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.borders import cuts
from onrecord.publish.claims import no_retraction, no_step
from onrecord.publish.collect import Collection
from onrecord.publish.counts import cite_observation, scope_given

#: Longer lists are cut, and say so.
MAX_STEPS, MAX_EDITS, MAX_CONFLICTS = 16, 12, 12
#: How much of a sentence stands around words that were edited.
_SHOWN_CHARS = 240
_CONTEXT = 60
#: How many counts the first line names.
_IN_LEAD = 3
_BREAK = re.compile(r"[.!?][\"”’)\]]*\s+|\n+")


def lead_of(
    tallies: Sequence[Tally], current: Sequence[str], *, collection: Collection
) -> Sentence | None:
    """Return what changed most lately in one line; nothing when nothing is on record."""
    moved = _moves(tallies)
    if moved:
        return _lead_sentence(_first_of_each(moved), collection)
    if not current:
        return None
    return collection.draft(
        "on_record", [(collection.document(name), "source") for name in current]
    )


def change_blocks(
    tallies: Sequence[Tally],
    *,
    revisions: Sequence[Revision],
    readings: Sequence[Reading],
    collection: Collection,
) -> tuple[Block, ...]:
    """Return the changes, the latest first, in one block for each sort of change."""
    found = [
        _step_block(tallies, collection),
        edit_block(revisions, collection),
        _conflict_block(readings, collection),
    ]
    return tuple(block for block in found if block.sentences)


@dataclass(frozen=True, slots=True)
class _Move:
    """A step of a count that is not known to have stayed the same.

    It is its source's own when one source moved its count; that two sources differ is no news of a count.
    """

    scope: Scope
    early: Observation
    late: Observation
    tally: str
    others: tuple[Observation, ...] = ()
    cited: tuple[str, ...] = ()
    is_own: bool = True


def _moves(tallies: Sequence[Tally]) -> list[_Move]:
    """Return the steps that moved: those within one source first, the latest first.

    Of steps that end on one day, those that tell a difference come first, then the longer counts. A
    figure repeated in other reports, before or after, is no second move.
    """
    seen: set[object] = set()
    found: list[tuple[tuple[bool, str, bool, int], str, _Move]] = []
    for tally in tallies:
        name = tally.id
        for step in tally.steps:
            if step.kind != "same":
                early, late = _ends_of(tally, step)
                if no_step(_counted(early), _counted(late), days=(early.as_of, late.as_of)):
                    continue
                told = (name, _told(early), _told(late))
                if told in seen or _told(early)[1:] == _told(late)[1:]:
                    continue
                seen.add(told)
                own = _is_own(step, early, late)
                told_apart = not isinstance(step.change, Unknown)
                rank = (own, _day(late), told_apart, len(tally.observations))
                move = _Move(tally.scope, early, late, name, tally.observations, step.cited, own)
                found.append((rank, name, move))
    found.sort(key=lambda item: item[1])
    found.sort(key=lambda item: item[0], reverse=True)
    return [move for _, _, move in found]


def _is_own(step: Step, early: Observation, late: Observation) -> bool:
    """Say whether one source moved its count, or a count rose: no fall that another source gives."""
    if step.kind in ("disagreement", "fall_unexplained"):
        return False
    return (
        step.kind != "undetermined"
        or early.lineage == late.lineage
        or (not isinstance(early.issuer, Unknown) and early.issuer == late.issuer)
    )


def _counted(observation: Observation) -> Counted:
    return Counted(observation.span, observation.quantity)


def _first_of_each(moved: Sequence[_Move]) -> list[_Move]:
    """Return the first move of each unit and area that moved on the latest day, a few at most."""
    newest = _day(moved[0].late)
    found: dict[tuple[str, str], _Move] = {}
    for move in moved:
        if _day(move.late) == newest and move.is_own == moved[0].is_own:
            found.setdefault((move.scope.unit, move.scope.area), move)
    return list(found.values())[:_IN_LEAD]


def _lead_sentence(moves: Sequence[_Move], collection: Collection) -> Sentence:
    names: list[tuple[str, str]] = []
    areas: list[str] = []
    for move in moves:
        ends = (move.early, move.late)
        names.append((cite_observation(move.early, collection), "earlier"))
        names.append((cite_observation(move.late, collection), "later"))
        fields = scope_given(move.scope, ends, collection=collection)
        areas.append(next((one[5:] for one in fields if one.startswith("area:")), ""))
    return collection.draft("lead", names, given=tuple(areas))


def _ends_of(tally: Tally, step: Step) -> tuple[Observation, Observation]:
    """Return the observations a step lies between.

    Raises:
        CompileError: no two observations of its statements give the change it names.
    """
    for early in (one for one in tally.observations if one.statement == step.earlier):
        for late in (one for one in tally.observations if one.statement == step.later):
            if early != late and difference(early.quantity, late.quantity) == step.change:
                return early, late
    raise CompileError(f"a step of {tally.id} names a change that its figures do not give")


def _told(observation: Observation) -> tuple[object, ...]:
    """Return the day and the figure as a reader sees them."""
    quantity = observation.quantity
    return (
        _day(observation), quantity.value, quantity.low, quantity.high, quantity.bound,
        quantity.approximator if quantity.value is None else "",
    )  # fmt: skip


def _day(observation: Observation) -> str:
    when = observation.as_of
    return when.latest.isoformat() if isinstance(when, When) and when.latest else ""


def _step_sentence(move: _Move, collection: Collection) -> Sentence:
    ends = (move.early, move.late)
    names = [
        (cite_observation(move.early, collection), "earlier"),
        (cite_observation(move.late, collection), "later"),
    ]
    given = scope_given(move.scope, ends, collection=collection)
    placing = None if _names_area(given) else _placing(move, collection)
    if placing is not None:
        names.append((cite_observation(placing, collection), "scope"))
        given = scope_given(move.scope, (*ends, placing), collection=collection)
    for name in move.cited:
        statement = collection.statements.get(name)
        if statement is not None and not no_retraction(collection.near(statement.content)):
            names.append((collection.cite(statement), "revised"))
            break
    return collection.draft("step", names, given=given)


def _placing(move: _Move, collection: Collection) -> Observation | None:
    """Return another figure of the count whose words say where, when neither end's words do.

    Without it a fall of one toll could be read as a fall of another.
    """
    if not move.scope.area:
        return None
    return next(
        (
            one
            for one in move.others
            if _names_area(scope_given(move.scope, (one,), collection=collection))
        ),
        None,
    )


def _names_area(given: Sequence[str]) -> bool:
    return any(one.startswith("area:") for one in given)


def step_sentences(
    tallies: Sequence[Tally],
    *,
    wanted: Callable[[Observation], bool],
    collection: Collection,
    latest: bool = False,
) -> tuple[list[Sentence], tuple[str, ...]]:
    """Return the moves whose later figure is `wanted`, and the statements of those left out.

    `latest` keeps of each count the latest move, and every fall.
    """
    moved = [move for move in _moves(tallies) if wanted(move.late)]
    if latest:
        told: set[str] = set()
        moved = [one for one in moved if _is_first(one, told) or _is_fall(one)]
    sentences = [_step_sentence(move, collection) for move in moved[:MAX_STEPS]]
    return sentences, tuple(dict.fromkeys(move.late.statement for move in moved[MAX_STEPS:]))


def _is_first(move: _Move, told: set[str]) -> bool:
    """Say whether no move of its count is in `told` yet, and put it there."""
    if move.tally in told:
        return False
    told.add(move.tally)
    return True


def _is_fall(move: _Move) -> bool:
    change = difference(move.early.quantity, move.late.quantity)
    return not isinstance(change, Unknown) and change.high is not None and change.high < 0


def _step_block(tallies: Sequence[Tally], collection: Collection) -> Block:
    sentences, cut = step_sentences(tallies, wanted=lambda _: True, collection=collection)
    return Block(sentences=(*sentences, *_rest(cut, "tallies", collection=collection)))


def edit_block(revisions: Sequence[Revision], collection: Collection) -> Block:
    """Return what new versions of reports say otherwise, sentence by sentence."""
    found: dict[tuple[tuple[str, str], ...], None] = {}
    for revision in revisions:
        names = _edited(revision, collection)
        if names:
            found[names] = None
    shown = [collection.draft("edited", names) for names in list(found)[:MAX_EDITS]]
    cut = [name for names in list(found)[MAX_EDITS:] for name, _ in names[:1]]
    return Block(sentences=(*shown, *_rest(cut, "statements", collection=collection)))


def _edited(revision: Revision, collection: Collection) -> tuple[tuple[str, str], ...]:
    """Return the cited words before and after; empty when the revision is not of a document."""
    after = collection.readings.get(revision.record)
    if after is None:
        return ()
    before = collection.readings.get(after.document.version_of or "")
    names: list[tuple[str, str]] = []
    if revision.new.strip():
        extent = _place(after.text, revision.new, other=before.text if before else "")
        names.append((collection.cite_words(after.document.id, extent), "now"))
    if revision.old.strip() and before is not None:
        extent = _place(before.text, revision.old, other=after.text)
        names.append((collection.cite_words(before.document.id, extent), "was"))
        collection.document(after.document.id)
    return tuple(names)


def _place(text: str, words: str, *, other: str) -> Extent:
    """Return the sentence around changed words: the occurrence whose sentence the other text lacks.

    Raises:
        CompileError: the words do not stand in the text.
    """
    at = text.find(words)
    if at < 0:
        raise CompileError(f"an edit names words that do not stand in the text: {words[:80]!r}")
    first = _around(text, Extent(at, at + len(words)))
    while at >= 0:
        extent = _around(text, Extent(at, at + len(words)))
        if extent.of(text) not in other:
            return extent
        at = text.find(words, at + 1)
    return first


def _around(text: str, extent: Extent) -> Extent:
    if len(extent) >= _SHOWN_CHARS:
        return _widened(text, extent)
    low = max(0, extent.start - _SHOWN_CHARS)
    start = max((b.end() for b in _BREAK.finditer(text, low, extent.start)), default=low)
    after = _BREAK.search(text, max(extent.start, extent.end - 1), extent.end + _SHOWN_CHARS)
    end = len(text[: after.end()].rstrip()) if after else min(len(text), extent.end + _SHOWN_CHARS)
    end = max(end, extent.end)
    if end - start > _SHOWN_CHARS + len(extent):
        start = max(start, _space_after(text, extent.start - _CONTEXT, limit=extent.start))
        end = min(end, _space_before(text, extent.end + _CONTEXT, limit=extent.end))
    return _widened(text, Extent(start, end))


def _widened(text: str, extent: Extent) -> Extent:
    """Return the extent with the words and numbers whole that it begins and ends in."""
    start, end = extent.start, extent.end
    while cuts(text, start, len(text)):
        start -= 1
    while cuts(text, 0, end):
        end += 1
    return Extent(start, end)


def _space_after(text: str, at: int, *, limit: int) -> int:
    found = text.find(" ", max(0, at), limit)
    return limit if found < 0 else found + 1


def _space_before(text: str, at: int, *, limit: int) -> int:
    found = text.rfind(" ", limit, at)
    return limit if found < 0 else found


def _conflict_block(readings: Sequence[Reading], collection: Collection) -> Block:
    found: list[tuple[str, Statement, tuple[str, ...]]] = []
    sentences: list[Sentence] = []
    for reading in sorted(readings, key=_reading_order):
        day = reading.document.doc_date
        if isinstance(day, When) and day.conflict:
            name = collection.document(reading.document.id)
            sentences.append(collection.draft("document_conflict", [(name, "source")]))
        for statement in reading.statements:
            if isinstance(statement.when, When) and statement.when.conflict:
                found.append((statement.id, statement, ()))
            found += [
                (statement.id, statement, (str(at),))
                for at, note in enumerate(statement.notes)
                if not (isinstance(statement.when, When) and note == statement.when.conflict)
            ]
    for _, statement, given in found[:MAX_CONFLICTS]:
        name = collection.cite(statement)
        sentences.append(collection.draft("conflict", [(name, "content")], given=given))
    cut = dict.fromkeys(name for name, _, _ in found[MAX_CONFLICTS:])
    return Block(sentences=(*sentences, *_rest(cut, "statements", collection=collection)))


def _reading_order(reading: Reading) -> tuple[str, str]:
    return reading.document.date_edtf or "~", reading.document.id


def _rest(names: Iterable[str], command: str, *, collection: Collection) -> tuple[Sentence, ...]:
    listed = tuple(names)
    return (collection.draft("left_out", (), given=(command, *listed)),) if listed else ()
