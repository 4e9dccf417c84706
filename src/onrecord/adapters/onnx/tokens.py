"""Where the words of a sentence stand: one rule scanner, no model.

The rules follow the Universal Dependencies treebanks of English (EWT, GUM), which follow the Penn
Treebank: clitics are words of their own (`do|n't`, `Kyiv|'s`), hyphenated compounds are split at
the hyphen (`UN|-|backed`) unless the first part is a mere prefix (`non-lethal`), figures and
abbreviations stay whole (`15,000`, `U.S.`). All offsets count code points; all extents are
half-open. Invisible characters (controls, direction marks, soft hyphens) belong to the word they
touch, so that every character that is not space is covered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.domain.span import Extent

# Combining marks and format characters Python's \w leaves out; they never stand for themselves.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u061c"
    "\u064b-\u065f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
_W = rf"[\w{_INVISIBLE}]"
_LETTER = r"[^\W\d_]"
_APOSTROPHE = "['’]"

# `Gen.`, `Mr.`: the full stop belongs to the word. Case matters: `sun.` ends a sentence.
_ABBREVIATIONS = (
    "Adm Amb Asst Atty Ave Bldg Blvd Brig Bros Capt Cmdr Co Col Comdr Corp Cpl Dept Det Dist Dr "
    "Drs Est Esq Fr Ft Gen Gov Hon Inc Insp Jr Lt Ltd Maj Messrs Mr Mrs Ms Mt Mx Pres Prof Pte Pvt "
    "Rep Reps Rev Rt Secy Sen Sens Sgt Sr Ste Supt St Treas Univ Vice-Adm Jan Feb Mar Apr Jun Jul "
    "Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Ala Ariz Ark Calif Colo Conn "
    "Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa Tenn Tex Va "
    "Vt Wash Wis Wyo vs etc approx dept est ca cf al viz Ph.D Ph.Ds a.k.a"
)
# `No. 5`, `p. 12`: a full stop that belongs to the word only where a figure follows.
_BEFORE_FIGURES = "No Nos Art Sec Fig Vol Ch pp p nos no para sec fig vol ch art"
# Lower case or capitalised: `UN-backed` has no prefix.
_PREFIXES = (
    "anti bi co counter cross de e ex extra inter intra mid mini mis multi neo non over post pre "
    "pro proto pseudo quasi re semi sub super trans tri ultra un under"
)
_UNITS = (
    "km kms kg kgs cm mm mg g m mi ft lb lbs oz mph kph kmh kmph knots nm kt mw gw kw kwh hrs hr h "
    "mins min secs sec am pm a.m. p.m. bn tn mn mln bln gb mb tb ghz mhz c f x k"
)

# `15,000`, `1,50,000`, `1.5`, `10:30`, `24/7`; `18,19` are two figures and a comma.
_FIGURE = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d+(?:[.:/]\d+)*)"


def _any(words: str) -> str:
    """Return a pattern for any of the words listed, longest first so that no prefix wins."""
    return "|".join(re.escape(word) for word in sorted(words.split(), key=len, reverse=True))


# Ordered: the first alternative that matches at a place wins. Every repetition that another
# alternative could repeat is bounded, so a long run of letters costs linear time.
_RULES = (
    r"(?:https?://|ftp://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]]",
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",
    (
        r"(?<![\w.])[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.(?:com|org|net|gov|edu|mil|int|info|io|uk|ru|ua)"
        r"(?![\w.@])(?:/[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]])?"
    ),
    rf"[@#](?=[^\W\d]){_W}+",
    r"[:;=8]-?[)(DPp/](?!\w)",
    r"(?:US|AU|A|CA|C|HK|NZ|NT|R|S)\$",
    rf"(?P<figure>{_FIGURE})(?P<unit>(?i:{_any(_UNITS)})(?!\w))",
    r"(?<!\w)\.\d+(?!\w)",
    rf"{_FIGURE}{_W}*",
    rf"{_APOSTROPHE}\d0s\b",
    rf"(?<!\w)(?:{_LETTER}\.){{2,}}(?:{_LETTER}(?!{_W}))?",
    # The treebanks end a sentence with a full stop of its own: `... trucks, etc|.`
    rf"(?<!\w)(?:{_any(_ABBREVIATIONS)})\.(?!\s*\Z)",
    rf"(?<=[^\s]){_APOSTROPHE}(?i:s|re|ve|ll|d|m)(?!\w)",
    rf"(?<!\w)(?:{_any(_BEFORE_FIGURES)})\.(?=\s?\d)",
    r"(?<!\w)[A-HJ-Z]\.(?=\s+[A-Z])",
    r"(?<!\w)[A-Z]{1,4}&[A-Z]{1,4}(?!\w)",
    rf"(?<!\w)(?:{_any(_PREFIXES)}|{_any(_PREFIXES.title())})-(?={_LETTER}){_W}+(?:{_APOSTROPHE}{_W}+)*",
    rf"(?<!\w)(?i:{_APOSTROPHE}(?:em|til|cause|bout|tis|twas))(?!\w)",
    rf"(?P<word>{_W}+(?:{_APOSTROPHE}{_W}+)*)",
    r"\.{2,}|-{2,}|[!?]{2,}|\*{2,}|={2,}|~{2,}|<{2,}|>{2,}|``|''",
    r"[\U0001f1e6-\U0001f1ff]{2}",
    rf"[\U0001f000-\U0001faff\u2600-\u27bf][{_INVISIBLE}\U0001f3fb-\U0001f3ff]*",
    rf"\S[{_INVISIBLE}]*",
)
_SCANNER = re.compile("|".join(f"(?:{rule})" for rule in _RULES))
_CLITIC = re.compile(rf"(?i)(?:n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|re|ve|ll|d|m))$")
# Words written together: where the second one starts.
_FUSED = {
    "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3,
    "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "wouldnt": 5, "couldnt": 5,
    "shouldnt": 6, "arent": 3, "havent": 4, "hasnt": 3, "cant": 2, "wont": 2,
}  # fmt: skip


def tokenise(text: str, extent: Extent) -> tuple[Extent, ...]:
    """Cut `extent` of `text` into words.

    The result depends on the characters of the extent alone, not on what stands around it.

    Returns:
        Extents in order, not overlapping, none empty, that cover exactly the characters of
        `extent` that are not space (`str.isspace`); none contains a space.

    Example:
        >>> line = "They didn't say."
        >>> [word.of(line) for word in tokenise(line, Extent(0, len(line)))]
        ['They', 'did', "n't", 'say', '.']
    """
    sentence = extent.of(text)
    return tuple(Extent(extent.start + start, extent.start + end) for start, end in _scan(sentence))


def _scan(sentence: str) -> Iterator[tuple[int, int]]:
    for match in _SCANNER.finditer(sentence):
        start, end = match.span()
        if match.lastgroup == "unit":
            yield start, match.end("figure")
            yield match.start("unit"), end
        else:
            yield from _split_clitics(sentence, start, end)


def _split_clitics(sentence: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the word and, after it, the clitics at its end."""
    tail: list[tuple[int, int]] = []
    while clitic := _clitic_at_end(sentence, start, end):
        tail.append((clitic.start(), end))
        end = clitic.start()
    cut = _FUSED.get(sentence[start:end].lower())
    if cut is not None:
        yield start, start + cut
        start += cut
    yield start, end
    yield from reversed(tail)


def _clitic_at_end(sentence: str, start: int, end: int) -> re.Match[str] | None:
    """Look at the last three letters only: a word may be as long as its document."""
    return _CLITIC.search(sentence, max(start + 1, end - 3), end)
