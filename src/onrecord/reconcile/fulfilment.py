"""What was threatened, promised, announced or predicted, and the later report that it came about.

A fulfilment is never certain: the link says what agrees and names what does not stand in the words.
What was said under a condition, denied, or planned again is met by nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.domain.link import Link
from onrecord.reconcile.links_told import (
    Told,
    by_key,
    link_of,
    names_party,
    near,
    party_keys,
    places_differ,
    spelled,
)
from onrecord.reconcile.parties import plain_name
from onrecord.reconcile.words import content_words

#: Without a day of its own a commitment is open for so long.
OPEN_DAYS = 180
#: Longer than this is not what most readers call soon.
SOON_DAYS = 14
#: Content words both must share where no name beside the actor's is shared.
SHARED_WORDS = 2
#: So many names of the actor shared are a person's, whose act needs no other name ("will resign").
PERSON = 2

_COMMITTING = frozenset(
    {"say.threat", "say.pledge", "say.announce", "fut.prediction", "say.confirm", "law.designation"}
)
_OCCURRED = frozenset(
    {"occ.event", "occ.tally", "occ.posture", "say.confirm", "law.oversight", "law.designation"}
)
#: Kinds that never support an event and still tell of something done.
_PLAIN = frozenset({"occ.posture", "law.oversight", "law.designation"})
#: Whose act is predicted: "analysts expect Norrast to attack".
_EXPECTED = re.compile(
    r"\b(?:expect|predict|fear|believe|think|forecast|anticipate)(?:s|ed)? (?:that )?(?P<who>[^,;]+?)"
    r" (?:to|will|would)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to|going to|plans?|intends?|intention|about to|ready to)\b",
    re.IGNORECASE,
)
_SOON = re.compile(
    r"\b(?:(?:very |quite )?soon|shortly|imminent(?:ly)?|immediate(?:ly)?|(?:in|within) (?:the )?"
    r"(?:coming|next) (?:hours|days))\b",
    re.IGNORECASE,
)
#: Verbs that leave it to the words behind them what was done.
_ASKED = re.compile(r"\?|\b(?:whether|when)\b", re.IGNORECASE)
_BEGINNING = content_words("operation begin launch carry carried vow vowed plan threat threatened")
#: What was called off or only talked of is no deed.
_UNDONE = re.compile(
    r"\b(?:cancel|halt|suspend|postpon|delay|prevent|avert|abandon|call(?:s|ed)? off|fail|refus|consider|plan"
    r"|prepar|discuss|weigh|propos|tabled)\w*",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"\b(?:propos|tabl)(?:es|ed)\b", re.IGNORECASE)
_LIGHT = re.compile(
    r"\b(?:carried out|conducted|launched|staged|mounted|undertaken)\b", re.IGNORECASE
)
_CONDITION = frozenset({"hypothetical", "counterfactual", "question", "negation"})

#: What is done, coarsely: the words that say so, and the PLOVER types it may have been coded as.
_FAMILIES: tuple[tuple[str, str, str], ...] = (
    (
        "force",
        r"attack|air ?strike|strik(?:e|es|ing)|struck|bomb|shell|opened? fire|sink|sank|sunk|invad"
        r"|march(?:es|ed)? on|advanc(?:e|es|ed) on|invasion|assault|raid|missile"
        r"|(?:military|land|ground|naval|air|combat) (?:operation|action|offensive)",
        "ASSAULT",
    ),
    (
        "deployment",
        r"deploy|mobili[sz]|dispatch|call(?:s|ed|ing)? up"
        r"|(?:send|sent|sending|move|moved|moving)\b[^,.]{0,30}(?:troops|soldiers|forces|ships|reinforcements)",
        "MOBILIZE",
    ),
    ("talks", r"talks|negotiat|summit|delegation|(?:will|would|to) (?:meet|attend)", "CONSULT"),
    (
        "penalty",
        r"sanction|designat|tariff|blacklist|expel|expulsion|embargo|blockade|(?:asset|visa)s? freeze",
        "SANCTION COERCE",
    ),
    (
        "release",
        r"releas\w*\b(?! (?:an? |the |its )?(?:statement|report|video|data|figures|list))"
        r"|free(?:s|d|ing) |withdraw|withdrew|pull(?:s|ed)? (?:out|back)|cease-?fire|truce"
        r"|lift(?:s|ed|ing)? ",
        "RETREAT CONCEDE",
    ),
    ("restoration", r"reopen|restor|resum|reconnect", "RETREAT"),
    ("arrest", r"arrest|detain|charg(?:e|ed|es|ing) |prosecut|on trial|indict|extradit", "COERCE"),
    ("execution", r"execut(?:e|ed|es|ing|ion|ions)\b|hang(?:ed|ing)?\b", "ASSAULT SANCTION"),
    ("aid", r"\b(?:aid|relief|humanitarian|assistance|donat|rescue teams?)", "AID"),
    ("vote", r"\bvot(?:e|es|ed|ing)\b|motion|resolution|referendum|parliamentary approval", ""),
    ("protest", r"walkout|go on strike|general strike|rally|rallies|march(?:es|ed)? ", "PROTEST"),
    ("evacuation", r"evacuat", "AID"),
    ("departure", r"resign|step(?:s|ped)? down|impeach", "RETREAT"),
    ("agreement", r"\b(?:sign|signs|signed|signing)\b", "SUPPORT AGREE"),
)
_WORDED = tuple(
    (name, re.compile(rf"(?<![\w-])(?:{words})", re.IGNORECASE)) for name, words, _ in _FAMILIES
)
_CODED = {
    code: frozenset(name for name, _, codes in _FAMILIES if code in codes.split())
    for code in "ASSAULT MOBILIZE CONSULT SANCTION COERCE RETREAT CONCEDE AID PROTEST SUPPORT".split()
}


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody said would be done.

    Attributes:
        told: The statement.
        families: What would be done, coarsely.
        parties: Keys of who would do it; of the speaker where the words name nobody.
        by_speaker: Whether `parties` are the speaker's.
        objects: Keys of the other names in its sentence: where, to whom.
        soon: The words that promise it soon; empty where there are none.
        due: First and last day it was said for, where the words give days to come.
        question: Whether it was only asked.
    """

    told: Told
    families: frozenset[str]
    parties: frozenset[str]
    by_speaker: bool
    objects: frozenset[str]
    soon: str
    due: tuple[date, date] | None
    question: bool = False

    @property
    def asks(self) -> bool:
        """Say that links are looked for from here."""
        return True

    @property
    def keys(self) -> tuple[str, ...]:
        """Return what is done and by whom, in every pairing."""
        return _pairings(self.families, self.parties)


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, by whom and when, as reported.

    Attributes:
        told: The statement.
        families: What was done, coarsely.
        objects: Keys of the other names in its sentence.
        day: First day of it.
    """

    told: Told
    families: frozenset[str]
    objects: frozenset[str]
    day: date

    @property
    def asks(self) -> bool:
        """Say that links are made to here only when asked for."""
        return False

    @property
    def keys(self) -> tuple[str, ...]:
        """Return what is done and by whom, in every pairing."""
        return _pairings(self.families, self.told.parties)


@dataclass(frozen=True, slots=True)
class Match:
    """A deed that may be what was committed to: how much agrees, and what does not stand there."""

    commitment: Commitment
    deed: Deed
    names: frozenset[str]
    words: frozenset[str]
    doubts: tuple[str, ...]

    @property
    def rank(self) -> tuple[int, int, date, tuple[str, str, int], str]:
        """Return what the best match is lowest in."""
        agreed = len(self.names) + len(self.words)
        return len(self.doubts), -agreed, self.deed.day, self.deed.told.at, self.deed.told.statement


def commitments_in(told: Iterable[Told]) -> Iterator[Commitment]:
    """Yield what one document says will be done, by somebody named or by the speaker."""
    for one in told:
        question = one.kind == "fut.question" and bool(_ASKED.search(one.sentence))
        if one.reported is None or not (question or _is_commitment(one)):
            continue
        families = _families(one.sentence if question else one.text)
        expected = _EXPECTED.search(one.text)
        parties = (party_keys(expected["who"]) if expected else one.parties) or one.speakers
        if not families or not parties:
            continue
        soon = _SOON.search(one.sentence)
        yield Commitment(
            told=one,
            families=families,
            parties=parties,
            by_speaker=not expected and not one.parties,
            objects=one.names - parties - one.speakers,
            soon=soon.group() if soon else "",
            due=_due(one),
            question=question,
        )


def deeds_in(told: Iterable[Told]) -> Iterator[Deed]:
    """Yield what one document says was done on a stated day by somebody named."""
    for one in told:
        if one.kind not in _OCCURRED or one.off_line or not one.parties or one.first is None:
            continue
        if one.reported is not None and one.first > one.reported:
            continue
        if one.kind == "occ.tally" and one.first != one.last:
            continue
        if _UNDONE.search(one.text):
            continue
        families = _CODED.get(one.act, frozenset()) | _families(one.text)
        if not families and _LIGHT.search(one.text):
            families = _families(one.sentence)
        if families and (one.supports or one.kind in _PLAIN):
            yield Deed(one, families, one.names - one.parties - one.speakers, one.first)


def find_fulfilments(
    commitments: Iterable[Commitment], deeds: Iterable[Deed], lineages: Mapping[str, str]
) -> Iterator[Link]:
    """Yield a link to each commitment from the deed that meets it best, if one plainly does.

    The deed must be of the same family, by the same named party, reported as of a day after the
    commitment, and share another name (a place, a target) or two words of its matter.
    """
    asked = list(commitments)
    index = by_key(deeds, asked)
    for commitment in asked:
        matches = [
            match
            for deed in near(commitment, index)
            for match in (_match(commitment, deed),)
            if match is not None
        ]
        if matches:
            best = min(matches, key=lambda match: match.rank)
            yield _link(best, lineages)


def _match(commitment: Commitment, deed: Deed) -> Match | None:
    said, done = commitment.told, deed.told
    if not _is_after(commitment, deed) or places_differ(said, done):
        return None
    names = commitment.objects & deed.objects
    words = frozenset(word for word in said.words & done.words if not _says_nothing(word, said))
    if commitment.question:
        same = _is_one_body(said.actor, done.actor)
        return Match(commitment, deed, names, words, ()) if same else None
    in_person = len(commitment.parties & done.parties) >= PERSON
    if (
        not names
        and not in_person
        and (len(words) < SHARED_WORDS or (commitment.objects and deed.objects))
    ):
        return None
    return Match(commitment, deed, names, words, tuple(_doubts(commitment, deed)))


def _says_nothing(word: str, said: Told) -> bool:
    """Say whether a shared word only says what is done, or who does it."""
    named = names_party(word, said.parties | said.speakers)
    return named or word in _BEGINNING or bool(_families(word))


def _is_one_body(a: str, b: str) -> bool:
    """Say whether one name begins with the other ("the Assembly of Velmara on Monday")."""
    first, second = f"{plain_name(a)} ", f"{plain_name(b)} "
    return first.startswith(second) or second.startswith(first)


def _is_commitment(told: Told) -> bool:
    if told.kind == "occ.event" and _PROPOSED.search(told.text):
        return told.supports
    if told.kind not in _COMMITTING or _CONDITION & set(told.off_line):
        return False
    announced = told.kind == "say.announce" and _AHEAD.search(told.text) is not None
    return "future" in told.off_line or announced


def _is_after(commitment: Commitment, deed: Deed) -> bool:
    reported = commitment.told.reported
    if reported is None or deed.told.statement == commitment.told.statement:
        return False
    said = min(commitment.told.first or reported, reported)
    if deed.day <= said or (deed.day - said).days > OPEN_DAYS:
        return False
    return deed.told.reported is None or deed.told.reported >= reported


def _doubts(commitment: Commitment, deed: Deed) -> Iterator[str]:
    said = commitment.told
    if commitment.by_speaker:
        yield "who would do it was not stated"
    if commitment.due is not None and not commitment.due[0] <= deed.day <= commitment.due[1]:
        yield f"it was said for {commitment.due[0]} to {commitment.due[1]}"
    elif commitment.soon and said.reported and (deed.day - said.reported).days > SOON_DAYS:
        yield f"whether that is «{commitment.soon}» is open"
    elif commitment.due is None:
        yield "no day was set"
    if not commitment.objects & deed.objects:
        yield "no place or target is named in both"


def _due(told: Told) -> tuple[date, date] | None:
    if told.last is None or told.reported is None or told.last <= told.reported:
        return None
    return told.first or told.reported, told.last


def _families(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _WORDED if pattern.search(text))


def _pairings(families: Iterable[str], parties: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        f"fulfils|{family}|{party}" for family in sorted(families) for party in sorted(parties)
    )


def _link(match: Match, lineages: Mapping[str, str]) -> Link:
    said, deed = match.commitment.told, match.deed
    days = (deed.day - said.reported).days if said.reported else 0
    if match.commitment.question:
        says = f"what {deed.told.actor} did answers what was asked of it"
        return link_of(deed.told, said, lineages, kind="updates", says=says)
    if said.kind == "occ.event":
        says = f"what was proposed came about {days} days later{_agreed(match)}"
        return link_of(deed.told, said, lineages, kind="updates", says=says)
    shared = sorted(match.commitment.families & deed.families)
    doubts = f"; not certain: {', '.join(match.doubts)}" if match.doubts else ""
    return link_of(
        deed.told,
        said,
        lineages,
        kind="fulfils",
        says=(
            f"{deed.told.actor} did {days} days later what had been said would be done"
            f" ({', '.join(shared)}){_agreed(match)}{doubts}"
        ),
    )


def _agreed(match: Match) -> str:
    if match.names:
        return f", both name {spelled(match.names, match.deed.told)}"
    return f", both speak of {', '.join(sorted(match.words))}" if match.words else ""
