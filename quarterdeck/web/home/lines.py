"""One line of what waits for somebody."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """What waits for me, and the act that ends the waiting."""

    icon: str
    text: str
    beside: str
    act: str
    url: str
