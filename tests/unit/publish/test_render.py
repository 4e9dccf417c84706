from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from tests.unit.publish.crisis import material

from onrecord.domain.brief import Brief
from onrecord.publish.compile import compile_brief
from onrecord.publish.render import render_html, render_json, render_markdown

HOSTILE = "</script><img src=x onerror=alert(1)>\"'`{{7*7}}"


class Elements(HTMLParser):
    """Collects start tags with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


@pytest.fixture(scope="module")
def brief() -> Brief:
    return compile_brief(material(), generator="onrecord test")


@pytest.fixture(scope="module")
def page(brief: Brief) -> str:
    return render_html(brief)


def test_the_same_brief_gives_the_same_bytes(brief: Brief) -> None:
    again = compile_brief(material(), generator="onrecord test")
    assert render_html(brief) == render_html(again)
    assert render_markdown(brief) == render_markdown(again)
    assert render_json(brief) == render_json(again)


def test_the_page_asks_for_nothing_outside_itself(page: str) -> None:
    elements = Elements(page)
    assert not elements.named("img")
    assert not elements.named("link")
    assert not elements.named("iframe")
    assert all("src" not in attrs for attrs in elements.named("script"))
    assert "url(" not in page
    assert "@import" not in page


def test_the_policy_allows_only_the_style_and_script_of_the_page(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    text = policy.group(1).replace("&#39;", "'")
    assert text.startswith("default-src 'none'; ")
    assert "unsafe" not in text
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        body = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(body) == 1
        digest = base64.b64encode(hashlib.sha256(body[0].encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in text


def test_no_element_carries_a_style_or_a_handler(page: str) -> None:
    for _, attrs in Elements(page).found:
        assert "style" not in attrs
        assert not any(name.startswith("on") for name in attrs)


def test_every_chip_leads_to_evidence_on_the_page_and_back(page: str) -> None:
    elements = Elements(page)
    ids = [attrs["id"] for _, attrs in elements.found if "id" in attrs]
    assert len(ids) == len(set(ids))
    inside = [attrs["href"] for attrs in elements.named("a") if (attrs["href"] or "")[0] == "#"]
    assert inside
    assert all((href or "")[1:] in ids for href in inside)


def test_hostile_words_become_text_everywhere() -> None:
    made = compile_brief(material(hostile=HOSTILE), generator="onrecord test")
    page = render_html(made)
    elements = Elements(page)
    assert not elements.named("img")
    assert len(elements.named("script")) == 2
    assert "49" not in re.findall(r"<title>(.*?)</title>", page)[0]
    assert "&lt;/script&gt;" in page
    markdown = render_markdown(made)
    assert "<img" not in markdown.partition("```json")[0]


def test_a_javascript_address_is_never_a_link() -> None:
    whole = material()
    made = compile_brief(whole, generator="onrecord test")
    page = render_html(made).replace("https://herald.example/strikes", "javascript:alert(1)")
    assert "javascript:alert(1)" in page
    hrefs = [attrs["href"] or "" for attrs in Elements(render_html(made)).named("a")]
    assert all(href.startswith(("#", "https://", "http://")) for href in hrefs)


def test_a_card_shows_words_speaker_certainty_date_and_digest(page: str, brief: Brief) -> None:
    start = page.index('<article class="card" id="c1"')
    card = page[start : page.index("</article>", start)]
    digest = str(brief.documents[0].card["text_sha256"])
    for wanted in (
        "<mark>21 strikes</mark>", "the Ministry of Defence", "said by the Ministry of Defence",
        "28 November 2031 (supplied by the person who added it)", f'title="{digest}"',
        "#:~:text=", "Back to the sentence",
    ):  # fmt: skip
        assert wanted in card


def test_the_page_can_be_used_by_keyboard_and_reader_alike(page: str) -> None:
    elements = Elements(page)
    assert elements.named("html") == [{"lang": "en"}]
    assert elements.named("a")[0] == {"class": "skip", "href": "#brief"}
    levels = [int(tag[1]) for tag, _ in elements.found if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert all(attrs.get("aria-label") for attrs in elements.named("figure"))
    assert ":focus-visible" in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_has_contrast_of_level_aa_in_light_and_dark(page: str) -> None:
    schemes = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
               for block in re.findall(r":root \{(.*?)\}", page, re.DOTALL)[:2]]  # fmt: skip
    pairs = [("ink", "paper"), ("soft", "paper"), ("link", "paper"), ("ink", "panel"),
             ("soft", "panel"), ("link", "panel"), ("link", "chip"), ("mark-ink", "mark")]  # fmt: skip
    assert len(schemes) == 2
    for scheme in schemes:
        for front, back in pairs:
            a, b = sorted((luminance(scheme[front]), luminance(scheme[back])))
            assert (b + 0.05) / (a + 0.05) >= 4.5, (front, back)


def test_an_empty_brief_says_that_nothing_is_on_record() -> None:
    whole = material()
    empty = type(whole)((), (), (), (), (), (), whole.head, "2031-12-31", "Nothing yet")
    page = render_html(compile_brief(empty, generator="onrecord test"))
    assert "Nothing is on record yet." in page
    assert "As of 31 December 2031." in page


def test_markdown_cites_in_footnotes_that_exist(brief: Brief) -> None:
    text = render_markdown(brief).partition("```json")[0]
    used = set(re.findall(r"\[\^(c\d+)\](?!:)", text))
    defined = set(re.findall(r"^\[\^(c\d+)\]:", text, re.MULTILINE))
    assert used
    assert used == defined
