import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Content
from quarterdeck.domains.feedback import queries, services
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.queries import activities_visible_to
from quarterdeck.domains.strategy.models import Value

pytestmark = pytest.mark.django_db


@pytest.fixture
def value(db, at):
    return Value.objects.create(name="Care", created_at=at, updated_at=at)


@pytest.fixture
def thank(cast, at, value):
    def thank(by, *users, **more):
        people = [cast.person(user) for user in users]
        given = {"words": "You stayed calm.", "value": value, "at": at, **more}
        return services.give_recognition(people=people, by=by, **given)

    return thank


@pytest.fixture
def readers(everybody):
    def readers(recognition):
        for user in everybody.values():
            for kept in ("_role", "_standing", "_rooms_open"):
                user.__dict__.pop(kept, None)
        return {
            name
            for name, user in everybody.items()
            if queries.recognition_visible_to(user).filter(pk=recognition.pk).exists()
        }

    return readers


def test_only_for_them_means_only_for_them(thank, cast, readers):
    assert readers(thank(cast.alice, cast.bob)) == {"alice", "bob"}


def test_the_team_reads_it_with_whoever_leads_it(thank, cast, readers):
    both = thank(cast.charlie, cast.bob, team=cast.support)
    assert readers(both) == {"charlie", "bob", "alice", "dana"}


def test_several_are_thanked_at_once_wherever_they_are(thank, cast, readers):
    both = thank(cast.dana, cast.bob, cast.charlie, team=cast.support)
    assert readers(both) == {"dana", "bob", "alice", "charlie"}


def test_the_feed_reaches_the_same_people_and_says_no_words(thank, cast):
    thank(cast.charlie, cast.bob, team=cast.support)

    def told(user):
        acts = activities_visible_to(user).filter(verb="recognition.given")
        return [act.content.subject_name for act in acts]

    for user in (cast.charlie, cast.bob, cast.alice, cast.dana):
        assert told(user) == ["Bob"]
    assert told(cast.olga) == []
    assert "calm" not in str(list(Content.objects.values()))


def test_a_thank_you_says_what_for(thank, cast):
    with pytest.raises(services.ThanksForNothing):
        thank(cast.alice, cast.bob, value=None)


def test_it_is_told_only_where_somebody_is_at_home(thank, cast, finished):
    with pytest.raises(services.NotTheirTeam):
        thank(cast.alice, cast.bob, team=cast.kitchen)
    task = finished("Call", cast.bob)
    thank(cast.alice, cast.charlie, task=task, team=cast.support)


def test_nobody_thanks_themselves(thank, cast):
    with pytest.raises(services.NobodyThanked):
        thank(cast.alice, cast.alice)


def test_who_has_no_account_is_thanked_before_the_team_only(thank, cast, at):
    pete = Person.objects.create(name="Pete", created_at=at, updated_at=at)
    pete.memberships.create(team=cast.support, since=at.date())
    give = {
        "words": "W",
        "people": [pete],
        "by": cast.alice,
        "at": at,
        "value": Value.objects.get(),
    }
    with pytest.raises(services.CannotReadIt):
        services.give_recognition(**give)
    services.give_recognition(team=cast.support, **give)
    assert [r.words for r in queries.said_about(cast.bob, pete)] == ["W"]


def test_giver_and_thanked_may_keep_it_between_them(thank, cast, readers, at):
    for who in (cast.charlie, cast.bob):
        one = thank(cast.charlie, cast.bob, team=cast.support)
        services.narrow_recognition(recognition=one, by=who, at=at)
        assert readers(one) == {"charlie", "bob"}
        with pytest.raises(services.AlreadyBetweenThem):
            services.narrow_recognition(recognition=one, by=who, at=at)
    acts = activities_visible_to(cast.alice).filter(verb="recognition.given")
    assert [act.content.subject_name for act in acts] == ["", ""]


def test_nobody_else_narrows_or_takes_back(thank, cast, at):
    one = thank(cast.charlie, cast.bob, team=cast.support)
    with pytest.raises(PermissionDenied):
        services.narrow_recognition(recognition=one, by=cast.alice, at=at)
    with pytest.raises(PermissionDenied):
        services.take_back_recognition(recognition=one, by=cast.bob, at=at)


def test_what_is_taken_back_is_with_its_giver_alone(thank, cast, readers, at):
    one = thank(cast.charlie, cast.bob, team=cast.support)
    services.take_back_recognition(recognition=one, by=cast.charlie, at=at)
    assert readers(one) == {"charlie"}
    assert list(queries.said_about(cast.charlie, cast.person(cast.bob))) == []
    with pytest.raises(services.RecognitionGone):
        services.take_back_recognition(recognition=one, by=cast.charlie, at=at)


def test_a_task_is_named_only_to_who_may_see_it(thank, cast, finished):
    task = finished("Call", cast.bob)
    task.project.visibility = "team"
    task.project.save()
    thank(cast.bob, cast.charlie, task=task)
    assert [r.task_seen for r in queries.said_about_me(cast.charlie)] == [False]
    assert [r.task_seen for r in queries.recognition_given_by(cast.bob)] == [True]
