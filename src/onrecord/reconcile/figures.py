"""Which numbers are counts that run: from Statements to `Figure`s, before any two are compared.

A running total counts incidents or what they did up to some day; an incident figure says what one
incident did. Durations, money, shares, measures, ordinals, forces and increments ("12 more") are
neither. The rules are written down in docs/decisions/0007-first-tallies.md.

Local to one document: nothing here knows another report or whose origin this one is counted by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from onrecord.domain.quantity import Quantity
from onrecord.domain.reading import Reading
from onrecord.domain.span import Span
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.tally import Observation
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where
from onrecord.reconcile.areas import PLACED_AFTER, QUARTER_BEFORE, names_in, quarters
from onrecord.reconcile.context import (
    DISASTERS,
    SUSTAINED,
    Context,
    Occasion,
    cause_in,
    disaster_in,
    introduces_one,
    names_incident,
    occasion_in,
    sustained_in,
)
from onrecord.reconcile.dates import as_of, window_of
from onrecord.reconcile.lineage import credit_of, folded_origin
from onrecord.reconcile.parties import PRONOUNS, name_keys, plain_name, proper_words
from onrecord.reconcile.scopes import Stated, with_antecedent
from onrecord.reconcile.tally_words import (
    group_before,
    group_of_dead,
    has_run_until,
    inclusion_in,
    is_former,
    is_hosted,
    is_lost,
    is_more,
    is_part,
    is_pending,
    is_recalled,
    is_said_to_run,
    moves_level,
    names_counting,
    names_total,
    reports_at,
)
from onrecord.reconcile.words import word_set

_KINDS = frozenset(
    {"occ.event", "occ.tally", "occ.context", "say.report", "say.confirm", "say.announce"}
)
_COMMITTED = frozenset({"CT+", "PR+"})
#: What is feared, expected or not yet confirmed is held by less, in units of its own.
_SOFT_KINDS = _KINDS | {"fut.prediction", "jdg.assessment", "jdg.inference"}
_SOFT_VALUES = _COMMITTED | {"PS+", "Uu"}
_SOFT_AUX = frozenset({"future"})

#: What may be counted of people: harm and movement that adds up.
_HARMS = word_set("""killed dead died injured wounded hurt missing detained arrested displaced
rescued evacuated
    hospitalised hospitalized abducted kidnapped executed buried identified sickened infected
    returned deported captured drowned convicted killed_or_missing injured_or_missing
    killed_or_injured""")
#: What stands at a level on any day: every figure of it is a figure as of that day.
_STOCKS = word_set("people_missing people_displaced")
#: Two men who fled are no displaced people; so many may be.
_FEW = 10
#: Units that are themselves incidents: their name is scope enough.
INCIDENTS = word_set("""strikes airstrikes air_strikes drone_strikes attacks raids incidents
arrests detentions
    executions explosions blasts bombings shootings sorties launches clashes protests abductions
    kidnappings violations cases interceptions seizures operations""")
_OBJECTS = word_set("""boats vessels ships speedboats fishing_boats aircraft helicopters drones
missiles rockets tanks
    vehicles homes houses buildings hospitals schools villages bodies deaths fatalities casualties
    injuries victims bridges shops farms factories churches mosques camps trucks convoys""")
_VICTIMS = word_set("bodies deaths fatalities casualties injuries victims")
_IN_A_DAY = re.compile(
    r"\b(?:(?:in|over|within|during) (?:the (?:last|past|previous) )?(?:24 hours|a (?:single )?day|one day)|"
    r"(?:in|over) the (?:last|past) day|overnight|that day|same day|(?:day|hours|night) alone)\b",
    re.IGNORECASE,
)
_NATIONWIDE = re.compile(
    r"\b(?:nation-?wide|country-?wide|(?:across|throughout) the (?:whole |entire )?(?:country|nation))\b",
    re.IGNORECASE,
)
#: What an event of so long ago did is no count that runs today.
_PAST = timedelta(days=92)
#: A second count in a sentence ("12 dead and 30 others hurt") stands this near to the first.
_BESIDE = 160

Role = Literal["total", "incident"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One count with what its words say it counts.

    Attributes:
        stated: The scope as far as the words state it.
        role: `total` for a running total, `incident` for what one incident did.
        as_of: The time it holds for.
        quantity: The figure with its bounds.
        statement: Id of the statement that carries it.
        span: The words that state it.
        issuer: Who gives it.
        outlet: Who published it.
        near: Names in its sentence, in those before it and in the title, nearest first; empty where
            the words themselves state an area.
        at: Document date, document id and offset, the order figures are looked at in.
        credit: The outlet its line credits; empty where it credits none.
        is_named_total: Whether its words call it the toll, a total or a level reached, beyond its tense.
    """

    stated: Stated
    role: Role
    as_of: When | Unknown
    quantity: Quantity
    statement: str
    span: Span
    issuer: str | Unknown
    outlet: str | Unknown
    near: tuple[tuple[str, ...], ...]
    at: tuple[str, str, int]
    credit: str = ""
    is_named_total: bool = False

    def observed(self, lineage: str) -> Observation:
        """Return the figure as a tally keeps it, counted by an origin: the outlet credited, if any."""
        return Observation(
            as_of=self.as_of,
            quantity=self.quantity,
            statement=self.statement,
            span=self.span,
            issuer=self.issuer,
            outlet=self.outlet,
            lineage=folded_origin(self.credit) or lineage,
        )


