"""Asking, two views, options, agreement, a helper, closing with dignity."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quarterdeck.domains.accounts.models import AccountOpening
from quarterdeck.domains.conversations import services
from quarterdeck.domains.conversations.models import Conversation, Undertaking
from tests.web.counting import queries_of

pytestmark = pytest.mark.django_db
INDEX = reverse("conversations:index")


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def talk(cast, now):
    """Bob and Charlie have agreed to talk."""
    found = services.open_conversation(
        other=cast.person(cast.charlie), about="The rota", by=cast.bob, at=now
    )
    return services.agree_to_conversation(conversation=found, by=cast.charlie, at=now)


@pytest.fixture
def shown(cast, now, talk):
    for user, words in ((cast.bob, "Bobs side"), (cast.charlie, "Charlies side")):
        side = {"conversation": talk, "by": user, "at": now}
        services.write_view(seen=words, interests="", **side)
        services.hand_in_view(**side)
    return talk


def at(name, record):
    return reverse(f"conversations:{name}", args=[record.pk])


def test_asking_and_agreeing(as_user, cast):
    browser = as_user(cast.bob)
    assert "Something stands between you" in browser.get(INDEX).text
    other = f"Charlie · #{cast.person(cast.charlie).pk}"
    browser.post(reverse("conversations:open"), {"other": other, "about": "The rota"})
    talk = Conversation.objects.get()
    assert "has not answered yet" in browser.get(at("show", talk)).text
    browser = as_user(cast.charlie)
    home = browser.get("/").text
    assert "A guided conversation waits for you" in home
    assert "The rota" not in home and "Bob asks" not in home
    assert "The rota" in browser.get(at("show", talk)).text
    browser.post(at("agree", talk))
    assert "Write your view" in browser.get(at("show", talk)).text


def test_neither_reads_the_other_before_both_are_in(as_user, cast, talk):
    browser = as_user(cast.bob)
    browser.post(at("write_view", talk), {"seen": "Bobs side", "interests": "Rest"})
    page = browser.get(at("show", talk)).text
    assert "Bobs side" in page and "only you read it" in page
    browser.post(at("hand_in_view", talk))
    browser = as_user(cast.charlie)
    page = browser.get(at("show", talk)).text
    assert "Bobs side" not in page and "Not shown yet" in page
    assert "Options</h2>" not in page
    browser.post(at("write_view", talk), {"seen": "Charlies side", "interests": ""})
    browser.post(at("hand_in_view", talk))
    page = browser.get(at("show", talk)).text
    assert "Bobs side" in page and "Options</h2>" in page


@pytest.mark.parametrize("who", ["alice", "dana", "olga", "gwen"])
def test_a_stranger_gets_404(as_user, cast, shown, who):
    assert as_user(getattr(cast, who)).get(at("show", shown)).status_code == 404


def test_the_wrong_method_and_an_account_in_doubt(as_user, cast, now, shown):
    assert as_user(cast.bob).get(at("close", shown)).status_code == 405
    AccountOpening.objects.create(user=cast.bob, link_made_by=cast.olga, opened_at=now)
    answer = as_user(cast.bob).get(at("show", shown))
    assert answer.status_code == 403 and "side" not in answer.text.split("<main")[1]


def test_from_options_to_looking_back(as_user, cast, now, shown):
    browser = as_user(cast.bob)
    today = timezone.localdate(now)
    assert browser.post(at("add_option", shown), {"text": ""}).status_code == 422
    browser.post(at("add_option", shown), {"text": "Swap Fridays"})
    form = {"who": "other", "what": "Ask first", "due_on": str(today)}
    browser.post(at("add_undertaking", shown), form)
    assert Undertaking.objects.get().person.name == "Charlie"
    browser.post(at("set_follow_up", shown), {"on": str(today)})
    browser.post(at("agree_to_all", shown))
    assert "has not said yes yet" in browser.get(at("show", shown)).text
    browser = as_user(cast.charlie)
    assert "Bob agrees to what stands here" in browser.get(at("show", shown)).text
    browser.post(at("agree_to_all", shown))
    page = browser.get(at("show", shown)).text
    assert "both agreed" in page and "Does it hold?" in page
    assert browser.post(at("look_back", shown), {"holds": "so"}).status_code == 422
    browser.post(at("look_back", shown), {"holds": "yes", "words": "It does"})
    assert "It does" in as_user(cast.bob).get(at("show", shown)).text


def test_closing_without_an_agreement_offers_next_steps(as_user, cast, now, shown):
    person = cast.person(cast.dana)
    services.name_contact(person=person, words="Room 4", by=cast.olga, at=now)
    browser = as_user(cast.charlie)
    browser.post(at("close", shown))
    page = browser.get(at("show", shown)).text
    assert "Not every matter ends in an agreement" in page
    assert "Dana" in page and "Room 4" in page and "helper" in page
    assert "Go on after all" in page
    assert "Go on after all" not in as_user(cast.bob).get(at("show", shown)).text


def test_a_helper_joins_when_both_want(as_user, cast, shown):
    helper = f"Alice · #{cast.person(cast.alice).pk}"
    as_user(cast.bob).post(at("ask_helper", shown), {"person": helper})
    browser = as_user(cast.alice)
    assert browser.get(at("show", shown)).status_code == 404
    as_user(cast.charlie).post(at("agree_to_helper", shown))
    browser = as_user(cast.alice)
    page = browser.get(at("show", shown)).text
    assert "ask you to help" in page and "The rota" not in page
    browser.post(at("join_as_helper", shown))
    page = browser.get(at("show", shown)).text
    assert "Bobs side" in page and "Agree to all of it" not in page
    browser.post(at("end_help", shown))
    assert browser.get(at("show", shown)).status_code == 404


def test_the_contact_is_an_admins_to_name(as_user, cast):
    url = reverse("conversations:name_contact")
    assert as_user(cast.alice).get(url).status_code == 403
    person = f"Dana · #{cast.person(cast.dana).pk}"
    as_user(cast.olga).post(url, {"person": person, "words": "Room 4"})
    assert "Room 4" in as_user(cast.bob).get(INDEX).text


def test_the_pages_cost_the_same_for_few_and_many(as_user, cast, now, shown):
    browser = as_user(cast.bob)
    acting = {"conversation": shown, "by": cast.bob, "at": now}

    def more():
        services.add_option(text="O", **acting)
        person = cast.person(cast.bob)
        day = timezone.localdate(now) + timedelta(days=3)
        services.add_undertaking(person=person, what="W", due_on=day, **acting)
        other = {"other": cast.person(cast.charlie), "about": "A"}
        services.open_conversation(**other, by=cast.bob, at=now)

    more()
    pages = [INDEX, at("show", shown)]
    few = [queries_of(browser, page) for page in pages]
    for _ in range(10):
        more()
    assert [queries_of(browser, page) for page in pages] == few
