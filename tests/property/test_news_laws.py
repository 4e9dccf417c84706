"""Whatever is altered in a brief of events, or of what changed, is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.property.test_brief_laws import STATED, VALUES, spots
from tests.unit.publish.quay import NO_CHANGES, Quay

from onrecord.domain.brief import Brief
from onrecord.domain.difference import EventChange
from onrecord.domain.errors import ContentError
from onrecord.domain.ledger import Head
from onrecord.domain.link import Link
from onrecord.publish.compile import compile_brief
from onrecord.publish.compile_news import NewsMaterial, compile_news
from onrecord.publish.render import render_html, render_json
from onrecord.publish.serial import from_text, to_text
from onrecord.publish.verify import verify

QUAY = Quay()


def _news() -> Brief:
    changes = replace(
        NO_CHANGES,
        arrived=(QUAY.ledger.own.id,),
        events=(
            EventChange((), (QUAY.boarding(),)),
            EventChange(
                (QUAY.explosion(later=False),), (QUAY.explosion(),),
                gained=("orlan ledger",), fields=("harm",),
            ),
        ),
        links=(Link(QUAY.id("lowered"), QUAY.id("wire toll"), "tension", "numeric"),),
    )  # fmt: skip
    material = NewsMaterial(
        changes=changes, readings=QUAY.readings(), lines=(), links=(), undated=(), lineages=(),
        compared="record", since="2031-04-13T23:59:59.999999Z", until=None,
        head=Head(9, "ab" * 32), title="The quay",
    )  # fmt: skip
    return compile_news(material, generator="onrecord test")


BRIEFS = {
    "events": compile_brief(QUAY.material(), generator="onrecord test"),
    "news": _news(),
}
PLAIN = {name: json.loads(to_text(brief)) for name, brief in BRIEFS.items()}
DERIVED = [
    (name, path)
    for name, plain in PLAIN.items()
    for path in spots(plain["brief"])
    if not set(path) & set(STATED)
]


def leaf(name: str, path: tuple[Any, ...]) -> Any:
    at: Any = PLAIN[name]["brief"]
    for step in path:
        at = at[step]
    return at


def rewritten(name: str, path: tuple[Any, ...], value: object) -> str:
    envelope = json.loads(json.dumps(PLAIN[name]))
    at = envelope["brief"]
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return render_json(from_text(json.dumps(envelope)))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spot=st.sampled_from(DERIVED), value=VALUES)
def test_any_value_of_the_evidence_that_is_altered_is_refused(
    spot: tuple[str, tuple[Any, ...]], value: object
) -> None:
    name, path = spot
    held = leaf(name, path)
    assume(type(value) is not type(held) or value != held)
    try:
        receipt = verify(rewritten(name, path, value))
    except ContentError:
        return
    assert not receipt.ok


@pytest.mark.parametrize("name", sorted(BRIEFS))
def test_the_evidence_as_it_is_holds(name: str) -> None:
    assert verify(render_html(BRIEFS[name])).ok
