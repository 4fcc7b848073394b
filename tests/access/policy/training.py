from typing import Any

from . import HIDDEN, NO, OK, Row, operation

# The catalogue and comparisons are every member's to read; who leads looks after them.
READ = {"guest": HIDDEN}
SAID = {"guest": HIDDEN, "stranger": NO, "peer": NO, "owner": NO}
# A place is the person's and their leaders'; for all others it is not there.
NEAR = {
    "guest": HIDDEN,
    "stranger": HIDDEN,
    "peer": HIDDEN,
    "admin": HIDDEN,
    "unproven": NO,
}
LEADERS = {**NEAR, "owner": NO}
MINE = {**NEAR, "leader": NO, "captain": NO}
# An answer is its writer's, and whom they named; not even the leader above reads it.
WRITER = {**NEAR, "leader": HIDDEN, "captain": HIDDEN}
NAMED = {**NEAR, "captain": HIDDEN}
WRITER_OF_SHARED = {**NAMED, "leader": NO}
# Whoever leads nobody has no numbers about people, an admin neither.
LEADING = {
    "guest": NO,
    "stranger": NO,
    "peer": NO,
    "owner": NO,
    "admin": NO,
    "unproven": NO,
}
LEADING_IT = {
    "guest": HIDDEN,
    "stranger": HIDDEN,
    "peer": HIDDEN,
    "owner": HIDDEN,
    "admin": HIDDEN,
    "unproven": NO,
}


def on(param: str, name: str) -> dict[str, Any]:
    return {"arguments": lambda world: {param: getattr(world, name).pk}}


def skill_of(name: str) -> dict[str, Any]:
    return {
        "arguments": lambda world: {
            "programme_id": world.programme.pk,
            "skill_id": getattr(world, name).pk,
        }
    }


BUDGET = {"arguments": lambda world: {"team_id": world.team.pk, "year": 2026}}
SCORED = {
    "arguments": lambda world: {
        "programme_id": world.programme.pk,
        "criterion": "needs",
    }
}
TOPIC, REMOVED = (
    on("topic_id", "training_topic"),
    on("topic_id", "removed_training_topic"),
)
PROGRAMME = on("programme_id", "programme")
OTHER = on("programme_id", "other_programme")
RETIRED = on("programme_id", "retired_programme")
COMPARISON = on("comparison_id", "comparison")
OFF = on("comparison_id", "removed_comparison")
ASKED, INVITED = (
    on("enrolment_id", "asked_place"),
    on("enrolment_id", "invited_place"),
)
BOOKED, MISSED = on("enrolment_id", "booked_place"), on("enrolment_id", "missed_place")
ATTENDED = on("enrolment_id", "attended_place")
OPEN = on("evaluation_id", "evaluation")
ASIDE = on("evaluation_id", "set_aside_evaluation")
OWN, SHARED = on("evaluation_id", "own_answer"), on("evaluation_id", "shared_answer")
NEEDED = on("skill_id", "skill")
FACTS = {"name": "N", "price_per": "person", "currency": "EUR"}


def bob(world: Any) -> str:
    return str(world.cast.person(world.cast.bob).pk)


def invited(world: Any) -> dict[str, Any]:
    return {"person": bob(world)}


def shown(world: Any) -> dict[str, Any]:
    asked = str(world.cast.person(world.cast.alice).pk)
    what = {"skill": str(world.other_skill.pk), "level": "3"}
    return {**what, "what": "W", "asked": asked}


