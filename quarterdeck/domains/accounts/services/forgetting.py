"""Erase accounts with everything that opens them."""

from collections.abc import Sequence

from allauth.usersessions.models import UserSession
from django.db import transaction

from ..models import AnsweredRequest, User


@transaction.atomic
def forget_accounts(*, user_ids: Sequence[int]) -> None:
    """Delete accounts, their sessions, tokens, links, second factors and saved views.

    Answers kept for repeated requests may name anybody, so they all go: whether a
    request was done already is known from its act as well.
    """
    for session in UserSession.objects.filter(user_id__in=user_ids):
        session.end()
    AnsweredRequest.objects.filter(status__isnull=False).delete()
    User.objects.filter(pk__in=user_ids).delete()
