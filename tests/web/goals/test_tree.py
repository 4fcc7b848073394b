import pytest

from quarterdeck.domains.goals import services
from tests.web.counting import queries_of

pytestmark = pytest.mark.django_db


def test_few_goals_are_shown_with_the_level_below(as_user, cast, make):
    top = make("Top")
    make("Below", adds_to=top)
    page = as_user(cast.bob).get("/goals/").text
    assert "Top" in page
    assert "Below" in page


def test_a_branch_opens_and_closes_by_its_address_alone(as_user, cast, make):
    top = make("Top")
    make("Below", adds_to=top)
    client = as_user(cast.bob)
    assert "Below</a>" not in client.get("/goals/?open=").text
    assert "Below</a>" in client.get(f"/goals/?open={top.pk}").text


def test_a_branch_comes_alone_when_it_is_asked_for(as_user, cast, make, partial):
    top = make("Top")
    make("Below", adds_to=top)
    url = f"/goals/{top.pk}/branch/?key=9-{top.pk}&open=1"
    answer = as_user(cast.bob).get(url, headers=partial)
    assert "<html" not in answer.text
    assert f'id="row-9-{top.pk}"' in answer.text
    assert "Below" in answer.text
    assert (
        "Below</a>" not in as_user(cast.bob).get(url.replace("open=1", "open=0")).text
    )


def test_a_goal_with_two_parents_is_marked_in_both_places(as_user, cast, make, at):
    a, b = make("A"), make("B")
    child = make("Shared", adds_to=a)
    services.link_goal(child=child, parent=b, by=cast.alice, at=at)
    page = as_user(cast.bob).get("/goals/").text
    assert page.count(">Shared</a>") == 2
    assert page.count("adds to 2 goals") == 2


@pytest.mark.parametrize(
    ("show", "shown"),
    [("mine", {"Bob's"}), ("team", {"Bob's", "Team's"}), ("closed", {"Done"})],
)
def test_lists_beside_the_tree(as_user, cast, make, at, show, shown):
    make("Bob's", owner=cast.person(cast.bob))
    make("Team's")
    make("Other", team=cast.kitchen)
    done = make("Done")
    services.close_goal(goal=done, outcome="missed", by=cast.alice, at=at)
    page = as_user(cast.bob).get(f"/goals/?show={show}").context["page"]
    assert {goal.title for goal in page.items} == shown


def test_not_measured_is_said(as_user, cast, make):
    make("A")
    assert "not measured" in as_user(cast.bob).get("/goals/").text


@pytest.mark.parametrize("address", ["?open=x,,9e9", "?page=x", "?show=nothing"])
def test_a_strange_address_shows_the_tree(as_user, cast, make, address):
    make("A")
    assert "A</a>" in as_user(cast.bob).get(f"/goals/{address}").text


def test_post_is_405(as_user, cast):
    assert as_user(cast.bob).post("/goals/").status_code == 405


def test_thirty_goals_cost_what_three_cost(as_user, cast, make):
    client = as_user(cast.bob)
    tops = [make(str(i)) for i in range(3)]
    for top in tops:
        make("below", adds_to=top)
    few = queries_of(client, f"/goals/?open={tops[0].pk}")
    for i in range(27):
        make(f"below {i}", adds_to=make(f"more {i}"))
    assert queries_of(client, f"/goals/?open={tops[0].pk}") == few


def test_all_goals_below_one(as_user, cast, make):
    top = make("Top")
    make("Below", adds_to=top)
    assert "Below" in as_user(cast.bob).get(f"/goals/{top.pk}/below/").text
    assert as_user(cast.gwen).get(f"/goals/{top.pk}/below/").status_code == 404
