"""What a piece of feedback needs before it is given, on plain values."""

from collections.abc import Collection, Mapping

FRAME = ("situation", "behavior", "impact")
NAMES = {
    "situation": "the situation",
    "behavior": "what was done",
    "impact": "its effect",
}
# So long after finished work a leader is reminded of who was not thanked.
WEEKS_WITHOUT_THANKS = 4


def missing_words(words: Mapping[str, str]) -> list[str]:
    """Return which parts are missing; free words stand on their own."""
    if words.get("text", "").strip():
        begun = any(words.get(name, "").strip() for name in FRAME)
        return [] if not begun else _blank(words)
    return _blank(words)


def _blank(words: Mapping[str, str]) -> list[str]:
    return [name for name in FRAME if not words.get(name, "").strip()]


def still_readers(named: Collection[int], leading_now: Collection[int]) -> set[int]:
    """Return the leaders who read it: those shown when it was written who still lead.

    Somebody who began to lead since was not on the form and is not added.
    """
    return set(named) & set(leading_now)
