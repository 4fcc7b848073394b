"""Templates in versions; a newcomer's steps are tasks; what they say is for whom they say."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.hiring.choices import STARTERS
from quarterdeck.domains.hiring.models import Onboarding, OnboardingStep
from quarterdeck.domains.projects.models import Task
from quarterdeck.domains.projects.services import finish_task

MONDAY = date(2026, 6, 8)


@pytest.fixture
def template(cast, at):
    return services.add_template(name="Day", starter="first_day", by=cast.alice, at=at)


@pytest.fixture
def begun(cast, at, template):
    return services.start_onboarding(
        person=cast.person(cast.bob),
        template=template,
        starts_on=MONDAY,
        buddy=cast.person(cast.charlie),
        by=cast.alice,
        at=at,
    )


def titles(template, number):
    return [step.title for step in queries.steps_of(template, number)]


@pytest.mark.parametrize("key", STARTERS)
def test_what_is_offered_can_be_begun(cast, at, key):
    template = services.add_template(name="N", starter=key, by=cast.alice, at=at)
    steps = queries.steps_of(template, 1)
    assert len(steps) == len(STARTERS[key].steps) > 3
    assert {step.who for step in steps} <= set(OnboardingStep.Who.values)
    assert all(step.done_when for step in steps)


def test_a_version_somebody_has_stays_as_it_was(cast, at, template, begun):
    act = {"by": cast.alice, "at": at}
    before = titles(template, 1)
    first, second, *_ = queries.steps_of(template, 1)
    changed = services.edit_step(step=first, changes={"title": "Call them"}, **act)
    services.remove_step(step=second, **act)
    services.add_step(template=template, title="New", day=1, who="buddy", **act)
    template.refresh_from_db()
    assert template.number == 2
    assert titles(template, 1) == before
    assert "Call them" in titles(template, 2) and "New" in titles(template, 2)
    assert second.title not in titles(template, 2)
    services.restore_step(step=second, **act)
    assert second.title in titles(template, 2)
    services.edit_step(step=changed, changes={"title": "Write"}, **act)
    template.refresh_from_db()
    assert template.number == 2, "nobody started with it yet"
    with pytest.raises(services.StepIsGone):
        services.edit_step(step=first, changes={"title": "X"}, **act)


def test_steps_are_tasks_with_owners_and_days(cast, begun, template):
    tasks = {t.title: t for t in Task.objects.filter(project=begun.project)}
    assert len(tasks) == len(queries.steps_of(template, 1))
    assert tasks["Show the place and the people, eat together"].accountable.name == (
        "Charlie"
    )
    assert (
        tasks["Set up accounts, keys and a place to work"].accountable.name == "Alice"
    )
    welcome = tasks["Welcome them, and say why their work matters"]
    assert (welcome.deadline, welcome.definition_of_done) == (
        MONDAY,
        "They can say it in their own words",
    )
    assert begun.project.visibility == "team"
    rows = queries.rows_of(user=cast.charlie, onboarding=begun, today=MONDAY)
    assert all(row.may_open for row in rows), "the buddy from elsewhere is let in"
    assert [row.step.title for row in rows if row.is_late] == [
        "Write to the newcomer: when, where, whom to ask for",
        "Set up accounts, keys and a place to work",
    ]


def test_steps_due_wait_for_their_owner(cast, at, begun):
    (mine,) = queries.waiting_for(cast.charlie, MONDAY)
    assert (mine.kind, mine.record_id, mine.name) == (queries.STEP, begun.pk, "Bob")
    task = Task.objects.get(accountable=cast.person(cast.charlie))
    finish_task(task=task, by=cast.charlie, at=at)
    assert not queries.waiting_for(cast.charlie, MONDAY)
    done = queries.with_progress(queries.onboardings_visible_to(cast.alice)).get()
    assert (done.steps, done.closed) == (6, 1)


def test_who_sees_how_somebody_gets_on(cast, begun):
    for user in (cast.bob, cast.alice, cast.dana, cast.charlie):
        assert queries.onboardings_visible_to(user).get() == begun
    for user in (cast.olga, cast.gwen):
        assert not queries.onboardings_visible_to(user).exists()


def test_only_their_leaders_take_somebody_in(cast, at, template):
    for user in (cast.bob, cast.charlie, cast.olga):
        with pytest.raises(PermissionDenied):
            services.start_onboarding(
                person=cast.person(cast.bob),
                template=template,
                starts_on=MONDAY,
                by=user,
                at=at,
            )


def test_it_is_stopped_and_taken_up_again(cast, at, begun, template):
    act = {"by": cast.alice, "at": at}
    with pytest.raises(services.AlreadyStarted):
        services.start_onboarding(
            person=begun.person, template=template, starts_on=MONDAY, **act
        )
    with pytest.raises(PermissionDenied):
        services.stop_onboarding(onboarding=begun, by=cast.bob, at=at)
    services.stop_onboarding(onboarding=begun, **act)
    begun.project.refresh_from_db()
    assert begun.project.archived_at == at
    assert not queries.waiting_for(cast.charlie, MONDAY)
    services.resume_onboarding(onboarding=begun, **act)
    assert Onboarding.objects.get().stopped_at is None
    with pytest.raises(services.OnboardingRuns):
        services.resume_onboarding(onboarding=begun, **act)


@pytest.mark.parametrize(
    ("readers", "seen_by"),
    [("leader", {"bob", "alice"}), ("both", {"bob", "alice", "charlie"})],
)
def test_the_answer_is_read_by_whom_it_says(cast, at, begun, readers, seen_by):
    assert queries.questions_due(cast.bob, MONDAY).get() == begun
    words = {"clear": "Who does what", "missing": "A key", "readers": readers}
    given = {"onboarding": begun, "by": cast.bob, "at": at}
    services.answer_onboarding(**words, **given)
    services.answer_onboarding(**{**words, "readers": "both", "clear": "More"}, **given)

    def reads(name):
        return queries.answer_of(user=getattr(cast, name), onboarding=begun) is not None

    everybody = ("bob", "alice", "charlie", "dana", "olga", "gwen")
    assert {name for name in everybody if reads(name)} == seen_by
    assert not queries.questions_due(cast.bob, MONDAY).exists()
    with pytest.raises(PermissionDenied):
        services.answer_onboarding(**words, onboarding=begun, by=cast.alice, at=at)
    services.erase_onboarding_answer(**given)
    assert not reads("alice")
