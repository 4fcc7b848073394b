import pytest

from quarterdeck.domains.goals.models import GoalLink

pytestmark = pytest.mark.django_db


def url(child, parent, act=""):
    return f"/goals/{child.pk}/adds-to/{parent.pk}/{act}"


def test_a_goal_is_found_by_its_words_and_linked(as_user, cast, make, partial):
    child, parent = make("Child"), make("Parent of all")
    make("Another")
    client = as_user(cast.alice)
    found = client.get(f"/goals/{child.pk}/link/?q=parent", headers=partial).text
    assert url(child, parent) in found
    assert "Another" not in found
    page = client.post(url(child, parent), follow=True).text
    assert ">Parent of all</a>" in page


def test_a_circle_is_told_with_its_path(as_user, cast, make):
    a = make("A")
    b = make("B", adds_to=a)
    answer = as_user(cast.alice).post(url(a, b))
    assert answer.status_code == 409
    assert "“A” → “B” → “A”" in answer.text


def test_unlinking_can_be_taken_back_with_its_weight(as_user, cast, make):
    a = make("A")
    b = make("B", adds_to=a)
    client = as_user(cast.alice)
    client.post(url(b, a), {"weight": "2.5"})
    page = client.post(url(b, a, "end/"), follow=True).text
    assert f"{url(b, a)}?weight=2.50" in page
    client.post(f"{url(b, a)}?weight=2.50")
    assert GoalLink.objects.get().weight == 2.5


@pytest.mark.parametrize("weight", ["0", "-1", "x", "1000"])
def test_a_weight_that_is_none_changes_nothing(as_user, cast, make, weight):
    a = make("A")
    b = make("B", adds_to=a)
    as_user(cast.alice).post(url(b, a), {"weight": weight})
    assert GoalLink.objects.get().weight == 1


def test_who_may_not_gets_403_and_a_guest_404(as_user, cast, make):
    a, b = make("A"), make("B")
    for act in ("", "end/"):
        assert as_user(cast.charlie).post(url(a, b, act)).status_code == 403
        assert as_user(cast.gwen).post(url(a, b, act)).status_code == 404
        assert as_user(cast.alice).get(url(a, b, act)).status_code == 405
