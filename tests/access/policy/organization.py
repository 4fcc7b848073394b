"""The tree, roles, invitations, holidays: admins shape them, members look on."""

from . import HIDDEN, NO, OK, ROLES, Row, operation

TOLD_NO = {
    "guest": NO,
    "stranger": NO,
    "peer": NO,
    "owner": NO,
    "leader": NO,
    "captain": NO,
}
ADMINS = {**TOLD_NO, "guest": HIDDEN}  # a guest does not even see the tree
NOT_SEEN = dict.fromkeys(TOLD_NO, HIDDEN)
LOCKED = {
    "arguments": lambda world: {"token": "unknown"},
    **dict.fromkeys(ROLES, HIDDEN),
}
DESK = {"arguments": lambda world: {"team_id": world.desk.pk}}


def to_kitchen(world):
    return {"parent": world.cast.kitchen.pk, "parent_id": world.cast.kitchen.pk}


def below_support(world):
    return {
        "name": "New",
        "parent": world.cast.support.pk,
        "parent_id": world.cast.support.pk,
    }


PLACE = {"country": "DE", "subdivision": "BE", "year": 2026}
PAGES = [
    Row("organization:join", **LOCKED),
    Row("organization:join", "POST", {"name": "N"}, **LOCKED),
    Row("organization:add_team", **TOLD_NO),
    Row("organization:add_team", "POST", below_support, **TOLD_NO),
    Row("organization:team", **ADMINS),
    Row("organization:team", "POST", {"name": "N", "version": "1"}, **ADMINS),
    Row("organization:move_team", "POST", to_kitchen, **ADMINS),
    Row("organization:remove_team", "POST", **DESK, **ADMINS),
    Row("settings:index", **TOLD_NO),
    Row("settings:general", **TOLD_NO),
    Row("settings:general", "POST", {"name": "Acme"}, **TOLD_NO),
    Row("settings:people", **TOLD_NO),
    Row("settings:roles", **TOLD_NO),
    Row("settings:change_role", "POST", {"role": "guest"}, **TOLD_NO),
    Row("settings:make_link", "POST", **TOLD_NO),
    Row("settings:invite", **TOLD_NO),
    Row(
        "settings:invite",
        "POST",
        {"lines": "Eve", "role": "member", "days": "7"},
        **TOLD_NO,
    ),
    Row("settings:revoke", "POST", **TOLD_NO),
    Row("settings:holidays", "GET", PLACE, **TOLD_NO),
    Row(
        "settings:take_over_holidays",
        "POST",
        {**PLACE, "day": ["2026-05-01"]},
        **TOLD_NO,
    ),
    Row("settings:add_holiday", "POST", {"on": "2026-08-08", "name": "F"}, **TOLD_NO),
    Row("settings:remove_holiday", "POST", **TOLD_NO),
]
OPERATIONS = [
    operation("list_teams", guest=OK),
    operation("add_team", "POST", below_support, **ADMINS),
    operation("get_team"),
    operation("edit_team", "PATCH", {"version": 1, "name": "N"}, **ADMINS),
    operation("move_team", "POST", to_kitchen, **ADMINS),
    operation("remove_team", "DELETE", **DESK, **ADMINS),
    operation("list_invitations", guest=OK),  # empty but for admins
    operation("invite", "POST", {"people": [{"name": "Eve"}]}, **TOLD_NO),
    operation("revoke_invitation", "POST", **NOT_SEEN),
    operation("list_holidays", guest=OK),
    operation("list_proposed_holidays", "GET", PLACE, guest=OK),
    operation("add_holiday", "POST", {"on": "2026-08-08", "name": "F"}, **TOLD_NO),
    operation("take_over_holidays", "POST", PLACE, **TOLD_NO),
    operation("remove_holiday", "DELETE", **ADMINS),
]
ROWS = [*PAGES, *OPERATIONS]
