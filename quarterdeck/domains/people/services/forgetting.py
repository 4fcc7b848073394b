"""Erase people from the list; what points at them loses the link or goes with them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from ..models import Person


@transaction.atomic
def forget_people(*, people: Sequence[Person], by: Any, at: datetime) -> None:
    """Delete people with their teams, hours, time off, skills and cost rates.

    The last of the rooms that forget: by now those above have kept what is to stay.
    Who may ask for this is decided by the room that erases.
    """
    Person.objects.filter(pk__in=[one.pk for one in people]).delete()
