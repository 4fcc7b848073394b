"""Thanks that were given already: better words, and thanks said in person."""

import pytest
from django.utils import timezone

from quarterdeck.domains.feedback.models import Recognition, ThankedInPerson

pytestmark = pytest.mark.django_db


@pytest.fixture
def given(as_user, cast, value):
    body = {
        "words": "You stayed calm.",
        "people": [cast.person(cast.bob).pk],
        "value": value.pk,
        "team": "0",
    }
    as_user(cast.alice).post("/feedback/recognition/give/", body)
    return Recognition.objects.get()


def test_the_giver_edits_and_the_reader_sees_that(as_user, cast, given):
    url = f"/feedback/recognition/{given.pk}/"
    assert f"{url}edit/" in as_user(cast.alice).get(url).text
    form = as_user(cast.alice).get(f"{url}edit/").text
    assert "You stayed calm." in form
    as_user(cast.alice).post(f"{url}edit/", {"words": "Calm all day.", "version": "1"})
    page = as_user(cast.bob).get(url).text
    assert "Calm all day." in page and "· edited" in page
    assert "How it read before" in page and "You stayed calm." in page
    assert f"{url}edit/" not in page


def test_nobody_else_edits(as_user, cast, given):
    url = f"/feedback/recognition/{given.pk}/edit/"
    assert as_user(cast.bob).get(url).status_code == 403
    assert as_user(cast.dana).get(url).status_code == 404
    assert as_user(cast.alice).delete(url).status_code == 405


def test_a_save_from_an_older_page_is_answered_with_both_texts(as_user, cast, given):
    url = f"/feedback/recognition/{given.pk}/edit/"
    client = as_user(cast.alice)
    client.post(url, {"words": "Calm all day.", "version": "1"})
    answer = client.post(url, {"words": "Mine", "version": "1"})
    assert answer.status_code == 409
    assert "Calm all day." in answer.text and "Mine" in answer.text


def test_thanks_in_person_are_marked_and_unmarked(as_user, cast):
    client, today = as_user(cast.alice), timezone.now().date()
    bob = cast.person(cast.bob)
    url = f"/feedback/recognition/in-person/{bob.pk}/"
    page = client.post(url, {"on": str(today)}, follow=True).text
    mark = ThankedInPerson.objects.get()
    assert "Only you see this" in page and f"in-person/{mark.pk}/unmark/" in page
    other = as_user(cast.bob)
    unmark = f"/feedback/recognition/in-person/{mark.pk}/unmark/"
    assert other.post(unmark).status_code == 404
    as_user(cast.alice).post(unmark)
    assert not ThankedInPerson.objects.exists()


def test_a_day_has_to_be_said(as_user, cast):
    url = f"/feedback/recognition/in-person/{cast.person(cast.bob).pk}/"
    assert "on which day" in as_user(cast.alice).post(url, follow=True).text
    assert as_user(cast.charlie).post(url, {"on": "2026-05-01"}).status_code == 403
    assert as_user(cast.alice).get(url).status_code == 405
