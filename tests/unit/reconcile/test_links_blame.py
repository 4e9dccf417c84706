"""Who is blamed, and who by another voice."""

from __future__ import annotations

import pytest
from tests.unit.reconcile.reports import Said, report

from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Aux
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.links import find_links, link_items


def links(*readings: Reading) -> tuple[Link, ...]:
    items = [item for reading in readings for item in link_items(reading)]
    return find_links(items, lineages=group_lineages(readings))


def blame(words: str, *, by: str, date: str, aux: tuple[Aux, ...] = ()) -> Reading:
    said = Said(words, "say.accuse", speaker=by, actor=by, aux=aux)
    return report(f"{words}.", said, publisher=f"The paper of {by}", date=date)


VELMARA = blame(
    "Ilvane blamed Velmara for the fuel depot fire in Tessany", by="Ilvane", date="2031-04-09"
)


@pytest.mark.parametrize(
    "words",
    [
        "Velmara accused Norrast of the fuel depot fire in Tessany",
        "Velmara accused the army of Norrast of the fuel depot fire in Tessany",
        "Velmara said Norrast was behind the fuel depot fire in Tessany",
        "Velmara attributed the fuel depot fire in Tessany to Norrast",
        "Velmara said the fuel depot fire in Tessany was caused by Norrast",
    ],
)
def test_blame_that_goes_elsewhere_is_a_tension(words: str) -> None:
    other = blame(words, by="Velmara", date="2031-04-11")
    (link,) = links(VELMARA, other)
    assert (link.kind, link.subtype, link.from_id) == (
        "tension",
        "attribution",
        other.statements[0].id,
    )


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("Norrast blamed Velmara for the fuel depot fire in Tessany", "Norrast"),
        ("Velmara blamed Norrast for the sinking of a ferry off Tessany", "Velmara"),
        ("Ilvane blamed Norrast for the fuel depot fire in Tessany", "Ilvane"),
    ],
    ids=["the same party", "another matter", "one voice"],
)
def test_other_blame_is_none(words: str, by: str) -> None:
    assert links(VELMARA, blame(words, by=by, date="2031-04-11")) == ()


def test_blame_that_is_only_supposed_is_none() -> None:
    words = "Velmara blamed Norrast for the fuel depot fire in Tessany"
    assert links(VELMARA, blame(words, by="Velmara", date="2031-04-11", aux=("question",))) == ()
