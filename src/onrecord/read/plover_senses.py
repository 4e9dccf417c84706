"""Senses of words that name acts, and how the tables that list them are written.

A line of a table is `SENSE: lemma lemma …`; a line that opens with space goes on with the one before.
A sense is `TYPE mode/cameo`, mode and CAMEO root optional, or `+operator`. `~TYPE` names an act only
under an operator: troops are no mobilisation until somebody sends them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

#: PLOVER's event types by quad class: verbal and material cooperation, verbal and material conflict.
QUADS: dict[str, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sense:
    """What one word does.

    Attributes:
        code: PLOVER event type; empty for a word that only operates on other acts.
        mode: PLOVER mode; empty where the word tells none.
        cameo: CAMEO root, where it is not the one that the type stands for.
        operator: What the word makes of the act it governs; empty where it leaves it alone.
        bound: Whether the word names an act only under an operator.
    """

    code: str = ""
    mode: str = ""
    cameo: str = ""
    operator: str = ""
    bound: bool = False


def read_table(table: str) -> dict[str, Sense]:
    """Return the senses a table lists.

    A lemma may stand in one line with a type and in one with an operator; the operator then applies
    where the word governs an act, and the type where it does not. Of two lines of one kind the first
    counts. Spellings in -ise are also known in -ize.
    """
    senses: dict[str, Sense] = {}
    for name, lemmas in lines_of(table):
        for lemma in lemmas:
            for spelling in _spellings(lemma):
                senses[spelling] = _joined(senses.get(spelling), sense_named(name))
    return senses


def lines_of(table: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the words of each line of a table."""
    name, lemmas = "", list[str]()
    for line in table.strip().splitlines():
        if line.startswith(" "):
            lemmas += line.split()
            continue
        if name:
            yield name, lemmas
        name, _, rest = line.partition(":")
        lemmas = rest.split()
    yield name, lemmas


def _spellings(lemma: str) -> tuple[str, ...]:
    head, mark, tail = lemma.partition("_")
    if head.endswith(("ise", "yse")):
        return (lemma, head[:-2] + "ze" + mark + tail)
    if "isation" in head:
        return (lemma, head.replace("isation", "ization") + mark + tail)
    return (lemma,)


def sense_named(name: str) -> Sense:
    """Return the sense that the name of a line stands for."""
    if name.startswith("+"):
        return Sense(operator=name[1:])
    code, _, rest = name.lstrip("~").partition(" ")
    mode, _, cameo = rest.partition("/")
    return Sense(code, mode, cameo, bound=name.startswith("~"))


def _joined(known: Sense | None, new: Sense) -> Sense:
    if known is None:
        return new
    code = known if known.code else new
    return Sense(code.code, code.mode, code.cameo, known.operator or new.operator, bound=code.bound)
