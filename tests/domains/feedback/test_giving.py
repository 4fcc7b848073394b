from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.accounts.models import AccountOpening, User
from quarterdeck.domains.activity.models import Activity, Change, Content
from quarterdeck.domains.feedback import queries, services
from quarterdeck.domains.feedback.models import Feedback
from quarterdeck.domains.people.models import Membership
from quarterdeck.shared.errors import StaleEdit

from .conftest import SBI

pytestmark = pytest.mark.django_db


def lead(cast, user, team, at, leads=True):
    Membership.objects.update_or_create(
        person=cast.person(user),
        team=team,
        defaults={"leads": leads, "since": at.date()},
    )


def test_only_writer_and_receiver_read_what_is_for_one_person(give, cast, who_sees):
    assert who_sees(give(cast.bob, cast.charlie)) == {"bob", "charlie"}


def test_with_leaders_the_direct_leader_reads_it_and_nobody_above(give, cast, who_sees):
    feedback = give(cast.charlie, cast.bob, visibility="leaders")
    assert who_sees(feedback) == {"charlie", "bob", "alice"}


def test_upward_the_leader_of_the_leader_is_the_one_named(give, cast, who_sees):
    assert who_sees(give(cast.bob, cast.alice)) == {"bob", "alice"}
    shared = give(cast.bob, cast.alice, visibility="leaders")
    assert who_sees(shared) == {"bob", "alice", "dana"}


def test_a_team_without_a_leader_is_led_from_above(give, cast, who_sees):
    shared = give(cast.bob, cast.charlie, visibility="leaders")
    assert who_sees(shared) == {"bob", "charlie", "dana"}


def test_who_begins_to_lead_later_reads_nothing(give, cast, who_sees, at):
    feedback = give(cast.charlie, cast.bob, visibility="leaders")
    lead(cast, cast.olga, cast.support, at)
    assert who_sees(feedback) == {"charlie", "bob", "alice"}


def test_who_leads_no_more_still_reads_what_was_written_for_them(
    give, cast, who_sees, at
):
    feedback = give(cast.charlie, cast.bob, visibility="leaders")
    lead(cast, cast.alice, cast.support, at, leads=False)
    assert "alice" in who_sees(feedback)


def test_a_leader_who_came_while_it_was_written_is_not_added(draft, cast, who_sees, at):
    feedback = draft(cast.charlie, cast.bob, visibility="leaders")
    lead(cast, cast.olga, cast.support, at)
    services.give_draft(feedback=feedback, by=cast.charlie, at=at)
    assert who_sees(feedback) == {"charlie", "bob", "alice"}


def test_a_leader_who_went_while_it_was_written_is_left_out(draft, cast, who_sees, at):
    feedback = draft(cast.charlie, cast.bob, visibility="leaders")
    lead(cast, cast.alice, cast.support, at, leads=False)
    lead(cast, cast.olga, cast.support, at)
    feedback = services.give_draft(feedback=feedback, by=cast.charlie, at=at)
    assert who_sees(feedback) == {"charlie", "bob"}
    assert feedback.visibility == "person"


def test_the_form_names_the_leaders_and_only_those_count(give, cast, who_sees, at):
    lead(cast, cast.olga, cast.support, at)
    shown = [cast.person(cast.alice).pk]
    feedback = give(cast.charlie, cast.bob, visibility="leaders", leaders=shown)
    assert who_sees(feedback) == {"charlie", "bob", "alice"}


def test_where_nobody_leads_it_cannot_be_shared_with_leaders(give, cast):
    with pytest.raises(services.NobodyLeads):
        give(cast.bob, cast.dana, visibility="leaders")
    assert not Feedback.objects.exists()


def test_the_leader_who_writes_shares_it_with_no_other(give, cast):
    with pytest.raises(services.NobodyLeads):
        give(cast.alice, cast.bob, visibility="leaders")


@pytest.mark.parametrize("who", ["gwen", "nora", "dora"])
def test_who_could_not_read_it_is_given_none(give, cast, who):
    with (
        pytest.raises(services.CannotReadIt)
        if who != "nora"
        else pytest.raises(Exception, match="matching")
    ):
        give(cast.bob, getattr(cast, who))


def test_nobody_writes_to_themselves(give, cast):
    with pytest.raises(services.FeedbackToOneself):
        give(cast.bob, cast.bob)


def test_a_guest_writes_none(give, cast):
    with pytest.raises(PermissionDenied):
        give(cast.gwen, cast.bob)


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"situation": "S"},
        {"situation": "S", "behavior": "B", "impact": "  "},
        {"text": " "},
        {"text": "T", "situation": "half"},
    ],
)
def test_it_says_what_is_missing(give, cast, words):
    with pytest.raises(services.WordsMissing):
        give(cast.bob, cast.alice, words=words)


def test_ones_own_form_is_enough(give, cast):
    assert give(cast.bob, cast.alice, words={"text": "Plainly"}).given_at


def test_a_draft_is_seen_by_its_writer_alone(draft, cast, who_sees):
    assert who_sees(draft(cast.charlie, cast.bob, visibility="leaders")) == {"charlie"}


def test_how_a_draft_came_about_is_kept_nowhere(draft, cast, at):
    feedback = draft(cast.bob, cast.alice, words={"text": "Harsh words"})
    services.save_draft(
        feedback=feedback, words={"text": "Mild words"}, by=cast.bob, at=at
    )
    feedback = services.give_draft(feedback=feedback, by=cast.bob, at=at)
    assert "Harsh" not in str(list(Change.objects.values()))
    assert queries.wordings_of(cast.bob, feedback) == []


