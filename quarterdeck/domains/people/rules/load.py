"""What a number of hours means against what somebody can do."""

from typing import Literal, NamedTuple

Kind = Literal["none", "free", "good", "full", "over", "uncounted"]
# What being over means depends on the employment.
OVER = {
    "full_time": "over the target",
    "part_time": "over the ceiling",
    "contractor": "over the billable cap",
}


class Load(NamedTuple):
    """Hours of one week against capacity, with a sign and words beside the colour."""

    hours: float
    capacity: float
    kind: Kind
    sign: str
    words: str

    @property
    def share(self) -> float | None:
        return self.hours / self.capacity if self.capacity else None


def load_of(hours: float, capacity: float, employment: str) -> Load:
    """Judge one week. Half an hour of rounding is not worth an alarm."""
    if employment == "volunteer":
        return Load(hours, capacity, "uncounted", "", "not counted against a limit")
    if hours <= 0:
        words = "nothing planned" if capacity else "away"
        return Load(hours, capacity, "none", "" if capacity else "–", words)
    if hours > capacity + 0.5:
        words = OVER.get(employment, "over capacity")
        if not capacity:
            words = "planned while away"
        return Load(hours, capacity, "over", "▲", words)
    if hours >= 0.9 * capacity:
        return Load(hours, capacity, "full", "●", "full")
    if hours >= 0.5 * capacity:
        return Load(hours, capacity, "good", "", "room left")
    return Load(hours, capacity, "free", "", "much room left")
