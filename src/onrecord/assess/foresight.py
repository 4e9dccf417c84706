"""Words that look ahead, as patterns of English prose: what foretells, asks, depends, and what only seems to.

Nothing here knows documents. Each test is of words alone, and says no where it is unsure.
"""

from __future__ import annotations

import re

#: Words of what is to come.
_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|would|wouldn['’]t|going to|gonna|expects?|set to|due to be|about to"
    r"|(?:is|are) (?:due|scheduled|forecast|slated|to (?!blame\b)[a-z]+)"
    r"|(?<!\bI )(?<!\bwe )(?<!\bhe )(?<!\bshe )(?<!\bthey )expected to"
    r"|poised to|bound to|certain to|sure to|likely to|unlikely to|(?:is|are) planning to|intends? to"
    r"|(?<!were )(?<!are )(?<!the )(?<!of )plans to"
    r"|vow(?:s|ed)?|pledg(?:es|ed)|promis(?:es|ed)|threaten(?:s|ed)|imminent|inevitable"
    r"|(?:vowing|pledging|promising|threatening) (?:to|further|more|new)"
    r"|(?:deadline|ultimatum|truce|ceasefire|mandate)\b[^.;]{0,40}\b(?:expires?|runs? out|ends?))\b|['’]ll\b",
    re.IGNORECASE,
)
_FIRM = re.compile(r"\b(?:will|won['’]t|shall|going to)\b|['’]ll\b", re.IGNORECASE)
#: What a rule allows ("may only") is no possibility.
_MAYBE = re.compile(r"\b(?:may(?! only\b)|might|could|possible that)\b", re.IGNORECASE)
_WOULD = re.compile(r"\bwould\b", re.IGNORECASE)
#: A likelihood of what may come.
_ODDS = re.compile(
    r"\b(?:chances?|odds|probability|likelihood|prospects?) (?:of|that)\b"
    r"|\b(?:is|are|be|being|seem(?:s|ed)?|appear(?:s|ed)?|remain(?:s|ed)?|look(?:s|ed)?)"
    r"(?: [\w-]+)? (?:un)?(?:likely|improbable|probable|doubtful|certain)\b",
    re.IGNORECASE,
)
#: What may have been, what was to be once, and how high a count already is.
_BACKWARD = re.compile(
    r"\b(?:likely|expected|thought|believed|said|may|might|could|would|will) (?:to )?(?:now )?have\b"
    r"|\bunlikely to (?:now )?have\b|\bwould['’]ve\b|\b(?:was|were) (?:going|supposed) to\b|\bat the time\b"
    r"|\b(?:previously|earlier) (?:vowed|threatened|pledged|promised)\b"
    r"|\blikely (?:to be )?(?:even |far |much )*(?:higher|lower|more|greater|fewer)\b",
    re.IGNORECASE,
)
#: How a thing is run, what it will mean, and what nobody could fail to do: no outcome answers it.
_ROUTINE = re.compile(
    r"\b(?:will|shall|(?:is|are|am|['’](?:s|re|m)) going to|['’]ll) (?:always |also |still |continue to )?"
    r"(?:(?:be )?(?:operate|operating|function|serve|fall|work|led|headed|commanded|known)\b"
    r"(?= (?:under|as|by|within|alongside))"
    r"|ensure|make sure|stand (?:up for|by|with)|remain committed|strive|seek to|do (?:everything|whatever)"
    r"|be (?:able to (?:express|voice)"
    r"|the (?:\w+ )?(?:\w+est|best|test|key|first sign|(?:most|clearest) \w+)\b))",
    re.IGNORECASE,
)
#: Resolve to do what follows, though reading may take it for a report.
_RESOLVED = re.compile(
    r"\b(?:will not|won['’]t|would not|wouldn['’]t) hesitate to\b", re.IGNORECASE
)
#: A threat told in passing: "with the rebels vowing to retaliate".
_VOWING = re.compile(r"\b(?:vowing|pledging|promising|threatening)\b", re.IGNORECASE)
#: A demand with a time to meet it, told with the threat or by its name.
_ULTIMATUM = re.compile(
    r"\b(?:g[ai]ve[sn]?|giving|has|have|having|allow(?:s|ed|ing)?) [^.;:?!]{0,60}?"
    r"(?:until [^.;:?!]{3,30}? to\b"
    r"|\b(?:an?|one|two|three|four|five|six|seven|ten|[0-9]{1,3})(?: more)? (?:hour|day|week|month)s? to "
    r"(?:withdraw|leave|release|restore|reinstate|surrender|hand|return|comply|step|cede|free|reverse|halt|stop"
    r"|end|lift|relinquish|disarm|vacate|go|quit|reopen|pull)\b)"
    r"|\b(?:issu(?:es|ed|ing)|deliver(?:s|ed|ing)|set(?:s|ting)?|g[ai]ve[sn]?) [^.;:?!]{0,30}?\bultimatum\b"
    r"|\b(?:within|in) [^.,;:?!]{2,20} or (?:face|risk|suffer)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|seven|ten|[0-9]{1,3}) (?:hour|day|week|month)s?\b",
    re.IGNORECASE,
)
#: An ultimatum of the past before the past of the report.
_ONCE = re.compile(r"\bhad (?:\w+ )?(?:given|issued|set|delivered|allowed)\b", re.IGNORECASE)
#: What is hoped or feared is not foretold.
_WISHED = re.compile(
    r"\b(?:fear(?:s|ed|ing)?|hop(?:e|es|ed|ing)|worr(?:y|ies|ied)|wish(?:es|ed)?|concerns?|dreams?"
    r"|pray(?:s|ed)?)(?: that)?[\s“\"‘']*\Z",
    re.IGNORECASE,
)
#: The rest of a sentence that hangs from other words or lacks its subject, and headlines that explain.
_HANGING = re.compile(
    r"[\s“\"‘']*(?:where|which|who|whose|whom|than|while|as|to|and|after|because|since|amid|with|not|is|are"
    r"|was|were|will|would|has|have|had|[a-z]+ing (?:the|that|a)|(?:analysis: )?(?:why|how|what))\b",
    re.IGNORECASE,
)
#: "We will see": nothing is foretold.
_NO_MORE_THAN_WAITING = re.compile(
    r"\b(?:we|you|they|i)(?:['’]ll| will|['’]re going to| are going to) (?:have to )?(?:just )?"
    r"(?:see|watch|find out|wait|know)\b",
    re.IGNORECASE,
)