def figures_of(reading: Reading) -> tuple[Figure, ...]:
    """Return every count a document states that may support a Tally (law 5, rule 11).

    A figure without an area takes one where the document says that something happened, if a sentence near
    by names it; areas that only other documents state are left to `with_antecedent` later.
    """
    found = tuple(_figures(reading))
    areas = _areas(reading) | {one.stated.area: one.stated for one in found if one.stated.area}
    return tuple(
        replace(one, stated=with_antecedent(one.stated, one.near, areas))
        if one.near and one.stated.reach != "campaign"
        else one
        for one in found
    )


def takes_antecedent(figure: Figure) -> bool:
    """Say whether a figure may take the area named near it: what many incidents cost so far may not."""
    running = figure.role == "total" and figure.stated.reach == "campaign"
    return bool(figure.near) and not running


def _areas(reading: Reading) -> dict[str, Stated]:
    """Return the located areas in which, by the document, something happened."""
    return {
        area: Stated("", area=area, country=one.where.country, national=_is_national(one.where))
        for one in reading.statements
        if one.where is not None and one.where.country and one.supports_event()
        for area in (_area(one),)
        if area
    }


def _figures(reading: Reading) -> Iterator[Figure]:
    for statement in reading.statements:
        held = [one for one in statement.quantities if may_support(statement, one.quantity.unit)]
        if not held:
            continue
        name = statement.id
        for counted in held:
            figure = _figure(reading, statement, counted=counted, name=name)
            if figure is not None:
                yield figure


def may_support(statement: Statement, unit: str = "") -> bool:
    """Say whether a statement may carry an observation of a unit: an occurrence nobody holds back.

    What nobody is named for ("reportedly", "are said to be") is a count as well, with an unknown issuer.
    """
    innermost = statement.innermost
    if "historical" in innermost.aux:
        return False
    if is_soft(unit):
        return (
            statement.kind in _SOFT_KINDS
            and set(statement.off_line) <= _SOFT_AUX
            and innermost.value in _SOFT_VALUES
        )
    if statement.kind not in _KINDS or statement.off_line:
        return False
    unnamed = bool(statement.voices) and statement.voices[-1].identity == "unattributed"
    return innermost.value in _COMMITTED or (innermost.value == "Uu" and unnamed)


def is_soft(unit: str) -> bool:
    """Say whether a unit counts what is feared, expected or unconfirmed: never a toll."""
    return unit.startswith("people_feared_") or unit.endswith(("_expected", "_unconfirmed"))


def _figure(
    reading: Reading, statement: Statement, *, counted: Counted, name: str
) -> Figure | None:
    context = Context(reading, counted.span)
    quantity = counted.quantity
    if not _adds_up(quantity) or _is_set_apart(quantity, context=context):
        return None
    if quantity.unit in _OBJECTS and not is_lost(context, victims=quantity.unit in _VICTIMS):
        return None
    occasion = _occasion(context, inherits=not _group(quantity) and not _is_assault(statement))
    role = _role(statement, quantity, context=context, occasion=occasion)
    if role == "incident" and not quantity.unit.startswith("people_"):
        return None
    stated = _stated(statement, quantity, context=context, occasion=occasion)
    if _is_past(reading, statement) and not stated.window_start:
        return None
    document = reading.document
    return Figure(
        stated=stated,
        role=role,
        as_of=Unknown("the words give it as a former figure")
        if is_former(context)
        else as_of(reading, statement, context=context),
        quantity=quantity,
        statement=name,
        span=counted.span,
        issuer=_issuer(statement, context),
        outlet=credit_of(statement) or document.publisher or Unknown("the publisher is not stated"),
        credit=credit_of(statement),
        is_named_total=is_said_to_run(context),
        near=() if stated.area else _near(context, occasion),
        at=(document.date_edtf or "~", statement.document, counted.span.start),
    )


