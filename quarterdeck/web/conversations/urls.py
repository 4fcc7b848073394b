"""Addresses of guided conversations: private rooms, but for whom the organization names."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from quarterdeck.web.shell.private import private_room

from .views import agreements, contact, conversations, helping, options, sides

app_name = "conversations"


def room(address: str, view: Callable[..., Any], name: str) -> URLPattern:
    return path(address, private_room(view), name=name)


one = "<int:conversation_id>/"
option = "options/<int:option_id>/"
undertaking = "undertakings/<int:undertaking_id>/"
urlpatterns = [
    room("", conversations.index, "index"),
    room("open/", conversations.open_it, "open"),
    path("contact/", contact.name, name="name_contact"),
    path("contact/remove/", contact.remove, name="remove_contact"),
    room(one, conversations.show, "show"),
    room(f"{one}agree/", conversations.agree, "agree"),
    room(f"{one}decline/", conversations.decline, "decline"),
    room(f"{one}close/", conversations.close, "close"),
    room(f"{one}restore/", conversations.restore, "restore"),
    room(f"{one}view/", sides.write, "write_view"),
    room(f"{one}view/hand-in/", sides.hand_in, "hand_in_view"),
    room(f"{one}view/take-back/", sides.take_back, "take_back_view"),
    room(f"{one}view/release/", sides.release, "release_view"),
    room(f"{one}options/add/", options.add, "add_option"),
    room(f"{option}edit/", options.edit, "edit_option"),
    room(f"{option}remove/", options.remove, "remove_option"),
    room(f"{one}undertakings/add/", agreements.add, "add_undertaking"),
    room(f"{undertaking}edit/", agreements.edit, "edit_undertaking"),
    room(f"{undertaking}remove/", agreements.remove, "remove_undertaking"),
    room(f"{undertaking}finish/", agreements.finish, "finish_undertaking"),
    room(f"{undertaking}reopen/", agreements.reopen, "reopen_undertaking"),
    room(f"{one}follow-up/", agreements.follow_up, "set_follow_up"),
    room(f"{one}agree-to-all/", agreements.agree, "agree_to_all"),
    room(f"{one}look-back/", agreements.look_back, "look_back"),
    room(f"{one}helper/ask/", helping.ask, "ask_helper"),
    room(f"{one}helper/agree/", helping.agree, "agree_to_helper"),
    room(f"{one}helper/join/", helping.join, "join_as_helper"),
    room(f"{one}helper/end/", helping.end, "end_help"),
]
