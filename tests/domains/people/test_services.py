from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.activity.models import Activity, Change
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.organization.models import Invitation, Role
from quarterdeck.domains.organization.services import Invitee, LastAdmin, invite
from quarterdeck.domains.people import queries, services
from quarterdeck.domains.people.models import Membership, Person, PersonSkill, Skill
from quarterdeck.domains.people.permissions import is_let_in, leads_person
from quarterdeck.domains.people.rules import Line
from quarterdeck.shared.errors import StaleEdit


@pytest.fixture
def bob(cast):
    return cast.person(cast.bob)


@pytest.fixture
def alice(cast):
    return cast.person(cast.alice)


def test_two_leaders_edit_one_person_and_neither_is_lost(bob, cast, at):
    services.edit_person(person=bob, by=cast.alice, at=at, seen_version=1, position="A")
    with pytest.raises(StaleEdit):
        services.edit_person(
            person=bob, by=cast.dana, at=at, seen_version=1, position="B"
        )


def test_people_edit_their_own_card_but_not_their_terms(bob, cast, at):
    services.edit_person(person=bob, by=cast.bob, at=at, position="Cook")
    with pytest.raises(PermissionDenied):
        services.edit_person(person=bob, by=cast.bob, at=at, employment="contractor")


def test_a_stranger_edits_nothing(bob, cast, at):
    with pytest.raises(PermissionDenied):
        services.edit_person(person=bob, by=cast.charlie, at=at, position="X")


def test_a_circle_of_managers_is_refused_with_its_path(bob, alice, cast, at):
    dana = cast.person(cast.dana)
    services.edit_person(person=bob, by=cast.olga, at=at, manager=alice)
    services.edit_person(person=alice, by=cast.olga, at=at, manager=dana)
    with pytest.raises(services.ManagerCircle, match="Dana → Bob → Alice → Dana"):
        services.edit_person(person=dana, by=cast.olga, at=at, manager=bob)


def test_an_admin_cannot_open_a_door_by_becoming_manager_or_leader(bob, cast, at):
    olga = cast.person(cast.olga)
    with pytest.raises(PermissionDenied):
        services.edit_person(person=bob, by=cast.olga, at=at, manager=olga)
    with pytest.raises(PermissionDenied):
        services.join_team(
            person=olga, team=cast.support, leads=True, by=cast.olga, at=at
        )
    services.join_team(person=olga, team=cast.support, by=cast.olga, at=at)
    with pytest.raises(PermissionDenied):
        services.lead_team(person=olga, team=cast.support, by=cast.olga, at=at)
    assert not leads_person(cast.olga, bob)


def test_an_address_belongs_to_one_person(bob, cast, at):
    with pytest.raises(services.EmailInUse, match=r"alice@acme\.test"):
        services.edit_person(person=bob, by=cast.bob, at=at, email="ALICE@acme.test")


def test_who_left_loses_access_when_an_admin_says_so(bob, cast, at):
    services.archive_person(person=bob, ends_on=date(2026, 5, 31), by=cast.olga, at=at)
    assert not User.objects.get(pk=cast.bob.pk).is_active
    here = queries.find_people(user=cast.dana, today=at.date())
    assert bob not in here
    services.restore_person(person=bob, by=cast.olga, at=at)
    assert bob in here.all()


def test_the_doors_shut_by_themselves_the_day_after_the_last(bob, cast, at):
    services.archive_person(person=bob, ends_on=date(2026, 6, 30), by=cast.alice, at=at)
    user = User.objects.get(pk=cast.bob.pk)
    assert is_let_in(user, date(2026, 6, 30))
    assert not is_let_in(user, date(2026, 7, 1))
    services.restore_person(person=bob, by=cast.alice, at=at)
    assert is_let_in(User.objects.get(pk=cast.bob.pk), date(2026, 7, 1))


def test_the_only_admin_gets_no_last_day(cast, at):
    olga = cast.person(cast.olga)
    with pytest.raises(LastAdmin):
        services.archive_person(
            person=olga, ends_on=date(2026, 6, 30), by=cast.olga, at=at
        )


def test_who_left_by_their_leaders_word_is_shown_to_admins(bob, cast, at):
    services.archive_person(person=bob, ends_on=date(2026, 5, 31), by=cast.alice, at=at)
    assert list(queries.left_with_access(cast.olga, at.date())) == [bob]
    assert list(queries.left_with_access(cast.alice, at.date())) == []


def test_a_leader_adds_a_pasted_list_to_their_team_only(cast, at):
    lines = [Line("Ana", "ana@x.test"), Line("Eve", "")]
    services.add_people(lines=lines, team=cast.support, by=cast.alice, at=at)
    assert Membership.objects.filter(team=cast.support, person__name="Eve").exists()
    with pytest.raises(PermissionDenied):
        services.add_people(lines=lines, team=cast.kitchen, by=cast.alice, at=at)
    with pytest.raises(services.EmailInUse):
        services.add_people(lines=lines, team=cast.support, by=cast.alice, at=at)
    assert Person.objects.filter(name="Eve").count() == 1


def test_leading_can_be_given_and_taken(bob, cast, at):
    services.lead_team(person=bob, team=cast.support, by=cast.alice, at=at)
    assert Membership.objects.get(person=bob).leads
    services.stop_leading_team(person=bob, team=cast.support, by=cast.dana, at=at)
    assert not Membership.objects.get(person=bob).leads
    services.leave_team(person=bob, team=cast.support, by=cast.dana, at=at)
    with pytest.raises(services.NotInTeam):
        services.leave_team(person=bob, team=cast.support, by=cast.dana, at=at)


