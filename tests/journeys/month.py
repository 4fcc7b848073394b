"""What a leader and a member of their team do in their first month, week by week."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import time_machine
from playwright.sync_api import expect

from quarterdeck.domains.one_on_ones.models import Pair
from quarterdeck.domains.people.models import Person


@dataclass
class Month:
    """Two people of one team, each in a browser of their own."""

    begin: Any  # the first day, a Monday
    leader: Any
    member: Any
    them: Person  # the member
    lead: Person  # the leader
    team: str

    @contextmanager
    def on_day(self, number: int):
        """The server's clock on a day of the month; both sign in anew, as after a week."""
        with time_machine.travel(self.begin + timedelta(days=number), tick=True):
            self.leader.sign_in(self.lead.user)
            self.member.sign_in(self.them.user)
            yield

    def day(self, number: int) -> str:
        return (self.begin + timedelta(days=number)).date().isoformat()


def go(here, path):
    answer = here.go(path)
    assert answer.status == 200, (path, answer.status)
    return here.page


def press(here, name):
    """Press a button and wait for what it leads to."""
    button = here.page.get_by_role("button", name=name, exact=True).first
    button.click()
    here.settle()


def says(here, words):
    expect(here.page.locator("main")).to_contain_text(words)


def open_details(page, summary):
    page.locator("summary", has_text=summary).first.click()


def leader_sets_out(month: Month) -> None:
    """1:1s, a way in, a round that somebody else could lead, a place to learn."""
    here = month.leader
    page = go(here, "/one-on-ones/start/")
    page.get_by_label("With whom").fill(month.them.name)
    page.get_by_label("First 1:1 on").fill(month.day(2))
    press(here, "Start")
    says(here, month.them.name)

    page = go(here, "/hiring/templates/")
    if page.get_by_role("link", name="First week").count() == 0:
        press(here, "Use First week")
    page = go(here, f"/hiring/people/{month.them.pk}/start/")
    page.get_by_label("Template").select_option(label="First week")
    page.get_by_label("First day").fill(month.day(0))
    press(here, "Start")
    says(here, month.them.name)

    page = go(here, "/occasions/set-up/")
    page.get_by_label("Name").fill("Monday round")
    page.get_by_label("Team").select_option(label=month.team)
    page.get_by_label("First on").fill(month.day(14))
    press(here, "Set up")
    says(here, "Monday round")

    page = go(here, "/training/programmes/add/")
    page.get_by_label("Programme").fill("Saying it kindly")
    page.get_by_role("button", name="Add").click()
    here.settle()
    says(here, "Saying it kindly")


def member_arrives(month: Month) -> None:
    """The way in, the first 1:1, what moves them, what they would like to learn."""
    here = month.member
    page = go(here, "/")
    here.picture("home-of-the-member")
    says(here, f"Onboarding of {month.them.name}")
    meeting = f"1:1 with {month.lead.name} tomorrow"
    page.get_by_role("link", name=f"Prepare: {meeting}").click()
    here.settle()
    page.get_by_label("New topic").fill("Whom do I ask when you are not there?")
    press(here, "Add")
    expect(page.locator(".topics")).to_contain_text("Whom do I ask")

    page = go(here, "/one-on-ones/motivation/")
    page.get_by_label("Those I have 1:1s with").check()
    page.get_by_label("What motivates me").fill("Guests who come back.")
    press(here, "Save")

    page = go(here, "/development/")
    aim = page.get_by_role("textbox", name="To learn or become")
    if not aim.is_visible():
        open_details(page, "Add a goal")
    aim.fill("Settle a complaint alone")
    press(here, "Add the goal")
    says(here, "Settle a complaint alone")
    here.picture("development")


