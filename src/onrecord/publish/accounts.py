"""The sections of who said what, and of what was only said or imagined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.domain.brief import Block, Sentence
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.publish.collect import Collection
from onrecord.publish.parts import PRONOUNS, is_generic

#: Longer lists are cut, and say so.
MAX_SPEAKERS, MAX_PER_SPEAKER, MAX_IMAGINED = 24, 6, 30
_HELD_BACK = frozenset({"future", "hypothetical", "counterfactual", "question"})
_FIRST_KINDS = ("say.decline", "say.deny", "say.reject")


def said_blocks(readings: Sequence[Reading], *, collection: Collection) -> tuple[Block, ...]:
    """Return what speakers said, grouped by speaker, those with most statements first."""
    groups: dict[str, list[list[Statement]]] = defaultdict(list)
    for copies in _copies(_spoken(readings)):
        groups[speaker_key(copies[0])].append(copies)
    ordered = sorted(groups.items(), key=lambda item: (not item[0], -len(item[1]), item[0]))
    ordered = [*(item for item in ordered if item[0]), *(item for item in ordered if not item[0])]
    blocks = [_speaker_block(found, collection) for _, found in ordered[:MAX_SPEAKERS]]
    cut = tuple(
        dict.fromkeys(copies[0].id for _, found in ordered[MAX_SPEAKERS:] for copies in found)
    )
    return (*blocks, *_block([], command="statements", cut=cut, collection=collection))


def imagined_blocks(readings: Sequence[Reading], *, collection: Collection) -> tuple[Block, ...]:
    """Return what was threatened, planned, supposed or asked; none of it is reported as an event."""
    found = _copies([one for one in _statements(readings) if is_imagined(one)])
    sentences = [_shared("imagined", copies, collection) for copies in found[:MAX_IMAGINED]]
    cut = tuple(dict.fromkeys(copies[0].id for copies in found[MAX_IMAGINED:]))
    return _block(sentences, command="statements", cut=cut, collection=collection)


def is_imagined(statement: Statement) -> bool:
    """Say whether the content is planned, threatened, supposed, contrary to fact or asked."""
    return statement.kind.startswith("fut.") or bool(_HELD_BACK & set(statement.off_line))


def _spoken(readings: Sequence[Reading]) -> list[Statement]:
    return [statement for statement in _statements(readings) if is_spoken(statement)]


def is_spoken(statement: Statement) -> bool:
    """Say whether somebody says the content and means it as more than a plan or a question."""
    said = statement.kind.startswith("say.") or statement.mode in ("direct", "mixed")
    return said and bool(statement.voices) and not is_imagined(statement)


def _statements(readings: Iterable[Reading]) -> list[Statement]:
    """Return the statements of all readings by date, document and place."""
    ordered = sorted(readings, key=lambda one: (one.document.date_edtf or "~", one.document.id))
    return [statement for reading in ordered for statement in reading.statements]


def _copies(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Return statements in groups of the same words by the same speaker, in order of the first."""
    groups: dict[tuple[str, ...], list[Statement]] = {}
    for statement in statements:
        words = " ".join(statement.content.exact.casefold().split())
        groups.setdefault((speaker_key(statement), words), []).append(statement)
    return list(groups.values())


def speaker_key(statement: Statement) -> str:
    """Return whom a statement is grouped under; empty where nobody is named.

    "The ministry" of one report is not taken for that of another.
    """
    if not statement.voices:
        return ""
    label = statement.voices[-1].label
    if label.casefold() in PRONOUNS:
        return ""
    return f"{label} {statement.document}" if is_generic(label) else label.casefold()


def _speaker_block(found: Sequence[list[Statement]], collection: Collection) -> Block:
    """Return one speaker's block; refusals and denials are never among those left out."""
    first = [copies for copies in found if copies[0].kind in _FIRST_KINDS]
    rest = [copies for copies in found if copies[0].kind not in _FIRST_KINDS]
    shown = [*first, *rest][: max(MAX_PER_SPEAKER, len(first))]
    kept = [copies for copies in found if copies in shown]
    heading = collection.draft("speaker", [(collection.cite(kept[0][0]), "speaker")])
    sentences = [_shared("said", copies, collection) for copies in kept]
    cut = tuple(dict.fromkeys(copies[0].id for copies in found if copies not in shown))
    if cut:
        sentences.append(collection.draft("left_out", (), given=("statements", *cut)))
    return Block(heading=heading, sentences=tuple(sentences))


def _shared(form: str, copies: Sequence[Statement], collection: Collection) -> Sentence:
    """Return one sentence for the first report, counting those that print the same words."""
    names = [(collection.cite(copies[0]), "content")]
    others = sorted({one.document for one in copies} - {copies[0].document})
    names += [(collection.document(document), "repeat") for document in others]
    return collection.draft(form, names)


def _block(
    sentences: Sequence[Sentence], *, command: str, cut: tuple[str, ...], collection: Collection
) -> tuple[Block, ...]:
    found = list(sentences)
    if cut:
        found.append(collection.draft("left_out", (), given=(command, *cut)))
    return (Block(sentences=tuple(found)),) if found else ()
