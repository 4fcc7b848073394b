"""Oscar's places in programmes, and answers: his own, and one he shared with Alice."""

from decimal import Decimal
from typing import Any

from quarterdeck.domains.training import services
from quarterdeck.domains.training.models import Evaluation

NEAR = ("owner", "leader", "captain")


def add_training(world: Any) -> None:
    act = {"by": world.cast.alice, "at": world.at}
    mine = {"by": world.roles.owner, "at": world.at}
    world.training_topic = services.add_topic(name="Conflict", **act)
    world.removed_training_topic = services.add_topic(name="Removed", **act)
    services.remove_topic(topic=world.removed_training_topic, **act)
    world.programme, world.other_programme, world.retired_programme = (
        services.add_programme(name=name, topics=[world.training_topic], **act)
        for name in ("Hard talks", "First team", "Old course")
    )
    services.retire_programme(programme=world.retired_programme, **act)
    for skill, level in ((world.skill, 4), (world.other_skill, 3)):
        services.train_skill(programme=world.programme, skill=skill, level=level, **act)
    world.comparison = services.add_comparison(
        title="C", programmes=[world.programme, world.other_programme], **act
    )
    world.removed_comparison = services.add_comparison(title="R", programmes=[], **act)
    services.remove_comparison(comparison=world.removed_comparison, **act)
    services.set_training_budget(
        team=world.team,
        year=2026,
        amount=Decimal(500),
        note=world.secret("budget-note", "leader", "captain"),
        **act,
    )
    _places(world, act, mine)


def _places(world: Any, act: Any, mine: Any) -> None:
    def asked(name: str) -> Any:
        programme = services.add_programme(name=name, **act)
        return services.ask_for_place(
            programme=programme,
            person=world.person,
            why=world.secret(f"place-{name}", *NEAR),
            **mine,
        )

    world.asked_place = asked("asked")
    world.invited_place = services.invite_to_programme(
        programme=world.other_programme, person=world.person, **act
    )
    world.booked_place = services.approve_place(enrolment=asked("booked"), **act)
    services.book_place(enrolment=world.booked_place, cost=Decimal(10), **act)
    world.missed_place = services.approve_place(enrolment=asked("missed"), **act)
    services.book_place(enrolment=world.missed_place, **act)
    services.miss_programme(enrolment=world.missed_place, **act)
    place = services.ask_for_place(
        programme=world.programme, person=world.person, **mine
    )
    services.approve_place(enrolment=place, **act)
    on = world.at.date()
    world.attended_place = services.attend_programme(enrolment=place, on=on, **mine)
    rows = {row.stage: row for row in Evaluation.objects.filter(enrolment=place)}
    world.evaluation, world.set_aside_evaluation = rows["use"], rows["result"]
    world.own_answer, world.shared_answer = rows["reaction"], rows["learning"]
    services.set_aside_evaluation(evaluation=rows["result"], **mine)
    services.answer_evaluation(
        evaluation=rows["reaction"],
        mark=3,
        words=world.secret("own-answer", "owner"),
        **mine,
    )
    services.answer_evaluation(
        evaluation=rows["learning"],
        mark=3,
        share_with=world.cast.person(world.cast.alice),
        words=world.secret("shared-answer", "owner", "leader"),
        **mine,
    )
