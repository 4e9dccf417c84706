"""Reading a document's incidents: one `Incident` for each act of violence it tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.domain.incident import Incident, IncidentKind, IncidentStage, Party, Standing, Toll
from onrecord.domain.span import span_at
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.ports.gazetteer import Gazetteer
from onrecord.read.incidents.countries import state_named
from onrecord.read.incidents.fighters import (
    bodies_of_fighters,
    doers_near,
    full_names,
)
from onrecord.read.incidents.finding import mentions_in
from onrecord.read.incidents.mention import Fate, Mention, Name, PartyMention
from onrecord.read.incidents.merging import Group, family_of, grouped
from onrecord.read.incidents.party_names import names_in_brackets
from onrecord.read.incidents.salience import ENOUGH, salience
from onrecord.read.incidents.settings import (
    Dateline,
    dateline_of,
    one_day,
    speaks_of_here,
    states_in,
    states_named,
    states_of,
)
from onrecord.read.incidents.tolls import numbers_in, toll_of
from onrecord.read.incidents.words import IRREGULARS
from onrecord.read.sentence import SentenceReading
from onrecord.read.times import FoundTime, find_times

_NO_DAY = Unknown("the document names no day for it")
#: How much more a state counts that the sentences of an act name, and the one a report was filed in.
_IN_ITS_SENTENCES = 2
_FILED_THERE = 2
#: More parties than this are not kept: a list without end is no list of parties.
_MOST = 60
_NO_STATE = Unknown("nothing tells in which state it happened")


def find_incidents(
    sentences: Sequence[SentenceReading],
    *,
    doc_date: When | Unknown,
    gazetteer: Gazetteer | None = None,
) -> tuple[Incident, ...]:
    """Return the acts of violence a document tells of, in order of their first telling.

    What is negated, supposed, planned, feared or told of in general makes none. Who did it is what
    the words say, with how surely they say it.

    Args:
        sentences: The document's sentences, in order.
        doc_date: The date of the document.
        gazetteer: Knows in which state a place lies; without one, only states, their people and
            their capitals tell.
    """
    if not sentences:
        return ()
    text = sentences[0].text
    dateline = dateline_of(text, gazetteer)
    mentions: list[Mention] = []
    days: list[When | None] = []
    narrative: date | None = None
    flat = _for_times(text)
    for number, sentence in enumerate(sentences):
        times = find_times(flat, sentence.extent, doc_date=doc_date, narrative=narrative)
        narrative = _last_day(times) or narrative
        days.append(one_day(times, dateline=dateline, doc_date=doc_date))
        mentions += mentions_in(sentence, number, times=times, dateline=dateline, doc_date=doc_date)
    groups = [
        group
        for group in grouped(mentions)
        if _is_told(group)
        and salience(group, kind_of(group), doc_date=doc_date, sentences=sentences) >= ENOUGH
    ]
    setting = _Setting(sentences, dateline, gazetteer, days)
    return tuple(setting.incident_of(group) for group in groups)


def _for_times(text: str) -> str:
    """Return a text of the same length in which line breaks and capitals hide no time.

    In a text in capitals nothing tells "USA TODAY" from the day; the day is far commoner.
    """
    flat = text.replace("\n", " ")
    return flat.replace("TODAY", "today") if flat.isupper() else flat


def _last_day(times: Sequence[FoundTime]) -> date | None:
    days = [one.when.earliest for one in times if one.when.precision == 1]
    return days[-1] if days else None


def _is_told(group: Group) -> bool:
    """Say whether a group tells of one act rather than of violence in general."""
    return any(not one.vague and one.telling in ("act", "name") for one in group.mentions)


class _Setting:
    """What one document gives to all of its incidents."""

    def __init__(
        self,
        sentences: Sequence[SentenceReading],
        dateline: Dateline,
        gazetteer: Gazetteer | None,
        days: Sequence[When | None],
    ) -> None:
        self.sentences = sentences
        self.text = sentences[0].text
        self.document = sentences[0].document
        self.dateline = dateline
        self.gazetteer = gazetteer
        self.days = days
        self.states = Counter(code for one in sentences for code in states_in(one))
        self.numbers = numbers_in(sentences)
        self.armed = bodies_of_fighters(sentences)
        self.in_full = full_names(sentences)
        self.aliases = _aliases(sentences)

    def incident_of(self, group: Group) -> Incident:
        """Return the incident a group of mentions tells of."""
        victims, targets = self._patients(group)
        named = _distinct_names(name for one in group.mentions for name in one.places)
        state = self._state(group, named)
        places = tuple(name.words for name in named if not state_named(name.words))
        return Incident(
            document=self.document,
            kind=kind_of(group),
            stage=_stage_of(group),
            cues=tuple(
                span_at(self.text, one.cue, document=self.document, role="cue")
                for one in group.mentions
            ),
            when=self._day(group) or _NO_DAY,
            country=state or _NO_STATE,
            places=places or self._here(group, state),
            perpetrators=tuple(self._perpetrators(group)),
            victims=tuple(self._party(one) for one in victims),
            targets=tuple(self._party(one) for one in targets),
            killed=self._toll(group, "killed"),
            injured=self._toll(group, "injured"),
        )

    def _day(self, group: Group) -> When | None:
        """Return the day told of an act, else the one that the sentence before it speaks of.

        A day of its own sentence that is not told of it dates something else.
        """
        first = group.mentions[0].sentence
        return _day_of(group) or (self.days[first - 1] if first else None)

    def _toll(self, group: Group, fate: Fate) -> Toll | Unknown:
        return toll_of(group, fate, numbers=self.numbers, sentences=self.sentences)

    def _state(self, group: Group, places: Sequence[Name]) -> str:
        """Return the state an act happened in: named as its place, of its place, or most spoken of."""
        named = next((code for name in places if (code := state_named(name.words))), "")
        if named:
            return named
        spoken = Counter(self.states)
        for number in {one.sentence for one in group.mentions}:
            for code in states_named(self.sentences[number]):
                spoken[code] += _IN_ITS_SENTENCES
            for code in states_in(self.sentences[number]):
                spoken[code] += 1
        if self.dateline.state:
            spoken[self.dateline.state] += _FILED_THERE
        likely = [code for code, _ in spoken.most_common()]
        known = [states_of(name.words, self.gazetteer) for name in places]
        for codes in known:
            found = next((code for code in likely if code in codes), "")
            if found:
                return found
        if likely:
            return likely[0]
        return next((codes[0] for codes in known if codes), "")

    def _here(self, group: Group, state: str) -> tuple[str, ...]:
        """Return the place a report was filed in where an act is told of "this city" or "here"."""
        if not self.dateline.place or self.dateline.state != state:
            return ()
        told = (self.sentences[one.sentence] for one in group.mentions)
        return (self.dateline.place,) if any(speaks_of_here(one) for one in told) else ()

    def _patients(self, group: Group) -> tuple[list[PartyMention], list[PartyMention]]:
        victims: list[PartyMention] = []
        targets: list[PartyMention] = []
        for party in group.patients():
            if party.names:
                things = party.kind in ("thing", "organisation")
                _join(targets if things else victims, party)
        return victims, targets

    def _perpetrators(self, group: Group) -> Iterator[Party]:
        people: list[PartyMention] = []
        bodies: list[PartyMention] = []
        standings: dict[int, list[Standing]] = {}
        for mention in group.mentions:
            for party in mention.agents:
                if party.kind != "organisation":
                    if party.names:
                        _join(people, self._in_full(party))
                elif party.names:
                    at = _join(bodies, self._with_aliases(party))
                    if party.standing is not None:
                        standings.setdefault(at, []).append(party.standing)
        if not people and not bodies:
            people += doers_near(self.sentences, group.mentions[0].sentence)
        if not bodies and len(self.armed) == 1 and any(one.role == "irregular" for one in people):
            standings[len(bodies)] = ["possible"]  # said of its fighters, not of these
            bodies.append(self._with_aliases(self.armed[0]))
        yield from (self._party(one) for one in people)
        for at, body in enumerate(bodies):
            yield self._party(body, tuple(dict.fromkeys(standings.get(at, ["fact"]))))

    def _in_full(self, party: PartyMention) -> PartyMention:
        """Return the fighters whom a document's plural names for "a rebel attack"."""
        word = party.names[0].words.casefold()
        if party.plural or party.role != "irregular" or word not in IRREGULARS:
            return party
        return self.in_full.get(word, party)

    def _with_aliases(self, party: PartyMention) -> PartyMention:
        more = [name for one in party.names for name in self.aliases.get(one.words.casefold(), ())]
        return _with_names(party, more)

    def _party(self, party: PartyMention, standing: tuple[Standing, ...] = ()) -> Party:
        return Party(
            names=tuple(name.words for name in party.names),
            kind=party.kind,
            spans=tuple(
                span_at(self.text, name.extent, document=self.document) for name in party.names
            ),
            standing=standing,
        )


