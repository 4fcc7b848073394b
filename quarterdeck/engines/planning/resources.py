"""What work takes besides people: rooms, machines, material, money; and ways to do it.

A **resource** has a capacity. A renewable one (a room, a machine) is held by a task in
every slot of ``[start, end)``, nights and weekends between two days of work included,
and is free again afterwards. A consumable one (material, a budget) is used up: over the
whole plan no more than its capacity.

A **mode** is one way to do a task: how long, by whom, with what. Two shapes follow:

- ``needs`` is empty: **nobody is taken**. The task runs through ``effort`` slots in one
  go, whatever the calendars say: ``end == start + effort``. (This is the one difference
  from a task without modes, where no needs mean one person of any skill.)
- ``needs`` names somebody: as in a task without modes the team works ``effort`` slots
  together, and the resources are held from the first of them to the last.

``Assignment.mode`` tells the number of the mode chosen, from 0.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .own_effort import effort_for, least_effort


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """``count`` people who hold ``skill`` at ``level`` or above (None: anybody)."""

    skill: str | None = None
    level: int = 0
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something of which there is so much and no more.

    Parameters
    ----------
    id
        Unique among resources.
    capacity
        A whole number, or steps ``(from_slot, amount)`` with ascending slots; before
        the first step there is nothing. Steps are for renewable resources only.
    renewable
        False: what a task takes is used up.
    name
        What a person would call it; the id without one.
    """

    id: str
    capacity: int | tuple[tuple[int, int], ...]
    renewable: bool = True
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """One way to do a task.

    Parameters
    ----------
    effort
        Slots of work per person, or of running time when nobody is needed. 0 takes
        nobody and holds nothing, but may consume.
    effort_of
        Pairs ``(person id, slots)`` of people for whom it takes others; see ``Task``.
    needs
        Who is needed; empty means **nobody**.
    amounts
        Pairs ``(resource id, amount)``; each resource once.
    """

    effort: int
    effort_of: tuple[tuple[str, int], ...] = ()
    needs: tuple[Need, ...] = ()
    amounts: tuple[tuple[str, int], ...] = ()

    def effort_for(self, people: Iterable[str]) -> int:
        """Give the slots that these people work in this way together."""
        return effort_for(self.effort, self.effort_of, people)

    @property
    def least(self) -> int:
        """The slots it takes at least."""
        return least_effort(self.effort, self.effort_of)

    @property
    def most(self) -> int:
        """The slots it may take of the slowest."""
        return max([self.effort, *(slots for _, slots in self.effort_of)])
