"""What waits for me where people lead: turns that are mine soon or offered to me."""

from datetime import date
from typing import Any

from quarterdeck.domains.circles import queries as circles
from quarterdeck.domains.conversations import queries as conversations
from quarterdeck.domains.occasions import queries as occasions

from .lines import Need
from .links import page

SHOWN = 5
DOES = {
    "leads": "You lead",
    "opens": "You open",
    "presents": "You present at",
    "notes": "You take notes at",
}

SAID = {
    "occasion.set_up": "set up",
    "occasion.edited": "edited",
    "occasion.ended": "ended",
    "occasion.restored": "restored",
    "turn.named": "named who does what at",
    "turn.filled": "took the proposals for",
    "turn.removed": "took somebody off",
    "turn.offered": "offered a turn of",
    "turn.accepted": "took over a turn of",
    "turn.declined": "declined a turn of",
    "turn.kept": "keeps a turn of",
    "turn.wished": "said whether they would like to lead",
    "debrief.written": "looked back on a date they led",
    "debrief.edited": "edited how they look back",
    "debrief.removed": "erased how they looked back",
    "conversation.opened": "asked to talk something through",
    "conversation.agreed": "agreed to a conversation",
    "conversation.declined": "declined a conversation",
    "conversation.closed": "closed a conversation",
    "conversation.restored": "went on with a conversation",
    "conversation.view_written": "wrote their view in a conversation",
    "conversation.view_handed_in": "handed in their view",
    "conversation.view_taken_back": "took their view back",
    "conversation.view_released": "showed their view first",
    "conversation.option_added": "added an option to a conversation",
    "conversation.option_edited": "edited an option of a conversation",
    "conversation.option_removed": "removed an option of a conversation",
    "conversation.undertaking_added": "wrote down who does what",
    "conversation.undertaking_edited": "changed who does what",
    "conversation.undertaking_removed": "removed what somebody does",
    "conversation.undertaking_finished": "said that something agreed is done",
    "conversation.undertaking_reopened": "said that something agreed is not done",
    "conversation.follow_up_set": "chose a day to look back",
    "conversation.consented": "agreed to all of it",
    "conversation.looked_back": "said whether it holds",
    "conversation.helper_asked": "asked for a helper",
    "conversation.helper_agreed": "agreed to a helper",
    "conversation.helper_joined": "joined as a helper",
    "conversation.help_ended": "ended the help",
    "contact.named": "named the contact for people",
    "contact.removed": "no longer names a contact for people",
    "circle.started": "started a circle",
    "circle.edited": "edited what a circle is for",
    "circle.rule_changed": "changed the rule of a circle",
    "circle.rule_accepted": "accepted the rule of a circle",
    "circle.invited": "invited somebody to a circle",
    "circle.uninvited": "took back an invitation to a circle",
    "circle.joined": "joined a circle",
    "circle.declined": "declined to join a circle",
    "circle.left": "left a circle",
    "circle.meeting_planned": "planned a meeting of a circle",
    "circle.meeting_edited": "edited a meeting of a circle",
    "circle.meeting_removed": "removed a meeting of a circle",
    "case.shared": "brought a case to a circle",
    "case.edited": "edited a case in a circle",
    "case.removed": "erased a case in a circle",
    "case.opened": "let somebody read a case in a circle",
    "case.taken_from": "wrote what they take from a case",
    "contribution.written": "said something to a case in a circle",
    "contribution.edited": "edited what they said in a circle",
    "contribution.removed": "removed what they said in a circle",
    "lesson.shared": "shared a lesson with everybody",
    "lesson.edited": "edited a lesson",
    "lesson.taken_back": "took a lesson back",
}


def leading_needs(user: Any, today: date) -> list[Need]:
    rows = occasions.waiting_for(user, today)[:SHOWN]
    return [
        *(_turn(row, user, today) for row in rows),
        *(_circle(one, today) for one in circles.waiting_for(user, today)[:SHOWN]),
        *(_talk(one) for one in conversations.waiting_for(user, today)[:SHOWN]),
    ]


def _turn(row: Any, user: Any, today: date) -> Need:
    url = page("occasions:show", row.occasion_id)
    if row.person.user_id != user.pk:
        return Need(
            "arrow-right-left",
            f"{row.person} offers you a turn: {row.occasion}",
            f"{row.get_part_display().lower()} on {row.on.day} {row.on:%b}",
            "Answer",
            url,
        )
    day = {0: "today", 1: "tomorrow"}.get((row.on - today).days, f"on {row.on:%A}")
    return Need("mic", f"{DOES[row.part]} {row.occasion}", day, "Read the brief", url)


def _circle(one: Any, today: date) -> Need:
    """No word of what is said there: that it waits, and for what."""
    url = page("circles:show", one.circle_id)
    if one.is_invited:
        who = one.invited_by or "Somebody"
        text, act = f"{who} invites you to a circle", "Read its rule"
    elif one.accepted_rule < one.circle.rule_number:
        text, act = "The rule of a circle was changed", "Read and accept"
    else:
        day = "today" if one.next_on == today else "tomorrow"
        text, act = f"Your circle meets {day}", "Look"
    return Need("users-round", text, one.circle.name, act, url)


def _talk(one: Any) -> Need:
    """That something waits there, without a word of what it is about or with whom."""
    return Need(
        "handshake",
        "A guided conversation waits for you",
        "only those in it read it",
        "Look",
        page("conversations:show", one.pk),
    )
