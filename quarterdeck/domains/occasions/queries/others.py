"""Who else could lead this: what people said, what they can do, who has not yet.

Occasions are counted and nothing else. Nobody is ranked: each group is in the order of
names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from quarterdeck.domains.people.models import Person, PersonSkill
from quarterdeck.domains.people.rules.skills import ALONE

from ..models import Occasion, Turn, Willingness
from .occasions import occasions_visible_to, people_near

SHOWN = 8


@dataclass(frozen=True)
class Group:
    """Some people for one reason, each with how often they have led it."""

    label: str
    icon: str
    people: Sequence[Person]
    more: bool


def others_who_could(*, user: Any, occasion: Occasion, today: date) -> list[Group]:
    """Return who said so, who has the skill, and who has not led it yet."""
    if not occasions_visible_to(user).filter(pk=occasion.pk).exists():
        return []
    said = Willingness.objects.filter(occasion=occasion)
    no = said.filter(willing=False).values("person_id")
    here = Person.objects.filter(Q(ends_on=None) | Q(ends_on__gte=today))
    yes = here.filter(pk__in=said.filter(willing=True).values("person_id"))
    near = people_near(occasion, today).exclude(pk__in=no)
    led = Turn.objects.filter(occasion=occasion, part=Turn.Part.LEADS, on__lt=today)
    new = near.exclude(pk__in=led.values("person_id"))
    groups = [_group("Would like to", "hand", yes, led)]
    if occasion.skill is not None:
        able = PersonSkill.objects.filter(skill=occasion.skill, level__gte=ALONE)
        skilled = near.filter(pk__in=able.values("person_id"))
        label = f"Can do it alone: {occasion.skill}"
        groups.append(_group(label, "badge-check", skilled, led))
    return [*groups, _group("Have not led it yet", "sprout", new, led)]


def _group(label: str, icon: str, rows: QuerySet[Person], led: QuerySet[Turn]) -> Group:
    own = led.filter(person=OuterRef("pk")).order_by().values("person")
    times = Coalesce(Subquery(own.annotate(many=Count("pk")).values("many")), 0)
    found = list(rows.annotate(times_led=times).order_by("name", "id")[: SHOWN + 1])
    return Group(label, icon, found[:SHOWN], len(found) > SHOWN)
