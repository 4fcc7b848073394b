"""Mentoring is for the two; wishes and practice are for those who lead, too.

Wilma (writer) is the mentee and the one who follows; Omar (other) mentors her, is
followed, and backs her up in her project. Support is led by Alice, who is led by Dana.
"""

from . import HIDDEN, NO, OK, Row, open_to_members, operation, private

CLOSED = {"writer": OK, "other": OK, "unproven": NO}
LED = {"leader": OK, "captain": OK}  # who lead the one it is about
READ = {"leader": NO, "captain": NO}  # who may read it, and not do this
MINE = {"other": HIDDEN}  # of the writer alone, or of a pair with a third
DAY = "2026-06-01"
LATER = "2026-09-01"


def named(world, user):
    person = world.cast.person(user)
    return f"{person.name} · #{person.pk}"


def of(name, key):
    return {"arguments": lambda world: {key: getattr(world, name).pk}}


def asking(world):
    return {
        "mentor_wish_id": world.mentor_wish.pk,
        "person_id": world.free_mentor.pk,
    }


ASKED = {**of("asked_mentorship", "mentorship_id"), **MINE}
SHUT = {**of("closed_mentorship", "mentorship_id"), **MINE}
ENDED = of("ended_mentorship", "mentorship_id")
ASK = {"goal": "G", "starts_on": DAY, "ends_on": LATER, "weeks": "3"}
OFFER = {"capacity": "2", "themes": "T", "since": DAY}
EDIT_WISH = {"theme": "T", "version": "1"}
TALK = {"on": DAY, "talked": "T"}
FOLLOW = of("asked_shadowing", "shadowing_id")
PRACTICE = {"to_learn": "T", "starts_on": DAY, "ends_on": LATER}
NOBODY = {"stranger": NO, "peer": NO, "owner": NO, "admin": NO, "guest": NO}
LEADS = {**NOBODY, "writer": NO, "other": NO, "unproven": NO}
ASKER = {"writer": HIDDEN, "other": HIDDEN, "leader": OK}
OF_OSCAR = {"owner": OK, "writer": HIDDEN, "other": HIDDEN, **LED}

