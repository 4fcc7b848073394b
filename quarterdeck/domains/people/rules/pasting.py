"""Read pasted lines of names and addresses, in the ways people write them."""

import re
from dataclasses import dataclass

MOST_LINES = 500
_ADDRESS = re.compile(r"[^\s<>,;\"'()]+@[^\s<>,;\"'()]+\.[^\s<>,;\"'()]+")


@dataclass(frozen=True)
class Line:
    """One pasted line; `problem` says why it cannot be used."""

    name: str
    email: str
    problem: str = ""


def read_lines(text: str) -> list[Line]:
    """Return one entry a line: “Ana Li <ana@li.org>”, “Ana Li, ana@li.org”, “Ana Li”."""
    seen: set[str] = set()
    found: list[Line] = []
    for raw in text.splitlines():
        if not raw.strip():
            continue
        if len(found) == MOST_LINES:
            break
        line = _read(raw)
        key = line.email or line.name.casefold()
        if not line.problem and key in seen:
            line = Line(line.name, line.email, "stands here twice")
        seen.add(key)
        found.append(line)
    return found


def _read(raw: str) -> Line:
    address = _ADDRESS.search(raw)
    email = address.group().lower() if address else ""
    rest = raw.replace(address.group(), " ") if address else raw
    name = " ".join(re.sub(r"[<>,;\"\t|]", " ", rest).split())[:200]
    if not address and "@" in raw:
        return Line(name, "", "this is no e-mail address")
    if len(email) > 254:
        return Line(name, "", "this address is too long")
    return Line(name or _name_from(email), email)


def _name_from(email: str) -> str:
    return " ".join(re.split(r"[._+-]+", email.partition("@")[0])).title()[:200]
