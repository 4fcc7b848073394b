"""Jira's XML export, laid out like its CSV export and then read the same way."""

import html
import io
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .ledger import Ledger
from .limits import Limits
from .refusals import Refused
from .sources import Source
from .tables import CellCounter, Record, Table
from .text import clean
from .xml import events, local, text_of

_HEADERS = {
    "summary": "Summary", "link": "URL", "description": "Description",
    "type": "Issue Type", "priority": "Priority", "status": "Status",
    "resolution": "Resolution", "reporter": "Reporter", "created": "Created",
    "updated": "Updated", "resolved": "Resolved", "due": "Due date",
    "environment": "Environment", "votes": "Votes", "watches": "Watchers",
    "parent": "Parent", "component": "Components", "fixVersion": "Fix versions",
    "version": "Affects versions", "security": "Security Level",
}  # fmt: skip
_SECONDS = {
    "timeoriginalestimate": "Original estimate",
    "timeestimate": "Remaining Estimate",
    "timespent": "Time Spent",
}
_CATEGORIES = {"new": "To Do", "indeterminate": "In Progress", "done": "Done"}
_SKIPPED = frozenset({"title"})
_TAG = re.compile(r"<[^<>]{0,200}>")
_BREAK = re.compile(r"<(?:br|/p|/li|/h\d|/tr)[^<>]{0,20}>", re.IGNORECASE)

Cell = tuple[str, str]


def read_jira_xml(source: Source, limits: Limits, ledger: Ledger) -> Table:
    """The issues as a table with the column names of the CSV export.

    Refused when the RSS holds no Jira issues.
    """
    places: dict[tuple[str, int], int] = {}
    header: list[str] = []
    records: list[Record] = []
    counter = CellCounter(limits, limits.table_cells)
    for depth, element in events(io.BytesIO(source.raw), limits):
        if depth != 3 or local(element.tag) != "item":
            continue
        if element.find("key") is None:
            raise Refused("This RSS file holds news and not Jira issues.")
        cells: list[str] = []
        times: dict[str, int] = {}
        for name, text in _cells(element):
            if not text:
                continue
            times[name] = times.get(name, 0) + 1
            place = places.setdefault((name, times[name]), len(places))
            if place == len(header):
                header.append(name)
            cells.extend("" for _ in range(place + 1 - len(cells)))
            cells[place] = text
        counter.add(len(records) + 1, cells)
        records.append((len(records) + 1, cells))
    if not records:
        raise Refused("The Jira XML file holds no issues.")
    if any(name == "Description" for name in header):
        ledger.note("Formatting in descriptions and comments was taken off.")
    return Table(header=header, header_row=0, records=records)


def _cells(item: Element) -> Iterator[Cell]:
    for part in item:
        name, text = local(part.tag), clean("".join(part.itertext()))
        if name in _SECONDS:
            yield _SECONDS[name], part.get("seconds", "")
        elif name in _HEADERS:
            is_text = name in ("description", "environment")
            yield _HEADERS[name], plain(text) if is_text else text
        elif name == "customfields":
            yield from _custom(part)
        else:
            yield from _particular(name, part, text)


def _particular(name: str, part: Element, text: str) -> Iterator[Cell]:
    if name == "key":
        yield "Issue key", text
        yield "Issue id", part.get("id", "")
    elif name == "project":
        yield "Project name", text
        yield "Project key", part.get("key", "")
    elif name == "assignee":
        yield "Assignee", "" if part.get("accountid") == "-1" else text
    elif name == "statusCategory":
        yield "Status Category", _CATEGORIES.get(part.get("key", ""), "")
    elif name == "labels":
        for label in part:
            yield "Labels", clean(label.text or "")
    elif name == "comments":
        yield from _comments(part)
    elif name == "issuelinks":
        yield from _links(part)
    elif name not in _SKIPPED:
        yield name, text


def _comments(part: Element) -> Iterator[Cell]:
    for comment in part:
        text = plain(clean(comment.text or ""))
        when, author = comment.get("created", ""), comment.get("author", "")
        yield "Comment", f"{when};{author};{text}" if text else ""


def _links(part: Element) -> Iterator[Cell]:
    for kind in part:
        name = text_of(kind, "name")
        for side in kind:
            way = {"outwardlinks": "Outward", "inwardlinks": "Inward"}.get(
                local(side.tag)
            )
            for link in side:
                if way:
                    yield f"{way} issue link ({name})", text_of(link, "issuekey")


def _custom(part: Element) -> Iterator[Cell]:
    for field in part:
        name = text_of(field, "customfieldname")
        values = (clean(value.text or "") for value in field.iter("customfieldvalue"))
        text = "\n".join(filter(None, values))
        yield f"Custom field ({name})", text


def plain(text: str) -> str:
    """HTML as text: breaks become line ends, other tags go."""
    if "<" not in text and "&" not in text:
        return text
    return clean(html.unescape(_TAG.sub("", _BREAK.sub("\n", text))))
