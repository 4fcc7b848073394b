"""People are for members to see; who leads them, and the admins, look after them."""

from . import HIDDEN, NO, OK, Row, operation

# The person of the matrix is Oscar, the owner: in Support, led by Alice and Dana.
LEADERS = {"guest": HIDDEN, "stranger": NO, "peer": NO, "owner": NO}
LEADERS_OR_SELF = {"guest": HIDDEN, "stranger": NO, "peer": NO}
LOAD = {**LEADERS_OR_SELF, "admin": NO}  # an admin has no door to levels and loads
# In what somebody wants to grow they say themselves, not even their leader does.
OWN = {**LOAD, "leader": NO, "captain": NO}
STAFF = {"guest": NO, "stranger": NO, "peer": NO, "owner": NO}
CARD = {
    "version": "1",
    "name": "Oscar",
    "employment": "full_time",
    "capacity_factor": "1",
    "position": "P",
}
WEEK = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "8")
AWAY = {"starts_on": "2026-09-01", "ends_on": "2026-09-02", "reason": "r"}


# What an hour costs is there for leaders alone: not for the person, not for an admin.
RATES = dict.fromkeys(["guest", "stranger", "peer", "owner", "admin"], HIDDEN)
RATE = {"per_hour": "70", "starts_on": "2026-07-01", "note": "n"}


def of_person(name):
    return lambda w: {"person_id": w.person.pk, "cost_rate_id": getattr(w, name).pk}


def of_team(name):
    return lambda w: {"team_id": w.team.pk, "cost_rate_id": getattr(w, name).pk}


def desk(world):
    return {"person_id": world.person.pk, "team_id": world.desk.pk}


def in_support(world):
    return {"team": world.cast.support.pk, "name": "N", "lines": "N", "act": "add"}


# Uma was let in by a link that Olga, the admin, made: her leaders can say it is her.
UMA = {
    "arguments": lambda world: {"person_id": world.unproven.pk},
    "guest": HIDDEN,
    "stranger": HIDDEN,
    "peer": HIDDEN,
    "owner": HIDDEN,
    "admin": HIDDEN,
}

