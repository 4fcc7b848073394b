import pytest

from quarterdeck.domains.goals.models import Goal, KeyResult, Measurement

pytestmark = pytest.mark.django_db
NUMBERS = {"title": "K", "start": "0", "target": "5", "weight": "1"}


def url(row, act):
    return f"/goals/key-results/{row.pk}/{act}/"


def test_recording_a_value_moves_the_goal(as_user, cast, key_result, partial):
    body = {"value": "5", "note": "half way"}
    answer = as_user(cast.alice).post(url(key_result, "record"), body, headers=partial)
    assert answer.headers["HX-Retarget"] == "#goal"
    assert "50 %" in answer.text
    assert Measurement.objects.get().note == "half way"


@pytest.mark.parametrize("value", ["", "x", "nan", "inf", "1e99"])
def test_what_is_no_number_is_told_beside_the_field(as_user, cast, key_result, value):
    answer = as_user(cast.alice).post(url(key_result, "record"), {"value": value})
    assert 'class="problem"' in answer.text
    assert not Measurement.objects.exists()


def test_the_same_form_sent_twice_records_once(as_user, cast, key_result):
    body = {"value": "5", "request_key": "k"}
    for _ in range(2):
        as_user(cast.alice).post(url(key_result, "record"), body)
    assert Measurement.objects.count() == 1


def test_a_key_result_is_added(as_user, cast, make):
    goal = make("A")
    add = f"/goals/{goal.pk}/key-results/add/"
    as_user(cast.alice).post(add, NUMBERS)
    assert KeyResult.objects.get().target == 5
    answer = as_user(cast.alice).post(add, {**NUMBERS, "target": "0"})
    assert "Start and target are the same" in answer.text
    answer = as_user(cast.alice).post(add, {**NUMBERS, "weight": "0"})
    assert "more than nothing" in answer.text
    assert KeyResult.objects.count() == 1


def test_a_key_result_is_changed(as_user, cast, key_result):
    body = {**NUMBERS, "title": "New", "version": "1"}
    as_user(cast.alice).post(url(key_result, "edit"), body)
    assert KeyResult.objects.get().title == "New"


def test_removing_can_be_taken_back(as_user, cast, key_result):
    client = as_user(cast.alice)
    page = client.post(url(key_result, "remove"), follow=True).text
    assert url(key_result, "restore") in page
    client.post(url(key_result, "restore"))
    assert KeyResult.objects.get().removed_at is None


@pytest.mark.parametrize("act", ["edit", "record", "remove", "restore"])
def test_who_may_not_gets_403_and_a_guest_404(as_user, cast, key_result, act):
    body = {**NUMBERS, "version": "1", "value": "1"}
    assert as_user(cast.bob).post(url(key_result, act), body).status_code == 403
    assert as_user(cast.gwen).post(url(key_result, act), body).status_code == 404
    assert Goal.objects.get().progress is None


@pytest.mark.parametrize("act", ["record", "remove", "restore"])
def test_get_is_405(as_user, cast, key_result, act):
    assert as_user(cast.alice).get(url(key_result, act)).status_code == 405
