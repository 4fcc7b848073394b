"""Addresses of the board, the timeline, dependencies, delegation and blocks."""

from django.urls import URLPattern, path

from . import board, delegating, own_hours, timeline, waiting, work

_delegation = "delegations/<int:delegation_id>/"
_dependency = "dependencies/<int:dependency_id>/"
_milestone = "milestones/<int:milestone_id>/"
_need = "skill-needs/<int:need_id>/"
_own = "hours-by-person/<int:own_hours_id>/"
_task = "tasks/<int:task_id>/"

urlpatterns: list[URLPattern] = [
    path("board/", board.board, name="board"),
    path("board/column/", board.column, name="column"),
    path("board/move/", board.move, name="move"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("blocked/", waiting.blocked, name="blocked"),
    path(f"{_task}block/", waiting.block, name="block_task"),
    path(f"{_task}unblock/", waiting.unblock, name="unblock_task"),
    path(f"{_task}dependencies/", waiting.dependencies, name="dependencies"),
    path(f"{_task}dependencies/add/", waiting.add_dependency, name="add_dependency"),
    path(f"{_task}move-followers/", waiting.move_followers, name="move_followers"),
    path(f"{_dependency}change/", waiting.change_dependency, name="change_dependency"),
    path(f"{_dependency}remove/", waiting.remove_dependency, name="remove_dependency"),
    path("delegations/", delegating.delegations, name="delegations"),
    path(f"{_task}delegate/", delegating.delegate, name="delegate"),
    path(_delegation, delegating.delegation, name="delegation"),
    path(f"{_delegation}accept/", delegating.accept, name="accept_delegation"),
    path(f"{_delegation}ask/", delegating.ask, name="ask_about_delegation"),
    path(f"{_delegation}explain/", delegating.explain, name="explain_delegation"),
    path(f"{_delegation}decline/", delegating.decline, name="decline_delegation"),
    path(f"{_delegation}withdraw/", delegating.withdraw, name="withdraw_delegation"),
    path(f"{_delegation}follow-up/", delegating.follow_up, name="follow_up_delegation"),
    path("<int:project_id>/milestones/", work.milestones, name="milestones"),
    path(f"{_milestone}edit/", work.edit_milestone, name="edit_milestone"),
    path(f"{_milestone}reach/", work.reach_milestone, name="reach_milestone"),
    path(f"{_milestone}reopen/", work.reopen_milestone, name="reopen_milestone"),
    path(f"{_task}skills/", work.skill_needs, name="skill_needs"),
    path(f"{_need}edit/", work.edit_skill_need, name="edit_skill_need"),
    path(f"{_need}remove/", work.remove_skill_need, name="remove_skill_need"),
    path(f"{_task}hours/", own_hours.hours_by_person, name="hours_by_person"),
    path(f"{_own}edit/", own_hours.edit_hours, name="edit_hours_by_person"),
    path(f"{_own}remove/", own_hours.remove_hours, name="remove_hours_by_person"),
]
