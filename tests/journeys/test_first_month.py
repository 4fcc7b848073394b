"""The first month of a leader and of a member, in the demo and with people of a real file."""

from datetime import UTC, datetime

import pytest
import time_machine

from quarterdeck.domains.accounts.services import open_account
from quarterdeck.domains.demo.services import make_demo
from quarterdeck.domains.organization.services import give_role
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.strategy.models import Value
from tests.journeys import month as steps
from tests.journeys.test_main_job import work_until

MONDAY = datetime(2026, 6, 1, 7, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def account_of(name: str) -> Person:
    """Give somebody who stands in a file or a story an account to sign in with."""
    person = Person.objects.get(name=name)
    if person.user is None:
        email = person.email or f"{name.split()[0].lower()}@month.test"
        person.user = open_account(email=email, name=name, at=MONDAY)
        person.save(update_fields=["user"])
        give_role(user=person.user, name="member", at=MONDAY)
    return person


def test_in_the_demo(visit, transactional_db):
    make_demo(at=MONDAY)
    leader, member = account_of("Jonas Weber"), account_of("Nadia Haddad")
    walk(steps.month_of(visit, MONDAY, leader, member, "Counter"))


def test_with_people_of_a_real_file(visit, cast, samples):
    """Who comes from a file of a hundred is lead as those one typed in."""
    with time_machine.travel(MONDAY, tick=True):
        bring_in(visit(cast.dana), samples / "hr" / "bumbeishvili_data-oracle.csv")
    Value.objects.create(name="Care", created_at=MONDAY, updated_at=MONDAY)
    leader, member = account_of("Alexander Hunold"), account_of("Bruce Ernst")
    Membership.objects.filter(person=leader).update(leads=True)
    team = Membership.objects.get(person=member).team
    walk(steps.month_of(visit, MONDAY, leader, member, team.name))


def bring_in(here, file):
    page = steps.go(here, "/import/")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Read the file").click()
    work_until(page, "What was read")
    page.get_by_role("button", name="Take over").click()
    work_until(page, "Taken over")


def walk(month: steps.Month) -> None:
    with month.on_day(0):
        steps.leader_sets_out(month)
    with month.on_day(1):
        steps.member_arrives(month)
    with month.on_day(2):
        steps.they_meet(month)
    with month.on_day(8):
        steps.thanks_and_places(month)
    with month.on_day(11):
        steps.the_floor_goes_over(month)
    with month.on_day(21):
        steps.they_look_back(month)
