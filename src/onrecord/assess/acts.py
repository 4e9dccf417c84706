"""What is done, announced, counted or claimed as a power, by classes: `ReportedAct`.

One act for each event, announcement and count; what several reports repeat is one. Acts of states only:
whether words permit a gunman to shoot is not asked. Nothing negated, supposed or imagined is an act.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.assess.act_words import (
    action_in,
    doer_words,
    domain_in,
    is_by_a_force,
    is_interception,
    is_of_several,
    is_only_talked_of,
    is_organ,
    is_state,
    own_words,
    target_in,
)
from onrecord.assess.authorities import Mention, instruments_of
from onrecord.assess.systems import (
    INTERNATIONAL,
    bodies_in,
    forces_in,
    owners_in,
    system_of,
    systems_of,
)
from onrecord.domain.authority import ActionClass, Authority, CoverageDomain
from onrecord.domain.case import Case
from onrecord.domain.event import Event
from onrecord.domain.gap import ActStanding, ReportedAct, coverage_from
from onrecord.domain.grouping import EventGroup
from onrecord.domain.statement import Act, Statement
from onrecord.domain.tally import Tally
from onrecord.domain.target import TargetClass
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where

#: PLOVER types whose events may be acts of force or short of it by a state.
_COERCIVE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "AID", "SUPPORT", "THREATEN"})
#: Modes of ASSAULT that are done to people in somebody's hands, or by a crowd: no strike.
_NO_STRIKE = frozenset(
    {
        "abduct",
        "beat",
        "torture",
        "sexual",
        "primitive",
        "crowd-control",
        "execute",
        "massacre",
        "cleansing",
    }
)
#: Modes that name what forces fight with.
_WEAPONS = frozenset({"aerial", "drone", "heavy-weapons", "explosives", "firearms"})
_ANNOUNCING = frozenset({"say.threat", "say.announce", "say.pledge"})
#: Classes whose words mean nothing else, for events whose act could not be coded.
_PLAIN = frozenset({"blockade", "overflight", "board", "seize"})
#: Who acts together with a party, right behind its name: "Velmara and Ilvane", "Velmara, with Ilvane,".
_TOGETHER = (
    r"(?:,)? (?:and|together with|along with|alongside) ((?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*)*)"
)
#: Words of a subject that stands right before its verb.
_SUBJECT = 5
_OCCURRING = frozenset({"occ.event", "occ.posture"})
_UNREAL = frozenset({"negation", "hypothetical", "counterfactual", "question"})
_OWN_VOICE = frozenset({"we", "i", "he", "she", "they", "it", "our", ""})
#: Units that count acts, and the class they are of.
_UNITS: Mapping[str, ActionClass] = {
    "strikes": "lethal_strike", "airstrikes": "lethal_strike", "air_strikes": "lethal_strike",
    "attacks": "lethal_strike", "raids": "lethal_strike", "bombings": "lethal_strike",
    "boardings": "board", "seizures": "seize", "overflights": "overflight",
}  # fmt: skip
_NOT_CODED = Unknown("the words do not say which kind of action it is")
_NO_TARGET = Unknown("what is done has no target by class")
#: Classes of action that have a target.
_AT_TARGETS = frozenset({"lethal_strike", "board", "seize", "capture", "blockade", "covert"})
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’']?\s")
#: Days that a report of one act may leave open: a night has two.
_NIGHTS = 1
#: Days before a report within which it tells news.
_RECENT = 3
_ORDER: tuple[ActStanding, ...] = ("happened", "counted", "announced", "asserted")


@dataclass(frozen=True, slots=True)
class _Told:
    """What one act rests on, before it is classed; `own` are the words that tell of the act itself."""

    subject: str
    standing: ActStanding
    statements: Sequence[Statement]
    act: Act | None
    actor: str
    system: str
    where: Where | None
    when: When | Unknown
    own: tuple[str, ...]


def acts_of(case: Case) -> tuple[ReportedAct, ...]:
    """Return every act, in order of time and standing; those without a day last."""
    found = [
        *_happened(case),
        *_confirmed(case),
        *_announced(case),
        *_counted(case),
        *_asserted(case),
    ]
    groups: dict[tuple[object, ...], list[ReportedAct]] = defaultdict(list)
    for one in sorted(found, key=_order):
        groups[_key(one)].append(one)
    return _of_one_day([_joined(group) for group in groups.values()])


def _joined(group: Sequence[ReportedAct]) -> ReportedAct:
    """Return reports of one act as one, with the classes that any of them tells."""
    return replace(
        group[0],
        statements=tuple(dict.fromkeys(name for one in group for name in one.statements)),
        domain=next(
            (d for one in group if not isinstance(d := one.domain, Unknown)), group[0].domain
        ),
        target=next(
            (t for one in group if not isinstance(t := one.target, Unknown)), group[0].target
        ),
        area=next((one.area for one in group if one.area), ""),
        country=next((one.country for one in group if one.country), ""),
    )


def _of_one_day(acts: Iterable[ReportedAct]) -> tuple[ReportedAct, ...]:
    """Return acts, those of one state of one kind on one day in one place as one that cites every report."""
    held = list(acts)
    groups: list[list[ReportedAct]] = []
    for one in sorted(held, key=lambda one: _has_no_day(one.when)):
        same = [group for group in groups if all(_is_same(one, each) for each in group)]
        if same:
            same[-1].append(one)
        else:
            groups.append([one])
    return tuple(sorted((_joined(group) for group in groups), key=_order))


def _has_no_day(when: When | Unknown) -> bool:
    """Say whether words give only the day of the report, by which it was done, or nothing."""
    return isinstance(when, Unknown) or when.earliest is None


def _is_same(mine: ReportedAct, other: ReportedAct) -> bool:
    """Say whether two reports may be of one act: state, kind, day and place agree as far as told."""
    done = mine.standing == other.standing == "happened"
    if not done or not mine.system or (mine.system, mine.action) != (other.system, other.action):
        return False
    classes = ((mine.domain, other.domain), (mine.target, other.target))
    told = all(isinstance(a, Unknown) or isinstance(b, Unknown) or a == b for a, b in classes)
    placed = not mine.country or not other.country or mine.country == other.country
    return told and placed and _overlap(mine.when, other.when)


def _overlap(mine: When | Unknown, other: When | Unknown) -> bool:
    """Say whether both are told to be within few days that they share.

    What a report tells without a day is what was done in the days before it, where just that is told.
    """
    first, second = _days(mine), _days(other)
    if first is None or second is None or (_has_no_day(mine) and _has_no_day(other)):
        return False
    short = all(
        (days[1] - days[0]).days <= (_RECENT if _has_no_day(when) else _NIGHTS)
        for days, when in ((first, mine), (second, other))
    )
    return short and first[0] <= second[1] and second[0] <= first[1]


def _days(when: When | Unknown) -> tuple[date, date] | None:
    """Return the first and the last day that words leave open; `None` where they leave all open."""
    if isinstance(when, Unknown) or when.latest is None:
        return None
    return when.earliest or when.latest - timedelta(days=_RECENT), when.latest


# -- what happened -----------------------------------------------------------------------------------


def _happened(case: Case) -> Iterator[ReportedAct]:
    counted = _counting(case)
    for group in case.events:
        if not _may_be_one(group.event, case):
            continue
        for told in _event_told(group, case, counted):
            made = _classed(told)
            if not isinstance(made.action, Unknown):
                yield made


def _counting(case: Case) -> frozenset[str]:
    """Return the statements that count acts: the count is the act then."""
    return frozenset(
        one.statement
        for tally in case.tallies
        if tally.scope.unit in _UNITS
        for one in tally.observations
    )


def _may_be_one(event: Event, case: Case) -> bool:
    """Say whether an event may be an act of a state: by its code, else by words that mean nothing else."""
    if not isinstance(event.act, Unknown):
        return event.act.code in _COERCIVE and event.act.mode not in _NO_STRIKE
    return any(action_in(case.statements[one].content.exact) in _PLAIN for one in event.statements)


def _event_told(group: EventGroup, case: Case, counted: frozenset[str]) -> Iterator[_Told]:
    """Yield an event as what an act rests on, once for each state told to do it; nothing where none is."""
    event = group.event
    statements = [case.statements[name] for name in event.statements]
    coded = [one for one in statements if _is_coercive(one)] or statements
    told = [one for one in coded if one.id not in counted and _is_of_a_day(one)]
    own = [one for one in told if not is_only_talked_of(one.content.exact)]
    own.sort(key=_plainness)
    by_a_force = any(is_by_a_force(one.content.exact) for one in own)
    for actor, system in _doers(event, own, case):
        if own and (actor or system or by_a_force):
            theirs = [one for one in own if one.actor == actor]
            yield _of_event(event, theirs or own, statements, (actor, system))


def _is_of_a_day(statement: Statement) -> bool:
    """Say whether words tell one act, and no count of many: a count of what was hit on one day does."""
    when = statement.when
    dated = isinstance(when, When) and when.basis != "document" and when.earliest is not None
    return statement.kind != "occ.tally" or (dated and _overlap(when, when))


def _of_event(
    event: Event, own: Sequence[Statement], statements: Sequence[Statement], doer: tuple[str, str]
) -> _Told:
    told = (event.where, *(one.where for one in (*own, *statements)))
    placing = (one for one in told if isinstance(one, Where) and _is_of_the_act(one, statements))
    where = next(placing, None)
    return _Told(
        subject=event.id,
        standing="happened",
        statements=[*own, *(one for one in statements if one not in own)],
        act=None if isinstance(event.act, Unknown) else event.act,
        actor=doer[0],
        system=doer[1],
        where=None if where is None or where.text.lower().startswith("from ") else where,
        when=event.when,
        own=tuple(one.content.exact for one in own),
    )


def _plainness(statement: Statement) -> tuple[bool, bool, bool]:
    """Return what puts the plainest words first: those that name the act, one act, and who does it."""
    words = statement.content.exact
    named = bool(statement.actor) and statement.actor in words
    return action_in(words) is None, is_of_several(words), not named


def _is_coercive(statement: Statement) -> bool:
    act = statement.act
    return act is not None and act.code in _COERCIVE and act.mode not in _NO_STRIKE


def _is_of_the_act(where: Where, statements: Iterable[Statement]) -> bool:
    """Say whether words place the act there, and not what it answers: "in reprisal for raids in the gulf"."""
    return not any(
        where.text in one.content.exact and where.text not in own_words(one.content.exact)
        for one in statements
    )


def _doers(event: Event, own: Sequence[Statement], case: Case) -> list[tuple[str, str]]:
    """Return who is told to do it with their state, one party for each state; empty words where nobody is.

    Where nobody is, the force whose strike it was called may stand before the act.
    """
    named = [words for words in event.actors if words.lower() not in _OWN_VOICE]
    states = {
        system: told
        for words in reversed(named)
        for system, told in _parties(words, own, case).items()
        if is_state(told, system)
    }
    if states:
        told = {system: words for system, words in states.items() if system} or states
        return [(words, system) for system, words in sorted(told.items())]
    if named:
        return []
    if any(words.lower() in ("we", "our", "it") for words in event.actors):
        return [next((_speaker(one, case) for one in own if one.voices), ("", ""))]
    words = own[0].content.exact if own else ""
    subject = doer_words(words).strip()
    # "Coast guard ships blockaded …" has a doer before it; "a soldier killed in …" has not.
    plain = action_in(words) in _PLAIN and len(subject.split()) <= _SUBJECT
    if plain and is_organ(subject):
        return [(subject, _state_of(subject, case))]
    owners = {
        code for one in own for code in owners_in(doer_words(one.content.exact), case.countries)
    }
    return [("", owners.pop() if len(owners) == 1 else "")]


def _parties(words: str, own: Iterable[Statement], case: Case) -> dict[str, str]:
    """Return the states that words for who acts lead to, each with its words, and those acting with them."""
    found = dict.fromkeys(systems_of(words, case.countries), words)
    for one in own:
        match = re.search(rf"{re.escape(words)}{_TOGETHER}", one.content.exact)
        others = systems_of(match.group(1), case.countries) if match is not None else ()
        found = {**dict.fromkeys(others, match.group(1) if match else ""), **found}
    found.pop(INTERNATIONAL, None)
    return found or {"": words}


def _speaker(statement: Statement, case: Case) -> tuple[str, str]:
    """Return who speaks and their state, where the record gives them an office; empty where it does not."""
    voice = statement.voices[-1]
    office = next(
        (
            words
            for one in case.statements.values()
            for words in (one.actor, *(said.text for said in one.voices))
            if voice.label in words and is_organ(words)
        ),
        "",
    )
    system = _state_of(office, case) or _state_of(voice.label, case)
    return (voice.label, system) if office or is_state(voice.label, system) else ("", "")


def _confirmed(case: Case) -> Iterator[ReportedAct]:
    """Yield what no event rests on: confirmations, what fulfils a threat, plain acts, deployments."""
    taken = {name for group in case.events for name in group.event.statements} | _counting(case)
    told_of = {name for group in case.events for name in group.event.told}
    fulfilling = {link.from_id for link in case.links if link.kind == "fulfils"}
    for statement in case.statements.values():
        told = statement.kind == "say.confirm" or statement.id in fulfilling
        told = told or (statement.kind in _OCCURRING and _is_coercive(statement))
        done = told and _is_done(statement)
        again = statement.id in told_of and statement.kind != "occ.posture"
        if statement.id in taken or again or not (done or _is_deployment(statement)):
            continue
        words = _completed(statement, case)
        for system, actor in sorted(_parties(statement.actor, [statement], case).items()):
            if not is_state(actor, system):
                continue
            made = _classed(_told(statement, "happened", actor, system, words=words))
            worded = statement.kind != "occ.posture" or action_in(words) is not None
            if worded and not isinstance(made.action, Unknown):
                yield made


def _is_done(statement: Statement) -> bool:
    """Say whether a statement reports something as done and nobody holds it back.

    Where forces hit is told as their posture too; it is held back by the same voices as an occurrence.
    """
    held = replace(statement, kind="occ.event") if statement.kind == "occ.posture" else statement
    return held.supports_event() and not is_only_talked_of(statement.content.exact)


def _is_deployment(statement: Statement) -> bool:
    """Say whether a statement of posture tells that forces were sent, and nobody holds it back."""
    coded = statement.act is not None and statement.act.code in _COERCIVE
    return statement.kind == "occ.posture" and coded and _is_done(statement)


def _completed(statement: Statement, case: Case) -> str:
    """Return the words of an act: from who acts, where another clause stands before, to what follows "what".

    Of "Ilvane, where Velmara has sent troops" the act begins with Velmara.
    """
    words = statement.content.exact
    if statement.actor in words and statement.actor not in own_words(words):
        words = words[words.index(statement.actor) :]
    if not words.lower().endswith(" what"):
        return words
    rest = case.sentence_of(statement).partition(words)[2]
    return words + _SENTENCE_END.split(rest)[0]


# -- what is announced, counted, claimed -------------------------------------------------------------


def _announced(case: Case) -> Iterator[ReportedAct]:
    """Yield threats, announcements and pledges of what the speaker's own side will do.

    A threat of violence that names no kind of action stands as such. What somebody foretells is announced
    where they foretell it of their own side.
    """
    for statement in case.statements.values():
        off = frozenset(statement.off_line)
        if off & _UNREAL or "future" not in off:
            continue
        foretold = statement.kind == "fut.prediction" and _is_of_own_side(statement, case)
        if statement.kind not in _ANNOUNCING and not foretold:
            continue
        actor, system = _announcing(statement, case)
        if not actor:
            continue
        made = _classed(_told(statement, "announced", actor, system))
        violent = statement.act is not None and statement.act.mode == "violence"
        if (violent and statement.kind == "say.threat") or not isinstance(made.action, Unknown):
            yield made


def _is_of_own_side(statement: Statement, case: Case) -> bool:
    """Say whether who foretells an act speaks for the state that is to act."""
    if not statement.voices:
        return False
    speaker, system = _speaker(statement, case)
    words = statement.actor.lower()
    if words in ("we", "our") or words.startswith(("its ", "our ", "their ")):
        return bool(speaker)
    owners = owners_in(doer_words(statement.content.exact), case.countries)
    if words:
        owners = frozenset({_state_of(statement.actor, case)})
    return bool(system) and owners == {system}


def _announcing(statement: Statement, case: Case) -> tuple[str, str]:
    """Return who is to act and their state: the one named, else who speaks; empty where it is no state."""
    own = statement.actor.lower().startswith(("its ", "our ", "their "))
    if statement.actor.lower() not in _OWN_VOICE and not own:
        system = _state_of(statement.actor, case)
        if is_state(statement.actor, system):
            return statement.actor, system
        named = any(voice.label in statement.actor for voice in statement.voices)
        return _speaker(statement, case) if named else ("", "")
    return _speaker(statement, case) if statement.voices else ("", "")


def _counted(case: Case) -> Iterator[ReportedAct]:
    for tally in case.tallies:
        action = _UNITS.get(tally.scope.unit)
        if action is None:
            continue
        statements = [case.statements[one.statement] for one in tally.observations]
        words = " ".join(one.content.exact for one in statements)
        told = [words for words in (tally.scope.actor, *(one.actor for one in statements)) if words]
        states = [words for words in told if is_state(words, _state_of(words, case))]
        actor = states[0] if states else ""
        system = _state_of(actor, case)
        if len(states) == len(told) if told else is_by_a_force(words) or _at_sea(words):
            made = _of_tally(tally, statements, action)
            yield replace(made, actor=actor, system=system)


def _of_tally(tally: Tally, statements: Sequence[Statement], action: ActionClass) -> ReportedAct:
    last = tally.observations[-1]
    domain, target = _agreed(statements)
    return ReportedAct(
        subject=tally.id,
        standing="counted",
        statements=tuple(dict.fromkeys(one.id for one in reversed(statements))),
        action=action,
        domain=domain,
        target=target,
        area=tally.scope.area,
        country=tally.scope.country,
        when=last.as_of,
    )


def _agreed(
    statements: Iterable[Statement],
) -> tuple[CoverageDomain | Unknown, TargetClass | Unknown]:
    """Return the domain and the target that the words of all reports of a count agree on."""
    held = list(statements)
    placed = [_domain([one.content.exact], one.where) for one in held]
    aimed = [target_in(_without(one.content.exact, [one.actor])) for one in held]
    domains = {one for one in placed if not isinstance(one, Unknown)}
    targets = {one for one in aimed if not isinstance(one, Unknown)}
    return (
        domains.pop() if len(domains) == 1 else Unknown("the reports do not say where alike"),
        targets.pop() if len(targets) == 1 else Unknown("the reports do not say against what"),
    )


def _at_sea(words: str) -> bool:
    return domain_in(words) == "high_seas"


def _asserted(case: Case) -> Iterator[ReportedAct]:
    """Yield what somebody claims the power to do: the claim is on record, the act is not."""
    for authority, mentions in instruments_of(case):
        for one in mentions:
            claimed = coverage_from(one.statement, one.coding, authority=authority.id)
            if _is_claimed_power(one) and claimed.effect == "confers":
                yield ReportedAct(
                    subject=one.statement.id,
                    standing="asserted",
                    statements=(one.statement.id,),
                    action=claimed.action_class,
                    domain=claimed.domain,
                    target=claimed.target_class,
                    actor=_claimant(one.statement),
                    system=_system_of_power(one, authority, case),
                    area=claimed.area,
                    country=one.statement.where.country if one.statement.where else "",
                    when=_when_claimed(one),
                )


def _system_of_power(mention: Mention, authority: Authority, case: Case) -> str:
    """Return whose power it is: that of the instrument's state, else of the state of who claims it."""
    if authority.system and authority.system != INTERNATIONAL:
        return authority.system
    if mention.statement.voices and (system := _speaker(mention.statement, case)[1]):
        return system
    owners = owners_in(mention.statement.content.exact, case.countries)
    states = (owners | {_state_of(mention.statement.actor, case)}) - {""}
    return next(iter(states)) if len(states) == 1 else ""