def _adds_up(quantity: Quantity) -> bool:
    """Say whether the unit is one that crises are counted in.

    An ordinal counts nothing, and neither does one thing ("more than one boat").
    """
    unit = quantity.unit
    if quantity.bound == "ordinal" or (quantity.value == 1 and not unit.startswith("people_")):
        return False
    if is_soft(unit):
        return unit.startswith("people_")
    if unit.startswith("people_"):
        return unit.removeprefix("people_") in _HARMS
    return unit in INCIDENTS or unit in _OBJECTS


def _is_set_apart(quantity: Quantity, *, context: Context) -> bool:
    """Say whether the words give an increment or a part of a count, not the count.

    "12 dead and 30 others hurt" has 30 hurt: what is more than the dead is no increment of the hurt.
    """
    if is_part(context) or is_recalled(context):
        return True
    if quantity.unit == "people_displaced" and is_hosted(context):
        return True
    if is_soft(quantity.unit):
        return False
    if is_pending(context):
        return True
    if moves_level(context):
        return True
    return is_more(context) and not _follows_other_harm(quantity, context=context)


def _follows_other_harm(quantity: Quantity, *, context: Context) -> bool:
    if quantity.unit == "people_killed" or not quantity.unit.startswith("people_"):
        return False
    before = [
        (one.span.start, one.quantity.unit)
        for other in context.reading.statements
        for one in other.quantities
        if context.span.start - _BESIDE <= one.span.start < context.span.start
        and one.quantity.unit.startswith("people_")
    ]
    return bool(before) and max(before)[1] != quantity.unit


def _is_assault(statement: Statement) -> bool:
    """Say whether somebody did it: no disaster named before is the cause."""
    return statement.act is not None and statement.act.code == "ASSAULT" and bool(statement.actor)


def _occasion(context: Context, *, inherits: bool) -> Occasion:
    """Return what the figure is counted over.

    Args:
        context: The figure with the words around it.
        inherits: Whether it may be of the disaster that the sentences before or the title name, or a total
            of the protests or the war: a count of people at large may, one of five soldiers may be of
            something else that befell them there.
    """
    sentence = context.sentence.of(context.reading.text)
    cause = cause_in(context.before)
    own = cause if cause.reach else occasion_in(context.segment, sentence)
    named = disaster_in(sentence)
    if not own.reach and len(named) == 1:
        return Occasion("event", named)
    if own.reach or not inherits or names_incident(sentence):
        return own
    for before in (*context.earlier_sentences(), context.reading.document.title or ""):
        told = _told_of(before, runs=is_said_to_run(context))
        if told is not None:
            return told
    return own


def _told_of(before: str, *, runs: bool) -> Occasion | None:
    """Return what a sentence before a figure makes it a figure of; `None` where it names no such thing.

    Only a disaster, or for a total what goes on for weeks, can be meant, and only if it is the only one.
    """
    disasters = disaster_in(before)
    sustained = sustained_in(before) if runs else frozenset()
    if not disasters and not sustained:
        return None
    if len(disasters) + len(sustained) > 1:
        return Occasion()
    return Occasion("event" if disasters else "campaign", disasters | sustained)


def _role(
    statement: Statement, quantity: Quantity, *, context: Context, occasion: Occasion
) -> Role:
    """Return whether a figure runs: said in so many words, or by its tense and what it counts."""
    if _is_of_a_day(context):
        return "incident"
    if quantity.window is not None or is_said_to_run(context) or group_of_dead(context):
        return "total"
    if quantity.unit.startswith("people_") and _grows(statement, context, occasion):
        return "total"
    if introduces_one(context.sentence.of(context.reading.text)) and quantity.unit not in INCIDENTS:
        return "incident"
    if _is_stock(quantity) or is_soft(quantity.unit):
        return "total"
    return "total" if has_run_until(context, reported=bool(statement.voices)) else "incident"


def _is_of_a_day(context: Context) -> bool:
    """Say whether the words count what one day did, and no longer stretch beside it."""
    segment = context.segment
    return bool(_IN_A_DAY.search(segment)) and not (
        names_total(segment) or "since" in segment.lower()
    )


