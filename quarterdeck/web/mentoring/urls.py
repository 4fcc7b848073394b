"""Every view here is of a private room: its door is looked at first."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from quarterdeck.web.shell.private import private_room

from .views import (
    asking,
    leading,
    led,
    meetings,
    offers,
    overview,
    pairs,
    shadowing,
    wishes,
)

app_name = "mentoring"


def room(address: str, view: Callable[..., Any], name: str) -> URLPattern:
    return path(address, private_room(view), name=name)


wish = "wishes/<int:mentor_wish_id>/"
pair = "<int:mentorship_id>/"
meeting = "meetings/<int:mentor_meeting_id>/"
step = "steps/<int:mentor_step_id>/"
proposal = "proposals/<int:pairing_id>/"
shadow = "shadowing/<int:shadowing_id>/"
practice = "projects/<int:practice_id>/"
urlpatterns = [
    room("", overview.index, "index"),
    room("offer/", offers.offer, "offer"),
    room("offer/withdraw/", offers.withdraw, "withdraw_offer"),
    room("offer/restore/", offers.restore, "restore_offer"),
    room("wishes/add/", wishes.add, "wish"),
    room(f"{wish}edit/", wishes.edit, "edit_wish"),
    room(f"{wish}withdraw/", wishes.withdraw, "withdraw_wish"),
    room(f"{wish}restore/", wishes.restore, "restore_wish"),
    room(f"{wish}mentors/", asking.find, "find"),
    room(f"{wish}ask/<int:person_id>/", asking.ask, "ask"),
    room(pair, pairs.show, "pair"),
    room(f"{pair}agree/", asking.agree, "agree"),
    room(f"{pair}decline/", asking.decline, "decline"),
    room(f"{pair}goal/", pairs.write_goal, "write_goal"),
    room(f"{pair}days/", pairs.change_days, "change_days"),
    room(f"{pair}end/", pairs.end, "end"),
    room(f"{pair}reopen/", pairs.reopen, "reopen"),
    room(f"{pair}evaluate/", pairs.evaluate, "evaluate"),
    room(f"{pair}meetings/note/", meetings.note, "note_meeting"),
    room(f"{meeting}edit/", meetings.edit, "edit_meeting"),
    room(f"{pair}steps/add/", meetings.agree_on_step, "agree_on_step"),
    room(f"{step}finish/", meetings.finish_step, "finish_step"),
    room(f"{step}reopen/", meetings.reopen_step, "reopen_step"),
    room(f"{step}remove/", meetings.remove_step, "remove_step"),
    room(f"{step}restore/", meetings.restore_step, "restore_step"),
    room("led/", led.index, "led"),
    room("proposals/propose/", led.propose, "propose"),
    room(proposal, led.show, "proposal"),
    room(f"{proposal}suggest/", led.suggest, "suggest"),
    room("shadowing/", shadowing.index, "shadowing"),
    room("shadowing/ask/", shadowing.ask, "ask_to_shadow"),
    room(shadow, shadowing.show, "shadow"),
    room(f"{shadow}accept/", shadowing.accept, "accept_shadow"),
    room(f"{shadow}decline/", shadowing.decline, "decline_shadow"),
    room(f"{shadow}withdraw/", shadowing.withdraw, "withdraw_shadowing"),
    room(f"{shadow}log/", shadowing.write_log, "write_log"),
    room("projects/", leading.index, "projects"),
    room("projects/give/<int:person_id>/", leading.give, "give_project"),
    room(practice, leading.show, "practice"),
    room(f"{practice}edit/", leading.edit, "edit_practice"),
    room(f"{practice}debrief/", leading.debrief, "debrief"),
    room(f"{practice}remove/", leading.remove, "remove_practice"),
    room(f"{practice}restore/", leading.restore, "restore_practice"),
]