def _when_claimed(mention: Mention) -> When | Unknown:
    """Return when a power is claimed; the year in the name of a law is not that time."""
    when, span = mention.statement.when, mention.coding.span
    words = "" if span is None else span.exact
    named = f"{when.text} {words}" if isinstance(when, When) else ""
    content = mention.statement.content.exact
    if isinstance(when, When) and when.text and (when.text in words or named in content):
        return Unknown("the words give no time but that of the law")
    return when


def _is_claimed_power(mention: Mention) -> bool:
    claimed = mention.statement.kind == "law.authority_assertion"
    return claimed and mention.coding.action is not None


def _claimant(statement: Statement) -> str:
    return statement.voices[-1].label if statement.voices else statement.actor


# -- classes -----------------------------------------------------------------------------------------


def _told(
    statement: Statement, standing: ActStanding, actor: str, system: str, *, words: str = ""
) -> _Told:
    where = statement.where
    return _Told(
        subject=statement.id,
        standing=standing,
        statements=[statement],
        act=statement.act,
        actor=actor,
        system=system,
        where=where if where is not None and _is_of_the_act(where, [statement]) else None,
        when=statement.when,
        own=(words or statement.content.exact,),
    )


def _classed(told: _Told) -> ReportedAct:
    """Return an act with the classes that its words tell."""
    place = told.where
    action = _action(told.own, told.act)
    return ReportedAct(
        subject=told.subject,
        standing=told.standing,
        statements=tuple(dict.fromkeys(one.id for one in told.statements)),
        action=action,
        domain=_domain(told.own, place),
        target=_target(told.own, told.statements) if action in _AT_TARGETS else _NO_TARGET,
        actor=told.actor,
        system=told.system or (_state_of_forces(told.statements[:1]) if action == "deploy" else ""),
        area=place.name if place is not None else "",
        country=place.country if place is not None else "",
        when=told.when,
    )


