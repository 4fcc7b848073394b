"""Addresses of circles: private rooms all, but for lessons shared with everybody."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from quarterdeck.web.shell.private import private_room

from .views import cases, circles, contributions, lessons, meetings, members

app_name = "circles"


def room(address: str, view: Callable[..., Any], name: str) -> URLPattern:
    return path(address, private_room(view), name=name)


one = "<int:circle_id>/"
case = "cases/<int:case_id>/"
said = "contributions/<int:contribution_id>/"
meeting = "meetings/<int:circle_meeting_id>/"
lesson = "lessons/<int:lesson_id>/"
urlpatterns = [
    room("", circles.index, "index"),
    room("start/", circles.start, "start"),
    path("lessons/", lessons.index, name="lessons"),
    room(one, circles.show, "show"),
    room(f"{one}edit/", circles.edit, "edit"),
    room(f"{one}rule/", circles.change_rule, "change_rule"),
    room(f"{one}join/", members.join, "join"),
    room(f"{one}accept/", members.accept, "accept_rule"),
    room(f"{one}decline/", members.decline, "decline"),
    room(f"{one}leave/", members.leave, "leave"),
    room(f"{one}invite/", members.invite, "invite"),
    room("members/<int:circle_member_id>/uninvite/", members.uninvite, "uninvite"),
    room(f"{one}meetings/plan/", meetings.plan, "plan_meeting"),
    room(f"{meeting}edit/", meetings.edit, "edit_meeting"),
    room(f"{meeting}remove/", meetings.remove, "remove_meeting"),
    room(f"{one}cases/share/", cases.share, "share_case"),
    room(case, cases.show, "case"),
    room(f"{case}edit/", cases.edit, "edit_case"),
    room(f"{case}remove/", cases.remove, "remove_case"),
    room(f"{case}let/<int:circle_member_id>/", cases.let_read, "let_read"),
    room(f"{case}takeaway/", cases.take, "write_takeaway"),
    room(f"{case}contribute/", contributions.contribute, "contribute"),
    room(f"{said}edit/", contributions.edit, "edit_contribution"),
    room(f"{said}remove/", contributions.remove, "remove_contribution"),
    room(f"{case}lesson/", lessons.share, "share_lesson"),
    room(f"{lesson}edit/", lessons.edit, "edit_lesson"),
    room(f"{lesson}take-back/", lessons.take_back, "take_back_lesson"),
]