def _is_stock(quantity: Quantity) -> bool:
    few = quantity.value is not None and quantity.value < _FEW
    return quantity.unit in _STOCKS and not (few and quantity.unit == "people_displaced")


def _grows(statement: Statement, context: Context, occasion: Occasion) -> bool:
    """Say whether what is counted goes on: a disaster's toll, or that of protests or a war.

    What protests cost on one stated day is not what they cost so far.
    """
    if occasion.nouns and occasion.nouns <= DISASTERS:
        return True
    if occasion.reach != "campaign" or not occasion.nouns <= SUSTAINED:
        return False
    when = statement.when
    if _IN_A_DAY.search(context.segment):
        return False
    one_day = isinstance(when, When) and when.precision == 1 and bool(when.text)
    return not (one_day and isinstance(when, When) and when.text in context.segment)


def _is_past(reading: Reading, statement: Statement) -> bool:
    """Say whether the words date what they count long before the report."""
    day, when = reading.document.doc_date, statement.when
    if not isinstance(day, When) or not isinstance(when, When) or not when.text:
        return False
    if day.earliest is None or when.latest is None:
        return False
    return when.latest < day.earliest - _PAST


def _stated(
    statement: Statement, quantity: Quantity, *, context: Context, occasion: Occasion
) -> Stated:
    start, until = window_of(quantity, statement, context=context)
    if until:
        occasion = occasion_in(context.segment, context.sentence.of(context.reading.text))
    incidents = quantity.unit in INCIDENTS
    reach = "campaign" if incidents or (start and occasion.reach != "event") else occasion.reach
    where = statement.where
    area = _area(statement)
    return Stated(
        unit=quantity.unit,
        actor=_actor(statement, context, people=quantity.unit.startswith("people_")),
        domain=_DOMAINS.get(where.domain, "") if where else "",
        area=area,
        window_start=start,
        reach=reach,
        nouns=frozenset() if incidents else occasion.nouns,
        group=group_of_dead(context) or _group(quantity) or _group_before(context),
        unit_is_scope=incidents,
        until=until,
        inclusion=inclusion_in(context),
        country=where.country if where and area else "",
        national=bool(where and area and _is_national(where)),
    )


#: A country as a whole is located with this precision, and so is a vague part of it.
_COUNTRY = 6


def _is_national(where: Where) -> bool:
    """Say whether a place is a whole country and no quarter of one."""
    return bool(where.country) and where.precision == _COUNTRY and not quarters(where.text)


def _area(statement: Statement) -> str:
    """Return the area the words name, with the quarter right before it ("eastern Velmara")."""
    where = statement.where
    if where is None or not proper_words(where.name) or _is_origin(where, statement.content.exact):
        return ""
    before, _, _ = where.text.partition(where.name)
    quarter = QUARTER_BEFORE.search(before)
    return f"{quarter.group(1).lower()} {where.name}" if quarter else where.name


def _is_origin(where: Where, words: str) -> bool:
    """Say whether a place is only where some of the people come from ("foreigners from Velmara")."""
    before, found, _ = words.partition(where.name)
    return bool(found) and bool(_PEOPLE_FROM.search(before))


_PEOPLE_FROM = re.compile(
    r"(?:\b(?:foreigners|nationals|citizens|refugees|migrants|tourists|workers|visitors|students|pilgrims|"
    r"fighters|mercenaries)|\b(?:including|among them)\b[^.;,]{0,40})\s(?:are\s|were\s|came\s)?from\s"
    r"(?:[A-Z][\w’'-]+(?:,|\sand|,\sand)\s)*$"
)


def _near(context: Context, occasion: Occasion) -> tuple[tuple[str, ...], ...]:
    """Return the names an area may be taken from: right behind the figure, else sentence by sentence.

    A sentence about another disaster gives no area to this one, and behind "nationwide" no town is meant.
    """
    own = context.sentence.of(context.reading.text)
    placed = PLACED_AFTER.match(context.reading.text[context.span.end : context.sentence.end])
    if placed:
        return (names_in(placed.group(1)),)
    told: list[tuple[str, ...]] = []
    for sentence in (own, *context.earlier_sentences(), context.reading.document.title or ""):
        if not occasion.nouns or disaster_in(sentence) <= occasion.nouns:
            told.append(names_in(sentence))
        if _NATIONWIDE.search(sentence):
            break
    return tuple(names for names in told if names)


