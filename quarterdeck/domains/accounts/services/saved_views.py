"""Filters kept under a name."""

from datetime import datetime

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import SavedView, User

MOST = 50  # to a place: more than anybody looks through


class TooManyViews(RuleBroken):
    pass


@transaction.atomic
def save_view(
    *, user: User, place: str, name: str, query: str, at: datetime
) -> SavedView:
    """Keep a filter under a name; the same name again replaces what it held."""
    others = SavedView.objects.filter(user=user, place=place).exclude(name=name)
    if others.count() >= MOST:
        raise TooManyViews(f"You keep {MOST} views here already. Remove one first.")
    view, _ = SavedView.objects.update_or_create(
        user=user,
        place=place,
        name=name,
        defaults={"query": query},
        create_defaults={"query": query, "created_at": at},
    )
    _record("view.saved", view, at)
    return view


@transaction.atomic
def remove_view(*, view: SavedView, at: datetime) -> None:
    _record("view.removed", view, at)
    view.delete()


def _record(verb: str, view: SavedView, at: datetime) -> None:
    audience = activity.only(view.user_id)
    activity.record(by=view.user, verb=verb, subject=view, at=at, audience=audience)
