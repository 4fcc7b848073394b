"""Every view here is of a private room: its door is looked at first."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from quarterdeck.web.shell.private import private_room

from .views import agenda, holding, meetings, motivation, notes, promises, space, spaces

app_name = "one_on_ones"


def room(address: str, view: Callable[..., Any], name: str) -> URLPattern:
    return path(address, private_room(view), name=name)


one = "<int:pair_id>/"
topic = "topics/<int:topic_id>/"
promise = "promises/<int:promise_id>/"
meeting = "meetings/<int:meeting_id>/"
urlpatterns = [
    room("", spaces.index, "index"),
    room("start/", spaces.start, "start"),
    room("with/<int:person_id>/", spaces.meet, "with"),
    room("motivation/", motivation.write, "motivation"),
    room("talk/", agenda.talk, "talk"),
    room(one, space.show, "space"),
    room(f"{one}agree/", spaces.agree, "agree"),
    room(f"{one}decline/", spaces.decline, "decline"),
    room(f"{one}end/", spaces.end, "end"),
    room(f"{one}restore/", spaces.restore, "restore"),
    room(f"{one}rhythm/", holding.change_rhythm, "change_rhythm"),
    room(f"{one}move/", holding.move, "move"),
    room(f"{one}skip/", holding.skip, "skip"),
    room(f"{one}open/", holding.open_it, "open"),
    room(f"{one}coaching/", holding.use_coaching, "use_coaching"),
    room(f"{one}close/", holding.close, "close"),
    room(f"{one}meetings/", meetings.past, "past"),
    room(meeting, meetings.show, "meeting"),
    room(f"{meeting}notes/<str:readers>/<str:part>/", notes.write, "write_note"),
    room(f"{one}topics/add/", agenda.add, "add_topic"),
    room(f"{topic}edit/", agenda.edit, "edit_topic"),
    room(f"{topic}close/", agenda.close, "close_topic"),
    room(f"{topic}reopen/", agenda.reopen, "reopen_topic"),
    room(f"{topic}remove/", agenda.remove, "remove_topic"),
    room(f"{topic}restore/", agenda.restore, "restore_topic"),
    room(f"{one}promises/make/", promises.make, "make_promise"),
    room(f"{promise}edit/", promises.edit, "edit_promise"),
    room(f"{promise}keep/", promises.keep, "keep_promise"),
    room(f"{promise}withdraw/", promises.withdraw, "withdraw_promise"),
    room(f"{promise}reopen/", promises.reopen, "reopen_promise"),
]
