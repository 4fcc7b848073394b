"""Feedback is read by whom it names and by nobody else: no admin, no leader's leader.

Wilma (writer) wrote to Omar (other) and named Alice (leader). Omar wrote to Alice, and
asked Wilma and Alice. Wilma thanked Omar before Support, and once for him alone.
"""

from . import HIDDEN, NO, OK, Row, operation, private

EVERYBODY = {"writer": OK, "other": OK, "unproven": NO, "guest": NO}
READERS = {"leader": OK}
WRITER = {"other": NO, "leader": NO}
RECEIVER = {"writer": NO, "leader": NO}
WHO_READS = {"writer": NO, "leader": OK}
WRITER_ALONE = {"other": HIDDEN}
PAIR_WITH_LEADER = {"writer": HIDDEN, "leader": OK}
ASKED = {"other": HIDDEN, "leader": OK}
ASKED_ALONE = {"other": HIDDEN}
ASKER = {"writer": NO, "leader": NO}
ASKER_ALONE = {"writer": HIDDEN}
# Support and whoever leads it read what was said before the team.
TEAM = {"peer": OK, "owner": OK, "leader": OK, "captain": OK}
THANKED = dict.fromkeys(TEAM, NO)
GIVER = {**THANKED, "other": NO}


def of(name, parameter="feedback_id"):
    return {"arguments": lambda world: {parameter: getattr(world, name).pk}}


def new(world):
    return {
        "person": world.ruth.pk,
        "task": world.work_task.pk,
        "visibility": "person",
        "text": "T",
    }


def question(world):
    return {
        "question": "Q",
        "other": f"Ruth · #{world.ruth.pk}",
        "task": world.work_task.pk,
    }


def thanks(world):
    return {
        "words": "W",
        "other": f"Ruth · #{world.ruth.pk}",
        "task": world.work_task.pk,
        "value": world.shown_value.pk,
        "team": "0",
    }


# Alice and whoever leads her mark for themselves that they thanked Oscar in person; her
# mark is there for nobody else, Oscar least of all.
LEADS = {"guest": NO, "stranger": NO, "peer": NO, "owner": NO, "admin": NO}
LEADS |= {"writer": NO, "other": NO, "leader": OK, "captain": OK}
OF_OSCAR = {**of("person", "person_id"), **LEADS}
OF_ALICE = {"writer": HIDDEN, "other": HIDDEN, "leader": OK, **of("mark", "mark_id")}
BETTER, SPOKEN = {"words": "Better"}, {"on": "2026-05-29"}
DRAFT, PIECE = of("draft"), {"text": "T"}
DECLINED = of("declined_request", "request_id")
TAKEN_BACK = of("withdrawn_request", "request_id")
DISCARDED = {**of("discarded"), **WRITER_ALONE}
QUIET = of("quiet_recognition", "recognition_id")
BOXES = [
    Row("feedback:box", arguments=lambda world, box=box: {"box": box}, **EVERYBODY)
    for box in (
        "received",
        "given",
        "shared",
        "drafts",
        "questions",
        "said",
        "thanks",
        "thanked",
    )
]
PAGES = [
    Row("feedback:overview", **EVERYBODY),
    *BOXES,
    Row("feedback:give", **EVERYBODY),
    Row("feedback:give", "POST", new, **EVERYBODY),
    Row("feedback:draft", "POST", new, **EVERYBODY),
    Row("feedback:ask", **EVERYBODY),
    Row("feedback:ask", "POST", question, **EVERYBODY),
    Row("feedback:give_recognition", **EVERYBODY),
    Row("feedback:give_recognition", "POST", thanks, **EVERYBODY),
    private("feedback:show", **READERS),
    private("feedback:show", **of("answered_feedback"), **PAIR_WITH_LEADER),
    private("feedback:edit", **WRITER),
    private("feedback:edit", **DRAFT, **WRITER_ALONE),
    private("feedback:edit", "POST", PIECE, **WRITER),
    private("feedback:save_draft", "POST", PIECE, **DRAFT, **WRITER_ALONE),
    private("feedback:give_draft", "POST", PIECE, **DRAFT, **WRITER_ALONE),
    private("feedback:discard_draft", "POST", **DRAFT, **WRITER_ALONE),
    private("feedback:restore_draft", "POST", **DISCARDED),
    private("feedback:narrow", "POST", **WRITER),
    private("feedback:withdraw", "POST", **WRITER),
    private("feedback:see", "POST", **WHO_READS),
    private("feedback:thank", "POST", **RECEIVER),
    private("feedback:reply", "POST", {"reply": "R"}, **RECEIVER),
    private("feedback:keep_note", "POST", {"text": "N"}, **RECEIVER),
    private("feedback:request", **READERS),
    private("feedback:request", **DECLINED),
    private("feedback:request", **TAKEN_BACK, **ASKER_ALONE),
    private("feedback:decline_request", "POST", {"reason": "R"}, **ASKED),
    private("feedback:take_up_request", "POST", **DECLINED, **ASKED_ALONE),
    private("feedback:withdraw_request", "POST", **ASKER),
    private("feedback:reopen_request", "POST", **TAKEN_BACK, **ASKER_ALONE),
    private("feedback:recognition", **TEAM),
    private("feedback:recognition", **QUIET),
    private("feedback:edit_recognition", **GIVER),
    private("feedback:edit_recognition", "POST", BETTER, **GIVER),
    private("feedback:mark_thanked_in_person", "POST", SPOKEN, **OF_OSCAR),
    private("feedback:unmark_thanked_in_person", "POST", **OF_ALICE),
    private("feedback:narrow_recognition", "POST", **THANKED),
    private("feedback:take_back_recognition", "POST", **GIVER),
]


