"""Which clauses share a source, which are the author's, and who is only spoken to or of."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import held, read, saying, speakers


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Officials said that the bridge at Lisk collapsed, killing four men.",
            "four",
            "Officials",
        ),
        ("The army said it left because the bridge had been lost.", "bridge", "The army"),
        ("The army said it had left after rebels destroyed the dam.", "rebels", "The army"),
        ("The governor said two died, while 14 others were missing.", "14", "The governor"),
        (
            "Police said the ferry sank off Port Orlan, with 30 people trapped below deck.",
            "trapped",
            "Police",
        ),
        ("The governor said two died in Lisk and 14 others were missing.", "14", "The governor"),
        ("A quarter of Lisk was lost after two dams burst, the mayor said.", "dams", "the mayor"),
        ("Two died in Lisk, and 14 others were missing, officials said.", "Two", "officials"),
        ("Velmar denied that its troops had fired, killing six drivers.", "six", "Velmar"),
        ("Reyes accused Velmar of shelling the port, killing three men.", "three", "Reyes"),
        (
            "Officials said 12 people were dead and that 40 were feared drowned.",
            "40",
            "Officials",
        ),
        ("THE NAVY SANK TWO FERRIES, DOCTOR SAYS: 'A CRIME'", "FERRIES", "DOCTOR"),
    ],
)
def test_what_hangs_from_reported_words_is_reported_with_them(
    text: str, words: str, who: str
) -> None:
    assert speakers(saying(text, words)) == [who]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The minister said the ban would be lifted, marking a shift in policy.", "a shift"),
        ("The ban will be lifted, the minister said, marking a shift in policy.", "a shift"),
        ("The dam is safe, the minister said, as crowds gathered at the gate.", "crowds"),
        ("Although the roads were open, experts said the plan had failed.", "roads"),
        ("The outlet said the letters were real, but they have not been verified.", "verified"),
        ("Velmar has seen unrest in three provinces since March.", "unrest"),
        ("It is no exaggeration to say that the army shelled the port.", "shelled"),
    ],
)
def test_the_authors_own_remarks_have_no_source(text: str, words: str) -> None:
    assert speakers(saying(text, words)) == []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Reyes was told that the talks were over.", "the talks", ["unattributed"]),
        ("Officials were told by engineers that the dam leaked.", "the dam", ["engineers"]),
        (
            "The president issued new warnings to Lisk, saying the navy would sink any tanker.",
            "any tanker",
            ["The president"],
        ),
        (
            "The rebels shot 12 prisoners, the governor said, according to reports.",
            "12 prisoners",
            ["reports", "the governor"],
        ),
        (
            "The minister said that the port was closed, according to the Lisk Herald.",
            "the port",
            ["the Lisk Herald", "The minister"],
        ),
        (
            "Footage posted on Monday shows a crowd at the gate.",
            "a crowd",
            ["Footage"],
        ),
    ],
)
def test_who_is_told_or_warned_of_does_not_speak(text: str, words: str, who: list[str]) -> None:
    assert speakers(saying(text, words)) == who


def test_what_a_source_is_belongs_to_the_source() -> None:
    text = (
        "According to HRM, a monitoring group that tracks arrests in Velmar, 40 students were "
        "detained on Monday."
    )
    (one,) = read(text)
    assert one.content.exact == "40 students were detained on Monday"
    assert speakers(one) == ["HRM"]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Crowds marched to the palace, chanting “Give us back our bread now.”", "bread", "Crowds"),
        ("A sign read “We want to go home now.”", "go home", "A sign"),
        (
            "Its answer came late. Its response noted that “the dam was safe.”",
            "safe",
            "Its response",
        ),
        (
            "Footage showed crowds chanting “Give us back our bread now.”",
            "“Give us back our bread now.”",
            "crowds",
        ),
        (
            "Ona Petrel, the head of the union, wrote on X, “Ilse Varga, fearing for her life, has "
            "left the port.”",
            "fearing",
            "Ona Petrel",
        ),
        ("Reyes went further, telling the Herald, “The port is lost to us.”", "is lost", "Reyes"),
        ("“Lisk is free. DANA REYES,” Ona Petrel wrote on X.", "Lisk is free", "Ona Petrel"),
        (
            "The union added that the law was part of a plan to spread fear, “stop the press and end "
            "all strikes.”",
            "stop the press",
            "The union",
        ),
    ],
)
def test_quoted_words_belong_to_whoever_says_shouts_or_bears_them(
    text: str, words: str, who: str
) -> None:
    assert {
        speakers(one)[-1] for one in read(text) if words in one.content.exact and one.voices
    } == {who}


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_negation_is_one_with_either_apostrophe(mark: str) -> None:
    assert held(saying(f"The army didn{mark}t shell the port.", "shell")) == "CT-;negation"
    found = saying(f"Varga didn{mark}t say that the dam was safe.", "the dam")
    assert found.innermost.value in ("Uu", "CT-")
