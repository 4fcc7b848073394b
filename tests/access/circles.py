"""A circle of Wilma and Omar, one that asks Wilma, and one that Uma is in."""

from typing import Any

from quarterdeck.domains.circles import services
from quarterdeck.domains.circles.models import Case, CaseReader, Circle, CircleMember

BOTH = ("writer", "other")


def add_circles(world: Any) -> None:
    cast, roles, at = world.cast, world.roles, world.at
    writing = {"by": roles.writer, "at": at}
    words = {"name": world.secret("circle", *BOTH), "purpose": ""}
    world.circle = services.start_circle(
        rule=world.secret("circle-rule", *BOTH), **words, **writing
    )

    def come_in(circle: Any, user: Any, by: Any) -> CircleMember:
        person = cast.person(user)
        asking = {"circle": circle, "by": by, "at": at}
        services.invite_to_circle(person=person, **asking)
        number = circle.rule_number
        return services.join_circle(circle=circle, rule_number=number, by=user, at=at)

    come_in(world.circle, roles.other, roles.writer)
    share = {"tried": world.secret("case-tried", *BOTH), "circle": world.circle}
    world.case = services.share_case(
        situation=world.secret("case", *BOTH),
        question=world.secret("case-question", *BOTH),
        **share,
        **writing,
    )
    world.contribution = services.contribute(
        case=world.case, text=world.secret("contribution", *BOTH), **writing
    )
    services.write_takeaway(
        case=world.case, text=world.secret("takeaway", "writer"), **writing
    )
    world.lesson = services.share_lesson(
        case=world.case, title="Lesson", text="Listened first", **writing
    )
    world.circle_meeting = services.plan_circle_meeting(
        circle=world.circle, on=at.date(), words=world.secret("meets", *BOTH), **writing
    )
    world.invited = services.invite_to_circle(
        circle=world.circle, person=cast.person(cast._join("Ines", None)), **writing
    )
    world.later_member = come_in(world.circle, cast._join("Lars", None), roles.writer)
    _others(world, come_in)


def _others(world: Any, come_in: Any) -> None:
    """Lars asks Wilma; Ina has changed the rule of another; Uma's is closed to her."""
    cast, at, roles = world.cast, world.at, world.roles
    lars, writer = world.later_member.person.user, cast.person(roles.writer)
    plain = {"purpose": "", "rule": "R", "at": at}
    world.asking_circle = services.start_circle(name="Asking", by=lars, **plain)
    services.invite_to_circle(circle=world.asking_circle, person=writer, by=lars, at=at)
    world.changed_circle = services.start_circle(name="Changed", by=lars, **plain)
    come_in(world.changed_circle, roles.writer, lars)
    services.change_rule(circle=world.changed_circle, rule="Other", by=lars, at=at)
    stamped = world.stamped()
    umas = Circle.objects.create(name=world.secret("umas-circle"), rule="R", **stamped)
    uma = cast.person(roles.unproven)
    member = CircleMember.objects.create(
        circle=umas, person=uma, invited_at=at, joined_at=at, accepted_rule=1
    )
    words = {"situation": world.secret("umas-case"), "question": "Q"}
    case = Case.objects.create(circle=umas, author=uma, **words, **stamped)
    CaseReader.objects.create(case=case, member=member)
