"""A plan shows how people are loaded: only who leads them sees or decides it."""

from . import HIDDEN, NO, OK, Row, operation

NOT_LEADING = dict.fromkeys(["guest", "stranger", "peer", "owner", "admin"])
HIDES = dict.fromkeys(NOT_LEADING, HIDDEN)
DENIES = dict.fromkeys(NOT_LEADING, NO)


def on(name):
    return lambda world: {"proposal_id": getattr(world, name).pk}


def of_choice(world):
    return {"proposal_id": world.proposal.pk, "choice_id": world.plan_choice.pk}


def team(world):
    return {"team": world.cast.support.pk, "seconds": 5}


def supposed(world):
    return {
        "name": "Mara leaves",
        "team": world.cast.support.pk,
        "form-TOTAL_FORMS": 1,
        "form-INITIAL_FORMS": 0,
        "form-0-kind": "person_leaves",
        "form-0-about": "Bob",
        "form-0-on": "2026-07-01",
    }


def leaving(world):
    bob = world.cast.person(world.cast.bob)
    return {"kind": "person_leaves", "person_id": bob.pk, "on": "2026-07-01"}


def drafted(world):
    return {
        "name": "N",
        "team_id": world.cast.support.pk,
        "suppositions": [leaving(world)],
    }


FIRST = {
    "arguments": lambda world: {"scenario_id": world.scenario.pk, "number": 1},
}
LEVER = {
    "arguments": lambda world: {"proposal_id": world.proposal.pk, "number": 1},
}
BOB_LEAVES = {"kind": "person_leaves", "about": "Bob", "on": "2026-07-01"}
OF_TASK = {"arguments": lambda world: {"task_id": world.plan_task.pk}}
OF_LOCKED = {"arguments": lambda world: {"task_id": world.locked_task.pk}}
# Who asked for a plan cancels it; others wait or look.
CANCELS = {**HIDES, "captain": NO, "arguments": on("solving_proposal")}
LOCKS = {**DENIES, "guest": HIDDEN}
ROWS = [
    Row("planning:plan", guest=OK),
    Row("planning:propose", "POST", team, **DENIES),
    Row("planning:show", **HIDES),
    Row("planning:cost", **HIDES),
    Row("planning:choose", "POST", **HIDES, arguments=of_choice),
    Row("planning:accept", "POST", {"everything": "on"}, **HIDES),
    Row("planning:refuse", "POST", {"everything": "on"}, **HIDES),
    Row("planning:cancel", "POST", **CANCELS),
    Row("planning:levers", **HIDES),
    Row("planning:find_levers", "POST", **HIDES),
    Row("planning:stop_levers", "POST", **CANCELS),
    Row("planning:suppose_lever", "POST", **HIDES, **LEVER),
    Row("planning:lock", "POST", {"keeps_people": "on"}, **LOCKS, **OF_TASK),
    Row("planning:unlock", "POST", **LOCKS, **OF_LOCKED),
    Row("planning:draft", guest=OK),
    Row("planning:draft", "POST", supposed, **DENIES),
    Row("planning:options", guest=OK),  # an empty list for who leads nobody
    Row("planning:scenario", **HIDES),
    Row("planning:suppose", "POST", BOB_LEAVES, **HIDES),
    Row("planning:remove_supposition", "POST", **HIDES, **FIRST),
    Row("planning:compare", "POST", **HIDES),
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
    operation("list_choices", **HIDES),
    operation("choose_plan", "POST", **HIDES, arguments=of_choice),
    operation("get_cost", **HIDES),
    operation("list_costs", **HIDES),
    operation("list_change_costs", **HIDES),
    operation("accept_changes", "POST", {}, **HIDES),
    operation("refuse_changes", "POST", {}, **HIDES),
    operation("cancel_proposal", "POST", **CANCELS),
    operation("get_levers", **HIDES),
    operation("find_levers", "POST", **HIDES),
    operation("stop_levers", "POST", **CANCELS),
    operation("suppose_lever", "POST", **HIDES, **LEVER),
    operation("list_scenarios", guest=OK),
    operation("draft_scenario", "POST", drafted, **{**DENIES, "guest": HIDDEN}),
    operation("get_scenario", **HIDES),
    operation(
        "add_supposition",
        "POST",
        lambda world: {"supposition": leaving(world)},
        **HIDES,
    ),
    operation("remove_supposition", "DELETE", **HIDES, **FIRST),
    operation("compare_scenario", "POST", {"seconds": 5}, **HIDES),
    operation("get_comparison", **HIDES),
    operation("discard_scenario", "DELETE", **HIDES),
    operation("lock_task", "POST", {"keeps_people": True}, **LOCKS, **OF_TASK),
    operation("unlock_task", "DELETE", **LOCKS, **OF_LOCKED),
]