PAGES = [
    Row("training:index", guest=NO),
    Row(
        "training:start_catalogue",
        "POST",
        **{**SAID, "guest": NO, **dict.fromkeys(("leader", "captain", "admin"), "409")},
    ),
    Row("training:add_programme", **{**SAID, "guest": NO}),
    Row("training:add_programme", "POST", FACTS, **{**SAID, "guest": NO}),
    Row("training:programme", **PROGRAMME, **READ),
    Row("training:edit_programme", **PROGRAMME, **SAID),
    Row(
        "training:edit_programme",
        "POST",
        {**FACTS, "version": "9"},
        **PROGRAMME,
        **SAID,
    ),
    Row(
        "training:score_programme",
        "POST",
        {"criterion": "needs", "score": "3"},
        **PROGRAMME,
        **SAID,
    ),
    Row(
        "training:train_skill",
        "POST",
        lambda world: {"skill": str(world.other_skill.pk), "level": "2"},
        **PROGRAMME,
        **SAID,
    ),
    Row("training:no_longer_train", "POST", **skill_of("skill"), **SAID),
    Row("training:retire_programme", "POST", **PROGRAMME, **SAID),
    Row("training:restore_programme", "POST", **RETIRED, **SAID),
    Row("training:topics", **{**SAID, "guest": NO}),
    Row("training:topics", "POST", {"name": "N"}, **{**SAID, "guest": NO}),
    Row("training:edit_topic", "POST", {"name": "N", "version": "9"}, **TOPIC, **SAID),
    Row("training:remove_topic", "POST", **TOPIC, **SAID),
    Row("training:restore_topic", "POST", **REMOVED, **SAID),
    Row("training:comparisons", guest=OK),
    Row("training:comparisons", "POST", {"title": "T"}, **{**SAID, "guest": NO}),
    Row("training:comparison", **COMPARISON, **READ),
    Row(
        "training:weigh_criteria",
        "POST",
        {"weight_needs": "5"},
        **COMPARISON,
        **SAID,
    ),
    Row(
        "training:edit_comparison",
        "POST",
        {"title": "T", "version": "9"},
        **COMPARISON,
        **SAID,
    ),
    Row("training:remove_comparison", "POST", **COMPARISON, **SAID),
    Row("training:restore_comparison", "POST", **OFF, **SAID),
    # Each asks for themselves.
    Row("training:ask_for_place", "POST", **PROGRAMME, guest=HIDDEN, unproven=NO),
    Row(
        "training:invite",
        "POST",
        invited,
        **PROGRAMME,
        **{
            "guest": HIDDEN,
            "unproven": NO,
            **dict.fromkeys(("stranger", "peer", "owner", "admin"), "422"),
        },
    ),
    Row("training:place", **ASKED, **NEAR),
    Row("training:approve_place", "POST", **ASKED, **LEADERS),
    Row("training:decline_place", "POST", {"reason": "R"}, **ASKED, **LEADERS),
    Row("training:accept_place", "POST", **INVITED, **MINE),
    Row("training:book_place", "POST", {"cost": "5"}, **BOOKED, **LEADERS),
    Row("training:attend", "POST", {"on": "2026-06-01"}, **BOOKED, **NEAR),
    Row("training:miss", "POST", **BOOKED, **NEAR),
    Row("training:cancel_place", "POST", **BOOKED, **NEAR),
    Row("training:reopen_place", "POST", **MISSED, **NEAR),
    Row(
        "training:name_measure",
        "POST",
        {"measure": "M", "version": "9"},
        **BOOKED,
        **NEAR,
    ),
    Row("training:show_trained_skill", "POST", shown, **ATTENDED, **MINE),
    Row("training:evaluation", **SHARED, **NAMED),
    Row("training:evaluation", "POST", {"mark": "2"}, **OPEN, **WRITER),
    Row("training:narrow_answer", "POST", **SHARED, **WRITER_OF_SHARED),
    Row("training:set_aside", "POST", **OPEN, **WRITER),
    Row("training:take_up", "POST", **ASIDE, **WRITER),
    Row("training:team", **LEADING),
    Row("training:export_csv", **LEADING),
    Row("training:export_xlsx", **LEADING),
    Row("training:needs", **LEADING),
    Row("training:need", **NEEDED, **LEADING),
    Row("training:budgets", **LEADING),
    Row("training:budget", **BUDGET, **LEADING_IT),
    Row("training:budget", "POST", {"amount": "7"}, **BUDGET, **LEADING_IT),
    Row("training:report", **LEADING),
    Row("training:report_leaders", **LEADING),
]


def place_body(world: Any) -> dict[str, Any]:
    return {"programme_id": world.programme.pk}


def invitation(world: Any) -> dict[str, Any]:
    return {**place_body(world), "person_id": int(bob(world))}


def proof_body(world: Any) -> dict[str, Any]:
    asked = world.cast.person(world.cast.alice).pk
    what = {"skill_id": world.other_skill.pk, "level": 3}
    return {**what, "what": "W", "asked_id": asked}


