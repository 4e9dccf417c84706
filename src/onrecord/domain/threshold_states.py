"""What one statement says of a named threshold: crossed, not crossed, threatened, supposed, or nothing."""

from __future__ import annotations

import re

from onrecord.domain.escalation import ThresholdState
from onrecord.domain.force_levels import Deed, uses_force
from onrecord.domain.force_words import INTERCEPTED
from onrecord.domain.statement import Statement
from onrecord.domain.threshold_table import ThresholdRule

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
    | retaliation\ for|pav\w+\ the\ way|likely|looming|imminent|eventual|any
    | reports?\ of|permission|consent\ to|mandate|since|before|ahead\ of|until|unless|whether
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
#: What a threat is of: "threatened an invasion", "threatens to invade".
_THREATENED = re.compile(
    r"\bthreat(?:en(?:s|ed|ing)?(?: to| with)?|s? (?:of|to))"
    r"(?: (?:an?|the|its|full|military|armed|[\w-]+))?\s*$",
    re.IGNORECASE,
)
#: What something else is done in view of: nobody threatens or plans it by that.
_IN_VIEW_OF = re.compile(
    r"\b(?:amid|backdrop of|fears? of|fearing|in case of|in the event of|deter\w*|prevent\w*|avert\w*"
    r"|against|ahead of|warn\w* of|risks? of|prepar\w+ for)\b[^,;]{0,50}$",
    re.IGNORECASE,
)
#: What would come of a deed: who says so weighs it, and mostly advises against it.
_WOULD_COME = re.compile(
    r"\b(?:would|could|will|might) (?:result|mean|lead|end|amount"
    r"|be (?:a |an )?(?:mistake|disaster|catastroph))",
    re.IGNORECASE,
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
_ASKED = re.compile(r"\b(?:if|would|could|will|might|may|should)\b", re.IGNORECASE)
_CIVILIANS = re.compile(
    r"\b(?:protest(?:e|o)rs?|demonstrators|farmers|truckers|drivers|workers|strikers|residents"
    r"|activists|students)\b",
    re.IGNORECASE,
)
#: The words stand in the condition, and nothing ended it before them.
_CONDITION = re.compile(r"\b(?:if|unless|in case)\b[^,;:]*$", re.IGNORECASE)
_WISHED = re.compile(r"\b(?:if|had|were|should|unless)\b", re.IGNORECASE)
_DONE_KINDS = frozenset({"occ.event", "say.confirm", "occ.posture", "occ.tally"})
#: Kinds that weigh, or speak of the power to act, and so tell of no crossing.
_SILENT = ("jdg", "law", "meta", "tgt")


def said_of(rule: ThresholdRule, deed: Deed) -> ThresholdState | None:
    """Return what a clause says of a threshold; `None` where it says nothing sure, or nothing of it.

    Rule 11: what is negated, supposed, planned or judged crosses nothing.
    """
    found = rule.words.search(deed.clause)
    kind = deed.statement.kind.partition(".")[0]
    if (
        found is None
        or _is_civil(rule, deed)
        or (kind in _SILENT and not _announces(deed.statement))
    ):
        return None
    before, after = deed.clause[: found.start()], deed.clause[found.end() :]
    state = _state(rule, deed, before, found.group())
    if state == "threatened" and _CONDITION.search(before):
        return (
            "supposed"  # what is threatened is the other half: "to close the port if troops fire"
        )
    if state in ("supposed", "threatened") and _THREATENED.search(before):
        return "threatened" if "negation" not in deed.statement.off_line else None
    if state == "threatened" and (_IN_VIEW_OF.search(before) or _WOULD_COME.search(after)):
        return "supposed"
    return state


def _state(rule: ThresholdRule, deed: Deed, before: str, match: str) -> ThresholdState | None:
    statement = deed.statement
    aux = set(statement.off_line)
    if _STOPPED_SHORT.search(before) or _is_denied(statement, before, match):
        return "not_crossed"
    if "counterfactual" in aux:
        unreal = _COULD_HAVE.search(deed.clause) and not _WISHED.match(deed.clause)
        return "not_crossed" if unreal else "supposed"
    if statement.kind == "fut.prediction":
        return "held_unlikely" if statement.innermost.value.endswith("-") else "threatened"
    if statement.kind == "say.threat":
        return "threatened"
    if "question" in aux and not _ASKED.search(deed.clause):
        return None
    if {"hypothetical", "question"} & aux or statement.kind.startswith("fut."):
        return "supposed"
    if "future" in aux or statement.kind == "say.pledge":
        return "threatened"
    return _crossed(rule, deed, before)


def _crossed(rule: ThresholdRule, deed: Deed, before: str) -> ThresholdState | None:
    statement = deed.statement
    certain = statement.innermost.value in ("CT+", "PR+")
    done = statement.supports_event() or (statement.kind == "occ.posture" and certain)
    announced = rule.announced and _announces(statement) and certain
    if rule.name.startswith("strike-") and not _strikes(deed):
        return None
    if not (done or announced) or _GOVERNED.search(_NAMED_AS.sub("", before)):
        return None
    return "crossed"


def _strikes(deed: Deed) -> bool:
    """Say whether force is used on somebody: what only stops drones or missiles strikes nobody."""
    return uses_force(deed) and not INTERCEPTED.search(deed.without_actor)


def _announces(statement: Statement) -> bool:
    return statement.kind in ("say.announce", "law.instrument", "law.designation") and not (
        statement.off_line
    )


def _is_denied(statement: Statement, before: str, match: str) -> bool:
    """Say whether what is deed is that it did not happen: not what will not, or may not."""
    aux = set(statement.off_line)
    said = f"{before} {match.split(maxsplit=1)[0]}"
    return (
        "negation" in aux
        and (statement.kind == "say.deny" or _NO.search(said) is not None)
        and not {"future", "hypothetical", "counterfactual", "question"} & aux
        and statement.kind in _DONE_KINDS | {"say.deny", "occ.context", "say.report"}
    )


def _is_civil(rule: ThresholdRule, deed: Deed) -> bool:
    """Say whether it is a blockade by people who protest: that is another thing than one by forces."""
    return rule.name == "blockade" and _CIVILIANS.search(deed.clause) is not None
