"""How one report is split into accounts: its main occurrence, others beside it, and what is told."""

from __future__ import annotations

import pickle

from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act
from onrecord.reconcile.accounts import Profile, profiles_of

SHOT = Act("PLOVER", "ASSAULT", "firearms")
ARREST = Act("PLOVER", "COERCE", "arrest")


def worded(reading: Reading, profile: Profile) -> list[str]:
    words = {one.id: one.content.exact for one in reading.statements}
    return [words[name] for name in profile.statements]


def test_what_follows_upon_an_attack_is_told_with_it_and_supports_nothing() -> None:
    reading = report(
        "Two dock workers were shot in Port Orlan on Monday.\n"
        "Police arrested a man over the shooting on Tuesday.\n"
        "One of the two died in hospital.",
        Said(
            "Two dock workers were shot in Port Orlan on Monday",
            act=SHOT,
            when=day("2031-04-07", "Monday"),
        ),
        Said(
            "Police arrested a man over the shooting on Tuesday",
            act=ARREST,
            when=day("2031-04-08", "Tuesday"),
        ),
        Said("One of the two died in hospital"),
    )
    (only,) = profiles_of(reading)
    assert worded(reading, only) == [
        "Two dock workers were shot in Port Orlan on Monday",
        "One of the two died in hospital",
    ]
    assert len(only.told) == 1
    assert (only.family, only.main, only.background) == ("attack", True, False)


def test_another_attack_on_another_day_is_an_account_of_its_own() -> None:
    reading = report(
        "Gunmen killed four in Port Orlan on Monday. Bombers attacked a bridge near Quell on 2 April.",
        Said(
            "Gunmen killed four in Port Orlan on Monday", act=SHOT, when=day("2031-04-07", "Monday")
        ),
        Said(
            "Bombers attacked a bridge near Quell on 2 April",
            act=SHOT,
            when=day("2031-04-02", "2 April"),
        ),
    )
    main, other = profiles_of(reading)
    assert worded(reading, main) == ["Gunmen killed four in Port Orlan on Monday"]
    assert worded(reading, other) == ["Bombers attacked a bridge near Quell on 2 April"]
    assert (main.main, other.main) == (True, False)


def test_a_similar_attack_of_last_month_is_background() -> None:
    reading = report(
        "A bomb exploded at the market on Monday. A similar attack killed nine people last month.",
        Said("A bomb exploded at the market on Monday", when=day("2031-04-07", "Monday")),
        Said(
            "A similar attack killed nine people last month",
            "occ.tally",
            (Count("nine people", 9, "people_killed"),),
        ),
    )
    main, before = profiles_of(reading)
    assert (main.background, before.background) == (False, True)
    assert before.harms == (("people_killed", 9, 9),)
    assert main.harms == ()


def test_a_flood_and_a_protest_are_two_accounts() -> None:
    reading = report(
        "Floods swept through Quell on Friday. Hundreds protested in Quell on Monday.",
        Said("Floods swept through Quell on Friday", when=day("2031-04-04", "Friday")),
        Said("Hundreds protested in Quell on Monday", when=day("2031-04-07", "Monday")),
    )
    assert [one.family for one in profiles_of(reading)] == ["disaster", "protest"]


def test_what_is_denied_or_ahead_never_supports_an_account() -> None:
    reading = report(
        "Shells hit Quell on Monday. The army did not fire. It will attack again, rebels said.",
        Said("Shells hit Quell on Monday", act=SHOT, when=day("2031-04-07", "Monday")),
        Said("The army did not fire", value="CT-"),
        Said("It will attack again", act=SHOT, aux=("future",)),
    )
    (only,) = profiles_of(reading)
    assert worded(reading, only) == ["Shells hit Quell on Monday"]
    assert len(only.told) == 2


def test_a_report_of_nothing_that_happened_has_no_account() -> None:
    reading = report("Quell may be attacked.", Said("Quell may be attacked", value="PS+"))
    assert profiles_of(reading) == ()


def test_each_item_of_a_list_of_headlines_is_a_report() -> None:
    lines = [
        "Gunmen kill four in Port Orlan - Harbour Gazette",
        "Flood sweeps through Quell - Meridian Wire",
        "Thousands protest in Velmar - Coast Post",
        "Bridge collapses near Tarn - Coast Post",
    ]
    reading = report("\n".join(lines), *(Said(line.split(" - ")[0]) for line in lines))
    found = profiles_of(reading)
    assert [one.family for one in found] == ["attack", "disaster", "protest", "accident"]
    assert all(one.main for one in found)


def test_the_lines_under_a_headline_of_a_list_are_of_its_item() -> None:
    lines = [
        "Gunmen kill four in Port Orlan (Harbour Gazette)",
        "Flood sweeps through Quell (Meridian Wire)",
        "It carried away 30 houses overnight.",
        "Thousands protest in Velmar (Coast Post)",
        "Bridge collapses near Tarn (Coast Post)",
    ]
    reading = report(
        "\n".join(lines), *(Said(line.split(" (")[0].rstrip("."), place="Quell") for line in lines)
    )
    flood = profiles_of(reading)[1]
    assert worded(reading, flood)[0].startswith("Flood")
    everything = {name for one in profiles_of(reading) for name in (*one.statements, *one.told)}
    assert everything == {one.id for one in reading.statements}
    assert len(flood.statements) + len(flood.told) == 2


def test_an_account_is_small_and_can_be_sent_to_another_process() -> None:
    text = " ".join(
        f"Raiders shot number {at} of the crew of the trawler Osprey{at}." for at in range(300)
    )
    (only,) = profiles_of(report(text, Said(text[:60], act=SHOT)))
    packed = pickle.dumps(only)
    assert pickle.loads(packed) == only
    assert len(packed) <= 4096
