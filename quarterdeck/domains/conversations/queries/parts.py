"""What stands in a conversation: views as far as they are shown, options, agreement."""

from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.people.permissions import standing_of

from ..models import Consent, Conversation, LookBack, Option, Undertaking, View
from .conversations import open_to


def views_visible_to(user: Any) -> QuerySet[View]:
    """Return one's own, and those that are shown in conversations one reads."""
    mine = standing_of(user).person_id or 0
    inside = open_to(user).order_by().values("pk")
    rows = View.objects.filter(conversation_id__in=inside)
    rows = rows.filter(Q(writer_id=mine) | Q(shown_at__isnull=False))
    return rows.select_related("writer", "conversation").order_by("id")


def own_view(*, user: Any, conversation: Conversation) -> View | None:
    mine = standing_of(user).person_id or 0
    rows = views_visible_to(user).filter(conversation=conversation, writer_id=mine)
    return rows.first()


def options_visible_to(user: Any) -> QuerySet[Option]:
    inside = open_to(user).order_by().values("pk")
    rows = Option.objects.filter(conversation_id__in=inside)
    return rows.select_related("added_by", "conversation").order_by("id")


def get_option(*, user: Any, option_id: int) -> Option:
    return options_visible_to(user).get(pk=option_id)


def undertakings_visible_to(user: Any) -> QuerySet[Undertaking]:
    inside = open_to(user).order_by().values("pk")
    rows = Undertaking.objects.filter(conversation_id__in=inside)
    return rows.select_related("person", "conversation").order_by("due_on", "id")


def get_undertaking(*, user: Any, undertaking_id: int) -> Undertaking:
    return undertakings_visible_to(user).get(pk=undertaking_id)


def consents_of(*, user: Any, conversation: Conversation) -> set[int]:
    """Return the people who agree to what stands there."""
    inside = open_to(user).order_by().values("pk")
    rows = Consent.objects.filter(conversation=conversation, conversation_id__in=inside)
    return set(rows.values_list("person_id", flat=True))


def look_backs_visible_to(user: Any) -> QuerySet[LookBack]:
    inside = open_to(user).order_by().values("pk")
    rows = LookBack.objects.filter(conversation_id__in=inside)
    return rows.select_related("person").order_by("of", "id")