PAGES = [
    open_to_members("mentoring:index", guest=OK, **CLOSED),
    open_to_members("mentoring:offer", **CLOSED),
    Row("mentoring:offer", "POST", OFFER, guest=NO, **CLOSED),
    private("mentoring:withdraw_offer", "POST", writer=None),
    private("mentoring:restore_offer", "POST", other=None),
    open_to_members("mentoring:wish", **CLOSED),
    Row("mentoring:wish", "POST", {"theme": "T"}, guest=NO, **CLOSED),
    private("mentoring:edit_wish", **MINE, **READ),
    private("mentoring:edit_wish", "POST", EDIT_WISH, **MINE, **READ),
    private("mentoring:withdraw_wish", "POST", **MINE, **READ),
    private(
        "mentoring:restore_wish",
        "POST",
        **of("withdrawn_wish", "mentor_wish_id"),
        **MINE,
        **READ,
    ),
    private("mentoring:find", **MINE, **LED),
    private("mentoring:ask", arguments=asking, **MINE, **READ),
    private("mentoring:ask", "POST", ASK, arguments=asking, **MINE, **READ),
    private("mentoring:pair"),
    private("mentoring:agree", "POST", **ASKED),
    private("mentoring:decline", "POST", **ASKED),
    private("mentoring:write_goal", other=NO),
    private("mentoring:write_goal", "POST", {"goal": "T", "version": "1"}, other=NO),
    private("mentoring:change_days"),
    private(
        "mentoring:change_days",
        "POST",
        {"ends_on": LATER, "weeks": "4", "version": "1"},
    ),
    private("mentoring:end", "POST"),
    private("mentoring:reopen", "POST", **SHUT),
    private("mentoring:evaluate", "POST", {"helped": "yes", "learnt": "T"}, **ENDED),
    private("mentoring:note_meeting", "POST", TALK),
    private("mentoring:edit_meeting"),
    private("mentoring:edit_meeting", "POST", {**TALK, "version": "1"}),
    private("mentoring:agree_on_step", "POST", {"title": "T"}),
    private("mentoring:finish_step", "POST"),
    private(
        "mentoring:reopen_step", "POST", **of("done_mentor_step", "mentor_step_id")
    ),
    private("mentoring:remove_step", "POST"),
    private(
        "mentoring:restore_step", "POST", **of("removed_mentor_step", "mentor_step_id")
    ),
    open_to_members("mentoring:led", guest=OK, **CLOSED),
    Row("mentoring:propose", "POST", **LEADS),
    private("mentoring:proposal", **ASKER),
    private(
        "mentoring:suggest",
        "POST",
        lambda world: {"line": world.pairing_line.pk},
        **ASKER,
    ),
    open_to_members("mentoring:shadowing", guest=OK, **CLOSED),
    open_to_members("mentoring:ask_to_shadow", **CLOSED),
    Row(
        "mentoring:ask_to_shadow",
        "POST",
        lambda world: {
            "leader": named(world, world.roles.captain),
            "on": DAY,
            "occasion": "T",
        },
        guest=NO,
        captain=None,
        **CLOSED,
    ),
    private("mentoring:shadow"),
    private("mentoring:shadow", **of("shared_shadowing", "shadowing_id")),
    private("mentoring:accept_shadow", "POST", {"reply": "T"}, writer=NO, **FOLLOW),
    private("mentoring:decline_shadow", "POST", {"reply": "T"}, writer=NO, **FOLLOW),
    private("mentoring:withdraw_shadowing", "POST", other=NO, **FOLLOW),
    private("mentoring:write_log", "POST", {"text": "T", "version": "1"}, other=NO),
    open_to_members("mentoring:projects", guest=OK, **CLOSED),
    private("mentoring:give_project", **OF_OSCAR),
    private(
        "mentoring:give_project",
        "POST",
        lambda world: {**PRACTICE, "project": world.practice_project.pk},
        **OF_OSCAR,
    ),
    private("mentoring:practice", **LED),
    private("mentoring:edit_practice", other=NO, **LED),
    private(
        "mentoring:edit_practice",
        "POST",
        {**PRACTICE, "version": "1"},
        other=NO,
        **LED,
    ),
    private("mentoring:debrief", other=NO, **READ),
    private(
        "mentoring:debrief", "POST", {"learnt": "T", "version": "1"}, other=NO, **READ
    ),
    private("mentoring:remove_practice", "POST", other=NO, **LED),
    private(
        "mentoring:restore_practice",
        "POST",
        **of("removed_practice", "practice_id"),
        other=NO,
        **LED,
    ),
]

