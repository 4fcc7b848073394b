"""The way in for a caller that reads in another process: plain records both ways."""

from dataclasses import dataclass, field
from pathlib import Path

from .limits import Limits
from .reading import detect, read
from .records import Column, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which file it was, and which fields somebody chose for its columns."""

    name: str
    mapping: dict[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)


def read_order(order: Order, files: list[Path]) -> Reading:
    """Read the one file that was handed over; Refused as in ``read``."""
    return read(
        files[0], name=order.name, mapping=order.mapping or None, limits=order.limits
    )


def columns_order(order: Order, files: list[Path]) -> tuple[Column, ...]:
    """Only tell the columns of a table, for somebody to say what they mean."""
    return detect(files[0], name=order.name, limits=order.limits).columns
