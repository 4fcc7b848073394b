"""Aims in strict order, and how good each of them is in a plan, in words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..choices import AIMS, REST

ENOUGH = 0.0005  # a gap that nobody would notice


def order_in_words(order: Sequence[str]) -> str:
    """Meet deadlines, then Save cost"""
    return ", then ".join(AIMS.get(aim, aim) for aim in order)


def aims_in_words(aims: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return a sentence for each aim: proven, or how much better it could be at most."""
    return [
        f"{AIMS.get(aim['name'], _rest(aim['name']))}: {_how_good(aim, first=not n)}"
        for n, aim in enumerate(aims)
    ]


def _rest(name: str) -> str:
    return "Everything else by the weights" if name == REST else name


def _how_good(aim: Mapping[str, Any], *, first: bool) -> str:
    """Later aims are as good as they are among plans that are as good in all before."""
    among = "." if first else ", as long as what stands before stays."
    if aim["proven"]:
        return f"proven, no plan does better{among}"
    if aim["gap"] < ENOUGH:
        return f"as good as can be told{among}"
    return f"better by at most {100 * aim['gap']:.1f} %, if at all{among}"
