"""The list, the rule first, cases, who came later, lessons for everybody."""

import pytest
from django.urls import reverse
from django.utils import timezone

from quarterdeck.domains.accounts.models import AccountOpening
from quarterdeck.domains.circles import services
from quarterdeck.domains.circles.models import Case, Circle, CircleMember, Lesson
from tests.web.counting import queries_of

pytestmark = pytest.mark.django_db
INDEX = reverse("circles:index")


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def circle(cast, now):
    """Alice and Bob are in; Alice brought a case."""
    circle = services.start_circle(
        name="Leads", purpose="", rule="It stays here.", by=cast.alice, at=now
    )
    person = cast.person(cast.bob)
    services.invite_to_circle(circle=circle, person=person, by=cast.alice, at=now)
    services.join_circle(circle=circle, rule_number=1, by=cast.bob, at=now)
    return circle


@pytest.fixture
def case(cast, now, circle):
    words = {"situation": "Half of them look at me", "tried": "", "question": "How?"}
    return services.share_case(circle=circle, **words, by=cast.alice, at=now)


def at(name, record):
    return reverse(f"circles:{name}", args=[record.pk])


def test_starting_and_the_empty_state(as_user, cast):
    browser = as_user(cast.alice)
    assert "A circle is four to eight peers" in browser.get(INDEX).text
    form = {"name": "Leads", "purpose": "", "rule": "R"}
    answer = browser.post(reverse("circles:start"), form)
    assert answer.headers["Location"] == at("show", Circle.objects.get())
    assert "Leads" in browser.get(INDEX).text


def test_whoever_is_invited_reads_the_rule_first(as_user, cast, circle, case):
    person = f"Charlie · #{cast.person(cast.charlie).pk}"
    as_user(cast.alice).post(at("invite", circle), {"person": person})
    browser = as_user(cast.charlie)
    assert "Alice invites you to a circle" in browser.get("/").text
    page = browser.get(at("show", circle)).text
    assert "It stays here." in page and "How?" not in page
    assert browser.get(at("case", case)).status_code == 404
    browser.post(at("join", circle), {"rule_number": "1"})
    page = browser.get(at("show", circle)).text
    assert "Bring a case" in page and "How?" not in page
    later = CircleMember.objects.get(person__user=cast.charlie)
    browser = as_user(cast.alice)
    assert "Came later" in browser.get(at("case", case)).text
    browser.post(reverse("circles:let_read", args=[case.pk, later.pk]))
    assert "Half of them" in as_user(cast.charlie).get(at("case", case)).text


def test_a_changed_rule_stands_before_everything(as_user, cast, circle, case):
    form = {"rule": "Not even at home.", "version": "1"}
    as_user(cast.alice).post(at("change_rule", circle), form)
    browser = as_user(cast.bob)
    page = browser.get(at("show", circle)).text
    assert "Not even at home." in page and "Accept the rule" in page
    assert browser.get(at("case", case)).status_code == 404
    answer = browser.post(at("accept_rule", circle), {"rule_number": "1"})
    assert answer.status_code == 409
    browser.post(at("accept_rule", circle), {"rule_number": "2"})
    assert "Half of them" in browser.get(at("case", case)).text


@pytest.mark.parametrize("who", ["dana", "charlie", "olga", "gwen"])
def test_a_stranger_gets_404(as_user, cast, circle, case, who):
    browser = as_user(getattr(cast, who))
    assert browser.get(at("show", circle)).status_code == 404
    assert browser.get(at("case", case)).status_code == 404


def test_not_the_author_not_the_method_not_in_doubt(as_user, cast, now, circle, case):
    browser = as_user(cast.bob)
    assert browser.get(at("edit_case", case)).status_code == 403
    assert browser.get(at("leave", circle)).status_code == 405
    AccountOpening.objects.create(user=cast.bob, link_made_by=cast.olga, opened_at=now)
    answer = as_user(cast.bob).get(at("case", case))
    assert answer.status_code == 403 and "Half of them" not in answer.text


def test_saying_something_and_taking_something(as_user, cast, circle, case):
    browser = as_user(cast.bob)
    assert browser.post(at("contribute", case), {"text": ""}).status_code == 422
    browser.post(at("contribute", case), {"text": "Come later, twice"})
    browser.post(at("write_takeaway", case), {"text": "Be away"})
    page = browser.get(at("case", case)).text
    assert "Come later, twice" in page and "Be away" in page
    page = as_user(cast.alice).get(at("case", case)).text
    assert "Come later, twice" in page and "Be away" not in page


def test_a_lesson_is_for_everybody_without_the_case(as_user, cast, circle, case):
    browser = as_user(cast.alice)
    form = {"title": "Come later", "text": "On purpose"}
    browser.post(at("share_lesson", case), form)
    page = as_user(cast.charlie).get(reverse("circles:lessons")).text
    assert "On purpose" in page and "Half of them" not in page and "Leads" not in page
    assert "Take back" not in page
    as_user(cast.alice).post(at("take_back_lesson", Lesson.objects.get()))
    assert not Lesson.objects.exists()


def test_meetings_and_leaving(as_user, cast, circle, case):
    browser = as_user(cast.bob)
    browser.post(at("plan_meeting", circle), {"on": "2099-06-01", "words": "Room 2"})
    assert "Room 2" in browser.get(at("show", circle)).text
    browser.post(at("leave", circle))
    assert browser.get(at("show", circle)).status_code == 404
    assert Case.objects.exists()


def test_the_pages_cost_the_same_for_few_and_many(as_user, cast, now, circle, case):
    browser = as_user(cast.alice)
    pages = [INDEX, at("show", circle), at("case", case)]
    services.contribute(case=case, text="C", by=cast.bob, at=now)
    few = [queries_of(browser, page) for page in pages]
    for _ in range(10):
        words = {"situation": "S", "tried": "", "question": "Q"}
        services.share_case(circle=circle, **words, by=cast.bob, at=now)
        services.contribute(case=case, text="C", by=cast.bob, at=now)
        services.start_circle(name="N", purpose="", rule="R", by=cast.alice, at=now)
    assert [queries_of(browser, page) for page in pages] == few
