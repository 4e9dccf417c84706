"""What an HTML page says about itself: JSON-LD, OpenGraph, meta, link and time elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urljoin

from onrecord.capture.cut import Findings
from onrecord.capture.dates import date_in_url

Json = Any  # what `json` reads: no narrower type exists in the standard library
Tree = Any  # an lxml element: lxml ships no types

_ARTICLE_TYPE = re.compile(r"(Article|Posting|Report|Story)$")
_GENRES = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "LiveBlogPosting": "live blog",
    "BlogPosting": "blog post",
    "ReviewNewsArticle": "review",
    "BackgroundNewsArticle": "background",
    "AdvertiserContentArticle": "advertisement",
}
_PUBLISHED = ("article:published_time", "og:article:published_time")
_META_DATES = (
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
)
_MODIFIED = re.compile(r"modif|updat", re.IGNORECASE)
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$")
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_MAX_LD_CHARS = 2_000_000
_MAX_DEPTH = 12


def read_metadata(tree: Tree, *, url: str | None) -> Findings:
    """Return what the parsed page `tree` states; what it does not state stays empty.

    The date of a later change (`dateModified`) is never taken for the date of publication.
    """
    meta = _meta(tree)
    title_element = _text(tree.find(".//title"))
    article = _article(tree, meta.get("og:title") or title_element)
    canonical = _canonical(tree, meta, base=url)
    title = _string(article.get("headline")) or meta.get("og:title") or title_element
    if not article.get("headline") and "og:title" not in meta:
        title = _SITE_SUFFIX.sub("", title)
    return Findings(
        dates=_dates(tree, meta, article=article, url=canonical or url),
        url=canonical,
        title=title or None,
        publisher=_name(article.get("publisher")) or meta.get("og:site_name") or None,
        author=_BY.sub("", _name(article.get("author")) or _meta_author(meta)) or None,
        genre=_genre(article, meta),
        language=(tree.get("lang") or tree.get("xml:lang") or _string(article.get("inLanguage"))),
        gated=_is_gated(article, meta),
    )


def _meta(tree: Tree) -> dict[str, str]:
    """Return the meta elements by name or property, lower case; the first of each wins."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), unescape(content))
    return found


def _article(tree: Tree, title: str) -> dict[str, Json]:
    """Return the JSON-LD object of the article this page is, or an empty one."""
    articles = [
        thing
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
        for thing in _things(_loads(script.text or ""), 0)
        if _ARTICLE_TYPE.search(_type(thing))
    ]
    named = [thing for thing in articles if _string(thing.get("headline"))[:40] in (title or "\0")]
    dated = [thing for thing in named or articles if thing.get("datePublished")]
    return next(iter(dated or named or articles), {})


def _loads(text: str) -> Json:
    if len(text) > _MAX_LD_CHARS:
        return None
    trimmed = text.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
    try:
        return json.loads(trimmed, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Json, depth: int) -> Iterator[dict[str, Json]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _things(value.get(key), depth + 1)


def _type(thing: dict[str, Json]) -> str:
    """Return the type that says most: of several, the first that we know a genre for."""
    kinds = thing.get("@type")
    names = [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds or ""])]
    return next((name for name in names if name in _GENRES), names[0] if names else "")


def _dates(
    tree: Tree, meta: dict[str, str], *, article: dict[str, Json], url: str | None
) -> tuple[tuple[str, str], ...]:
    dates = [("JSON-LD datePublished", _string(article.get("datePublished")))]
    dates += [("article:published_time", meta[name]) for name in _PUBLISHED if name in meta]
    dates += [("meta date", meta[name]) for name in _META_DATES if name in meta]
    dates += [("time element", words) for words in _times(tree)]
    in_url = date_in_url(url) if url else None
    dates += [("URL path", in_url)] if in_url else []
    return tuple((place, words) for place, words in dates if words)


def _times(tree: Tree) -> tuple[str, ...]:
    """Return the date of the time elements: one marked as published, else the only one there is."""
    elements = [
        element
        for element in tree.iter("time")
        if not _MODIFIED.search(f"{element.get('itemprop')} {element.get('class')}")
    ]
    marked = [
        element
        for element in elements
        if element.get("pubdate") is not None
        or "published" in (element.get("itemprop") or "").lower()
    ]
    inside = [
        element for element in elements if next(element.iterancestors("article"), None) is not None
    ]
    words = [(element.get("datetime") or "").strip() for element in marked or inside]
    days = {one[:10] for one in words if one}
    return (next(one for one in words if one),) if len(days) == 1 else ()


def _canonical(tree: Tree, meta: dict[str, str], *, base: str | None) -> str | None:
    links = [
        element.get("href") or ""
        for element in tree.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    for address in (*links, meta.get("og:url", "")):
        whole = _joined(base, address.strip()) if address.strip() else ""
        if whole.startswith(("http://", "https://")):
            return whole
    return None


def _joined(base: str | None, address: str) -> str:
    try:
        return urljoin(base or "", address)
    except ValueError:
        return ""


def _genre(article: dict[str, Json], meta: dict[str, str]) -> str:
    kind = _type(article) if article else ""
    if kind or meta.get("og:type", "").lower() == "article":
        return _GENRES.get(kind, "article")
    return ""


def _is_gated(article: dict[str, Json], meta: dict[str, str]) -> bool:
    free = article.get("isAccessibleForFree")
    tier = meta.get("article:content_tier", "").lower()
    return str(free).lower() == "false" or tier in {"locked", "metered"}


def _meta_author(meta: dict[str, str]) -> str:
    names = (meta.get(name, "") for name in ("author", "article:author", "dc.creator", "byl"))
    return next((name for name in names if name and not name.startswith("http")), "")


def _name(value: Json, depth: int = 0) -> str:
    """Return the name, or names joined by commas, of a JSON-LD person or organisation."""
    if isinstance(value, list) and depth < _MAX_DEPTH:
        return ", ".join(filter(None, (_name(one, depth + 1) for one in value)))
    if isinstance(value, dict):
        return _string(value.get("name"))
    return "" if _string(value).startswith("http") else _string(value)


def _string(value: Json) -> str:
    """Return a JSON string with single spaces; many sites escape it as HTML a second time."""
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""


def _text(element: Tree) -> str:
    return " ".join(element.text.split()) if element is not None and element.text else ""
