import pytest

from quarterdeck.domains.accounts.services import make_token
from quarterdeck.domains.goals.models import Goal

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, cast, at):
    """Ask as Alice's program: ask("post", "/goals/", {…}) → status and answer."""
    token = make_token(
        user=cast.alice,
        name="t",
        scopes=["goals:read", "goals:write"],
        at=at,
        days=None,
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


@pytest.fixture
def add(ask, cast):
    def add(title, **more):
        body = {"title": title, "why": "w", "team_id": cast.support.pk, **more}
        status, goal = ask("post", "/goals/", body)
        assert status == 201
        return goal["id"]

    return add


def test_a_value_moves_the_goal_above_and_the_formula_is_told(ask, add):
    top = add("Top", formula="goals")
    leaf = add("Leaf", adds_to=top)
    _, row = ask("post", f"/goals/{leaf}/key-results/", {"title": "K", "target": 8})
    status, _ = ask("post", f"/key-results/{row['id']}/measurements/", {"value": 2})
    assert status == 201
    _, goal = ask("get", f"/goals/{top}/")
    assert (goal["progress"], goal["explanation"]) == (0.25, "0.25")
    assert [child["title"] for child in goal["below"]] == ["Leaf"]
    _, goal = ask("get", f"/goals/{leaf}/")
    assert goal["key_results"][0]["current"] == 2
    assert [step["title"] for step in goal["why_chain"]] == ["Top"]


def test_the_tree_is_read_level_by_level(ask, add):
    top = add("Top")
    add("Below", adds_to=top)
    _, found = ask("get", "/goals/tree/")
    assert [(g["title"], g["branch_count"]) for g in found["items"]] == [("Top", 1)]
    _, found = ask("get", f"/goals/tree/?below={top}")
    assert [(g["title"], g["parent_count"]) for g in found["items"]] == [("Below", 1)]


def test_a_circle_is_refused_with_its_path(ask, add):
    a = add("A")
    b = add("B", adds_to=a)
    status, problem = ask("put", f"/goals/{a}/adds-to/{b}/", {"weight": 1})
    assert status == 409
    assert "“A” → “B” → “A”" in problem["detail"]


def test_a_stale_change_tells_both(ask, add):
    goal = add("A")
    assert ask("patch", f"/goals/{goal}/", {"version": 1, "why": "theirs"})[0] == 200
    status, problem = ask("patch", f"/goals/{goal}/", {"version": 1, "why": "mine"})
    assert status == 409
    assert problem["errors"][0]["theirs"] == "theirs"


def test_only_what_is_given_changes(ask, add, at):
    goal = add("A", ends_on="2026-12-31")
    ask("patch", f"/goals/{goal}/", {"version": 1, "title": "B"})
    row = Goal.objects.get()
    assert (row.title, row.why, str(row.ends_on)) == ("B", "w", "2026-12-31")
    ask("patch", f"/goals/{goal}/", {"version": 2, "ends_on": None})
    assert Goal.objects.get().ends_on is None


@pytest.mark.parametrize("field", ["owner_id", "team_id", "adds_to"])
def test_what_does_not_exist_is_404(ask, field):
    body = {"title": "T", "why": "w", field: 999_999}
    assert ask("post", "/goals/", body)[0] == 404
    assert not Goal.objects.exists()


def test_a_number_beyond_all_is_422(ask, add):
    path = f"/goals/{add('A')}/key-results/"
    assert ask("post", path, {"title": "K", "target": 1e16})[0] == 422
