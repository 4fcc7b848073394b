"""Work: the team does it, whoever sees the project reads it, the two answer."""

from . import HIDDEN, NO, OK, Row, operation

NOT_OURS = {"stranger": NO, "admin": NO}  # they see the project, but do not work in it
NOT_LEADING = {**NOT_OURS, "peer": NO, "owner": NO}
LISTED = {"guest": OK}  # a list is empty for whom nothing is shared with
# A delegation is for the two and their team; only the one it is addressed to answers.
BETWEEN = {"stranger": HIDDEN, "admin": HIDDEN}
RECEIVER = {**BETWEEN, "peer": NO, "leader": NO, "captain": NO}
GIVER = {**BETWEEN, "peer": NO, "owner": NO, "captain": NO}
BOTH = {**BETWEEN, "peer": NO, "captain": NO}
PAIR = {**BETWEEN, "peer": HIDDEN, "captain": HIDDEN}


def of(parameter, name):
    return {"arguments": lambda world: {parameter: getattr(world, name).pk}}


def move(world):
    return {"move": f"{world.work_task.pk} doing"}


def waiting(world):
    return {"before": world.work_task.pk, "kind": "FS", "lag_days": "1"}


HANDED = {
    "receiver": "Charlie",
    "expected_result": "R",
    "follow_up_on": "2099-01-01",
}
OWN_HOURS = {"person": "Charlie", "hours": 2}
NEED = {"skill": "Baking", "level": 1, "head_count": 1}
WORK, LONE = of("task_id", "work_task"), of("task_id", "lone_task")
SHOP = of("project_id", "work_project")
ASKED = of("delegation_id", "asked_delegation")
ACCEPTED = of("delegation_id", "accepted_delegation")
OWN = of("delegation_id", "own_delegation")
REACHED = of("milestone_id", "reached_milestone")
BLOCKED = of("task_id", "blocked_task")


def handed(world):
    return {
        "receiver_id": world.cast.person(world.cast.charlie).pk,
        "expected_result": "R",
        "follow_up_on": "2099-01-01",
    }


PAGES = [
    Row("projects:board", **LISTED),
    Row("projects:column", **LISTED),
    Row("projects:move", "POST", move, **NOT_OURS),
    Row("projects:timeline", **LISTED),
    Row("projects:blocked", **LISTED),
    Row("projects:block_task", "POST", {"reason": "R"}, **NOT_OURS, **LONE),
    Row("projects:unblock_task", "POST", **NOT_OURS, **BLOCKED),
    Row("projects:dependencies", **WORK),
    Row("projects:add_dependency", "POST", waiting, **NOT_OURS, **LONE),
    Row("projects:move_followers", "POST", **NOT_OURS, **WORK),
    Row("projects:change_dependency", "POST", {"kind": "SS"}, **NOT_OURS),
    Row("projects:remove_dependency", "POST", **NOT_OURS),
    Row("projects:delegations", **LISTED),
    Row("projects:delegate", **LONE),
    Row("projects:delegate", "POST", HANDED, **NOT_OURS, **LONE),
    Row("projects:delegation", **BETWEEN),
    Row("projects:delegation", **PAIR, **OWN),
    Row("projects:accept_delegation", "POST", **RECEIVER),
    Row("projects:ask_about_delegation", "POST", {"question": "Q"}, **RECEIVER),
    Row("projects:explain_delegation", "POST", {"explanation": "E"}, **GIVER, **ASKED),
    Row("projects:decline_delegation", "POST", {"reason": "R"}, **RECEIVER),
    Row("projects:withdraw_delegation", "POST", **GIVER),
    Row("projects:follow_up_delegation", "POST", **BOTH, **ACCEPTED),
    Row("projects:milestones", **SHOP),
    Row("projects:milestones", "POST", {"name": "N"}, **NOT_LEADING, **SHOP),
    Row("projects:edit_milestone"),
    Row("projects:edit_milestone", "POST", {"name": "N"}, **NOT_LEADING),
    Row("projects:reach_milestone", "POST", **NOT_LEADING),
    Row("projects:reopen_milestone", "POST", **NOT_LEADING, **REACHED),
    Row("projects:skill_needs", **LONE),
    Row("projects:skill_needs", "POST", NEED, **NOT_OURS, **LONE),
    Row("projects:edit_skill_need", "POST", {"level": 2, "head_count": 1}, **NOT_OURS),
    Row("projects:remove_skill_need", "POST", **NOT_OURS),
    Row("projects:hours_by_person", **LONE),
    Row("projects:hours_by_person", "POST", OWN_HOURS, **NOT_OURS, **LONE),
    Row("projects:edit_hours_by_person", "POST", {"hours": 2}, **NOT_OURS),
    Row("projects:remove_hours_by_person", "POST", **NOT_OURS),
]


def before(world):
    return {"before_id": world.work_task.pk}


def own_hours(world):
    return {"person_id": world.cast.person(world.cast.charlie).pk, "hours": 2}


def needed(world):
    return {"skill_id": world.skill.pk}


OPERATIONS = [
    operation("get_board", **LISTED),
    operation("get_workload", **LISTED),  # one's own; of others only what one leads
    operation("skill_demand", **LISTED),
    operation("list_blocks", **LISTED),
    operation("list_blocks_of_task", **BLOCKED),
    operation("block_task", "POST", {"reason": "R"}, **NOT_OURS, **LONE),
    operation("unblock_task", "DELETE", **NOT_OURS, **BLOCKED),
    operation("list_dependencies", **WORK),
    operation("add_dependency", "POST", before, **NOT_OURS, **LONE),
    operation("move_followers", "POST", **NOT_OURS, **WORK),
    operation("change_dependency", "PUT", {"kind": "FF"}, **NOT_OURS),
    operation("remove_dependency", "DELETE", **NOT_OURS),
    operation("list_delegations", **LISTED),
    operation("delegate_task", "POST", handed, **NOT_OURS, **LONE),
    operation("get_delegation", **BETWEEN),
    operation("get_delegation", **PAIR, **OWN),
    operation("accept_delegation", "POST", **RECEIVER),
    operation("ask_about_delegation", "POST", {"question": "Q"}, **RECEIVER),
    operation("explain_delegation", "POST", {"explanation": "E"}, **GIVER, **ASKED),
    operation("decline_delegation", "POST", {"reason": "R"}, **RECEIVER),
    operation("withdraw_delegation", "POST", {}, **GIVER),
    operation("follow_up_delegation", "POST", {}, **BOTH, **ACCEPTED),
    operation("list_milestones", **SHOP),
    operation("add_milestone", "POST", {"name": "N"}, **NOT_LEADING, **SHOP),
    operation("edit_milestone", "PUT", {"name": "N"}, **NOT_LEADING),
    operation("reach_milestone", "POST", **NOT_LEADING),
    operation("reopen_milestone", "POST", **NOT_LEADING, **REACHED),
    operation("list_skill_needs", **LONE),
    operation("add_skill_need", "POST", needed, **NOT_OURS, **LONE),
    operation("edit_skill_need", "PUT", {"level": 2}, **NOT_OURS),
    operation("remove_skill_need", "DELETE", **NOT_OURS),
    operation("list_hours_by_person", **LONE),
    operation("add_hours_by_person", "POST", own_hours, **NOT_OURS, **LONE),
    operation("edit_hours_by_person", "PUT", {"hours": 2}, **NOT_OURS),
    operation("remove_hours_by_person", "DELETE", **NOT_OURS),
]
ROWS = PAGES + OPERATIONS
