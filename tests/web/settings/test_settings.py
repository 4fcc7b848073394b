import re

import pytest

from quarterdeck.domains.organization.models import Invitation, Organization, Role
from quarterdeck.domains.people.models import PublicHoliday


@pytest.fixture
def admin(as_user, cast):
    return as_user(cast.olga)


def test_the_overview_counts(admin):
    text = admin.get("/settings/").text
    assert "7 people" in text
    assert "3 teams" in text
    assert "1 without a lead" in text


def test_leading_opens_no_settings(as_user, cast):
    assert as_user(cast.dana).get("/settings/").status_code == 403


def test_the_organization_is_edited(admin):
    body = {
        "version": "1",
        "name": "Acme & Co",
        "time_zone": "Europe/Berlin",
        "country": "DE",
        "subdivision": "BE",
        "hours_per_day": "7.5",
        "currency": "CHF",
    }
    admin.post("/settings/general/", body)
    organization = Organization.objects.get()
    assert (organization.country, organization.currency) == ("DE", "CHF")
    admin.post("/settings/general/", {**body, "currency": "XXX"})
    assert Organization.objects.get().currency == "CHF"
    text = admin.post("/settings/general/", {**body, "subdivision": "XX"}).text
    assert "BB, BE, BW" in text


def test_links_are_shown_once_and_only_their_hash_is_kept(admin):
    body = {"lines": "Eve <eve@x.test>\nSam\n@", "role": "member", "days": "7"}
    text = admin.post("/settings/invite/", body).text
    assert text.count("/join/") == 2
    assert "this is no e-mail address" in text
    assert Invitation.objects.count() == 2
    assert "/join/" not in admin.get("/settings/roles/").text
    one = Invitation.objects.get(name="Sam")
    admin.post(f"/settings/invitations/{one.pk}/revoke/")
    assert "Sam" not in admin.get("/settings/roles/", follow=True).text.split("Open")[1]


def test_a_role_is_changed_and_taken(admin, cast):
    url = f"/settings/roles/{cast.bob.pk}/change/"
    admin.post(url, {"role": "guest"})
    assert Role.objects.get(user=cast.bob).name == "guest"
    admin.post(url, {"role": "none"})
    cast.bob.refresh_from_db()
    assert not cast.bob.is_active
    assert "no access" in admin.get("/settings/roles/?q=bob").text
    admin.post(url, {"role": "member"})
    cast.bob.refresh_from_db()
    assert cast.bob.is_active
    assert Role.objects.get(user=cast.bob).name == "member"
    answer = admin.post(f"/settings/roles/{cast.olga.pk}/change/", {"role": "member"})
    assert answer.status_code == 409
    assert "only admin" in answer.text


def test_a_link_for_a_lost_password_is_shown_once_and_works_once(admin, client, cast):
    text = admin.post(f"/settings/roles/{cast.bob.pk}/link/").text
    path = re.search(r"/sign-in/link/[^\"]+", text)[0]
    assert client.post(path).status_code == 302
    assert client.session["_auth_user_id"] == str(cast.bob.pk)
    assert client.post(path).status_code == 409


def test_a_closed_account_gets_no_link(admin, cast):
    answer = admin.post(f"/settings/roles/{cast.dora.pk}/link/")
    assert answer.status_code == 409
    assert "no access" in answer.text


def test_holidays_are_looked_at_then_taken_over(admin):
    place = {"country": "DE", "subdivision": "BE", "year": "2026"}
    text = admin.get("/settings/holidays/", place).text
    assert "Women&#x27;s Day" in text
    days = ["2026-03-08", "2026-05-01", "2026-12-24"]  # the last is none
    admin.post("/settings/holidays/take-over/", {**place, "day": days})
    kept = PublicHoliday.objects.order_by("on").values_list("on", flat=True)
    assert [day.isoformat() for day in kept] == days[:2]
    admin.post("/settings/holidays/take-over/", {**place, "day": days})
    assert PublicHoliday.objects.count() == 2


def test_an_own_day_is_added_and_removed(admin):
    admin.post("/settings/holidays/add/", {"on": "2026-08-08", "name": "Feast"})
    day = PublicHoliday.objects.get()
    admin.post(f"/settings/holidays/{day.pk}/remove/")
    assert not PublicHoliday.objects.exists()
