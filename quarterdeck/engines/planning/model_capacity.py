"""Redundant capacity rules of the exact model."""

from __future__ import annotations

from .model import Model


def add_capacity(model: Model) -> None:
    """Redundant: what a set of people must do alone does not exceed them.

    It is implied, and lets CP-SAT prove bounds it would not see otherwise."""
    compiled = model.compiled
    sets = {compiled.union[number] for number in model.tasks if compiled.effort[number]}
    everyone = 0
    for mask in sets:
        everyone |= mask
    largest = sorted(sets, key=lambda mask: (-mask.bit_count(), mask))[:20]
    for mask in dict.fromkeys([everyone, *largest]):
        inside = [n for n in model.tasks if compiled.effort[n]]
        inside = [n for n in inside if not compiled.union[n] & ~mask]
        demands = [compiled.heads[n] for n in inside]
        model.cp.add_cumulative(
            [model.of[n].interval for n in inside], demands, mask.bit_count()
        )
