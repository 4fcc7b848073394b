"""A project as practice in leading: given, backed up, looked back on."""

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.development import services as development
from quarterdeck.domains.mentoring import queries, services
from quarterdeck.domains.projects.models import Project


@pytest.fixture
def fair(cast, at):
    stamps = {"created_at": at, "updated_at": at}
    return Project.objects.create(name="Fair", team=cast.support, **stamps)


@pytest.fixture
def give(cast, at, fair, days):
    def given(**more):
        usual = {
            "person": cast.person(cast.bob),
            "project": fair,
            "to_learn": "To hand work over",
            "sponsor": cast.person(cast.charlie),
            "step": None,
            "by": cast.alice,
            "at": at,
            **days,
        }
        return services.give_leadership_project(**{**usual, **more})

    return given


def seen_by(user):
    return queries.leadership_projects_visible_to(user).count()


def test_it_is_read_by_those_it_concerns(cast, give):
    give()
    people = ("bob", "alice", "dana", "charlie", "olga", "gwen")
    assert [seen_by(getattr(cast, who)) for who in people] == [1, 1, 1, 1, 0, 0]


def test_who_may_give_what(cast, at, give):
    for user in (cast.charlie, cast.olga, cast.gwen):
        with pytest.raises(PermissionDenied):
            give(by=user)
    assert give(by=cast.bob).given_by == cast.person(cast.bob)
    with pytest.raises(services.PracticesThere):
        give()


def test_who_backs_them_up(cast, give):
    for wrong in (cast.bob, cast.gwen, cast.dora):
        with pytest.raises(services.WrongSponsor):
            give(sponsor=cast.person(wrong))


def test_it_may_serve_a_step_of_their_plan(cast, at, give):
    def step_of(user):
        act = {"by": user, "at": at}
        goal = development.add_development_goal(
            person=cast.person(user), title="Lead", **act
        )
        return development.add_step(goal=goal, title="A fair", kind="at_work", **act)

    with pytest.raises(services.StepOfAnother):
        give(step=step_of(cast.charlie))
    assert give(step=step_of(cast.bob)).step.title == "A fair"


def test_who_practised_looks_back_alone(cast, at, give):
    row = give()
    words = {"row": row, "learnt": "Say when", "differently": "", "at": at}
    for user in (cast.alice, cast.charlie):
        with pytest.raises(PermissionDenied):
            services.debrief_leadership_project(**words, by=user)
    row = services.debrief_leadership_project(**words, by=cast.bob)
    assert (row.learnt, row.debriefed_on) == ("Say when", at.date())


def test_it_is_changed_taken_off_and_put_back(cast, at, give, days):
    row = give()
    services.edit_leadership_project(
        row=row,
        to_learn="To ask",
        sponsor=None,
        step=None,
        seen_version=1,
        by=cast.bob,
        at=at,
        **days,
    )
    assert seen_by(cast.charlie) == 0
    services.remove_leadership_project(row=row, by=cast.alice, at=at)
    with pytest.raises(services.TakenOff):
        services.remove_leadership_project(row=row, by=cast.alice, at=at)
    again = give()
    with pytest.raises(services.PracticesThere):
        services.restore_leadership_project(row=row, by=cast.alice, at=at)
    services.remove_leadership_project(row=again, by=cast.alice, at=at)
    row = services.restore_leadership_project(row=row, by=cast.alice, at=at)
    assert (row.to_learn, row.removed_at) == ("To ask", None)


def test_the_record_outlives_its_project(cast, give, fair):
    row = give()
    fair.delete()
    row.refresh_from_db()
    assert row.project is None and queries.project_of(cast.bob, row) is None
