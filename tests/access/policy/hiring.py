from typing import Any

from . import HIDDEN, NO, OK, Row, operation, private

# What everybody reads of a role is said by the leaders of its team and by who decides.
SAID = {
    "guest": HIDDEN,
    "stranger": NO,
    "peer": NO,
    "owner": NO,
    "admin": NO,
    "writer": OK,
    "other": NO,
    "unproven": NO,
}
LEADS = {**SAID, "guest": NO, "writer": NO}
# Of a role that Wilma has nothing to do with.
ELSEWHERE = {**SAID, "writer": NO}
# Templates are written by leaders and admins.
CURATED = {"guest": HIDDEN, "stranger": NO, "peer": NO, "owner": NO}
DECIDER = {"other": NO}  # on the hiring team, and not the one who decides
# Alice decides there herself, and leads the team.
KEPT = {"leader": OK, "writer": HIDDEN, "other": HIDDEN}
# Somebody's way in: Oscar, who leads him, and Wilma who is his buddy.
AROUND = {
    "guest": HIDDEN,
    "stranger": HIDDEN,
    "peer": HIDDEN,
    "admin": HIDDEN,
    "writer": OK,
    "other": HIDDEN,
    "unproven": HIDDEN,
}
RUNS = {**AROUND, "owner": NO, "writer": NO}
NO_BUDDY = {**RUNS, "writer": HIDDEN}
STARTS = {**AROUND, "owner": HIDDEN, "writer": HIDDEN}
ANSWERS = {**RUNS, "owner": OK, "leader": NO, "captain": NO, "unproven": NO}
READS = {**AROUND, "captain": HIDDEN, "writer": HIDDEN, "unproven": NO}
NOBODY_DUE = dict.fromkeys(
    ("guest", "stranger", "peer", "owner", "leader", "captain", "admin", "other"), "409"
)


def on(param: str, name: str) -> dict[str, Any]:
    return {"arguments": lambda world: {param: getattr(world, name).pk}}


def candidate(name: str) -> dict[str, Any]:
    return on("candidate_id", name)


def role_and_skill(world: Any) -> dict[str, Any]:
    return {"open_role_id": world.open_role.pk, "skill_id": world.skill.pk}


def role_and_omar(world: Any) -> dict[str, Any]:
    person = world.cast.person(world.roles.other)
    return {"open_role_id": world.open_role.pk, "person_id": person.pk}


def card(world: Any) -> dict[str, str]:
    key = world.asked.pk
    return {f"score_{key}": "3", f"evidence_{key}": "Heard", "version": "2"}


def card_of_program(world: Any) -> dict[str, Any]:
    score = {"question_id": world.asked.pk, "score": 3, "evidence": "Heard"}
    return {"version": 2, "scores": [score]}


def person(role: str) -> Any:
    return lambda world: world.cast.person(getattr(world.roles, role)).pk


def asked(world: Any) -> dict[str, str]:
    anchors = {"weak": "W", "good": "G", "strong": "S"}
    return {"text": "T", "about": f"skill-{world.skill.pk}", "version": "1", **anchors}


def decision(world: Any) -> dict[str, Any]:
    return {"outcome": "not", "reason": "R", "skills": [str(world.skill.pk)]}