WISH = {"theme": "T"}
QUESTION = lambda world: {  # noqa: E731 - a body that needs the world
    "person_id": world.free_mentor.pk,
    "goal": "G",
    "starts_on": DAY,
    "ends_on": LATER,
}
OFFERS = [
    operation("list_mentor_offers", guest=OK, **CLOSED),
    operation(
        "offer_mentoring",
        "PUT",
        {"capacity": 2, "themes": "T", "since": DAY},
        guest=NO,
        **CLOSED,
    ),
    private("api:withdraw_mentor_offer", "POST", writer=None),
    private("api:restore_mentor_offer", "POST", other=None),
    operation("list_mentor_wishes", guest=OK, **CLOSED),
    operation("wish_for_mentor", "POST", WISH, guest=NO, **CLOSED),
    private("api:edit_mentor_wish", "PUT", {**WISH, "version": 1}, **MINE, **READ),
    private("api:withdraw_mentor_wish", "POST", **MINE, **READ),
    private(
        "api:restore_mentor_wish",
        "POST",
        **of("withdrawn_wish", "mentor_wish_id"),
        **MINE,
        **READ,
    ),
    private("api:find_mentors", **MINE, **LED),
    private("api:ask_mentor", "POST", QUESTION, **MINE, **READ),
]
PAIRS = [
    operation("list_mentorships", guest=OK, **CLOSED),
    private("api:get_mentorship"),
    private("api:agree_to_mentoring", "POST", **ASKED),
    private("api:decline_mentoring", "POST", **ASKED),
    private(
        "api:write_mentoring_goal",
        "PUT",
        {"version": 1, "goal": "T", "leaders_see_goal": False},
        other=NO,
    ),
    private(
        "api:change_mentoring_days",
        "PUT",
        {"version": 1, "ends_on": LATER, "weeks": 4},
    ),
    private("api:end_mentoring", "POST"),
    private("api:reopen_mentoring", "POST", **SHUT),
    private("api:list_mentor_meetings"),
    private("api:note_meeting", "POST", TALK),
    private("api:edit_mentor_meeting", "PUT", {**TALK, "version": 1}),
    private("api:list_mentor_steps"),
    private("api:agree_on_step", "POST", {"title": "T"}),
    private("api:finish_mentor_step", "POST"),
    private(
        "api:reopen_mentor_step", "POST", **of("done_mentor_step", "mentor_step_id")
    ),
    private("api:remove_mentor_step", "POST"),
    private(
        "api:restore_mentor_step", "POST", **of("removed_mentor_step", "mentor_step_id")
    ),
    private("api:list_mentor_evaluations", **ENDED),
    private("api:evaluate_mentoring", "PUT", {"learnt": "T"}, **ENDED),
    operation("list_led_mentorships", guest=OK, **CLOSED),
    operation("propose_pairs", "POST", **LEADS),
    private("api:get_pairing", **ASKER),
    private(
        "api:suggest_pairs",
        "POST",
        lambda world: {"line_ids": [world.pairing_line.pk]},
        **ASKER,
    ),
]
SHADOWING = [
    operation("list_shadowings", guest=OK, **CLOSED),
    operation(
        "ask_to_shadow",
        "POST",
        lambda world: {
            "leader_id": world.cast.person(world.roles.captain).pk,
            "on": DAY,
            "occasion": "T",
        },
        guest=HIDDEN,
        captain=None,
        **CLOSED,
    ),
    private("api:get_shadowing"),
    private("api:accept_shadow", "POST", {"reply": "T"}, writer=NO, **FOLLOW),
    private("api:decline_shadow", "POST", {"reply": "T"}, writer=NO, **FOLLOW),
    private("api:withdraw_shadowing", "POST", other=NO, **FOLLOW),
    private("api:get_shadow_log", other=HIDDEN),
    private("api:get_shadow_log", **of("shared_shadowing", "shadowing_id")),
    private("api:write_shadow_log", "PUT", {"text": "T", "version": 1}, other=NO),
]
LEADING = [
    operation("list_leadership_projects", guest=OK, **CLOSED),
    private(
        "api:give_leadership_project",
        "POST",
        lambda world: {
            **PRACTICE,
            "person_id": world.person.pk,
            "project_id": world.practice_project.pk,
        },
        **OF_OSCAR,
    ),
    private("api:get_leadership_project", **LED),
    private(
        "api:edit_leadership_project",
        "PUT",
        {**PRACTICE, "version": 1},
        other=NO,
        **LED,
    ),
    private(
        "api:debrief_leadership_project",
        "PUT",
        {"version": 1, "learnt": "T"},
        other=NO,
        **READ,
    ),
    private("api:remove_leadership_project", "POST", other=NO, **LED),
    private(
        "api:restore_leadership_project",
        "POST",
        **of("removed_practice", "practice_id"),
        other=NO,
        **LED,
    ),
]
ROWS = PAGES + OFFERS + PAIRS + SHADOWING + LEADING
