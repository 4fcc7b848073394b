from typing import Any

from . import HIDDEN, NO, OK, Row, operation

# Somebody's development is theirs and their leaders'; for all others it is not there.
NEAR = {
    "guest": HIDDEN,
    "stranger": HIDDEN,
    "peer": HIDDEN,
    "admin": HIDDEN,
    "unproven": NO,
}
# Who was asked to confirm a skill reads that, too.
ASKED = {**NEAR, "peer": OK}
# What a role asks for is everybody's to read, and said by those who lead.
SAID = {"guest": HIDDEN, "stranger": NO, "peer": NO, "owner": NO}
LISTED = {"guest": OK}


def on(param: str, name: str) -> dict[str, Any]:
    return {"arguments": lambda world: {param: getattr(world, name).pk}}


def asking(world: Any) -> dict[str, Any]:
    return {"profile_id": world.profile.pk, "skill_id": world.skill.pk}


def proof_body(world: Any) -> dict[str, Any]:
    skill = {"skill": str(world.other_skill.pk), "level": "3"}
    return {**skill, "what": "Baked for forty", "asked": str(world.baker.pk)}


def named(world: Any) -> dict[str, Any]:
    return {
        "skill_id": world.other_skill.pk,
        "level": 3,
        "what": "Baked for forty",
        "asked_id": world.baker.pk,
    }