_CONDITION = re.compile(
    r"(?<!as )(?<!even )\b(?:only if|if|unless|provided that|as long as)\b"
    r"(?! (?:any|anything|not|ever)\b\s*(?:[,.;:]|\Z))[^;:?!—–\n]*?(?=,? then\b|,|[.;:?!—–\n]|\Z)",
    re.IGNORECASE,
)
#: "… at any time should the president decide so".
_SHOULD_BEHIND = re.compile(
    r"(?<=[a-z] )should (?!also|never|always|not|now|still|only|soon|we be|be)(?:the |a |an )?[\w’'-]+ "
    r"(?:[\w’'-]+ )?(?:decide|fail|continue|attack|refuse|choose|invade|order|resume|break|happen|occur"
    r"|escalate|cross|proceed|launch|remain|demand|strike)s?\b[^,;:?!.”\"]*",
    re.IGNORECASE,
)
_TIME_CLAUSE = re.compile(
    r" (?:until|before|unless)\b(?:[^,.;:?!”\"\n]|(?<=\b[A-Z][a-z]{2})\.(?= [0-9])){3,79}",
    re.IGNORECASE,
)
_INVERTED = re.compile(r"\A[\s“\"‘']*(?:should|were)\b [^,?]{3,120}(?=, )", re.IGNORECASE)
_WHAT_IF = re.compile(r"\bwhat if\b[^?]+", re.IGNORECASE)
_COMMA_LAST = re.compile(r",[\s“\"‘']*\Z")

#: Questions of what may come.
_ASKED_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|would|going to|about to|next|what if|what happens)\b|['’]ll\b",
    re.IGNORECASE,
)
#: Questions that nobody means to have answered, or that no outcome answers.
_RHETORICAL = re.compile(
    r"\b(?:who knows|who cares|(?:would|could)(?:n['’]t)? (?:\w+ )?have|who (?:could|would) (?:blame|believe)"
    r"|why (?:would|should)|how (?:could|would|dare)|what(?: else)? (?:would|could|will) (?:you|we|i)"
    r"|would you|will you|is it any wonder|so what|what(?:['’]s| is| comes| happens) next)\b",
    re.IGNORECASE,
)
_WH = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
_CONSEQUENT = re.compile(r"\bthen\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|un\w+|im\w+|doubt\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
#: What is said not to be known: "it remains to be seen whether …".
_OPEN = re.compile(
    r"\b(?:remains to be seen|question(?: [\w-]+){0,3} (?:is|remains)|unclear|uncertain|unknown|unsure"
    r"|not (?:yet )?(?:clear|known|certain)|open question|to say|to decide)\b.{0,20}?\bwhether\b",
    re.IGNORECASE,
)
_DENYING = re.compile(
    r"\b(?:doubt|den(?:y|ies|ied)|dismiss|reject|rul(?:e|es|ed|ing) out)", re.IGNORECASE
)
#: Where a sentence ends, but for the point of a title, an initial or an abbreviation.
_END = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|vs))(?<!\b(?:Gen|Sen|Rep|Gov|Col|Mrs))"
    r"(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?<!\bSept)[.!?][”\"’)]*(?=\s|\Z)|\n[^\S\n]*\n"
)  # fmt: skip


def is_ahead(words: str) -> bool:
    """Say whether words speak of what is to come."""
    return bool(_AHEAD.search(words))


def is_firm(words: str) -> bool:
    """Say whether they say that it will be, and not only that it would or may be."""
    return bool(_FIRM.search(words))


def is_conditional(words: str) -> bool:
    """Say whether they say what would be."""
    return bool(_WOULD.search(words))


