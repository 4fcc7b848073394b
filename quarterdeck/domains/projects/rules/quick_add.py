"""Read one line into a task: what was understood, and what was not, each as a chip.

    Call the supplier @Bob #Refunds !high ~2-4h by fri, why: they wait, needs Cooking 3

Nothing is guessed: a name that is unknown, or that several share, is shown as such and
its words stay in the title, so that no word of the line is ever lost.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from .days import DAY, read_day

Kind = Literal["person", "project", "skill", "priority", "estimate", "deadline", "why"]
PRIORITIES = {"urgent": 1, "high": 2, "normal": 3, "low": 4}
MOST_HOURS = 10_000
LONGEST_LINE = 1_000


@dataclass(frozen=True)
class Named:
    """Something that can be meant by its name."""

    id: int
    name: str


@dataclass(frozen=True)
class Chip:
    """One understood (or not understood) part of the line."""

    kind: Kind
    text: str  # as it stands in the line
    label: str
    problem: str = ""
    id: int | None = None

    @property
    def resolved(self) -> bool:
        return not self.problem


@dataclass(frozen=True)
class Names:
    """Who and what the line may speak of."""

    people: Sequence[Named] = ()
    projects: Sequence[Named] = ()
    skills: Sequence[Named] = ()


@dataclass
class Parsed:
    """The task that the line describes."""

    title: str = ""
    why: str = ""
    priority: int | None = None
    estimate_low: Decimal | None = None
    estimate_high: Decimal | None = None
    deadline: date | None = None
    people: list[int] = field(default_factory=list)
    project: int | None = None
    needs: list[tuple[int, int]] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)

    @property
    def unresolved(self) -> list[Chip]:
        return [chip for chip in self.chips if not chip.resolved]


_NEED = re.compile(
    r"(?:^|[,;]\s*|\s)needs\s+([^,;@#!~]+?)\s+([1-5])\s*(?=$|[,;])", re.IGNORECASE
)
_WHY = re.compile(r"(?:^|[,;]\s*|\s)why:\s*(.*)$", re.IGNORECASE | re.DOTALL)
_PRIORITY = re.compile(
    r"(?<!\S)!(urgent|high|normal|low|[1-4])(?![\w!])", re.IGNORECASE
)
_ESTIMATE = re.compile(
    r"(?<!\S)~(\d{1,5}(?:[.,]\d{1,2})?)(?:\s?[-–]\s?(\d{1,5}(?:[.,]\d{1,2})?))?\s?"
    r"(h|hours?|m|min|minutes?)(?!\w)",
    re.IGNORECASE | re.ASCII,
)
_DEADLINE = re.compile(rf"(?<!\S)by\s+{DAY.pattern}", DAY.flags)
_MARKED = r"(?<!\S){mark}(?:\"([^\"]+)\"|([^\s,;:!?\"]+))"
_PERSON = re.compile(_MARKED.format(mark="@"))
_PROJECT = re.compile(_MARKED.format(mark="\\#"))
MOST_WORDS = 6  # of a name that is written without quotation marks


def parse_line(line: str, *, today: date, names: Names) -> Parsed:
    """Read the line; `names` holds at least every name that it may mean."""
    parsed = Parsed()
    rest = " ".join(line[:LONGEST_LINE].split())
    rest = _each(_NEED, rest, lambda found: _need(found, parsed, names.skills))
    rest = _each(_WHY, rest, lambda found: _why(found, parsed))
    rest = _each(_PRIORITY, rest, lambda found: _priority(found, parsed))
    rest = _each(_ESTIMATE, rest, lambda found: _estimate(found, parsed))
    rest = _each(_DEADLINE, rest, lambda found: _deadline(found, parsed, today))
    rest = _names(rest, _PERSON, names.people, lambda *a: _person(parsed, *a))
    rest = _names(rest, _PROJECT, names.projects, lambda *a: _project(parsed, *a))
    parsed.title = " ".join(rest.split()).replace(" ,", ",").strip(" ,;")
    return parsed


def words_after(mark: str, line: str) -> list[str]:
    """Return the first word after each mark: enough to look up what may be meant."""
    pattern = _PERSON if mark == "@" else _PROJECT
    return [
        (f.group(1) or f.group(2)).split()[0]
        for f in pattern.finditer(line[:LONGEST_LINE])
        if (f.group(1) or f.group(2)).split()
    ]


def skills_named(line: str) -> list[str]:
    return [
        found.group(1)
        for found in _NEED.finditer(" ".join(line[:LONGEST_LINE].split()))
    ]


def _each(
    pattern: "re.Pattern[str]", text: str, read: Callable[["re.Match[str]"], bool]
) -> str:
    """Cut every match that `read` takes out of the text."""
    return pattern.sub(lambda found: " " if read(found) else found.group(0), text)


def _need(found: "re.Match[str]", parsed: Parsed, skills: Sequence[Named]) -> bool:
    text, level = found.group(0).strip(" ,;"), int(found.group(2))
    match, problem = find_name(found.group(1), skills, "skill")
    if match is None:
        parsed.chips.append(Chip("skill", text, found.group(1), problem))
        return False
    if match.id in dict(parsed.needs):
        return False
    parsed.needs.append((match.id, level))
    parsed.chips.append(Chip("skill", text, f"{match.name} {level}", id=match.id))
    return True


def _why(found: "re.Match[str]", parsed: Parsed) -> bool:
    parsed.why = found.group(1).strip(" ,;")
    if not parsed.why:
        return False
    parsed.chips.append(Chip("why", found.group(0).strip(" ,;"), parsed.why))
    return True


def _priority(found: "re.Match[str]", parsed: Parsed) -> bool:
    if parsed.priority is not None:
        return False
    word = found.group(1).lower()
    parsed.priority = PRIORITIES.get(word) or int(word)
    label = next(k for k, v in PRIORITIES.items() if v == parsed.priority)
    parsed.chips.append(Chip("priority", found.group(0), label.capitalize()))
    return True


def _estimate(found: "re.Match[str]", parsed: Parsed) -> bool:
    unit = Decimal(60) if found.group(3).lower().startswith("m") else Decimal(1)
    low = Decimal(found.group(1).replace(",", ".")) / unit
    high = Decimal((found.group(2) or found.group(1)).replace(",", ".")) / unit
    if parsed.estimate_low is not None or high < low or high > MOST_HOURS:
        return False
    cent = Decimal("0.01")
    parsed.estimate_low, parsed.estimate_high = low.quantize(cent), high.quantize(cent)
    numbers = [
        _short(n) for n in dict.fromkeys((parsed.estimate_low, parsed.estimate_high))
    ]
    parsed.chips.append(Chip("estimate", found.group(0), f"{'–'.join(numbers)} h"))
    return True


def _deadline(found: "re.Match[str]", parsed: Parsed, today: date) -> bool:
    day = read_day(found, today)
    if day is None or parsed.deadline is not None:
        return False
    parsed.deadline = day
    label = f"by {day:%a} {day.day} {day:%b %Y}"
    parsed.chips.append(Chip("deadline", found.group(0), label))
    return True


def _person(parsed: Parsed, text: str, match: Named | None, problem: str) -> bool:
    label = match.name if match else text[1:]
    parsed.chips.append(
        Chip("person", text, label, problem, match.id if match else None)
    )
    if match is not None and match.id not in parsed.people:
        parsed.people.append(match.id)
    return match is not None


def _project(parsed: Parsed, text: str, match: Named | None, problem: str) -> bool:
    if match is not None and parsed.project is not None:
        match, problem = None, "a task is in one project"
    label = match.name if match else text[1:]
    parsed.chips.append(
        Chip("project", text, label, problem, match.id if match else None)
    )
    parsed.project = match.id if match else parsed.project
    return match is not None


def _names(
    text: str,
    pattern: "re.Pattern[str]",
    known: Sequence[Named],
    take: Callable[[str, Named | None, str], bool],
) -> str:
    """Cut the marked names out: the longest run of words that is a known name."""
    out, at = [], 0
    while found := pattern.search(text, at):
        end, match, problem = _longest(text, found, known)
        out.append(text[at : found.start()])
        if not take(text[found.start() : end], match, problem):
            out.append(text[found.start() : end])
        at = end
    return "".join([*out, text[at:]])


def _longest(
    text: str, found: "re.Match[str]", known: Sequence[Named]
) -> tuple[int, Named | None, str]:
    what = "person" if found.group(0).startswith("@") else "project"
    if found.group(1) is None:
        for end in reversed(_ends(text, found)):
            run = text[found.start() + 1 : end].strip(" ,;:.")
            same = [n for n in known if n.name.casefold() == run.casefold()]
            if len(same) == 1:
                return end, same[0], ""
    match, problem = find_name(found.group(1) or found.group(2), known, what)
    return found.end(), match, problem


def _ends(text: str, found: "re.Match[str]") -> list[int]:
    """Return where a name of one word, two words and so on would end."""
    words = re.finditer(r"[^\s,;]+", text[found.end() :])
    ends = [found.end()]
    for _, word in zip(range(MOST_WORDS - 1), words, strict=False):
        ends.append(found.end() + word.end())
    return ends


def find_name(text: str, known: Sequence[Named], what: str) -> tuple[Named | None, str]:
    """Return the one that is meant, or in words why nobody or nothing is."""
    wanted = text.strip(" .").casefold()
    same = [n for n in known if n.name.casefold() == wanted]
    first = [n for n in known if n.name.casefold().split()[:1] == [wanted]]
    for group in (same, first):
        if len(group) == 1:
            return group[0], ""
        if group:
            return None, f"several are called {text}: write the whole name"
    return None, f"no {what} of this name"


def _short(number: Decimal) -> str:
    return format(number.normalize(), "f")