# One's own plan for leading and managing is one's own: for all others not there.
ALONE = {**NEAR, "leader": HIDDEN, "captain": HIDDEN}
QUARTER = {"arguments": lambda world: {"year": 2026, "number": 2}}
OWN_STEP = on("own_step_id", "own_step")
DONE_OWN = on("own_step_id", "done_own_step")
REMOVED_OWN = on("own_step_id", "removed_own_step")
MARK = {"arguments": lambda world: {"practice": "feedback"}}
GOAL, CLOSED = on("goal_id", "growth_goal"), on("goal_id", "closed_growth_goal")
DONE = on("step_id", "done_step")
STEP, REMOVED = on("step_id", "step"), on("step_id", "removed_step")
PROFILE, RETIRED = on("profile_id", "profile"), on("profile_id", "retired_profile")
WORDS = {"title": "T", "version": "1"}
OWN = {"guest": NO, "unproven": NO}
PAGES = [
    Row("development:own", **OWN),
    Row("development:team", **OWN),
    Row("development:show", **NEAR),
    Row(
        "development:hold",
        "POST",
        lambda world: {"profile": str(world.other_profile.pk), "kind": "holds"},
        **NEAR,
    ),
    Row("development:leave", "POST", **NEAR),
    Row("development:add_goal", "POST", {"title": "T"}, **NEAR),
    Row("development:edit_goal", **GOAL, **NEAR),
    Row("development:edit_goal", "POST", WORDS, **GOAL, **NEAR),
    Row("development:close_goal", "POST", {"outcome": "reached"}, **GOAL, **NEAR),
    Row("development:reopen_goal", "POST", **CLOSED, **NEAR),
    Row(
        "development:add_step",
        "POST",
        {"title": "T", "kind": "at_work"},
        **GOAL,
        **NEAR,
    ),
    Row("development:edit_step", **STEP, **NEAR),
    Row("development:edit_step", "POST", {**WORDS, "kind": "at_work"}, **STEP, **NEAR),
    Row("development:finish_step", "POST", **STEP, **NEAR),
    Row("development:reopen_step", "POST", **DONE, **NEAR),
    Row("development:remove_step", "POST", **STEP, **NEAR),
    Row("development:restore_step", "POST", **REMOVED, **NEAR),
    Row("development:show_skill", **OWN),
    Row("development:show_skill", "POST", proof_body, **OWN),
    Row("development:proof", **ASKED),
    # Nobody confirms their own; who shows it may take it back.
    Row("development:confirm_proof", "POST", **{**ASKED, "owner": NO}),
    Row("development:decline_proof", "POST", {"reply": "R"}, **{**ASKED, "owner": NO}),
    Row(
        "development:withdraw_proof",
        "POST",
        **{**ASKED, "peer": NO, "leader": NO, "captain": NO},
    ),
    Row("development:own_plan", **OWN),
    Row("development:own_quarter", **QUARTER, **OWN),
    Row(
        "development:set_own_aim",
        "POST",
        {"aim": "A", "version": "1"},
        **QUARTER,
        **OWN,
    ),
    Row(
        "development:mark_practice",
        "POST",
        {"practice": "data", "mark": "3"},
        **QUARTER,
        **OWN,
    ),
    Row("development:add_own_step", "POST", {"title": "T"}, **QUARTER, **OWN),
    Row("development:finish_own_step", "POST", **OWN_STEP, **ALONE),
    Row("development:reopen_own_step", "POST", **DONE_OWN, **ALONE),
    Row("development:remove_own_step", "POST", **OWN_STEP, **ALONE),
    Row("development:restore_own_step", "POST", **REMOVED_OWN, **ALONE),
    Row("development:roles", **LISTED),
    Row("development:roles", "POST", {"name": "N"}, **{**SAID, "guest": NO}),
    Row("development:role", **PROFILE),
    Row("development:role", "POST", {"name": "N", "version": "1"}, **PROFILE, **SAID),
    Row(
        "development:ask_skill",
        "POST",
        lambda world: {"skill": str(world.other_skill.pk), "level": "2"},
        **PROFILE,
        **SAID,
    ),
    Row("development:no_longer_ask", "POST", arguments=asking, **SAID),
    Row("development:retire_role", "POST", **PROFILE, **SAID),
    Row("development:restore_role", "POST", **RETIRED, **SAID),
]
OPERATIONS = [
    operation("get_development", **NEAR),
    operation("add_development_goal", "POST", {"title": "T"}, **NEAR),
    operation(
        "edit_development_goal", "PATCH", {"title": "T", "version": 1}, **GOAL, **NEAR
    ),
    operation("close_development_goal", "POST", {"outcome": "reached"}, **GOAL, **NEAR),
    operation("reopen_development_goal", "POST", **CLOSED, **NEAR),
    operation("add_step", "POST", {"title": "T"}, **GOAL, **NEAR),
    operation("edit_step", "PATCH", {"title": "T", "version": 1}, **STEP, **NEAR),
    operation("finish_step", "POST", {}, **STEP, **NEAR),
    operation("reopen_step", "POST", **DONE, **NEAR),
    operation("remove_step", "DELETE", **STEP, **NEAR),
    operation("restore_step", "POST", **REMOVED, **NEAR),
    operation(
        "take_role",
        "POST",
        lambda world: {"profile_id": world.other_profile.pk, "kind": "holds"},
        **NEAR,
    ),
    operation("leave_role", "DELETE", **NEAR),
    operation("list_skill_proofs", guest=OK, unproven=NO),
    operation("show_skill", "POST", named, guest=HIDDEN, unproven=NO),
    operation("get_skill_proof", **ASKED),
    operation("confirm_skill_proof", "POST", {}, **{**ASKED, "owner": NO}),
    operation("decline_skill_proof", "POST", {"reply": "R"}, **{**ASKED, "owner": NO}),
    operation(
        "withdraw_skill_proof",
        "POST",
        **{**ASKED, "peer": NO, "leader": NO, "captain": NO},
    ),
    operation("get_own_plan", guest=OK, unproven=NO),
    operation("set_own_aim", "PUT", {"aim": "A", "version": 1}, **OWN),
    operation("mark_practice", "PUT", {"mark": 3}, **MARK, **OWN),
    operation("add_own_step", "POST", {"title": "T"}, **OWN),
    operation("finish_own_step", "POST", **OWN_STEP, **ALONE),
    operation("reopen_own_step", "POST", **DONE_OWN, **ALONE),
    operation("remove_own_step", "DELETE", **OWN_STEP, **ALONE),
    operation("restore_own_step", "POST", **REMOVED_OWN, **ALONE),
    operation("list_role_profiles", guest=OK),
    operation("add_role_profile", "POST", {"name": "N"}, **{**SAID, "guest": NO}),
    operation("get_role_profile", **PROFILE),
    operation(
        "edit_role_profile", "PATCH", {"name": "N", "version": 1}, **PROFILE, **SAID
    ),
    operation("ask_skill", "PUT", {"level": 2}, arguments=asking, **SAID),
    operation("no_longer_ask_skill", "DELETE", arguments=asking, **SAID),
    operation("retire_role_profile", "POST", **PROFILE, **SAID),
    operation("restore_role_profile", "POST", **RETIRED, **SAID),
]
ROWS = [*PAGES, *OPERATIONS]
