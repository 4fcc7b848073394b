"""The conversations of somebody. Every query of the room starts from their own."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.permissions import standing_of

from ..models import Consent, Conversation, Help, LookBack, Undertaking, View
from ..rules import Step, step_of

MOST = 50


def conversations_visible_to(user: Any) -> QuerySet[Conversation]:
    """Return where the user is one of two, or a helper that both want."""
    mine = standing_of(user).person_id or 0
    seen = Q(opener_id=mine) | Q(other_id=mine)
    seen |= Q(help__person_id=mine, help__agreed_at__isnull=False)
    return _rows(user, seen)


def open_to(user: Any) -> QuerySet[Conversation]:
    """Return those that the user reads: of the two, or as a helper who has joined."""
    mine = standing_of(user).person_id or 0
    seen = Q(opener_id=mine) | Q(other_id=mine)
    seen |= Q(help__person_id=mine, help__joined_at__isnull=False)
    return _rows(user, seen)


def _rows(user: Any, seen: Q) -> QuerySet[Conversation]:
    rows = Conversation.objects.filter(seen).select_related(
        "opener", "other", "help__person", "closed_by"
    )
    return while_private_rooms_are_open(user, rows.order_by("-created_at", "-id"))


def get_conversation(*, user: Any, conversation_id: int) -> Conversation:
    return conversations_visible_to(user).get(pk=conversation_id)


def get_open_conversation(*, user: Any, conversation_id: int) -> Conversation:
    return open_to(user).get(pk=conversation_id)


def lines_of(user: Any, *, closed: bool = False) -> list[Conversation]:
    rows = conversations_visible_to(user).filter(closed_at__isnull=not closed)
    return list(rows[:MOST])


def help_of(conversation: Conversation) -> Help | None:
    """Return who helps or is asked to, of a conversation one was let into."""
    return (
        Help.objects.filter(conversation=conversation)
        .select_related("person", "asked_by")
        .first()
    )


def step_now(conversation: Conversation) -> Step:
    """Return at which step it is, of a conversation one was let into."""
    shown = View.objects.filter(conversation=conversation, shown_at__isnull=False)
    written = Undertaking.objects.filter(conversation=conversation)
    return step_of(
        began=conversation.began_at is not None,
        shown=shown.count(),
        undertakings=written.count(),
        settled=conversation.settled_at is not None,
    )


def waiting_for(user: Any, today: date) -> list[Conversation]:
    """Return where something waits for the user: an answer, a view, a yes, a look back."""
    mine = standing_of(user).person_id or 0
    of_this = {"conversation": OuterRef("pk")}
    view = View.objects.filter(writer_id=mine, handed_in_at__isnull=False, **of_this)
    yes = Consent.objects.filter(person_id=mine, **of_this)
    theirs = Consent.objects.filter(**of_this).exclude(person_id=mine)
    looked = LookBack.objects.filter(
        person_id=mine, of=OuterRef("follow_up_on"), **of_this
    )
    rows = conversations_visible_to(user).filter(closed_at=None)
    rows = rows.annotate(
        has_view=Exists(view),
        has_agreed=Exists(yes),
        is_offered=Exists(theirs),
        has_looked=Exists(looked),
    )
    two = Q(opener_id=mine) | Q(other_id=mine)
    asked = Q(began_at=None, other_id=mine)
    to_write = two & Q(began_at__isnull=False, has_view=False)
    to_agree = two & Q(settled_at=None, is_offered=True, has_agreed=False)
    due = two & Q(settled_at__isnull=False, follow_up_on__lte=today, has_looked=False)
    helper = Q(help__person_id=mine, help__joined_at=None)
    answer = two & Q(help__isnull=False, help__agreed_at=None)
    answer &= ~Q(help__asked_by_id=mine)
    wanted = asked | to_write | to_agree | due | helper | answer
    return list(rows.filter(wanted)[:MOST])