def they_meet(month: Month) -> None:
    """The first 1:1: talked, promised, closed."""
    pair = pair_of(month)
    here, other = month.leader, month.member
    page = go(here, f"/one-on-ones/{pair}/")
    says(here, "Guests who come back.")
    press(here, "Open the 1:1")
    press(here, "Close: Whom do I ask when you are not there?")
    open_details(page, "Write down a promise")
    page.locator("#promises").get_by_label("Promise").fill("A list of whom to ask")
    page.get_by_role("button", name="Promise", exact=True).click()
    expect(page.locator("#promises")).to_contain_text("A list of whom to ask")
    page.get_by_role("link", name="Close the 1:1").click()
    here.settle()
    press(here, "Close")
    go(other, f"/one-on-ones/{pair}/")
    says(other, "A list of whom to ask")


def thanks_and_places(month: Month) -> None:
    """The member asks for a place; the leader approves it, and says thanks."""
    here, other = month.leader, month.member
    page = go(other, "/training/")
    page.get_by_role("link", name="Saying it kindly").click()
    other.settle()
    page.get_by_label("What do you want it for?").fill("Hard words at the counter")
    press(other, "Ask for a place")

    page = go(here, "/")
    says(here, f"{month.them.name} asks for a place")
    go(here, "/training/")
    page.get_by_role("link", name="Look at Saying it kindly").click()
    here.settle()
    press(here, "Approve")
    says(here, f"{month.them.name} may go.")

    page = go(here, f"/feedback/recognition/give/?person={month.them.pk}")
    page.locator("#id_words").fill("You asked before you guessed.")
    page.locator("#id_value").select_option(index=1)
    press(here, "Thank")
    says(here, "Your thanks are told")
    go(other, "/")
    says(other, "You asked before you guessed.")


def the_floor_goes_over(month: Month) -> None:
    """The member would like to lead the round; the rotation proposes them."""
    here, other = month.leader, month.member
    page = go(other, "/occasions/")
    page.get_by_role("link", name="Monday round").click()
    other.settle()
    press(other, "I would like to")
    page = go(here, "/occasions/")
    page.get_by_role("link", name="Monday round").click()
    here.settle()
    says(here, f"The rotation proposes {month.them.name}: has not led it yet.")
    press(here, "Take the proposals")
    here.picture("turns")
    go(here, "/occasions/mine/")


def they_look_back(month: Month) -> None:
    """After the first round: what went well; feedback upward; the leader's own aim."""
    here, other = month.leader, month.member
    page = go(other, "/occasions/")
    page.get_by_role("link", name="Monday round").click()
    other.settle()
    page.get_by_role("link", name="15 June").first.click()
    other.settle()
    page.get_by_label("What went well").fill("Everybody had a word.")
    press(other, "Keep")

    page = go(other, f"/feedback/give/?person={month.lead.pk}")
    page.locator("#id_situation").fill("In the round on Monday.")
    page.locator("#id_behavior").fill("You stood in the last row and said nothing.")
    page.locator("#id_impact").fill("So the others turned to me.")
    page.get_by_label(f"Only {month.lead.name}").check()
    press(other, "Give feedback")

    page = go(here, "/")
    page.get_by_role(
        "link", name=f"Read: {month.them.name} gave you feedback"
    ).first.click()
    page.wait_for_selector("text=Read by you")
    says(here, "So the others turned to me.")

    page = go(here, "/development/own-plan/")
    page.get_by_label("What I want of my leading and managing").fill("Speak last.")
    page.locator("form", has=page.get_by_label("What I want")).get_by_role(
        "button", name="Keep", exact=True
    ).click()
    here.settle()
    go(here, "/development/own-plan/")
    expect(page.get_by_label("What I want of my leading and managing")).to_have_value(
        "Speak last."
    )
    here.picture("own-plan")


def pair_of(month: Month) -> int:
    first, second = sorted([month.lead.pk, month.them.pk])
    return Pair.objects.get(first_id=first, second_id=second).pk


def month_of(visit, begin, leader: Person, member: Person, team: str) -> Month:
    return Month(begin, visit(), visit(), member, leader, team)