def test_why_somebody_is_away_is_theirs_and_their_leaders(bob, cast, at):
    services.add_time_off(
        person=bob,
        starts_on=date(2026, 6, 8),
        ends_on=date(2026, 6, 12),
        reason="surgery",
        by=cast.bob,
        at=at,
    )

    def reason_for(user):
        (row,) = queries.time_off_of(user=user, person=bob, since=at.date())
        return row.reason

    assert reason_for(cast.bob) == reason_for(cast.dana) == "surgery"
    assert reason_for(cast.charlie) == reason_for(cast.olga) == ""
    told = Activity.objects.latest("id")
    assert "surgery" not in str(told.content.details) + told.content.subject_name
    assert not Change.objects.filter(after__icontains="surgery").exists()


def test_time_off_does_not_overlap(bob, cast, at):
    span = {"starts_on": date(2026, 6, 8), "ends_on": date(2026, 6, 12)}
    row = services.add_time_off(person=bob, **span, by=cast.olga, at=at)
    with pytest.raises(services.TimeOffOverlaps, match="8 June 2026"):
        services.add_time_off(person=bob, **span, by=cast.bob, at=at)
    services.remove_time_off(time_off=row, by=cast.bob, at=at)
    services.add_time_off(person=bob, **span, by=cast.bob, at=at)


def test_hours_follow_from_pattern_holiday_and_time_off(
    bob, cast, at, django_assert_num_queries
):
    services.set_working_pattern(
        person=bob,
        starts_on=date(2026, 6, 3),
        hours=[6, 6, 6, 6, 0, 0, 0],
        by=cast.alice,
        at=at,
    )
    services.add_holiday(on=date(2026, 6, 4), name="Feast", by=cast.olga, at=at)
    services.add_time_off(
        person=bob,
        starts_on=date(2026, 6, 2),
        ends_on=date(2026, 6, 2),
        by=cast.bob,
        at=at,
    )
    ids = list(Person.objects.values_list("pk", flat=True))
    with django_assert_num_queries(5):
        hours = queries.working_hours_of(ids, date(2026, 6, 1), 7)
    assert hours[bob.pk] == [8, 0, 6, 0, 0, 0, 0]
    assert hours[cast.person(cast.alice).pk] == [8, 8, 8, 0, 8, 0, 0]


def test_a_level_keeps_its_history(bob, cast, at):
    skill = services.add_skill(name="Baking", by=cast.alice, at=at)
    said = {"person": bob, "skill": skill, "at": at, "on": at.date()}
    services.assess_skill(**said, level=2, wants_to_grow=True, by=cast.bob)
    row = services.assess_skill(**said, level=3, by=cast.alice, evidence="Wedding")
    assert (row.level, row.assessed_by.name) == (3, "Alice")
    assert row.wants_to_grow  # what Bob wishes is not taken back by a leader
    assert Change.objects.get(field="level", subject_id=row.pk).before == 2
    with pytest.raises(PermissionDenied):
        services.assess_skill(**said, level=5, by=cast.charlie)


def test_a_name_stands_on_the_list_once(cast, at):
    services.add_skill(name="Baking", by=cast.alice, at=at)
    with pytest.raises(services.SkillNameTaken):
        services.add_skill(name=" baking ", by=cast.olga, at=at)
    with pytest.raises(PermissionDenied):
        services.add_skill(name="Other", by=cast.bob, at=at)


def test_merging_two_skills_loses_no_level(bob, alice, cast, at):
    one = services.add_skill(name="Baking", by=cast.alice, at=at)
    two = services.add_skill(name="Pastry", by=cast.alice, at=at)
    said = {"at": at, "on": at.date(), "by": cast.dana}
    services.assess_skill(person=bob, skill=one, level=4, **said)
    services.assess_skill(person=bob, skill=two, level=2, **said)
    services.assess_skill(person=alice, skill=one, level=1, **said)
    services.merge_skills(skill=one, into=two, by=cast.alice, at=at)
    assert list(Skill.objects.values_list("name", flat=True)) == ["Pastry"]
    levels = PersonSkill.objects.values_list("person__name", "level")
    assert dict(levels) == {"Bob": 4, "Alice": 1}


def test_an_invitation_opens_an_account_for_somebody_listed(cast, at):
    eve = services.add_person(name="Eve", team=cast.support, by=cast.alice, at=at)
    invitee = Invitee(name="Eve", email="eve@x.test", person_id=eve.pk)
    ((_, token),) = invite(invitees=[invitee], role="member", by=cast.olga, at=at)
    answer = {"name": "Eve", "email": "other@x.test", "password": "long enough 1"}
    user = services.accept_invitation(token=token, **answer, at=at)
    eve.refresh_from_db()
    assert (user.email, eve.user) == ("eve@x.test", user)
    assert Role.objects.get(user=user).name == "member"
    with pytest.raises(Exception, match="does not work any more"):
        services.accept_invitation(token=token, **answer, at=at)
    assert verify_chain().whole


def test_a_failed_join_leaves_the_invitation_open_and_tells_nothing(cast, at):
    ((row, token),) = invite(
        invitees=[Invitee(name="Eve")], role="member", by=cast.olga, at=at
    )
    with pytest.raises(services.CannotJoin) as caught:
        services.accept_invitation(
            token=token, name="E", email="bob@acme.test", password="long enough", at=at
        )
    assert "bob@acme.test" not in str(caught.value)
    assert Invitation.objects.get(pk=row.pk).accepted_at is None