def test_a_stale_draft_is_noticed(draft, cast, at):
    feedback = draft(cast.bob, cast.alice)
    keep = {"feedback": feedback, "by": cast.bob, "at": at}
    services.save_draft(words={"impact": "One"}, seen_version=1, **keep)
    with pytest.raises(StaleEdit) as refused:
        services.save_draft(words={"impact": "Two"}, seen_version=1, **keep)
    assert [(c.theirs, c.yours) for c in refused.value.conflicts] == [("One", "Two")]


def test_a_discarded_draft_can_be_taken_up_again(draft, cast, at, who_sees):
    feedback = draft(cast.bob, cast.alice)
    services.discard_draft(feedback=feedback, by=cast.bob, at=at)
    assert who_sees(feedback) == set()
    found = queries.get_discarded(user=cast.bob, feedback_id=feedback.pk)
    services.restore_draft(feedback=found, by=cast.bob, at=at)
    assert who_sees(feedback) == {"bob"}


def test_what_is_given_is_a_draft_no_more(give, cast, at):
    feedback = give(cast.bob, cast.alice)
    for act in (services.discard_draft, services.give_draft, services.restore_draft):
        with pytest.raises(services.AlreadyGiven):
            act(feedback=feedback, by=cast.bob, at=at)


def test_nobody_else_changes_it(give, draft, cast, at):
    feedback, begun = give(cast.bob, cast.alice), draft(cast.bob, cast.alice)
    mine = {"by": cast.alice, "at": at}
    for act in (services.narrow_feedback, services.withdraw_feedback):
        with pytest.raises(PermissionDenied):
            act(feedback=feedback, **mine)
    with pytest.raises(PermissionDenied):
        services.edit_feedback(feedback=feedback, words=SBI, **mine)
    with pytest.raises(PermissionDenied):
        services.give_draft(feedback=begun, **mine)


def test_what_is_told_of_it_carries_no_words(give, cast, at):
    give(cast.bob, cast.alice, words={"text": "Secret words"})
    act = Activity.objects.get(verb="feedback.given")
    assert {reader.user_id for reader in act.readers.all()} == {
        cast.bob.pk,
        cast.alice.pk,
    }
    everything = str(list(Content.objects.values())) + str(
        list(Change.objects.values())
    )
    assert "Secret" not in everything


class TestWithdrawing:
    def test_unread_it_is_taken_back_from_everybody(self, give, cast, at, who_sees):
        feedback = give(cast.charlie, cast.bob, visibility="leaders")
        services.withdraw_feedback(feedback=feedback, by=cast.charlie, at=at)
        assert who_sees(feedback) == {"charlie"}

    @pytest.mark.parametrize("reader", ["bob", "alice"])
    def test_what_anybody_read_stays(self, give, cast, at, reader):
        feedback = give(cast.charlie, cast.bob, visibility="leaders")
        services.see_feedback(feedback=feedback, by=getattr(cast, reader), at=at)
        with pytest.raises(services.AlreadyRead):
            services.withdraw_feedback(feedback=feedback, by=cast.charlie, at=at)

    def test_what_is_withdrawn_is_not_read_or_edited(self, give, cast, at):
        feedback = give(cast.bob, cast.alice)
        services.withdraw_feedback(feedback=feedback, by=cast.bob, at=at)
        with pytest.raises(services.NotGiven):
            services.see_feedback(feedback=feedback, by=cast.alice, at=at)
        with pytest.raises(services.NotGiven):
            services.edit_feedback(feedback=feedback, words=SBI, by=cast.bob, at=at)


class TestEditing:
    def test_who_read_it_sees_how_it_read_before(self, give, cast, at):
        feedback = give(cast.bob, cast.alice, words={"text": "First"})
        change = {"feedback": feedback, "by": cast.bob}
        services.edit_feedback(words={"text": "Second"}, at=at, **change)
        services.see_feedback(feedback=feedback, by=cast.alice, at=at)
        later = at + timedelta(days=1)
        feedback = services.edit_feedback(words={"text": "Third"}, at=later, **change)
        seen = [w.text for w in queries.wordings_of(cast.alice, feedback)]
        assert seen == ["Second"]  # “First” nobody read
        own = [w.text for w in queries.wordings_of(cast.bob, feedback)]
        assert own == ["Second", "First"]

    def test_a_stale_edit_is_noticed(self, give, cast, at):
        feedback = give(cast.bob, cast.alice, words={"text": "First"})
        change = {"feedback": feedback, "by": cast.bob, "at": at}
        seen = feedback.version
        services.edit_feedback(words={"text": "A"}, seen_version=seen, **change)
        with pytest.raises(StaleEdit):
            services.edit_feedback(words={"text": "B"}, seen_version=seen, **change)

    def test_it_cannot_be_emptied(self, give, cast, at):
        feedback = give(cast.bob, cast.alice)
        with pytest.raises(services.WordsMissing):
            services.edit_feedback(
                feedback=feedback, words={"impact": ""}, by=cast.bob, at=at
            )


def test_while_it_is_in_doubt_who_opened_the_account_nothing_is_read(
    give, cast, at, who_sees
):
    feedback = give(cast.charlie, cast.bob, visibility="leaders")
    AccountOpening.objects.create(user=cast.bob, link_made_by=cast.olga, opened_at=at)
    assert who_sees(feedback) == {"charlie", "alice"}
    bob = User.objects.get(pk=cast.bob.pk)
    assert queries.own_feedback_records(bob) == {}
    with pytest.raises(PermissionDenied):
        services.see_feedback(feedback=feedback, by=bob, at=at)