def _group(quantity: Quantity) -> str:
    """Return who is counted when that is fewer than people at large: "49 civilians" are no toll.

    A people by its name ("40 Libyans") is taken for people at large.
    """
    words = quantity.counted.split()
    if not words or not quantity.unit.startswith("people_"):
        return ""
    noun = words[-1]
    return "" if noun[:1].isupper() or noun.lower() in _AT_LARGE else noun.lower()


def _group_before(context: Context) -> str:
    noun = group_before(context)
    return "" if noun in _AT_LARGE else noun


_AT_LARGE = word_set(
    """people persons person individuals souls dead deaths death fatalities fatality lives life victims
    victim bodies body casualties casualty injured wounded missing injuries detained displaced killed
    others residents inhabitants citizens folk toll corpses remains arrested arrests arrest detainees
    detentions detention unaccounted homeless evacuated evacuees rescued survivors executed executions
    died drowned hurt wounds buried individual additional more cases numbers"""
)
_DOMAINS = {"land": "land", "territorial_sea": "sea", "high_seas": "sea", "airspace": "air"}


#: Acts that are counted; whoever verifies, reports or mourns is not who did it.
_DOING = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "AID"})


def _actor(statement: Statement, context: Context, *, people: bool) -> str:
    """Return who does what is counted.

    Empty when the words name the one who counts, an incident ("a winter storm") or nobody.
    """
    actor = statement.actor
    if people and (statement.act is None or statement.act.code not in _DOING):
        return ""
    if actor.casefold().startswith("according"):
        return ""
    if _reporter(statement, context) or context.span.exact in actor or actor in context.span.exact:
        return ""
    voices = {
        plain_name(label) for voice in statement.voices for label in (voice.text, voice.label)
    }
    if plain_name(actor) in voices or names_counting(context.segment) or names_total(actor):
        return ""
    return actor if _is_named(actor, statement) and not names_incident(actor) else ""


def _is_named(actor: str, statement: Statement) -> bool:
    """Say whether a party is named; the first word of a sentence is no name for its capital."""
    named = name_keys(actor)
    mentions = [name_keys(name) for name in statement.names]
    return bool(named) and (not mentions or any(named & keys for keys in mentions))


def _issuer(statement: Statement, context: Context) -> str | Unknown:
    """Return who gives the figure: the innermost source, else who reports it, else the outlet."""
    if not statement.voices:
        outlet = context.reading.document.publisher
        issuer = _reporter(statement, context) or _named_beside(context) or outlet
        return issuer or Unknown("neither a source nor an outlet is named")
    voice = statement.voices[-1]
    if voice.identity == "unattributed" or plain_name(voice.label) in PRONOUNS:
        return Unknown(f"the words name the source as {voice.label or 'nobody'} only")
    return voice.label or Unknown("the source is not named")


#: Who counts, as headlines name them.
_WHO = (
    r"(?:[A-Za-z][\w’'.-]*\s){0,3}?(?:police|officials?|army|military|government|ministr(?:y|ies)|"
    r"state (?:media|tv)|un|medics|doctors|hospitals?|union|monitors?|rescuers|authorities|governor|"
    r"(?:rights|aid|monitoring) groups?)"
)
_NAMED_BESIDE = (
    re.compile(rf"^\s*(?P<who>{_WHO}):\s", re.IGNORECASE),
    re.compile(rf"(?::|\s[-–—])\s(?P<who>{_WHO})\s*$", re.IGNORECASE),
    re.compile(rf",\s(?P<who>{_WHO})\s(?:say|says|said)\.?\s*$", re.IGNORECASE),
)


def _named_beside(context: Context) -> str:
    """Return who counts where a headline only sets them beside it ("60 dead in blast: police")."""
    sentence = context.sentence.of(context.reading.text)
    found = next((match for one in _NAMED_BESIDE if (match := one.search(sentence))), None)
    return found.group("who") if found else ""


def _reporter(statement: Statement, context: Context) -> str:
    """Return the actor when the words have it report the figure ("the ministry repeated that")."""
    sentence = context.sentence.of(context.reading.text)
    at = sentence.find(statement.actor) if statement.actor else -1
    if at < 0 or at > context.span.start - context.sentence.start:
        return ""
    if plain_name(statement.actor) in PRONOUNS:
        return ""
    return statement.actor if reports_at(sentence, at + len(statement.actor)) else ""
