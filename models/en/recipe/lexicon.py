"""Make `lemmas.json` from treebanks: what the spelling rules of the reader get wrong.

Only the training parts that may be trained on are read, misspelt words left out. The same corpora
give the same bytes.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import TypeAlias

from onrecord.adapters.onnx.lemmas import Lexicon, by_rule, tag_group

Row: TypeAlias = tuple[str, str, str, str]

#: Groups whose words inflect by rule; of the other groups only words seen twice are kept.
_RULED = frozenset({"NNS", "VBZ", "past", "VBG", "more", "most"})


def base_forms(rows: list[Row], classes: frozenset[str]) -> frozenset[str]:
    """Return the lemmas of some word classes that are plain words and were seen twice."""
    seen = Counter(lemma.lower() for _, lemma, upos, _ in rows if upos in classes)
    return frozenset(lemma for lemma, times in seen.items() if times > 1 and lemma.isalpha())


def build(rows: list[Row]) -> Lexicon:
    """Return the known base forms, and per group the words whose usual lemma no rule finds."""
    known = Lexicon(
        exceptions={},
        verbs=base_forms(rows, frozenset({"VERB"})),
        nouns=base_forms(rows, frozenset({"NOUN"})),
        adjectives=base_forms(rows, frozenset({"ADJ", "ADV"})),
    )
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word, lemma, upos, xpos in rows:
        if upos != "PROPN" and xpos != "NNP":
            base = lemma if lemma == "I" else lemma.lower()
            counts[tag_group(upos, xpos), word.lower().replace("’", "'")][base] += 1
    exceptions: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (group, word), lemmas in sorted(counts.items()):
        lemma, times = min(lemmas.items(), key=lambda pair: (-pair[1], pair[0]))
        if (times > 1 or group in _RULED) and by_rule(word, group, known) != lemma:
            exceptions[group][word] = lemma
    return Lexicon(exceptions, known.verbs, known.nouns, known.adjectives)


def write(lexicon: Lexicon, path: Path) -> None:
    """Write the table as the reader expects it."""
    table = {
        "exceptions": lexicon.exceptions,
        "verbs": sorted(lexicon.verbs),
        "nouns": sorted(lexicon.nouns),
        "adjectives": sorted(lexicon.adjectives),
    }
    path.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
