"""Chance that is the same compiled or not: two small generators (L'Ecuyer 1988)."""

from __future__ import annotations

import math

from .board import SEED, SEED_TOO, Whole
from .jit import compiled


@compiled
def uniform(count: Whole) -> float:
    """Give a number from 0 up to, and without, 1."""
    one = count[SEED] * 40014 % 2147483563
    two = count[SEED_TOO] * 40692 % 2147483399
    count[SEED], count[SEED_TOO] = one, two
    return float((one - two) % 2147483562) / 2147483562.0


@compiled
def below(count: Whole, size: int) -> int:
    """Give a whole number from 0 up to, and without, ``size``."""
    return int(uniform(count) * size)


@compiled
def normal(count: Whole) -> float:
    """Give a normally distributed number (Box and Muller 1958)."""
    away = math.sqrt(-2.0 * math.log(1.0 - uniform(count)))
    return away * math.cos(2.0 * math.pi * uniform(count))