def new_by_program(world):
    return {
        "receiver_id": world.ruth.pk,
        "task_id": world.work_task.pk,
        "visibility": "person",
        "text": "T",
    }


def question_by_program(world):
    return {
        "question": "Q",
        "person_ids": [world.ruth.pk],
        "task_id": world.work_task.pk,
    }


def thanks_by_program(world):
    return {
        "words": "W",
        "person_ids": [world.ruth.pk],
        "task_id": world.work_task.pk,
        "team_id": world.cast.support.pk,
    }


def spoken(world):
    return {"person_id": world.person.pk, "on": "2026-05-29"}


CHANGED = {"text": "T", "version": 9}
OPERATIONS = [
    operation("list_feedback", **{**EVERYBODY, "guest": OK}),
    operation(
        "list_leaders", **of("person", "person_id"), **EVERYBODY | {"guest": HIDDEN}
    ),
    operation("give_feedback", "POST", new_by_program, **EVERYBODY),
    operation("draft_feedback", "POST", new_by_program, **EVERYBODY),
    private("api:get_feedback", **READERS),
    private("api:edit_feedback", "PATCH", CHANGED, **WRITER),
    private("api:save_draft", "PUT", CHANGED, **DRAFT, **WRITER_ALONE),
    private("api:give_draft", "POST", **DRAFT, **WRITER_ALONE),
    private("api:discard_draft", "POST", **DRAFT, **WRITER_ALONE),
    private("api:restore_draft", "POST", **DISCARDED),
    private("api:narrow_feedback", "POST", **WRITER),
    private("api:withdraw_feedback", "POST", **WRITER),
    private("api:see_feedback", "POST", **WHO_READS),
    private("api:thank_for_feedback", "POST", **RECEIVER),
    private("api:reply_to_feedback", "POST", {"reply": "R"}, **RECEIVER),
    private("api:keep_note", "PUT", {"text": "N"}, **RECEIVER),
    operation("list_feedback_requests", **{**EVERYBODY, "guest": OK}),
    operation("ask_for_feedback", "POST", question_by_program, **EVERYBODY),
    private("api:get_feedback_request", **READERS),
    private("api:decline_request", "POST", {"reason": "R"}, **ASKED),
    private("api:take_up_request", "POST", **DECLINED, **ASKED_ALONE),
    private("api:withdraw_request", "POST", **ASKER),
    private("api:reopen_request", "POST", **TAKEN_BACK, **ASKER_ALONE),
    operation("list_recognition", **{**EVERYBODY, "guest": OK}),
    operation("list_unthanked", **{**EVERYBODY, "guest": OK}),
    operation("give_recognition", "POST", thanks_by_program, **EVERYBODY),
    private("api:get_recognition", **TEAM),
    private("api:edit_recognition", "PATCH", BETTER, **GIVER),
    operation("list_thanked_in_person", **{**EVERYBODY, "guest": OK}),
    private("api:mark_thanked_in_person", "POST", spoken, **LEADS),
    private("api:unmark_thanked_in_person", "DELETE", **OF_ALICE),
    private("api:narrow_recognition", "POST", **THANKED),
    private("api:take_back_recognition", "POST", **GIVER),
]
ROWS = [*PAGES, *OPERATIONS]
