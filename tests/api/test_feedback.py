import pytest

from quarterdeck.domains.accounts.services import make_token
from quarterdeck.domains.feedback.models import Feedback
from quarterdeck.domains.strategy.models import Value

pytestmark = pytest.mark.django_db
SBI = {"situation": "Monday", "behavior": "You asked", "impact": "Calm"}


@pytest.fixture
def program(client, cast, at):
    """The program of somebody: program(cast.bob)("get", "/feedback/")."""

    def program(user, scopes=("feedback:read", "feedback:write")):
        token = make_token(
            user=user, name=f"t{user.pk}", scopes=list(scopes), at=at, days=None
        )

        def ask(method, path, body=None):
            answer = getattr(client, method)(
                f"/api/v1{path}",
                body,
                content_type="application/json",
                headers={"Authorization": f"Bearer {token}"},
            )
            return answer.status_code, answer.json() if answer.content else None

        return ask

    return program


@pytest.fixture
def bob(program, cast):
    return program(cast.bob)


def new(cast, to, **more):
    return {
        "receiver_id": cast.person(to).pk,
        "visibility": "person",
        **SBI,
        **more,
    }


def test_given_read_thanked_answered_and_noted(program, bob, cast):
    status, one = bob("post", "/feedback/", new(cast, cast.alice))
    assert status == 201
    alice, path = program(cast.alice), f"/feedback/{one['id']}"
    _, found = alice("get", "/feedback/")
    assert [row["id"] for row in found["items"]] == [one["id"]]
    assert alice("post", f"{path}/see/")[0] == 200
    assert alice("post", f"{path}/thank/")[0] == 200
    assert alice("post", f"{path}/reply/", {"reply": "Thank you"})[0] == 200
    assert alice("put", f"{path}/note/", {"text": "Mine"})[0] == 200
    _, mine = alice("get", f"{path}/")
    assert mine["note"] == {"text": "Mine", "version": 1}
    _, theirs = bob("get", f"{path}/")
    assert theirs["note"] is None
    assert theirs["reply"] == "Thank you"
    assert theirs["readers"][0]["seen_at"]


def test_the_leaders_are_named_before_and_nobody_else_is_let_in(program, bob, cast):
    status, named = program(cast.charlie)(
        "get", f"/feedback/leaders/{cast.person(cast.bob).pk}/"
    )
    assert (status, [one["name"] for one in named]) == (200, ["Alice"])
    body = new(cast, cast.bob, visibility="leaders", leaders=[named[0]["id"]])
    _, one = program(cast.olga)("post", "/feedback/", body)
    ids = {reader["user_id"] for reader in one["readers"]}
    assert ids == {cast.bob.pk, cast.alice.pk}


def test_words_that_are_missing_are_a_problem_document(bob, cast):
    status, problem = bob("post", "/feedback/", new(cast, cast.alice, impact=""))
    assert status == 409
    assert "its effect" in problem["detail"]


def test_a_draft_is_kept_saved_given_or_thrown_away(bob, cast):
    _, one = bob("post", "/feedback/drafts/", new(cast, cast.alice, impact=""))
    path = f"/feedback/{one['id']}"
    body = {"impact": "Calm", "version": one["version"]}
    status, one = bob("put", f"{path}/draft/", body)
    assert (status, one["impact"], one["situation"]) == (200, "Calm", "Monday")
    assert bob("put", f"{path}/draft/", {**body, "impact": "Other"})[0] == 409
    assert bob("post", f"{path}/discard/")[0] == 204
    assert bob("get", f"{path}/")[0] == 404
    assert bob("post", f"{path}/restore/")[0] == 200
    status, one = bob("post", f"{path}/give/")
    assert status == 200
    assert one["given_at"]


