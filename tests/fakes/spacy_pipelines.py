"""Two small spaCy pipelines: one with Universal Dependencies, one with the relations of en_core_web.

Their parsers have learnt six sentences by heart and guess at everything else.
"""

from __future__ import annotations

import atexit
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import fix_random_seed

#: form, lemma, tag, part of speech
_WORDS = """
The the DT DET|the the DT DET|dam dam NN NOUN|broke break VBD VERB|on on IN ADP|Monday Monday NNP PROPN
Troops troop NNS NOUN|shelled shell VBD VERB|Goma Goma NNP PROPN|was be VBD AUX|destroyed destroy VBN VERB
by by IN ADP|rebels rebel NNS NOUN|bridge bridge NN NOUN|unsafe unsafe JJ ADJ|said say VBD VERB
minister minister NN NOUN|that that IN SCONJ|in in IN ADP|Twelve twelve CD NUM|people people NNS NOUN
died die VBD VERB|, , , PUNCT|. . . PUNCT
"""
#: form, governor (the root governs itself), relation
_CLEARNLP = (
    "The 1 det|dam 2 nsubj|broke 2 ROOT|on 2 prep|Monday 3 pobj|. 2 punct",
    "Troops 1 nsubj|shelled 1 ROOT|Goma 1 dobj|on 1 prep|Monday 3 pobj|. 1 punct",
    "The 1 det|bridge 3 nsubjpass|was 3 auxpass|destroyed 3 ROOT|by 3 agent|rebels 4 pobj|. 3 punct",
    "The 1 det|bridge 2 nsubj|was 2 ROOT|unsafe 2 acomp|. 2 punct",
    "The 1 det|minister 2 nsubj|said 2 ROOT|that 5 mark|rebels 5 nsubj|shelled 2 ccomp|Goma 5 dobj|. 2 punct",
    "Twelve 1 nummod|people 2 nsubj|died 2 ROOT|in 2 prep|Goma 3 pobj|. 2 punct",
)
_UNIVERSAL = (
    "The 1 det|dam 2 nsubj|broke 2 ROOT|on 4 case|Monday 2 obl|. 2 punct",
    "Troops 1 nsubj|shelled 1 ROOT|Goma 1 obj|on 4 case|Monday 1 obl|. 1 punct",
    "The 1 det|bridge 3 nsubj:pass|was 3 aux:pass|destroyed 3 ROOT|by 5 case|rebels 3 obl:agent|. 3 punct",
    "The 1 det|bridge 3 nsubj|was 3 cop|unsafe 3 ROOT|. 3 punct",
    "The 1 det|minister 2 nsubj|said 2 ROOT|that 5 mark|rebels 5 nsubj|shelled 2 ccomp|Goma 5 obj|. 2 punct",
    "Twelve 1 nummod|people 2 nsubj|died 2 ROOT|in 4 case|Goma 2 obl|. 2 punct",
)
_ROUNDS = 20
_SMALL = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "pretrained_vectors": None,
    "width": 32,
    "depth": 2,
    "embed_size": 200,
    "window_size": 1,
    "maxout_pieces": 2,
    "subword_features": False,
}
_SIZES = {
    "state_type": "parser",
    "extra_state_tokens": False,
    "hidden_width": 32,
    "maxout_pieces": 2,
    "use_upper": True,
    "nO": None,
}


@cache
def pipelines() -> dict[str, Path]:
    """Train both pipelines once in this process and return where they lie, by scheme."""
    folder = Path(mkdtemp(prefix="onrecord-spacy-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    found = {}
    for scheme, lessons in (("clearnlp", _CLEARNLP), ("universal", _UNIVERSAL)):
        found[scheme] = folder / f"{scheme}-pipeline"
        trained(scheme, lessons).to_disk(found[scheme])
    return found


def trained(name: str, lessons: Iterable[str]) -> Language:
    """Return a pipeline with tags from a list of words and a parser that knows the lessons."""
    fix_random_seed(0)
    language = spacy.blank("en", meta={"name": name, "version": "1.2.3"})
    small = {"tok2vec": _SMALL, "@architectures": "spacy.TransitionBasedParser.v2"}
    parser: Any = language.add_pipe(
        "parser", config={"min_action_freq": 1, "model": small | _SIZES}
    )
    examples = [_example(language, lesson) for lesson in lessons]
    optimizer = language.initialize(lambda: examples)
    optimizer.learn_rate = 0.01
    for _ in range(_ROUNDS):
        language.update(examples, sgd=optimizer)
    assert parser.labels
    ruler: Any = language.add_pipe("attribute_ruler")
    ruler.add([[{}]], {"TAG": "NN", "POS": "NOUN"})
    for word in _WORDS.strip().replace("\n", "|").split("|"):
        form, lemma, tag, upos = word.split()
        ruler.add([[{"ORTH": form}]], {"TAG": tag, "POS": upos, "LEMMA": lemma})
    names: Any = language.add_pipe("entity_ruler")
    names.add_patterns(
        [{"label": "GPE", "pattern": "Goma"}, {"label": "DATE", "pattern": "Monday"}]
    )
    return language


def _example(language: Language, lesson: str) -> Example:
    words, heads, relations = zip(*(one.split() for one in lesson.split("|")), strict=True)
    spaces = [*(following != "." for following in words[1:]), False]
    doc = Doc(language.vocab, words=list(words), spaces=spaces)
    return Example.from_dict(
        doc, {"words": list(words), "heads": [int(head) for head in heads], "deps": list(relations)}
    )