def _action(texts: Sequence[str], act: Act | None) -> ActionClass | Unknown:
    """Return the class that the words tell, else that of the weapons it was coded with.

    Where words were cut off as telling of another act, the weapons may be of that one.
    """
    for text in texts:
        found = action_in(text)
        if found is not None:
            return found
    whole = all(own_words(text) == text and not is_interception(text) for text in texts)
    if whole and act is not None and act.code == "ASSAULT" and act.mode in _WEAPONS:
        return "lethal_strike"
    return _NOT_CODED


def _domain(texts: Sequence[str], where: Where | None) -> CoverageDomain | Unknown:
    """Return the domain that the words agree on, the place counting where it is stated.

    Words that tell of more than one act tell nothing, where others tell of one.
    """
    clear = [text for text in texts if not is_of_several(text)]
    if not clear:
        return Unknown("the words tell of more than one act")
    if where is not None and where.domain in ("land", "territorial_sea", "high_seas"):
        return where.domain
    place = where.text if where is not None else ""
    country = where.country if where is not None else ""
    found = [domain_in(text, place=place, country=country) for text in clear]
    told = {one for one in found if not isinstance(one, Unknown)}
    if len(told) == 1:
        return told.pop()
    if told:
        return Unknown(f"the words speak of {' and of '.join(sorted(told))}")
    return found[0]