def test_edited_narrowed_withdrawn(program, bob, cast):
    body = new(cast, cast.alice, visibility="leaders")
    _, one = bob("post", "/feedback/", body)
    path = f"/feedback/{one['id']}"
    dana = program(cast.dana)
    assert dana("get", f"{path}/")[0] == 200
    changed = {"impact": "Kinder", "version": one["version"]}
    assert bob("patch", f"{path}/", changed)[1]["impact"] == "Kinder"
    assert bob("post", f"{path}/narrow/")[1]["visibility"] == "person"
    assert dana("get", f"{path}/")[0] == 404
    _, whole = bob("get", f"{path}/")
    assert [w["impact"] for w in whole["wordings"]] == ["Calm"]
    assert bob("post", f"{path}/withdraw/")[1]["withdrawn_at"]
    assert program(cast.alice)("get", f"{path}/")[0] == 404


def test_a_question_is_asked_answered_declined_and_taken_back(program, bob, cast):
    people = [cast.person(cast.alice).pk, cast.person(cast.charlie).pk]
    body = {"question": "Was I clear?", "person_ids": people}
    status, asked = bob("post", "/feedback-requests/", body)
    assert status == 201
    path = f"/feedback-requests/{asked['id']}"
    alice, charlie = program(cast.alice), program(cast.charlie)
    _, waiting = alice("get", "/feedback-requests/")
    assert [row["question"] for row in waiting["items"]] == ["Was I clear?"]
    answer = new(cast, cast.bob, request_id=asked["id"])
    assert alice("post", "/feedback/", answer)[0] == 201
    assert charlie("post", f"{path}/decline/", {"reason": "Away"})[0] == 200
    _, mine = bob("get", f"{path}/")
    assert [(bool(a["feedback_id"]), a["reason"]) for a in mine["answers"]] == [
        (True, ""),
        (False, "Away"),
    ]
    _, theirs = charlie("get", f"{path}/")
    assert theirs["answers"] == []
    assert charlie("post", f"{path}/take-up/")[0] == 200
    assert bob("get", "/feedback-requests/?of=waiting_for_others")[1]["items"]
    assert bob("post", f"{path}/withdraw/")[1]["withdrawn_at"]
    assert charlie("get", f"{path}/")[0] == 404
    assert bob("post", f"{path}/reopen/")[1]["withdrawn_at"] is None
    assert bob("get", "/feedback-requests/?of=mine")[1]["items"]


def test_thanks_are_given_kept_between_them_and_taken_back(program, bob, cast, at):
    value = Value.objects.create(name="Care", created_at=at, updated_at=at)
    body = {
        "words": "You stayed calm.",
        "person_ids": [cast.person(cast.alice).pk],
        "value_id": value.pk,
        "team_id": cast.support.pk,
    }
    status, one = bob("post", "/recognition/", body)
    assert (status, one["person_ids"]) == (201, body["person_ids"])
    path = f"/recognition/{one['id']}"
    dana, alice = program(cast.dana), program(cast.alice)
    assert dana("get", "/recognition/")[1]["items"]
    assert alice("get", "/recognition/?of=about_me")[1]["items"]
    assert alice("post", f"{path}/narrow/")[1]["team_id"] is None
    assert dana("get", f"{path}/")[0] == 404
    assert bob("get", "/recognition/?of=mine")[1]["items"]
    assert bob("post", f"{path}/take-back/")[1]["taken_back_at"]
    assert alice("get", f"{path}/")[0] == 404


def test_whom_a_leader_has_not_thanked_is_theirs_alone(program, bob, cast):
    assert program(cast.alice)("get", "/recognition/unthanked/") == (200, [])
    assert bob("get", "/recognition/unthanked/") == (200, [])


def test_a_token_without_the_scope_opens_nothing(program, cast):
    other = program(cast.bob, scopes=["goals:read", "people:read"])
    assert other("get", "/feedback/")[0] == 401
    reader = program(cast.alice, scopes=["feedback:read"])
    assert reader("post", "/feedback/", new(cast, cast.bob))[0] == 401
    assert not Feedback.objects.exists()


def test_lists_cost_the_same_with_three_and_with_thirty(
    program, bob, cast, django_assert_max_num_queries
):
    for _ in range(30):
        bob("post", "/feedback/", new(cast, cast.alice))
    alice = program(cast.alice)
    alice("get", "/feedback/")
    with django_assert_max_num_queries(12):
        assert len(alice("get", "/feedback/?limit=30")[1]["items"]) == 30
