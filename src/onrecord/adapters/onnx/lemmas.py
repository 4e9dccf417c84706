"""Dictionary forms: a look-up table first, spelling rules for the rest.

The table (`lemmas.json` beside the weights) holds what the rules below would get wrong, per group
of Penn tags, and the verbs and nouns known to exist, against which a rule checks its guesses
(`moving` is `move` because no verb `mov` is known). It is made by models/en/recipe/lexicon.py from
openly licensed treebanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)

#: Penn tags that inflect alike share one table; every other tag stands for itself.
_GROUPS = {"VBD": "past", "VBN": "past", "JJR": "more", "RBR": "more", "JJS": "most", "RBS": "most"}
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_VOWELS = "aeiou"

#: Stems that lost a silent e: one-syllable words that would else double their last letter (`fir`),
#: and endings no English verb has without it (`mov`, `evacuat`, `elaps`, `assembl`).
_SILENT_E = re.compile(
    r"^(?:qu|[^aeiou])*[aeiouy][^aeiouwxy]$|[vuz]$|[aeiou][cgs]$|[lnpr]s$|[lnr]c$|[lr]v$|dg$|eng$|[ct]r$"
    r"|[bcdfgkptz]l$|ssl$|[^aeo]at$|[^aeiou]ut$|[^aeiou][aeiou]d$|[^aeiou][aiu]r$|[^aeiou]in$|um$"
)
#: Past forms no rule reaches and that a small treebank may lack.
_PAST_FORMS = (
    "arisen:arise arose:arise ate:eat beaten:beat became:become began:begin begun:begin "
    "bent:bend bit:bite bitten:bite bled:bleed blew:blow blown:blow bound:bind bred:breed "
    "broke:break broken:break brought:bring built:build bought:buy burnt:burn caught:catch "
    "chose:choose chosen:choose clung:cling came:come crept:creep dealt:deal drank:drink "
    "drawn:draw drew:draw driven:drive drove:drive drunk:drink dug:dig dwelt:dwell eaten:eat "
    "fallen:fall fed:feed fell:fall felt:feel fled:flee flew:fly flown:fly flung:fling "
    "forbade:forbid forbidden:forbid foresaw:foresee forgave:forgive forgot:forget "
    "forgotten:forget fought:fight found:find froze:freeze frozen:freeze gave:give given:give "
    "gone:go got:get gotten:get grew:grow grown:grow had:have heard:hear held:hold hid:hide "
    "hidden:hide hung:hang kept:keep knelt:kneel knew:know known:know laid:lay led:lead "
    "leapt:leap left:leave lent:lend lit:light lost:lose made:make meant:mean met:meet "
    "mistook:mistake outgrew:outgrow overcame:overcome overran:overrun overthrew:overthrow "
    "overthrown:overthrow paid:pay ran:run rang:ring ridden:ride risen:rise rode:ride rose:rise "
    "rung:ring said:say sang:sing sank:sink sat:sit saw:see seen:see sent:send shaken:shake "
    "shone:shine shook:shake shot:shoot shown:show shrank:shrink shrunk:shrink slain:slay "
    "slept:sleep slew:slay slid:slide slung:sling sold:sell sought:seek sped:speed spent:spend "
    "spoke:speak spoken:speak sprang:spring sprung:spring spun:spin stole:steal stolen:steal "
    "stood:stand strode:stride struck:strike stuck:stick stung:sting sung:sing sunk:sink "
    "swam:swim swept:sweep swore:swear sworn:swear swum:swim swung:swing taken:take "
    "taught:teach thought:think threw:throw thrown:throw told:tell took:take tore:tear "
    "torn:tear undergone:undergo understood:understand undertaken:undertake undertook:undertake "
    "underwent:undergo undid:undo undone:undo upheld:uphold was:be went:go wept:weep were:be "
    "withdrawn:withdraw withdrew:withdraw withheld:withhold withstood:withstand woke:wake "
    "woken:wake won:win wore:wear worn:wear wove:weave woven:weave written:write "
    "wrote:write wrung:wring done:do did:do been:be "
)
_SAME_IN_PAST = (
    "beset bet bid broadcast burst cast cost cut forecast hit hurt knit let offset put quit "
    "read rid set shed shut slit split spread thrust upset wed "
)
_PAST = dict(pair.split(":") for pair in _PAST_FORMS.split()) | {
    verb: verb for verb in _SAME_IN_PAST.split()
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the rules cannot know.

    Attributes:
        exceptions: Per tag group, lower-case word to lemma.
        verbs: Base forms of known verbs.
        nouns: Singular forms of known nouns.
        adjectives: Base forms of known adjectives and adverbs.
    """

    exceptions: Mapping[str, Mapping[str, str]]
    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]