def _target(texts: Sequence[str], statements: Iterable[Statement]) -> TargetClass | Unknown:
    """Return the class of target the words agree on; who acts is no target."""
    clear = [text for text in texts if not is_of_several(text)]
    if not clear:
        return Unknown("the words tell of more than one act")
    actors = {one.actor for one in statements if one.actor}
    found = [target_in(_without(text, actors)) for text in clear]
    told = {one for one in found if not isinstance(one, Unknown)}
    if len(told) == 1:
        return told.pop()
    return Unknown("the reports name several kinds of target") if told else found[0]


def _without(text: str, actors: Iterable[str]) -> str:
    for words in sorted(filter(None, actors), key=len, reverse=True):
        text = text.replace(words, " ")
    return text


def _state_of(words: str, case: Case) -> str:
    system = system_of(words, case.countries)
    return "" if system == INTERNATIONAL else system


def _state_of_forces(statements: Iterable[Statement]) -> str:
    """Return the state whose forces the words name, where who orders them is told by no state."""
    words = " ".join(own_words(one.content.exact) for one in statements)
    found = (forces_in(words) | bodies_in(words)) - {INTERNATIONAL}
    return next(iter(found)) if len(found) == 1 else ""


def _order(one: ReportedAct) -> tuple[str, int, str]:
    day = one.when.latest.isoformat() if isinstance(one.when, When) and one.when.latest else "~"
    return (day, _ORDER.index(one.standing), one.subject)


def _key(one: ReportedAct) -> tuple[object, ...]:
    """Return what makes two of them one: the same classes by the same party that day; events are apart."""
    if one.standing == "counted" or one.subject.startswith("evt-"):
        return (one.subject, one.system)
    day = one.when.edtf if isinstance(one.when, When) else None
    actor = one.actor.split()[-1].lower() if one.actor else ""
    place = (one.domain, one.target, one.area)
    return (one.standing, one.action, *place, actor, one.system, day)