FRESH, QUESTION = on("open_role_id", "fresh_role"), on("question_id", "question")
OFF = on("question_id", "removed_question")
PAUSED = on("open_role_id", "paused_role")
OTHER, RETIRED = (
    on("template_id", "other_template"),
    on("template_id", "retired_template"),
)
GONE = on("onboarding_step_id", "removed_step_of_template")
STOPPED = on("onboarding_id", "stopped_onboarding")
OSCAR = {"arguments": lambda world: {"person_id": world.person.pk}}
STEP = {"title": "T", "day": "1", "who": "buddy"}
NOTICES = [
    Row("hiring:roles", guest=OK),
    Row("hiring:open_role", **LEADS),
    Row(
        "hiring:open_role",
        "POST",
        lambda world: {"title": "T", "team": str(world.cast.support.pk)},
        **LEADS,
    ),
    Row("hiring:role", guest=HIDDEN),
    Row("hiring:edit_role", **SAID),
    Row(
        "hiring:edit_role",
        "POST",
        lambda world: {
            "title": "T",
            "team": str(world.cast.support.pk),
            "version": "1",
        },
        **SAID,
    ),
    Row(
        "hiring:require_skill",
        "POST",
        lambda world: {"skill": str(world.other_skill.pk), "level": "2"},
        **SAID,
    ),
    Row("hiring:no_longer_require_skill", "POST", arguments=role_and_skill, **SAID),
    Row("hiring:pause_role", "POST", **SAID),
    Row("hiring:fill_role", "POST", **SAID),
    Row("hiring:close_role", "POST", **SAID),
    Row("hiring:reopen_role", "POST", **PAUSED, **ELSEWHERE),
]
HIRING = [
    private("hiring:team"),
    private(
        "hiring:add_to_team",
        "POST",
        lambda world: {"person": f"#{person('peer')(world)}"},
        **DECIDER,
    ),
    private("hiring:remove_from_team", "POST", arguments=role_and_omar, **DECIDER),
    private("hiring:name_decider", "POST", arguments=role_and_omar, **DECIDER),
    private(
        "hiring:edit_file", "POST", {"keep_months": "3", "version": "1"}, **DECIDER
    ),
    private("hiring:questions"),
    private("hiring:add_question", "POST", asked, **FRESH),
    private("hiring:edit_question", **QUESTION),
    private("hiring:edit_question", "POST", asked, **QUESTION),
    private("hiring:remove_question", "POST", **QUESTION),
    private("hiring:restore_question", "POST", **OFF),
    private("hiring:candidates"),
    private("hiring:add_candidate", "POST", {"name": "N"}),
    Row("hiring:due", guest=OK, unproven=NO),
    private("hiring:erase_due", "POST", **NOBODY_DUE),
    private("hiring:candidate"),
    private("hiring:candidate", **candidate("opened")),
    private("hiring:candidate", **candidate("decided")),
    private("hiring:candidate", **candidate("scored")),
    private("hiring:edit_candidate"),
    private(
        "hiring:edit_candidate",
        "POST",
        {"name": "N", "erase_on": "2026-12-01", "version": "1"},
    ),
    private("hiring:withdraw_candidate", "POST"),
    private("hiring:return_candidate", "POST", **candidate("away")),
    private("hiring:erase_candidate", **DECIDER),
    private("hiring:erase_candidate", "POST", **DECIDER),
    private(
        "hiring:plan_interview",
        "POST",
        lambda world: {
            "person": str(person("unproven")(world)),
            "planned_on": "2026-06-20",
        },
    ),
    private("hiring:interview"),
    private("hiring:write_scorecard", "POST", card, writer=HIDDEN),
    private("hiring:hand_in_scorecard", "POST", card, writer=HIDDEN),
    private("hiring:move_interview", "POST", {"planned_on": "2026-06-21"}),
    private("hiring:cancel_interview", "POST"),
    private("hiring:open_scores", "POST", **candidate("scored"), **DECIDER),
    private("hiring:decide", "POST", decision, **candidate("opened"), **DECIDER),
    private("hiring:take_back_decision", "POST", **candidate("decided"), **DECIDER),
    private("hiring:note_dissent", "POST", {"text": "T"}, **candidate("decided")),
    private(
        "hiring:tell_candidate", "POST", {"on": "2026-06-01"}, **candidate("decided")
    ),
    private(
        "hiring:hire_candidate",
        "POST",
        {"starts_on": "2026-08-03"},
        **candidate("chosen"),
        **KEPT,
    ),
    private(
        "hiring:move_candidate",
        "POST",
        {"starts_on": "2026-08-03"},
        **candidate("insider"),
        **KEPT,
    ),
    private("hiring:undo_hire", "POST", **candidate("hired"), **KEPT),
]
ONBOARDING = [
    Row("hiring:onboardings", guest=OK),
    Row("hiring:onboarding", **AROUND),
    Row("hiring:start_onboarding", **OSCAR, **STARTS),
    Row(
        "hiring:start_onboarding",
        "POST",
        lambda world: {
            "template": str(world.other_template.pk),
            "starts_on": "2026-06-08",
        },
        **OSCAR,
        **STARTS,
    ),
    Row("hiring:stop_onboarding", "POST", **RUNS),
    Row("hiring:resume_onboarding", "POST", **STOPPED, **NO_BUDDY),
    Row(
        "hiring:answer_onboarding",
        "POST",
        {"clear": "C", "readers": "leader"},
        **ANSWERS,
    ),
    Row("hiring:erase_answer", "POST", **ANSWERS),
    Row("hiring:templates", guest=OK),
    Row("hiring:add_template", "POST", {"name": "N"}, **{**CURATED, "guest": NO}),
    Row("hiring:template", guest=HIDDEN),
    Row("hiring:edit_template", **OTHER, **CURATED),
    Row(
        "hiring:edit_template",
        "POST",
        {"name": "N", "version": "1"},
        **OTHER,
        **CURATED,
    ),
    Row("hiring:retire_template", "POST", **OTHER, **CURATED),
    Row("hiring:restore_template", "POST", **RETIRED, **CURATED),
    Row("hiring:add_step", "POST", STEP, **OTHER, **CURATED),
    Row("hiring:edit_step", **CURATED),
    Row("hiring:edit_step", "POST", {**STEP, "version": "1"}, **CURATED),
    Row("hiring:remove_step", "POST", **CURATED),
    Row("hiring:restore_step", "POST", **GONE, **CURATED),
]
NEW_QUESTION = {"text": "T", "weak": "W", "good": "G", "strong": "S"}
OPERATIONS = [
    operation("list_open_roles", guest=OK),
    operation(
        "open_role",
        "POST",
        lambda world: {"title": "T", "team_id": world.cast.support.pk},
        **{**LEADS, "guest": HIDDEN},
    ),
    operation("get_open_role"),
    operation("edit_open_role", "PATCH", {"title": "T", "version": 1}, **SAID),
    operation("require_skill", "PUT", {"level": 2}, arguments=role_and_skill, **SAID),
    operation("no_longer_require_skill", "DELETE", arguments=role_and_skill, **SAID),
    operation(
        "set_role_status",
        "POST",
        arguments=lambda world: {"open_role_id": world.open_role.pk, "act": "pause"},
        **SAID,
    ),
    private("api:list_hiring_team"),
    private(
        "api:add_to_hiring_team",
        "POST",
        lambda world: {"person_id": person("peer")(world)},
        **DECIDER,
    ),
    private(
        "api:remove_from_hiring_team", "DELETE", arguments=role_and_omar, **DECIDER
    ),
    private(
        "api:name_decider",
        "PUT",
        lambda world: {"person_id": person("other")(world)},
        **DECIDER,
    ),
    private("api:get_hiring_file"),
    private(
        "api:edit_hiring_file", "PATCH", {"keep_months": 3, "version": 1}, **DECIDER
    ),
    private("api:list_interview_questions"),
    private(
        "api:add_interview_question",
        "POST",
        lambda world: {**NEW_QUESTION, "skill_id": world.skill.pk},
        **FRESH,
    ),
    private(
        "api:edit_interview_question", "PATCH", {"text": "T", "version": 1}, **QUESTION
    ),
    private("api:remove_interview_question", "DELETE", **QUESTION),
    private("api:restore_interview_question", "POST", **OFF),
    private("api:list_candidates"),
    private("api:add_candidate", "POST", {"name": "N"}),
    operation("list_candidates_due", guest=OK, unproven=NO),
    private("api:erase_due_candidates", "POST", **NOBODY_DUE),
    private("api:get_candidate"),
    private("api:edit_candidate", "PATCH", {"name": "N", "version": 1}),
    private("api:erase_candidate", "DELETE", **DECIDER),
    private("api:withdraw_candidate", "POST"),
    private("api:return_candidate", "POST", **candidate("away")),
    private("api:list_interviews"),
    private(
        "api:plan_interview",
        "POST",
        lambda world: {
            "person_id": person("unproven")(world),
            "planned_on": "2026-06-20",
        },
    ),
    private("api:list_scores"),
    private("api:list_scores", **candidate("scored")),
    private("api:list_scores", **candidate("opened")),
    private("api:open_scores", "POST", **candidate("scored"), **DECIDER),
    private("api:get_hiring_decision", **candidate("decided")),
    private(
        "api:decide_on_candidate",
        "POST",
        lambda world: {
            "outcome": "not",
            "reason": "R",
            "skill_ids": [world.skill.pk],
        },
        **candidate("opened"),
        **DECIDER,
    ),
    private("api:take_back_decision", "DELETE", **candidate("decided"), **DECIDER),
    private("api:note_dissent", "PUT", {"text": "T"}, **candidate("decided")),
    private("api:tell_candidate", "POST", {"on": "2026-06-01"}, **candidate("decided")),
    private("api:get_candidate", **candidate("chosen"), **KEPT),
    private("api:get_candidate", **candidate("hired"), **KEPT),
    private("api:get_candidate", **candidate("insider"), **KEPT),
    private(
        "api:hire_candidate",
        "POST",
        {"starts_on": "2026-08-03"},
        **candidate("chosen"),
        **KEPT,
    ),
    private(
        "api:move_candidate",
        "POST",
        {"starts_on": "2026-08-03"},
        **candidate("insider"),
        **KEPT,
    ),
    private("api:undo_hire", "DELETE", **candidate("hired"), **KEPT),
    private("api:write_scorecard", "PUT", card_of_program, writer=HIDDEN),
    private("api:hand_in_scorecard", "POST", card_of_program, writer=HIDDEN),
    private("api:move_interview", "POST", {"planned_on": "2026-06-21"}),
    private("api:cancel_interview", "DELETE"),
    operation("list_onboarding_templates", guest=OK),
    operation(
        "add_onboarding_template", "POST", {"name": "N"}, **{**CURATED, "guest": NO}
    ),
    operation("list_onboarding_steps"),
    operation(
        "edit_onboarding_template",
        "PATCH",
        {"name": "N", "version": 1},
        **OTHER,
        **CURATED,
    ),
    operation("retire_onboarding_template", "POST", **OTHER, **CURATED),
    operation("restore_onboarding_template", "POST", **RETIRED, **CURATED),
    operation("add_onboarding_step", "POST", {"title": "T"}, **OTHER, **CURATED),
    operation("edit_onboarding_step", "PATCH", {"title": "T", "version": 1}, **CURATED),
    operation("remove_onboarding_step", "DELETE", **CURATED),
    operation("restore_onboarding_step", "POST", **GONE, **CURATED),
    operation("list_onboardings", guest=OK),
    operation(
        "start_onboarding",
        "POST",
        lambda world: {
            "person_id": world.person.pk,
            "template_id": world.other_template.pk,
            "starts_on": "2026-06-08",
        },
        **STARTS,
    ),
    operation("get_onboarding", **AROUND),
    operation("stop_onboarding", "POST", **RUNS),
    operation("resume_onboarding", "POST", **STOPPED, **NO_BUDDY),
    operation("get_onboarding_answer", **READS),
    operation(
        "answer_onboarding", "PUT", {"clear": "C", "readers": "leader"}, **ANSWERS
    ),
    operation("erase_onboarding_answer", "DELETE", **ANSWERS),
]
ROWS = [*NOTICES, *HIRING, *ONBOARDING, *OPERATIONS]
