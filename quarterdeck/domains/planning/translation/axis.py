"""Slots and moments. A slot is counted on the wall clock of the organization.

Every day has 24 hours of slots, also the two days of the year on which the clock is
changed: people plan by the clock on the wall.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY_BEGINS = 9  # working hours are known by day; the time of day is a convention


@dataclass(frozen=True)
class Axis:
    first_day: date
    days: int
    zone: ZoneInfo
    slot_minutes: int

    @property
    def per_day(self) -> int:
        return 24 * 60 // self.slot_minutes

    @property
    def horizon(self) -> int:
        return self.days * self.per_day

    def slot_of(self, moment: datetime) -> int:
        """The slot in which a moment falls; negative before the first day."""
        wall = moment.astimezone(self.zone).replace(tzinfo=None)
        since = wall - datetime.combine(self.first_day, time())
        return int(since // timedelta(minutes=self.slot_minutes))

    def end_slot_of(self, moment: datetime) -> int:
        """The first slot that begins at or after a moment."""
        wall = moment.astimezone(self.zone).replace(tzinfo=None)
        since = wall - datetime.combine(self.first_day, time())
        return -int(-since // timedelta(minutes=self.slot_minutes))

    def moment(self, slot: int) -> datetime:
        wall = datetime.combine(self.first_day, time())
        wall += timedelta(minutes=slot * self.slot_minutes)
        return wall.replace(tzinfo=self.zone)

    def day(self, slot: int) -> date:
        """The day in which a slot lies; of the end of work, the day it still fills."""
        return self.moment(slot).date()

    def last_day(self, end_slot: int) -> date:
        return self.moment(max(end_slot - 1, 0)).date()

    def after_day(self, day: date) -> int:
        """The slot with which a day is over: work that ends here is in time."""
        return ((day - self.first_day).days + 1) * self.per_day

    def start_of_day(self, day: date) -> int:
        return (day - self.first_day).days * self.per_day

    def slots(self, hours: float) -> int:
        """Hours as slots, at least one for any work at all."""
        return max(1, round(hours * 60 / self.slot_minutes)) if hours > 0 else 0

    def hours(self, slots: int) -> float:
        return slots * self.slot_minutes / 60
