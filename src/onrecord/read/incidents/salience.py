"""Which acts a document tells of as events of their own, rather than in passing or in general.

Each particular that a report gives of an act speaks for it: a day, a place, a name, who did it. Acts
against fighters alone, long periods, tolls of whole wars and what lies far back speak against it. The
weights are round numbers that say which particular counts more; they know no country and no party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.domain.incident import IncidentKind
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.read.incidents.mention import Role
from onrecord.read.incidents.merging import Group
from onrecord.read.sentence import SentenceReading

#: At least this much must speak for an act.
ENOUGH = 0.7
_RECENT_DAYS = 62
_LONG_DAYS = 31
_WHOLE_WAR = 60
_LEAD = 2
_OPENING = 5
_OFTEN = 5
_AGAIN = 3

_BY_KIND: dict[IncidentKind, float] = {
    "attack": -0.6, "robbery": -0.4, "airstrike": -0.3, "shelling": -0.5, "clash": 0.4,
    "abduction": 0.4, "killing": 0.3, "execution": 0.3, "shooting": 0.3, "bombing": 0.2,
    "explosion": 0.2, "arson": 0.3,
}  # fmt: skip
_FIGHTERS = frozenset({"soldier", "irregular", "military_thing"})


def salience(
    group: Group,
    kind: IncidentKind,
    *,
    doc_date: When | Unknown,
    sentences: Sequence[SentenceReading] = (),
) -> float:
    """Return how much speaks for a group of mentions to be an act told for its own sake.

    Args:
        group: The mentions.
        kind: What act they tell of.
        doc_date: The date of the document.
        sentences: The document's sentences, which tell a report from a speech or a long account.
    """
    return _BY_KIND.get(kind, 0.0) + sum(
        (
            *_by_time(group, doc_date),
            *_by_parties(group, kind),
            *_by_telling(group),
            *_by_genre(sentences),
        )
    )


def _by_genre(sentences: Sequence[SentenceReading]) -> Iterator[float]:
    """Weigh what sort of text it is: a speech, comment or long account touches on many acts."""
    if len(sentences) >= _LONG_TEXT:
        yield -0.3
    if sentences and (
        any(one.speaker is not None for one in sentences)
        or _GENRES.search(sentences[0].text, 0, _HEADING)
    ):
        yield -0.3


#: Notes on the genre that agencies and monitoring services set before a text.
_GENRES = re.compile(
    r"[\[(](?:[^\])]{0,40}\b)?(?:interview|speech|editorial|commentary|comment|opinion|analysis|"
    r"communique|letter|press conference)\b[^\])]{0,40}[\])]",
    re.IGNORECASE,
)
_HEADING = 400
_LONG_TEXT = 30


def _by_time(group: Group, doc_date: When | Unknown) -> Iterator[float]:
    times = group.times()
    day = next((when for when in times if when.precision == 1), None)
    when = day or next(iter(times), None)
    if when is None or when.earliest is None or when.latest is None:
        return
    if day is not None:
        yield 0.6
    if (when.latest - when.earliest).days > _LONG_DAYS:
        yield -0.4
    reported = doc_date.latest if isinstance(doc_date, When) else None
    if reported is not None and (reported - when.latest).days > _RECENT_DAYS:
        yield -0.6


def _by_parties(group: Group, kind: IncidentKind) -> Iterator[float]:
    patients = [one for one in group.patients() if one.names]
    sure = [one for one in patients if not one.bare]
    roles = {one.role for one in patients}
    yield -0.2 if not patients else 0.0 if sure else -0.4
    if any(one.proper and one.kind == "person" for one in patients):
        yield 0.4
    if any(one.role == "civil" for one in sure):
        yield 0.3
    if any(one.role == "thing" for one in sure):
        yield 0.4
    if any(one.plural and one.high is not None for one in sure):
        yield 0.5
    if kind != "clash":
        yield from _by_fighters(roles)
    if any((one.low or 0) >= _WHOLE_WAR and one.kind == "person" for one in patients):
        yield -1.5 if kind in ("killing", "attack", "execution", "arrest") else -0.5
    agents = {one.role for mention in group.mentions for one in mention.agents if one.names}
    yield 0.3 if agents & {"irregular", "civil"} else 0.0


def _by_fighters(roles: set[Role]) -> Iterator[float]:
    if roles & _FIGHTERS:
        yield -0.8
    if roles and roles <= _FIGHTERS:
        yield -0.4
    if "police" in roles:
        yield -0.3


def _by_telling(group: Group) -> Iterator[float]:
    if any(one.places for one in group.mentions):
        yield 0.5
    first = group.mentions[0].sentence
    yield 0.4 if first < _LEAD else 0.3 if first < _OPENING else 0.0
    told = len(group.mentions)
    yield 0.5 if told >= _OFTEN else 0.1 if told >= _AGAIN else 0.0
    if any(one.vague for one in group.mentions):
        yield -0.1
