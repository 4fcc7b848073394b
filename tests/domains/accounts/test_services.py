"""Accounts: tokens end, links count once, a closed account has no way in."""

from datetime import timedelta

import pytest

from quarterdeck.domains.accounts import queries, services
from quarterdeck.domains.accounts.models import OneTimeLink, User
from quarterdeck.domains.people.queries import activities_visible_to


def token_for(user, at, **more):
    fields = {"name": "t", "scopes": ["goals:read"], **more}
    return services.make_token(user=user, at=at, **fields)


def test_a_token_opens_its_scopes_and_nothing_else(cast, at):
    token = token_for(cast.bob, at)
    assert services.use_token(token=token, scope="goals:read", at=at) == cast.bob
    assert services.use_token(token=token, scope="goals:write", at=at) is None
    assert services.use_token(token=token[:-1], scope="goals:read", at=at) is None


def test_a_token_ends_by_its_date(cast, at):
    token = token_for(cast.bob, at, days=30)
    for days, holder in ((29, cast.bob), (30, None)):
        then = at + timedelta(days=days)
        assert services.use_token(token=token, scope="goals:read", at=then) == holder
        assert (queries.token_owner(token=token, at=then) is None) == (holder is None)


def test_a_revoked_token_is_refused_at_once(cast, at):
    token = token_for(cast.bob, at)
    services.revoke_token(token=queries.tokens_of(cast.bob).get(), at=at)
    assert services.use_token(token=token, scope="goals:read", at=at) is None
    assert not queries.tokens_of(cast.bob).exists()


def test_an_unknown_scope_and_a_second_of_a_name_are_refused(cast, at):
    token_for(cast.bob, at)
    with pytest.raises(services.UnknownScope):
        token_for(cast.bob, at, name="u", scopes=["everything:write"])
    with pytest.raises(services.TokenNameTaken):
        token_for(cast.bob, at)
    token_for(cast.alice, at)  # another person's names are their own


def test_a_link_signs_in_once_and_not_too_late(cast, at):
    token = services.make_one_time_link(user=cast.bob, at=at)
    late = services.make_one_time_link(user=cast.bob, at=at)
    assert services.use_one_time_link(token=token, at=at) == cast.bob
    for bad, when in ((token, at), (late, at + timedelta(hours=1)), ("made up", at)):
        with pytest.raises(services.LinkUsedOrExpired):
            services.use_one_time_link(token=bad, at=when)
    assert token not in str(list(OneTimeLink.objects.values()))


def test_a_closed_account_loses_sessions_tokens_and_links(cast, at, as_user):
    browser = as_user(cast.bob)
    token = token_for(cast.bob, at)
    link = services.make_one_time_link(user=cast.bob, at=at)
    assert browser.get("/account/").status_code == 200
    services.deactivate_account(user=cast.bob, by=cast.olga, at=at)
    assert browser.get("/account/").status_code == 302
    assert services.use_token(token=token, scope="goals:read", at=at) is None
    with pytest.raises(services.LinkUsedOrExpired):
        services.use_one_time_link(token=link, at=at)
    services.reactivate_account(user=cast.bob, by=cast.olga, at=at)
    assert browser.get("/account/").status_code == 302, "the old session stays ended"
    assert services.use_token(token=token, scope="goals:read", at=at) is None


def test_a_weak_password_is_refused_in_words(cast, at):
    with pytest.raises(services.WeakPassword, match="too short"):
        services.set_password(user=cast.bob, password="short", at=at)
    services.set_password(user=cast.bob, password="a harbour at night", at=at)
    assert User.objects.get(pk=cast.bob.pk).check_password("a harbour at night")


def test_a_view_of_the_same_name_is_replaced(cast, at):
    fields = {"user": cast.bob, "place": "tasks", "name": "Mine", "at": at}
    services.save_view(**fields, query="status=open")
    view = services.save_view(**fields, query="status=done")
    assert [v.query for v in queries.saved_views_of(cast.bob, "tasks")] == [
        "status=done"
    ]
    assert not queries.saved_views_of(cast.alice, "tasks").exists()
    with pytest.raises(type(view).DoesNotExist):
        queries.get_saved_view(user=cast.alice, view_id=view.pk)
    services.remove_view(view=view, at=at)
    assert not queries.saved_views_of(cast.bob, "tasks").exists()


def test_own_acts_are_read_by_oneself_alone(cast, at):
    services.change_appearance(user=cast.bob, theme="dark", single_keys=False, at=at)
    verbs = [a.verb for a in activities_visible_to(cast.bob)]
    assert "account.appearance_changed" in verbs
    for other in (cast.alice, cast.dana, cast.olga):
        assert "account.appearance_changed" not in {
            a.verb for a in activities_visible_to(other)
        }


def test_the_first_answer_is_said_again_until_it_is_forgotten(db, at):
    asked = {"key": "k", "fingerprint": "f"}
    assert services.begin_answer(**asked, at=at) is None
    with pytest.raises(services.StillRunning):
        services.begin_answer(**asked, at=at)
    services.keep_answer(key="k", status=201, headers={}, body=b"made")
    with pytest.raises(services.AnotherRequest):
        services.begin_answer(key="k", fingerprint="other", at=at)
    assert bytes(services.begin_answer(**asked, at=at).body) == b"made"
    assert services.begin_answer(**asked, at=at + timedelta(hours=25)) is None


def test_a_request_that_died_is_handled_again(db, at):
    asked = {"key": "k", "fingerprint": "f"}
    services.begin_answer(**asked, at=at)
    assert services.begin_answer(**asked, at=at + timedelta(minutes=3)) is None
