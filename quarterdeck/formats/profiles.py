"""What is particular about the tables of one program."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Profile:
    """How the table of one program is recognised and read.

    ``marks`` are sets of normalised headers; the table is recognised when all
    headers of one set are present. ``fields`` maps normalised headers to fields
    (with units), ``pattern`` does so for headers that vary, ``reasons`` says
    why a known column is not read. ``numbered`` tells that rows without an id
    are known by their place below the header, ``statuses`` and ``priorities``
    are words of that program alone.
    """

    format: str
    title: str
    kind: str = "tasks"
    marks: tuple[frozenset[str], ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    pattern: Callable[[str], str | None] = lambda _: None
    reasons: Mapping[str, str] = field(default_factory=dict)
    numbered: bool = False
    only_own: bool = False
    statuses: Mapping[str, str] = field(default_factory=dict)
    priorities: Mapping[str, str] = field(default_factory=dict)

    def matches(self, headers: set[str]) -> bool:
        return any(mark <= headers for mark in self.marks)


def headers(text: str) -> frozenset[str]:
    """Normalised headers from one string, separated by bars."""
    return frozenset(name.strip() for name in text.split("|"))


def each(groups: Mapping[str, str]) -> dict[str, str]:
    """Headers (separated by bars) to the field or reason they share."""
    return {
        name.strip(): meaning
        for meaning, names in groups.items()
        for name in names.split("|")
    }