def kind_of(group: Group) -> IncidentKind:
    """Return what an act is: the most special kind its tellings give, the first of equals."""
    kinds = [one.kind for one in group.mentions if one.telling in ("act", "name")]
    family = group.family
    own = [kind for kind in kinds if family_of(kind) == family]
    if "bombing" in own:  # "the explosion" tells of it again
        return "bombing"
    return next((kind for kind in own if kind != "attack"), own[0] if own else "attack")


def _stage_of(group: Group) -> IncidentStage:
    stages = [one.stage for one in group.mentions if one.telling in ("act", "name")]
    return "accomplished" if "accomplished" in stages else stages[0]


def _day_of(group: Group) -> When | None:
    times = group.times()
    days = [when for when in times if when.precision == 1]
    return next(iter(days or times), None)


def _join(known: list[PartyMention], party: PartyMention) -> int:
    """Add a party to those known, or its names to the one it is; return its place."""
    for at, other in enumerate(known):
        if other.heads & party.heads:
            known[at] = _with_names(other, party.names)
            return at
    if len(known) < _MOST:
        known.append(party)
    return len(known) - 1


def _with_names(party: PartyMention, names: Sequence[Name]) -> PartyMention:
    have = {name.words.casefold() for name in party.names}
    more = tuple(name for name in names if name.words.casefold() not in have)
    return PartyMention(
        names=(*party.names, *more),
        kind=party.kind,
        role=party.role,
        proper=party.proper,
        plural=party.plural,
        bare=party.bare,
        low=party.low,
        high=party.high,
        fate=party.fate,
        standing=party.standing,
    )


def _distinct_names(names: Iterator[Name]) -> list[Name]:
    found: dict[str, Name] = {}
    for name in names:
        found.setdefault(name.words.casefold(), name)
    return list(found.values())


def _aliases(sentences: Sequence[SentenceReading]) -> dict[str, tuple[Name, ...]]:
    """Return, for each name of an organisation that a document names twice, folded, all its names."""
    return {
        name.words.casefold(): pair
        for one in sentences
        for pair in names_in_brackets(one)
        for name in pair
    }
