"""Lines of a transcript: a name, a colon, and then that person's words without quotation marks.

Many paragraphs open with words and a colon ("NEW DELHI:", "General Strike:"); only a title that is
nothing else, or the first person in what follows capitals, makes a name of them.
"""

from __future__ import annotations

import re

from onrecord.domain.span import Extent

_NAME = re.compile(
    r"(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4})(?: \([^)\n]{2,40}\))?:[ \t]+(?=\S)"
)
_TITLED = re.compile(
    r"(?:mr|mrs|ms|dr|prof|gen|col|sen|lt|capt|president|minister|secretary|chancellor|governor|mayor|"
    r"admiral|ambassador|colonel|senator|spokes(?:man|woman|person)|envoy|commissioner)\.?",
    re.IGNORECASE,
)
#: Capitals that open paragraphs of news and name nobody.
_LABELS = frozenset(
    """breaking update updated live exclusive opinion editorial analysis note correction watch listen read
    more news key points question answer comment summary editor""".split()
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_MARKS = re.compile('["“”«»]')


def speaker_of(text: str, passage: Extent) -> tuple[Extent, Extent] | None:
    """Return where a paragraph of a transcript names its speaker, and the words that follow.

    A paragraph with quotation marks is a report, not a transcript.
    """
    found = _NAME.match(text, passage.start, passage.end)
    if found is None or _MARKS.search(text, passage.start, passage.end):
        return None
    words = found["name"].split()
    if not all(word[0].isupper() and word.lower() not in _LABELS for word in words):
        return None
    titled = len(words) > 1 and any(_TITLED.fullmatch(word) for word in words)
    capitals = found["name"].isupper() and len(found["name"]) > 1
    if not titled and not (capitals and _FIRST_PERSON.search(text, found.end(), passage.end)):
        return None
    return Extent(*found.span("name")), Extent(found.end(), passage.end)
