"""What stands on the page of a conversation, read in a fixed number of queries."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from quarterdeck.domains.conversations import permissions, queries
from quarterdeck.domains.conversations.rules import Step
from quarterdeck.domains.people.permissions import standing_of

from .forms import AddOption, AddUndertaking, AskHelper, FollowUp, LookBack

if TYPE_CHECKING:
    from quarterdeck.domains.conversations.models import Conversation

# The method in plain words; the order is the standard practice of negotiating by
# interests (Fisher and Ury).
METHOD = (
    (
        Step.VIEWS,
        "Two views",
        "Each writes how they see it and what they need, unseen.",
    ),
    (Step.OPTIONS, "Options", "Gather what could be done. Judge nothing yet."),
    (Step.AGREEMENT, "Agreement", "Who does what by when. Both say yes, or change it."),
    (Step.LOOKING_BACK, "Looking back", "On a day you choose: does it hold?"),
)


def whole(user: Any, conversation: "Conversation", today: date) -> dict[str, Any]:
    mine = standing_of(user).person_id
    step = queries.step_now(conversation)
    helper = queries.help_of(conversation)
    is_two = permissions.is_one_of_two(user, conversation)
    views = list(queries.views_visible_to(user).filter(conversation=conversation))
    consents = queries.consents_of(user=user, conversation=conversation)
    looked = queries.look_backs_visible_to(user).filter(conversation=conversation)
    undertakings = queries.undertakings_visible_to(user)
    options = queries.options_visible_to(user)
    due = conversation.follow_up_on
    return {
        "conversation": conversation,
        "mine": mine,
        "is_two": is_two,
        "other": conversation.other_than(mine),
        "step": step,
        "method": METHOD,
        "help": helper,
        "to_join": not is_two and (helper is None or helper.joined_at is None),
        "own_view": next((one for one in views if one.writer_id == mine), None),
        "their_views": [one for one in views if one.shown_at and one.writer_id != mine],
        "shown": step >= Step.OPTIONS,
        "options": list(options.filter(conversation=conversation)[:100]),
        "undertakings": list(undertakings.filter(conversation=conversation)[:100]),
        "consents": consents,
        "i_agreed": mine in consents,
        "looked": list(looked[:40]),
        "may_look": bool(conversation.settled_at and due and due <= today),
        "may_write": conversation.is_running and is_two,
        "contact": queries.contact(user),
        "option_form": AddOption(),
        "undertaking_form": AddUndertaking(auto_id="undertaking_%s"),
        "follow_form": FollowUp(
            initial={"on": due or today + timedelta(weeks=6)}, auto_id="follow_%s"
        ),
        "look_form": LookBack(auto_id="look_%s"),
        "helper_form": AskHelper(user=user, auto_id="helper_%s"),
    }
