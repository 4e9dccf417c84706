"""Paragraphs of plain text."""

from __future__ import annotations

from onrecord.capture.plain import split_passages


def roles(text: str) -> list[tuple[str, str]]:
    return [(passage.role, passage.extent.of(text)) for passage in split_passages(text)]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The ferry to Tarn was turned back on Sunday by two grey boats, its\n"
        "master said, and nobody on board was hurt in the meeting, which took\n"
        "ten minutes.\n\nA second ferry stayed in port.\n"
    )
    assert [words[:9] for _, words in roles(text)] == ["The ferry", "A second "]


def test_a_line_break_ends_a_long_paragraph() -> None:
    line = (
        "The ferry was turned back on Sunday by two grey boats, its master said, and nobody was hurt. "
        * 2
    )
    text = f"{line.strip()}\nThe law of the sea\n{line.strip()}\n"
    assert [role for role, _ in roles(text)] == ["body", "heading", "body"]


def test_list_items_are_passages_of_their_own() -> None:
    text = "The week brought three things to the people on the long coast road:\n- one boat sunk\n- two boats lost\n"
    assert len(roles(text)) == 3


def test_marked_headings_and_rules_are_not_read_as_body() -> None:
    text = "# The week.\n\nOne boat sank.\n\n---\n\nTwo came back."
    assert [role for role, _ in roles(text)] == ["heading", "body", "boilerplate", "body"]


def test_a_last_short_line_is_no_heading() -> None:
    assert roles("One boat sank.\n\nPress office, Tarn")[-1] == ("body", "Press office, Tarn")


def test_carriage_returns_alone_end_lines() -> None:
    assert [words for _, words in roles("One boat sank.\r\rTwo came back.")] == [
        "One boat sank.",
        "Two came back.",
    ]
