"""Roles, goals, steps and skill evidence; and who is kept out of them."""

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.development import queries, services
from quarterdeck.domains.development.models import (
    DevelopmentStep,
    ProfileSkill,
    RoleHolding,
    SkillProof,
)
from quarterdeck.domains.people import services as people
from quarterdeck.domains.people.models import PersonSkill, Skill
from quarterdeck.shared.errors import StaleEdit

OUTSIDE = ("charlie", "olga", "gwen", "nora")


@pytest.fixture
def proof(room, cast, at):
    return services.show_skill(
        person=room.bob,
        skill=room.baking,
        level=4,
        what="Forty loaves, alone, for the fair.",
        asked=cast.person(cast.alice),
        by=cast.bob,
        at=at,
    )


@pytest.mark.parametrize("who", OUTSIDE)
def test_for_everybody_else_it_is_not_there(room, cast, at, who):
    user = getattr(cast, who)
    with pytest.raises(PermissionDenied):
        services.add_development_goal(person=room.bob, title="T", by=user, at=at)
    with pytest.raises(Exception, match="does not exist"):
        queries.get_goal(user=user, goal_id=room.goal.pk)
    growth = queries.growth_of(user=user, person=room.bob, today=at.date())
    assert (growth.goals, growth.roles, growth.wishes) == ([], [], [])


def test_the_person_their_leader_and_the_leader_above_read_it(room, cast, at):
    for user in (cast.bob, cast.alice, cast.dana):
        growth = queries.growth_of(user=user, person=room.bob, today=at.date())
        assert [one.row.title for one in growth.goals] == ["Bake alone"]


def test_a_peer_who_leads_nobody_does_not(room, cast):
    peer = cast._join("Pia", cast.support)
    with pytest.raises(Exception, match="does not exist"):
        queries.get_goal(user=peer, goal_id=room.goal.pk)


def test_acts_are_told_without_words_to_those_near(room, cast):
    act = Activity.objects.get(verb="development_goal.added")
    readers = set(act.readers.values_list("user_id", flat=True))
    assert readers == {cast.bob.pk, cast.alice.pk, cast.dana.pk}
    assert "Bake" not in f"{act.content.subject_name}{act.content.details}"
    assert not act.changes.exists()


def test_a_role_shows_what_is_missing(room, cast, at):
    on = at.date()
    services.aim_for_role(
        person=room.bob, profile=room.role, since=on, by=cast.bob, at=at
    )
    (role,) = queries.growth_of(user=cast.bob, person=room.bob, today=on).roles
    assert role.is_aim
    assert [(fit.needed, fit.have, fit.missing) for fit in role.fits] == [(4, 2, 2)]
    services.take_role(person=room.bob, profile=room.role, since=on, **room.act)
    assert RoleHolding.objects.get().kind == "holds"
    with pytest.raises(services.AlreadyInRole, match="is in the role"):
        services.aim_for_role(
            person=room.bob, profile=room.role, since=on, by=cast.bob, at=at
        )


def test_two_roles_of_one_name_are_refused_until_one_retires(room):
    with pytest.raises(services.ProfileNameTaken, match="Baker"):
        services.add_profile(name="bAKER", **room.act)
    services.retire_profile(profile=room.role, **room.act)
    services.add_profile(name="Baker", **room.act)
    with pytest.raises(services.ProfileNameTaken):
        services.restore_profile(profile=room.role, **room.act)


def test_a_stale_save_keeps_the_text_that_stands(room, cast, at):
    edit = {"goal": room.goal, "seen_version": 1, "at": at}
    services.edit_development_goal(changes={"why": "For the fair"}, by=cast.bob, **edit)
    with pytest.raises(StaleEdit) as stale:
        services.edit_development_goal(changes={"why": "Mine"}, by=cast.alice, **edit)
    assert stale.value.conflicts[0].theirs == "For the fair"
    assert stale.value.conflicts[0].yours == "Mine"