def lemma_of(word: str, *, upos: str, xpos: str, lexicon: Lexicon) -> str:
    """Return the dictionary form of `word` under its tags: lower case, except for proper nouns.

    Invisible characters are left out and the typographic apostrophe becomes the plain one. A word
    of nothing but invisible characters is its own lemma.
    """
    plain = _INVISIBLE.sub("", word).replace("’", "'") or word
    if upos == "PROPN" or xpos == "NNP":
        return plain
    lower = plain.lower()
    group = tag_group(upos, xpos)
    known = lexicon.exceptions.get(group, {}).get(lower)
    return known if known is not None else by_rule(lower, group, lexicon)


def tag_group(upos: str, xpos: str) -> str:
    """Return which table a word belongs to: its inflection if it is an open-class word.

    Auxiliaries have their own, because `'s` and `'d` are no verbs.
    """
    if upos == "AUX" or (upos != "VERB" and xpos in _VERB_TAGS):
        return upos
    if xpos == "NNPS":
        return "NNS"
    return _GROUPS.get(xpos, xpos if xpos in {"VBG", "VBZ", "NNS"} else upos)


def by_rule(lower: str, group: str, lexicon: Lexicon) -> str:
    """Return the first regular base form that the lexicon knows, else the likeliest one."""
    shapes = {
        "NNS": (_singulars, lexicon.nouns),
        "VBZ": (_singulars, lexicon.verbs),
        "past": (_without_ed, lexicon.verbs),
        "VBG": (_without_ing, lexicon.verbs),
        "more": (_without_er, lexicon.adjectives),
        "most": (_without_est, lexicon.adjectives),
    }
    if group == "NUM":
        return lower.replace(",", "")
    if group not in shapes:
        return lower
    if group == "past" and lower in _PAST:
        return _PAST[lower]
    guess, known = shapes[group]
    if group == "NNS" and lower in known:  # `troops`, `series`
        return lower
    candidates = tuple(guess(lower))
    return next((base for base in candidates if base in known), (*candidates, lower)[0])


def _singulars(word: str) -> Iterator[str]:
    if word.endswith("men") and len(word) > 4:  # noqa: PLR2004 - `omen`
        yield word[:-2] + "an"
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or len(word) <= 2:  # noqa: PLR2004
        yield word
        return
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - `ties`
        yield word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        yield word[:-2]
    yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("ves"):
        yield word[:-3] + "f"
        yield word[:-3] + "fe"


def _without_ed(word: str) -> Iterator[str]:
    if word.endswith("ied") and len(word) > 4:  # noqa: PLR2004 - `died`
        yield word[:-3] + "y"
    if word.endswith("ed") and len(word) > 3:  # noqa: PLR2004 - `fed`
        yield from _stems(word[:-2])


def _without_ing(word: str) -> Iterator[str]:
    if word.endswith("ying") and len(word) == 5:  # noqa: PLR2004 - `lying`, `dying`
        yield word[:-4] + "ie"
    if (word.endswith("ing") and len(word) > 4) or word.endswith("in'"):  # noqa: PLR2004 - `ring`
        yield from _stems(word[:-3])


def _without_er(word: str) -> Iterator[str]:
    if word.endswith("er"):
        yield from _graded(word[:-2])


def _without_est(word: str) -> Iterator[str]:
    if word.endswith("est"):
        yield from _graded(word[:-3])


def _graded(stem: str) -> Iterator[str]:
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    yield from _stems(stem)


def _stems(stem: str) -> Iterator[str]:
    """Yield the base forms a stem may come from, likeliest first: `mov`, `runn`, `kill`."""
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "fls" + _VOWELS  # noqa: PLR2004
    silent = bool(_SILENT_E.search(stem))
    if doubled:
        yield stem[:-1]
    if silent:
        yield stem + "e"
    yield stem
    yield stem + "e"
    if len(stem) > 3 and stem[-1] == stem[-2]:  # noqa: PLR2004
        yield stem[:-1]
    if stem.endswith("ck"):
        yield stem[:-1]
