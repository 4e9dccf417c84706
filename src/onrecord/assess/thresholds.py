"""Where named thresholds stand, in the words on record: `thresholds_of`.

A threshold is crossed where somebody is cited who tells of it as done. It is not crossed where somebody
says so: "has not ordered", "could have sent … but did not". A forecast that it is unlikely says neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.assess.acting import Cast, cast_of, party_named
from onrecord.assess.acts_of_force import Told, uses_force
from onrecord.assess.reached import is_history, latest_of, told_of
from onrecord.assess.threshold_table import NAME, RULES, VERSION, Rule
from onrecord.domain.case import Case
from onrecord.domain.clauses import free_relative
from onrecord.domain.escalation import Threshold, ThresholdMention, ThresholdState
from onrecord.domain.statement import Statement

_TABLE = f"{NAME} {VERSION}"
#: Kinds that weigh, or speak of the power to act, and so tell of no crossing.
_SILENT = ("jdg", "law", "meta", "tgt")
#: What stands before the words and makes them something other than a deed.
_GOVERNED = re.compile(
    r"""\b(?:
      authori[sz]\w+|plan(?:s|ned|ning)?|prepar\w+|threat\w*|consider\w*|call(?:s|ed|ing)?\ (?:for|on)
    | demand\w*|want\w*|vow\w*|warn\w*|fear\w*|risk\w*|possib\w+|propos\w+|oppos\w+|debat\w+
    | rul(?:e|ed|es|ing)\ out|seek\w*|sought|request\w*|urg(?:e|ed|ing)|intend\w*|if|could|would|may|might
    | should|aim(?:ed|ing|s)?|exercis\w+|drills?|simulat\w+|rehears\w+|avoid\w*|prevent\w*|avert\w*|fail\w*
    | attempt\w*|tried|try|trying|anniversary|ready|promis\w+|pledg\w+|hop(?:e|es|ed|ing)|accus\w+|alleg\w+
    | suspected|potential|prospect|talk\ of|option|instead\ of|rather\ than|without|never|denied|den(?:y|ies)
    | refus\w+|reject\w*|condemn\w*|critici[sz]\w+|protest\w*\ against|voted|lift(?:ed|ing)?|response\ to
    | retaliation\ for|since|before|ahead\ of|until|unless|whether
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
#: What puts a name to a deed and supposes nothing: "carried out what would be the first strike".
_NAMED_AS = re.compile(r"\bwhat (?:would|may|might|could) (?:be|have been)\b", re.IGNORECASE)
_STOPPED_SHORT = re.compile(
    r"\b(?:stopp?(?:ed|ing|s) short of|held back from|refrained from|ha(?:s|ve|d) yet to|did not)\b",
    re.IGNORECASE,
)
_COULD_HAVE = re.compile(
    r"\b(?:could|might|would) (?:easily |instead |also )?have\b", re.IGNORECASE
)
_NO = re.compile(r"\b(?:not|no|never|nobody|neither|nor|without|none|\w+n[’']t)\b", re.IGNORECASE)
_SOIL = re.compile(r"\b(?:soil|territory|mainland)\b")
_LANDS = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")
_ASKED = re.compile(r"\b(?:if|would|could|will|might|may|should)\b", re.IGNORECASE)
_CIVILIANS = re.compile(
    r"\b(?:protest(?:e|o)rs?|demonstrators|farmers|truckers|drivers|workers|strikers|residents"
    r"|activists|students)\b",
    re.IGNORECASE,
)
_STATE = re.compile(r"[A-Z]{2}$")
_WISHED = re.compile(r"\b(?:if|had|were|should|unless)\b", re.IGNORECASE)
_DONE_KINDS = frozenset({"occ.event", "say.confirm", "occ.posture", "occ.tally"})


def thresholds_of(case: Case) -> tuple[Threshold, ...]:
    """Return each threshold that words on record speak of, by party, with every mention oldest first.

    The order of documents does not matter.
    """
    cast = cast_of(case)
    found: dict[tuple[str, str], list[tuple[Rule, Told, ThresholdState]]] = defaultdict(list)
    named = {rest.id for one in case.statements.values() if (rest := free_relative(case, one))}
    for statement in case.statements.values():
        if statement.id in named:
            continue
        told = told_of(case, statement, cast)
        for rule, state in _spoken_of(case, told, cast):
            found[rule.name, told.party].append((rule, told, state))
    made = [_threshold(case, party, held) for (_, party), held in found.items()]
    order = {rule.name: at for at, rule in enumerate(RULES)}
    return tuple(sorted(made, key=lambda one: (order[one.name], one.party)))


def _threshold(
    case: Case, party: str, held: Iterable[tuple[Rule, Told, ThresholdState]]
) -> Threshold:
    ordered = sorted(held, key=lambda one: _order(case, one[1].statement))
    rule = ordered[0][0]
    return Threshold(
        name=rule.name,
        label=rule.label,
        dimension=rule.dimension,
        value=rule.value,
        mentions=tuple(ThresholdMention(told.statement.id, state) for _, told, state in ordered),
        table=_TABLE,
        party=party,
    )


def _order(case: Case, statement: Statement) -> tuple[date, date, str]:
    reported = latest_of(case.documents[statement.document].doc_date) or date.max
    return latest_of(statement.when) or reported, reported, statement.id


def _spoken_of(case: Case, told: Told, cast: Cast) -> Iterator[tuple[Rule, ThresholdState]]:
    """Yield each threshold that a statement speaks of, and what it says of it."""
    statement = told.statement
    if statement.kind.partition(".")[0] in _SILENT and not _announces(statement):
        return
    if is_history(case, statement):
        return
    for rule in RULES:
        words = rule.words.search(told.clause)
        if (
            words is None
            or _is_civil(rule, told)
            or not _is_elsewhere(rule, told, words.group(), cast)
        ):
            continue
        state = _state(rule, told, told.clause[: words.start()], words.group())
        if state is not None:
            yield rule, state


def _state(rule: Rule, told: Told, before: str, match: str) -> ThresholdState | None:
    """Return what a clause says of a threshold that it speaks of; `None` where it says nothing sure."""
    statement = told.statement
    aux = set(statement.off_line)
    if _STOPPED_SHORT.search(before) or _is_denied(statement, before, match):
        return "not_crossed"
    if "counterfactual" in aux:
        unreal = _COULD_HAVE.search(told.clause) and not _WISHED.match(told.clause)
        return "not_crossed" if unreal else "supposed"
    if statement.kind == "fut.prediction":
        return "supposed" if statement.innermost.value.endswith("-") else "threatened"
    if statement.kind == "say.threat":
        return "threatened"
    if "question" in aux and not _ASKED.search(told.clause):
        return None
    if {"hypothetical", "question"} & aux or statement.kind.startswith("fut."):
        return "supposed"
    if "future" in aux or statement.kind == "say.pledge":
        return "threatened"
    return _crossed(rule, told, before)


def _crossed(rule: Rule, told: Told, before: str) -> ThresholdState | None:
    statement = told.statement
    certain = statement.innermost.value in ("CT+", "PR+")
    done = statement.supports_event() or (statement.kind == "occ.posture" and certain)
    announced = rule.announced and _announces(statement) and certain
    if rule.name.startswith("strike-") and not uses_force(told):
        return None
    if not (done or announced) or _GOVERNED.search(_NAMED_AS.sub("", before)):
        return None
    return "crossed"


def _announces(statement: Statement) -> bool:
    return statement.kind in ("say.announce", "law.instrument", "law.designation") and not (
        statement.off_line
    )


def _is_denied(statement: Statement, before: str, match: str) -> bool:
    """Say whether what is told is that it did not happen: not what will not, or may not."""
    aux = set(statement.off_line)
    said = f"{before} {match.split(maxsplit=1)[0]}"
    return (
        "negation" in aux
        and (statement.kind == "say.deny" or _NO.search(said) is not None)
        and not {"future", "hypothetical", "counterfactual", "question"} & aux
        and statement.kind in _DONE_KINDS | {"say.deny", "occ.context", "say.report"}
    )


def _is_civil(rule: Rule, told: Told) -> bool:
    """Say whether it is a blockade by people who protest: that is another thing than one by forces."""
    return rule.name == "blockade" and _CIVILIANS.search(told.clause) is not None


def _is_elsewhere(rule: Rule, told: Told, words: str, cast: Cast) -> bool:
    """Say whether a strike on land is one in another state than the party's own."""
    if rule.name != "strike-on-land":
        return True
    where = told.statement.where
    found = {code for name in _LANDS.findall(words) if (code := party_named(name, cast))}
    if where is not None and where.country:
        found.add(where.country)
    if told.party and told.party in found:
        return False
    foreign = _STATE.match(told.party) and any(_STATE.match(code) for code in found)
    return bool(_SOIL.search(words) or foreign)