def test_steps_are_done_taken_off_and_put_back(room, cast, at):
    step = services.add_step(goal=room.goal, title="Knead", kind="at_work", **room.act)
    services.finish_step(step=step, evidence="Twelve loaves", by=cast.bob, at=at)
    services.remove_step(step=step, by=cast.bob, at=at)
    with pytest.raises(services.StepIsRemoved, match="Put it back"):
        services.reopen_step(step=step, by=cast.bob, at=at)
    services.restore_step(step=step, by=cast.bob, at=at)
    step = DevelopmentStep.objects.get()
    assert step.done_at and step.evidence == "Twelve loaves"


def test_what_is_closed_stays_until_it_is_reopened(room, cast, at):
    close = {"goal": room.goal, "outcome": "reached", "by": cast.bob, "at": at}
    services.close_development_goal(**close, lesson="Flour differs")
    with pytest.raises(services.DevelopmentGoalClosed):
        services.close_development_goal(**close)
    with pytest.raises(services.DevelopmentGoalClosed, match="Reopen"):
        services.add_step(goal=room.goal, title="T", kind="at_work", **room.act)
    services.reopen_development_goal(goal=room.goal, by=cast.bob, at=at)
    with pytest.raises(services.DevelopmentGoalNotClosed):
        services.reopen_development_goal(goal=room.goal, by=cast.bob, at=at)


def test_a_confirmed_proof_raises_the_level_and_keeps_the_wish(room, proof, cast, at):
    services.confirm_proof(proof=proof, by=cast.alice, at=at, on=at.date())
    row = PersonSkill.objects.get(person=room.bob)
    assert (row.level, row.wants_to_grow) == (4, True)
    assert row.assessed_by == cast.person(cast.alice)
    assert row.evidence.startswith("Forty loaves")
    with pytest.raises(services.ProofAnswered, match="confirmed"):
        services.decline_proof(proof=proof, reply="No", by=cast.alice, at=at)
    assert verify_chain().whole


def test_nobody_confirms_their_own(proof, cast, at):
    with pytest.raises(PermissionDenied):
        services.confirm_proof(proof=proof, by=cast.bob, at=at, on=at.date())


def test_a_declined_proof_leaves_the_level(room, proof, cast, at):
    services.decline_proof(proof=proof, reply="Alone, once more", by=cast.alice, at=at)
    assert PersonSkill.objects.get(person=room.bob).level == 2
    assert SkillProof.objects.get().reply == "Alone, once more"


def test_only_a_leader_or_who_has_the_skill_is_asked(room, cast, at):
    shown = {"person": room.bob, "skill": room.baking, "level": 3, "what": "W"}
    charlie = cast.person(cast.charlie)
    with pytest.raises(services.WhoCannotConfirm, match="Charlie"):
        services.show_skill(asked=charlie, by=cast.bob, at=at, **shown)
    on = {"on": at.date(), "by": cast.dana, "at": at}
    people.assess_skill(person=charlie, skill=room.baking, level=3, **on)
    proof = services.show_skill(asked=charlie, by=cast.bob, at=at, **shown)
    assert queries.proofs_to_answer(cast.charlie).get() == proof
    with pytest.raises(services.AlreadyShown, match="Withdraw"):
        services.show_skill(asked=charlie, by=cast.bob, at=at, **shown)
    services.withdraw_proof(proof=proof, by=cast.bob, at=at)
    services.show_skill(asked=charlie, by=cast.bob, at=at, **shown)


def test_merging_skills_keeps_every_proof_and_what_a_role_asks(room, cast, at):
    pastry = people.add_skill(name="Pastry", **room.act)
    services.ask_skill(profile=room.role, skill=pastry, level=2, **room.act)
    told = {"person": room.bob, "what": "W", "asked": cast.person(cast.alice)}
    for skill in (room.baking, pastry):
        proof = services.show_skill(skill=skill, level=3, by=cast.bob, at=at, **told)
        services.decline_proof(proof=proof, reply="R", by=cast.alice, at=at)
    people.merge_skills(skill=pastry, into=room.baking, **room.act)
    assert SkillProof.objects.filter(skill=room.baking).count() == 2
    assert ProfileSkill.objects.get().level == 4
    assert not Skill.objects.filter(name="Pastry").exists()