OPERATIONS = [
    operation("list_programmes", guest=OK),
    operation("add_programme", "POST", {"name": "N"}, **{**SAID, "guest": NO}),
    operation(
        "start_training_catalogue",
        "POST",
        **{
            **SAID,
            "guest": NO,
            **dict.fromkeys(("leader", "captain", "admin"), "409"),
        },
    ),
    operation("get_programme", **PROGRAMME, **READ),
    operation(
        "edit_programme", "PATCH", {"name": "N", "version": 9}, **PROGRAMME, **SAID
    ),
    operation("train_skill", "PUT", {"level": 2}, **skill_of("other_skill"), **SAID),
    operation("no_longer_train_skill", "DELETE", **skill_of("skill"), **SAID),
    operation("list_programme_scores", **PROGRAMME, **READ),
    operation("score_programme", "PUT", {"score": 3}, **SCORED, **SAID),
    operation("count_programme_answers", **PROGRAMME, **READ),
    operation("retire_programme", "POST", **PROGRAMME, **SAID),
    operation("restore_programme", "POST", **RETIRED, **SAID),
    operation("list_training_topics", guest=OK),
    operation("add_training_topic", "POST", {"name": "N"}, **{**SAID, "guest": NO}),
    operation(
        "edit_training_topic", "PUT", {"name": "N", "version": 9}, **TOPIC, **SAID
    ),
    operation("remove_training_topic", "DELETE", **TOPIC, **SAID),
    operation("restore_training_topic", "POST", **REMOVED, **SAID),
    operation("list_programme_comparisons", guest=OK),
    operation(
        "add_programme_comparison", "POST", {"title": "T"}, **{**SAID, "guest": NO}
    ),
    operation("get_programme_comparison", **COMPARISON, **READ),
    operation(
        "edit_programme_comparison",
        "PUT",
        {"title": "T", "version": 9},
        **COMPARISON,
        **SAID,
    ),
    operation(
        "weigh_programme_criteria",
        "PUT",
        {"weights": {"needs": 5}},
        **COMPARISON,
        **SAID,
    ),
    operation("remove_programme_comparison", "DELETE", **COMPARISON, **SAID),
    operation("restore_programme_comparison", "POST", **OFF, **SAID),
    operation("list_training_places", guest=OK, unproven=NO),
    operation("export_training_places", guest=OK, unproven=NO),
    operation("ask_for_training_place", "POST", place_body, guest=HIDDEN, unproven=NO),
    operation(
        "invite_to_training",
        "POST",
        invitation,
        **{**SAID, "admin": NO, "unproven": NO},
    ),
    operation("get_training_place", **ASKED, **NEAR),
    operation("approve_training_place", "POST", **ASKED, **LEADERS),
    operation("decline_training_place", "POST", {"reason": "R"}, **ASKED, **LEADERS),
    operation("accept_training_place", "POST", **INVITED, **MINE),
    operation("book_training_place", "POST", {"cost": 5}, **BOOKED, **LEADERS),
    operation("attend_training", "POST", {"on": "2026-06-01"}, **BOOKED, **NEAR),
    operation("miss_training", "POST", **BOOKED, **NEAR),
    operation("cancel_training_place", "POST", {}, **BOOKED, **NEAR),
    operation("reopen_training_place", "POST", **MISSED, **NEAR),
    operation("name_training_measure", "PUT", {"measure": "M"}, **BOOKED, **NEAR),
    operation("show_trained_skill", "POST", proof_body, **ATTENDED, **MINE),
    operation("list_training_answers", guest=OK, unproven=NO),
    operation("get_training_answer", **SHARED, **NAMED),
    operation("answer_training_question", "POST", {"mark": 2}, **OPEN, **WRITER),
    operation(
        "edit_training_answer", "PUT", {"mark": 1, "version": 9}, **OWN, **WRITER
    ),
    operation("narrow_training_answer", "POST", **SHARED, **WRITER_OF_SHARED),
    operation("set_aside_training_question", "POST", **OPEN, **WRITER),
    operation("take_up_training_question", "POST", **ASIDE, **WRITER),
    operation("list_training_needs", **LEADING),
    operation("report_managers_trained", **LEADING),
    operation("get_training_budget", **BUDGET, **LEADING_IT),
    operation("set_training_budget", "PUT", {"amount": 7}, **BUDGET, **LEADING_IT),
]
ROWS = [*PAGES, *OPERATIONS]
