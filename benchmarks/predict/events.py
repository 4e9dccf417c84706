"""PLOVER root for a given actor and recipient."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.predict.task import Row, Tools
from onrecord.domain.span import Extent
from onrecord.read.plover import CodedAct, act_between
from onrecord.read.sentences import sentences_in
from onrecord.read.tree import Tree

#: What the benchmark's edition of the codebook, which follows CAMEO's roots, calls differently.
_OTHER_ROOTS = {"191": "ASSAULT", "172": "COERCE"}
_OTHER_MODES = {("SANCTION", "convict"): "ACCUSE", ("COERCE", "cyber"): "ASSAULT"}


def predict(records: Iterable[Row], tools: Tools) -> Iterator[Row]:
    """Yield a root per record; a sentence that tells nothing gets none."""
    for record in records:
        act = _act_of(record, tools)
        yield {"id": record["id"], "label": None if act is None else root_of(act)}


def root_of(act: CodedAct) -> str:
    """Return the benchmark's root of an act: giving way in word and deed is one root there."""
    if act.cameo in _OTHER_ROOTS:
        return _OTHER_ROOTS[act.cameo]
    if act.code in ("CONCEDE", "RETREAT"):
        return "AGREE" if act.future else "YIELD"
    return _OTHER_MODES.get((act.code, act.mode), act.code)


def trees_of(text: str, tools: Tools) -> tuple[Tree, ...]:
    """Return the sentences of a record analysed, as the reader cuts them: without a dateline."""
    sentences = sentences_in(text, Extent(0, len(text)), tools.linguist)
    return tuple(Tree(parse) for parse in tools.linguist.analyse(text, list(sentences)))


def _act_of(record: Row, tools: Tools) -> CodedAct | None:
    actors = _extents(record["actor"])
    recipients: list[Extent | None] = [*_extents(record["recipient"])] or [None]
    trees = trees_of(record["text"], tools)
    together = [(actor, recipient) for actor in actors for recipient in recipients]
    found = (
        act_between(tree, actor, recipient)
        for actor, recipient in (*together, *((actor, None) for actor in actors))
        for tree in trees
        if _holds(tree, actor) and (recipient is None or _holds(tree, recipient))
    )
    return next((act for act in found if act is not None), None)


def _holds(tree: Tree, party: Extent) -> bool:
    return tree.parse.extent.overlaps(party)


def _extents(party: Row) -> list[Extent]:
    return [Extent(start, end) for start, end in party["spans"]]
