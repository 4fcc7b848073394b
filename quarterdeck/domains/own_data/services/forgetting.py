"""A prepared file goes with whoever it is about."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from quarterdeck.domains.people.models import Person

from ..models import OwnDataFile


def forget_people(*, people: Sequence[Person], by: Any, at: datetime) -> None:
    users = [one.user_id for one in people if one.user_id is not None]
    OwnDataFile.objects.filter(user_id__in=users).delete()