def is_possible(words: str) -> bool:
    """Say whether they say that it may be; neither scale of likelihood has a range for that."""
    return bool(_MAYBE.search(words))


def gives_odds(words: str) -> bool:
    """Say whether a likelihood in them is of something that may come."""
    return bool(_AHEAD.search(words) or _ODDS.search(words))


def is_complete(words: str) -> bool:
    """Say whether words stand alone and look ahead only: no fragment, nothing of the past, no "we will see".

    Example:
        >>> is_complete("the truce will hold"), is_complete("We'll see"), is_complete("who will come")
        (True, False, False)
    """
    return not (
        _HANGING.match(words) or _BACKWARD.search(words) or _NO_MORE_THAN_WAITING.search(words)
    )


def is_routine(words: str) -> bool:
    """Say whether what they say will be is how something is run, a stance or a judgement of the writer's."""
    return bool(_ROUTINE.search(words))


def is_resolved(words: str) -> bool:
    """Say whether somebody says that he will not shrink from something."""
    return bool(_RESOLVED.search(words))


def is_in_passing(words: str) -> bool:
    """Say whether a threat or pledge is told in passing, so that its subject may stand before the words."""
    return bool(_VOWING.search(words))


def ultimatum_in(words: str) -> str:
    """Return the words by which somebody is given a time to do what is demanded; empty where nobody is.

    Example:
        >>> ultimatum_in("The bloc gave the junta one week to restore the president")
        'gave the junta one week to restore'
        >>> ultimatum_in("The bloc had given the junta a week to step down")
        ''
    """
    found = _ULTIMATUM.search(words)
    return "" if found is None or _ONCE.search(words) else found.group()


def span_given(ultimatum: str) -> str:
    """Return the stretch of time that words give somebody, verbatim; empty where they name none."""
    found = _GIVEN.search(ultimatum)
    return found.group() if found else ""


def clause_of_time(after: str) -> str:
    """Return what follows right behind words and says until or before when, verbatim; empty for none."""
    found = _TIME_CLAUSE.match(after)
    return found.group() if found else ""


def is_wish(before: str) -> bool:
    """Say whether what stands right before words makes them a hope or a fear."""
    return bool(_WISHED.search(before))


def leaves_open(words: str) -> bool:
    """Say whether words ask whether something will be, or say that nobody knows.

    Example:
        >>> leaves_open("it remains to be seen whether the truce will hold"), leaves_open("whether or not")
        (True, False)
    """
    asked = _OPEN.search(words) or words.lower().startswith("whether ")
    return bool(asked and _ASKED_AHEAD.search(words))


def denies(cue: str) -> bool:
    """Say whether words that carry others take them back: "doubts that …"."""
    return bool(_DENYING.search(cue))


def is_negated(words: str) -> bool:
    """Say whether a denial stands in the words themselves."""
    return bool(_NEGATED.search(words))


def asks_ahead(question: str, *, in_heading: bool) -> bool:
    """Say whether a question is of what may come and is meant to be answered.

    A heading that asks for more than yes or no is a teaser.
    """
    if not _ASKED_AHEAD.search(question) or _RHETORICAL.search(question):
        return False
    return not (in_heading and _WH.search(question))


def goes_on(question: str, following: str) -> bool:
    """Say whether `following` asks what comes of the "what if" of `question`."""
    return bool(
        _WHAT_IF.search(question) and following.endswith("?") and _CONSEQUENT.search(following)
    )


def supposed_in(words: str) -> str:
    """Return what a "what if" supposes, verbatim; empty where there is none."""
    found = _WHAT_IF.search(words)
    return found.group() if found else ""


def condition_of(words: str, *, before: str = "", after: str = "") -> str:
    """Return what words depend on, verbatim: a condition in them, else right before or after them.

    Args:
        words: What may come.
        before: The rest of the sentence before them.
        after: The rest of it after them.

    Example:
        >>> condition_of("we will strike", after=" if the talks fail.")
        'if the talks fail'
    """
    inside = next(
        (
            found
            for pattern in (_WHAT_IF, _CONDITION, _INVERTED, _SHOULD_BEHIND)
            if (found := pattern.search(words))
        ),
        None,
    )
    if inside is not None:
        return _trimmed(inside.group())
    leading = [one.group() for one in _CONDITION.finditer(before)]
    if leading and _COMMA_LAST.search(before):
        return _trimmed(leading[-1])
    trailing = _CONDITION.match(after.lstrip(" ,"))
    return _trimmed(trailing.group()) if trailing else ""


def sentence_end(text: str, start: int, end: int) -> int:
    """Return where the sentence that begins at `start` ends; `end` is the end of its passage."""
    found = _END.search(text, start, end)
    return found.end() if found else end


def _trimmed(words: str) -> str:
    """Return words without the quotation marks of somebody else's quotation."""
    if " " not in words.strip():
        return ""
    kept = words.strip(" “\"‘'")
    opened = sum(words.count(mark) for mark in '“"‘')
    return kept if opened == 0 else words.strip()
