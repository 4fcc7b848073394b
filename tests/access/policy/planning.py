"""A plan shows how people are loaded: only who leads them sees or decides it."""

from . import HIDDEN, NO, OK, Row, operation

NOT_LEADING = dict.fromkeys(["guest", "stranger", "peer", "owner", "admin"])
HIDES = dict.fromkeys(NOT_LEADING, HIDDEN)
DENIES = dict.fromkeys(NOT_LEADING, NO)


def on(name):
    return lambda world: {"proposal_id": getattr(world, name).pk}


def team(world):
    return {"team": world.cast.support.pk, "seconds": 5}


def supposed(world):
    return {
        "name": "Mara leaves",
        "team": world.cast.support.pk,
        "form-TOTAL_FORMS": 1,
        "form-INITIAL_FORMS": 0,
        "form-0-kind": "person_leaves",
        "form-0-person": world.cast.person(world.cast.bob).pk,
        "form-0-on": "2026-07-01",
    }


OF_TASK = {"arguments": lambda world: {"task_id": world.plan_task.pk}}
OF_LOCKED = {"arguments": lambda world: {"task_id": world.locked_task.pk}}
# Who asked for a plan cancels it; others wait or look.
CANCELS = {**HIDES, "captain": NO, "arguments": on("solving_proposal")}
LOCKS = {**DENIES, "guest": HIDDEN}
ROWS = [
    Row("planning:plan", guest=OK),
    Row("planning:propose", "POST", team, **DENIES),
    Row("planning:show", **HIDES),
    Row("planning:accept", "POST", {"everything": "on"}, **HIDES),
    Row("planning:refuse", "POST", {"everything": "on"}, **HIDES),
    Row("planning:cancel", "POST", **CANCELS),
    Row("planning:lock", "POST", {"keeps_people": "on"}, **LOCKS, **OF_TASK),
    Row("planning:unlock", "POST", **LOCKS, **OF_LOCKED),
    Row("planning:draft", guest=OK),
    Row("planning:draft", "POST", supposed, **DENIES),
    Row("planning:compare", **HIDES),
    Row("planning:discard", "POST", **HIDES),
    operation("list_proposals", guest=OK),
    operation(
        "propose_plan",
        "POST",
        lambda world: {"team_id": world.cast.support.pk, "seconds": 5},
        **{**DENIES, "guest": HIDDEN},
    ),
    operation("get_proposal", **HIDES),
    operation("list_changes", **HIDES),
    operation("accept_changes", "POST", {}, **HIDES),
    operation("refuse_changes", "POST", {}, **HIDES),
    operation("cancel_proposal", "POST", **CANCELS),
    operation("lock_task", "POST", {"keeps_people": True}, **LOCKS, **OF_TASK),
    operation("unlock_task", "DELETE", **LOCKS, **OF_LOCKED),
]
