"""Quantities read with a dependency tree: what the words alone cannot tell."""

from __future__ import annotations

from onrecord.domain.span import Extent
from onrecord.ports.linguist import Parse, Token
from onrecord.read.quantities import FoundQuantity, find_quantities


def parsed(rows: str) -> tuple[str, Parse]:
    """Build a sentence and its parse from `word lemma upos xpos head deprel` lines, heads from 1."""
    tokens: list[Token] = []
    text = ""
    for row in rows.strip().splitlines():
        word, lemma, upos, xpos, head, deprel = row.split()
        text += "" if not text or upos == "PUNCT" else " "
        start = len(text)
        text += word
        tokens.append(
            Token(
                start=start,
                end=len(text),
                text=word,
                lemma=lemma,
                upos=upos,
                xpos=xpos,
                feats="",
                head=int(head) - 1,
                deprel=deprel,
            )
        )
    return text, Parse(Extent(0, len(text)), tuple(tokens), ())


def read(rows: str) -> list[FoundQuantity]:
    text, parse = parsed(rows)
    return list(find_quantities(parse, text, times=()))


def test_the_object_of_killing_is_counted_as_killed_and_the_subject_is_not() -> None:
    found = read(
        """
        Five five NUM CD 2 nummod
        gunmen gunman NOUN NNS 3 nsubj
        killed kill VERB VBD 0 root
        12 12 NUM CD 5 nummod
        shoppers shopper NOUN NNS 3 obj
        . . PUNCT . 3 punct
        """
    )
    assert [one.quantity.unit for one in found] == ["gunmen", "people_killed"]


def test_a_passive_far_from_its_subject_is_still_found() -> None:
    found = read(
        """
        Some some DET DT 2 advmod
        40 40 NUM CD 3 nummod
        villagers villager NOUN NNS 8 nsubj:pass
        in in ADP IN 5 case
        hamlets hamlet NOUN NNS 3 nmod
        upriver upriver ADV RB 5 advmod
        were be AUX VBD 8 aux:pass
        wounded wound VERB VBN 0 root
        . . PUNCT . 8 punct
        """
    )
    assert (found[0].quantity.unit, found[0].quantity.bound) == ("people_injured", "approx")


def test_a_second_conjunct_shares_the_verb() -> None:
    found = read(
        """
        Police police NOUN NNS 2 nsubj
        detained detain VERB VBD 0 root
        three three NUM CD 4 nummod
        writers writer NOUN NNS 2 obj
        and and CCONJ CC 7 cc
        two two NUM CD 7 nummod
        editors editor NOUN NNS 4 conj
        """
    )
    assert [one.quantity.unit for one in found] == ["people_detained", "people_detained"]


def test_the_subject_names_what_a_level_counts() -> None:
    found = read(
        """
        The the DET DT 3 det
        death death NOUN NN 3 compound
        toll toll NOUN NN 4 nsubj
        climbed climb VERB VBD 0 root
        to to ADP IN 6 case
        83 83 NUM CD 4 obl
        """
    )
    assert [one.quantity.unit for one in found] == ["people_killed"]


def test_a_relative_clause_says_what_happened() -> None:
    found = read(
        """
        They they PRON PRP 2 nsubj
        buried bury VERB VBD 0 root
        14 14 NUM CD 4 nummod
        sailors sailor NOUN NNS 2 obj
        who who PRON WP 7 nsubj:pass
        were be AUX VBD 7 aux:pass
        killed kill VERB VBN 4 acl:relcl
        """
    )
    assert found[0].quantity.unit == "people_killed"


def test_people_who_kill_in_a_relative_clause_are_not_killed() -> None:
    found = read(
        """
        They they PRON PRP 2 nsubj
        buried bury VERB VBD 0 root
        14 14 NUM CD 4 nummod
        sailors sailor NOUN NNS 2 obj
        who who PRON WP 6 nsubj
        killed kill VERB VBD 4 acl:relcl
        nobody nobody PRON NN 6 obj
        """
    )
    assert found[0].quantity.unit == "sailors"


def test_figures_that_hang_from_a_name_before_them_are_part_of_it() -> None:
    assert (
        read(
            """
        The the DET DT 2 det
        Ural Ural PROPN NNP 4 nsubj
        4320 4320 NUM CD 2 nummod
        stalled stall VERB VBD 0 root
        """
        )
        == []
    )


def test_the_counted_noun_is_the_one_the_tree_names() -> None:
    found = read(
        """
        They they PRON PRP 2 nsubj
        sank sink VERB VBD 0 root
        three three NUM CD 6 nummod
        small small ADJ JJ 6 amod
        patrol patrol NOUN NN 6 compound
        boats boat NOUN NNS 2 obj
        Tuesday Tuesday PROPN NNP 2 obl:tmod
        """
    )
    assert (found[0].quantity.counted, found[0].quantity.unit) == ("small patrol boats", "boats")
