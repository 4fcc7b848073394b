"""Programmes, places and budgets of the story, and what people say came of it."""

from datetime import datetime, timedelta
from decimal import Decimal

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.models import Organization
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.training.choices import WEIGHT_AT_FIRST, Criterion
from quarterdeck.domains.training.models import (
    Comparison,
    CriterionScore,
    Enrolment,
    EnrolmentMove,
    Evaluation,
    Programme,
    ProgrammeSkill,
    Topic,
    TrainingBudget,
)
from quarterdeck.domains.training.queries import leaders_of, paying_team_of
from quarterdeck.domains.training.services.asking import ask_afterwards

from .calendar import moment, working_day
from .cast import Cast
from .story.training import (
    BUDGETS,
    COMPARED,
    COURSES,
    DECLINED,
    SEATS,
    TOPICS,
    WEIGHED,
    Course,
    Seat,
)

TURNED_BY_THE_PERSON = ("asked", "attended")


def learn(cast: Cast) -> None:
    """Fill the catalogue, set budgets, and let people ask, go and answer."""
    stamped = {"created_at": cast.began, "updated_at": cast.began}
    topics = {
        name: Topic.objects.create(
            name=name, is_leadership=leads, is_demo=True, **stamped
        )
        for name, leads in TOPICS
    }
    courses = {one.key: _offer(cast, one, topics) for one in COURSES}
    for team, amount, note in BUDGETS:
        TrainingBudget.objects.create(
            team=cast.teams[team],
            year=cast.today.year,
            amount=amount,
            note=note,
            **stamped,
        )
    weights = {one.value: WEIGHT_AT_FIRST for one in Criterion}
    comparison = Comparison.objects.create(
        title=COMPARED[0], weights={**weights, **WEIGHED}, is_demo=True, **stamped
    )
    comparison.programmes.set(courses[key] for key in COMPARED[1])
    for seat in SEATS:
        _sit(cast, seat, courses[seat.course])


def _offer(cast: Cast, one: Course, topics: dict[str, Topic]) -> Programme:
    stamped = {"created_at": cast.began, "updated_at": cast.began}
    programme = Programme.objects.create(
        name=one.name,
        provider=one.provider,
        form=one.form,
        hours=one.hours,
        sessions=one.sessions or None,
        over_days=one.over_days or None,
        price=one.price,
        price_per="group" if one.group_size else "person",
        group_size=one.group_size or None,
        currency=Organization.objects.get(pk=1).currency,
        trainers=one.trainers,
        afterwards=one.afterwards,
        is_demo=True,
        **stamped,
    )
    programme.topics.set(topics[name] for name in one.topics.split(", "))
    for words in one.skills.split(", "):
        skill, _, level = words.rpartition(" ")
        ProgrammeSkill.objects.create(
            programme=programme, skill=cast.skills[skill], level=int(level)
        )
    for criterion, score, evidence in one.scores:
        CriterionScore.objects.create(
            programme=programme,
            criterion=criterion,
            score=score,
            evidence=evidence,
            **stamped,
        )
    cast.diary.note(
        at=cast.began, by=cast.leader, verb="programme.added", subject=programme
    )
    return programme


def _sit(cast: Cast, seat: Seat, programme: Programme) -> None:
    person, turns = cast.people[seat.who], seat.turns.split()
    last = moment(working_day(cast.today - timedelta(days=seat.days_ago), 0), 11)
    last = min(last, cast.at)
    began = last if len(turns) < 3 else max(last - timedelta(days=14), cast.began)
    state = turns[-1]
    each = programme.cost_each
    place = Enrolment.objects.create(
        person=person,
        programme=programme,
        state=state,
        why=seat.why,
        starts_on=last.date() if "booked" in turns else None,
        attended_on=last.date() if state == "attended" else None,
        cost=None if each is None else Decimal(round(each)),
        team=paying_team_of(person, last.year),
        year=last.year,
        created_at=began,
        updated_at=last,
    )
    for turn in turns:
        at = last if turn == state else began
        _turn(cast, place, seat.who, turn, at)
    if state == "attended":
        ask_afterwards(place, last)
        _answer(place, seat, last)


def _turn(cast: Cast, place: Enrolment, who: str, turn: str, at: datetime) -> None:
    person, above = place.person, cast.people[who].manager
    by = cast.user(who)
    if turn not in TURNED_BY_THE_PERSON and above is not None and above.user:
        by = above.user
    EnrolmentMove.objects.create(
        enrolment=place,
        state=turn,
        words=DECLINED if turn == "declined" else "",
        moved_by=by,
        moved_at=at,
    )
    cast.diary.note(
        at=at,
        by=by,
        verb=f"enrolment.{turn}",
        subject=place,
        audience=activity.private(person.user_id, above.user_id if above else None),
    )


def _answer(place: Enrolment, seat: Seat, at: datetime) -> None:
    reader: Person | None = next(iter(leaders_of(place.person)), None)
    for words in filter(None, seat.answers.split(", ")):
        stage, _, mark = words.partition(" ")
        Evaluation.objects.filter(enrolment=place, stage=stage).update(
            mark=int(mark), shared_with=reader, answered_at=at, updated_at=at
        )
