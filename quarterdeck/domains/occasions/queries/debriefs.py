"""Looking back: read by whoever led, and by whom they named before writing."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.permissions import standing_of

from ..models import Debrief, DebriefReader, Occasion, Turn, Willingness


def debriefs_visible_to(user: Any) -> QuerySet[Debrief]:
    """Return one's own, and those one was named to read; nothing while in doubt."""
    mine = standing_of(user).person_id or 0
    named = DebriefReader.objects.filter(person_id=mine).values("debrief_id")
    rows = Debrief.objects.filter(Q(writer_id=mine) | Q(pk__in=named))
    rows = rows.select_related("writer", "occasion").order_by("-on", "-id")
    return while_private_rooms_are_open(user, rows)


def get_debrief(*, user: Any, debrief_id: int) -> Debrief:
    return debriefs_visible_to(user).get(pk=debrief_id)


def debriefs_of(*, user: Any, occasion: Occasion, most: int = 10) -> list[Debrief]:
    rows = debriefs_visible_to(user).filter(occasion=occasion)
    return list(rows.prefetch_related("readers__person")[:most])


def not_looked_back(*, user: Any, occasion: Occasion, today: date) -> list[Turn]:
    """Return the latest dates the user has led and not looked back on."""
    mine = standing_of(user).person_id or 0
    done = debriefs_visible_to(user).filter(occasion=occasion, writer_id=mine)
    rows = Turn.objects.filter(
        occasion=occasion, person_id=mine, part=Turn.Part.LEADS, on__lte=today
    )
    rows = while_private_rooms_are_open(user, rows)
    days = done.order_by().values("on")
    return list(rows.exclude(on__in=days).order_by("-on")[:3])


def own_occasion_records(user: Any) -> dict[str, QuerySet[Any]]:
    """Return what is somebody's own here, for them to take along."""
    mine = standing_of(user).person_id or 0
    return {
        "occasion_turns": Turn.objects.filter(
            Q(person_id=mine) | Q(offered_to_id=mine)
        ).order_by("id"),
        "occasion_willingness": Willingness.objects.filter(person_id=mine).order_by(
            "id"
        ),
        "occasion_debriefs": debriefs_visible_to(user).filter(writer_id=mine),
    }
