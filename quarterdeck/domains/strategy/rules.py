"""What changed between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Span:
    """A run of words: `kept`, `added` or `removed`."""

    kind: str
    text: str


def compare(before: str, after: str) -> list[Span]:
    """Tell how `after` came from `before`; kept and added together read as `after`."""
    old, new = _words(before), _words(after)
    spans: list[Span] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            spans.append(Span("kept", "".join(old[i:j])))
            continue
        if j > i:
            spans.append(Span("removed", "".join(old[i:j])))
        if m > k:
            spans.append(Span("added", "".join(new[k:m])))
    return spans


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s]+", text)