PAGES = [
    Row("people:team", guest=OK),  # guests see themselves and nobody else
    Row("people:teams", guest=OK),
    Row("people:options", "GET", {"q": "a"}, guest=OK),
    Row("people:export_csv", guest=OK),
    Row("people:export_xlsx", guest=OK),
    Row("people:add", **STAFF),
    Row("people:add", "POST", in_support, **STAFF),
    Row("people:add_several", **STAFF),
    Row("people:add_several", "POST", in_support, **STAFF),
    Row("people:matrix", guest=OK),
    Row("people:skills", guest=OK),
    Row("people:skills", "POST", {"name": "New"}, **STAFF),
    Row("people:rename_skill", **LEADERS),
    Row("people:rename_skill", "POST", {"name": "New"}, **LEADERS),
    Row("people:merge_skill", "POST", lambda w: {"into": w.other_skill.pk}, **LEADERS),
    Row("people:workload", guest=OK),
    Row("people:show"),
    Row("people:edit", **LEADERS_OR_SELF),
    Row("people:edit", "POST", CARD, **LEADERS_OR_SELF),
    Row("people:confirm", **UMA),
    Row("people:confirm", "POST", lambda w: {"opening": w.opening.pk}, **UMA),
    Row("people:archive", "POST", {"ends_on": "2026-06-30"}, **LEADERS),
    Row("people:restore", "POST", **LEADERS),
    Row("people:join", "POST", lambda w: {"team": w.desk.pk}, **LEADERS),
    Row("people:rejoin", "POST", arguments=desk, **LEADERS),
    Row("people:leave", "POST", **LEADERS),
    Row("people:lead", "POST", **LEADERS),
    Row("people:stop_leading", "POST", **LEADERS),
    Row("people:set_pattern", "POST", {"starts_on": "2026-07-01", **WEEK}, **LEADERS),
    Row("people:remove_pattern", "POST", **LEADERS),
    Row("people:add_time_off", "POST", AWAY, **LEADERS_OR_SELF),
    Row("people:remove_time_off", "POST", **LEADERS_OR_SELF),
    Row("people:assess", "POST", lambda w: {"skill": w.skill.pk, "level": "4"}, **LOAD),
    Row("people:drop", "POST", **LOAD),
    Row("people:wish", "POST", lambda w: {"skill": w.skill.pk, "hours": "12"}, **OWN),
    Row("people:withdraw_wish", "POST", **OWN),
    Row("people:set_cost_rate", "POST", RATE, **RATES),
    Row(
        "people:take_back_cost_rate",
        "POST",
        **RATES,
        arguments=of_person("cost_rate"),
    ),
    Row(
        "people:restore_cost_rate",
        "POST",
        **RATES,
        arguments=of_person("former_cost_rate"),
    ),
    Row("people:team_cost_rates", **RATES),
    Row("people:set_team_cost_rate", "POST", RATE, **RATES),
    Row(
        "people:take_back_team_cost_rate",
        "POST",
        **RATES,
        arguments=of_team("team_cost_rate"),
    ),
    Row(
        "people:restore_team_cost_rate",
        "POST",
        **RATES,
        arguments=of_team("former_team_cost_rate"),
    ),
]
OPERATIONS = [
    operation("list_people_to_confirm", guest=OK),
    operation("confirm_person", "POST", lambda w: {"opening_id": w.opening.pk}, **UMA),
    operation("list_people", guest=OK),
    operation("export_people", guest=OK),
    operation(
        "add_person",
        "POST",
        lambda w: {"name": "N", "team_id": w.cast.support.pk},
        **{**STAFF, "guest": HIDDEN},
    ),
    operation("get_person"),
    operation(
        "edit_person", "PATCH", {"version": 1, "position": "P"}, **LEADERS_OR_SELF
    ),
    operation("archive_person", "POST", {"ends_on": "2026-06-30"}, **LEADERS),
    operation("restore_person", "POST", **LEADERS),
    operation("join_team", "POST", arguments=desk, **LEADERS),
    operation("leave_team", "POST", **LEADERS),
    operation("lead_team", "POST", **LEADERS),
    operation("stop_leading_team", "POST", **LEADERS),
    operation("list_levels"),
    operation("assess_skill", "PUT", {"level": 4}, **LOAD),
    operation("drop_skill", "DELETE", **LOAD),
    operation("wish_to_grow", "PUT", {"hours": 12}, **OWN),
    operation("withdraw_wish", "DELETE", **OWN),
    operation("list_skills", guest=OK),
    operation("add_skill", "POST", {"name": "New"}, **STAFF),
    operation("rename_skill", "PUT", {"name": "New"}, **LEADERS),
    operation(
        "merge_skills", "POST", lambda w: {"into_id": w.other_skill.pk}, **LEADERS
    ),
    operation("list_hours", "GET", {"first_day": "2026-06-01"}),
    operation("list_patterns"),
    operation(
        "set_working_pattern",
        "PUT",
        {"starts_on": "2026-07-01", "hours": [8, 8, 8, 8, 8, 0, 0]},
        **LEADERS,
    ),
    operation("remove_working_pattern", "DELETE", **LEADERS),
    operation("list_time_off"),
    operation("add_time_off", "POST", AWAY, **LEADERS_OR_SELF),
    operation("remove_time_off", "DELETE", **LEADERS_OR_SELF),
]
OPERATIONS += [
    operation("list_cost_rates", **RATES),
    operation("set_cost_rate", "POST", RATE, **RATES),
    operation(
        "take_back_cost_rate", "DELETE", **RATES, arguments=of_person("cost_rate")
    ),
    operation(
        "restore_cost_rate", "POST", **RATES, arguments=of_person("former_cost_rate")
    ),
    operation("list_team_cost_rates", **RATES),
    operation("list_rated_people", **RATES),
    operation("set_team_cost_rate", "POST", RATE, **RATES),
    operation(
        "take_back_team_cost_rate",
        "DELETE",
        **RATES,
        arguments=of_team("team_cost_rate"),
    ),
    operation(
        "restore_team_cost_rate",
        "POST",
        **RATES,
        arguments=of_team("former_team_cost_rate"),
    ),
]
ROWS = [*PAGES, *OPERATIONS]
