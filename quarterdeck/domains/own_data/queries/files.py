"""The prepared file: one each, without its content until that is asked for."""

from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open

from ..models import OwnDataFile


def files_visible_to(user: Any) -> QuerySet[OwnDataFile]:
    own = OwnDataFile.objects.filter(user_id=user.pk).select_related("job")
    open_now = while_private_rooms_are_open(user, OwnDataFile.objects.order_by())
    return own.filter(Q(holds_private=False) | Q(pk__in=open_now.values("pk")))


def file_of(user: Any) -> OwnDataFile | None:
    return files_visible_to(user).defer("content").first()


def get_file(*, user: Any) -> OwnDataFile:
    return files_visible_to(user).get(size__gt=0)
