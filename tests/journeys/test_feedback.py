"""A question, an answer, thanks from finished work; by leader and member, by keys."""

import pytest

from quarterdeck.domains.projects.models import Contributor, Project, Task
from quarterdeck.domains.strategy.models import Value


@pytest.fixture
def task(cast, at):
    Value.objects.create(name="Care", created_at=at, updated_at=at)
    project = Project.objects.create(
        name="Refunds", team=cast.support, why="Trust", created_at=at, updated_at=at
    )
    task = Task.objects.create(
        title="Call the bank",
        project=project,
        accountable=cast.person(cast.bob),
        created_at=at,
        updated_at=at,
    )
    Contributor.objects.create(task=task, person=cast.person(cast.alice), since=at)
    return task


def clean(here):
    assert here.barriers_in_both_themes() == []
    assert not here.is_wider_than_a_phone()
    assert here.troubles == []


def test_from_finished_work_to_thanks_and_an_answer(visit, cast, task):
    bob, alice = visit(cast.bob), visit(cast.alice)
    bob.go(f"/projects/tasks/{task.pk}/")
    bob.page.click("text=Finish")

    alice.go(f"/projects/tasks/{task.pk}/")
    alice.page.click("a:has-text('Thank')")
    clean(alice)
    alice.page.fill("#id_words", "You did not let go until it was settled.")
    alice.page.select_option("#id_value", label="Care")
    alice.page.focus("#id_value")
    alice.page.keyboard.press("Tab")
    alice.page.keyboard.press("Enter")
    alice.page.wait_for_selector("text=Your thanks are told")
    clean(alice)

    answer_and_read(bob, alice, task)


def answer_and_read(bob, alice, task):
    bob.go("/")
    assert bob.page.is_visible("text=You did not let go until it was settled.")
    bob.go(f"/projects/tasks/{task.pk}/")
    bob.page.click("text=Ask for feedback")
    clean(bob)
    bob.page.fill("#id_question", "What should I do again next time?")
    bob.page.check("text=Alice")
    bob.page.click("button:has-text('Ask')")
    bob.page.wait_for_selector("text=no answer yet")
    clean(bob)

    alice.go("/")
    alice.page.click("a[aria-label='Answer: Bob asks you for feedback']")
    clean(alice)
    alice.page.click("a:has-text('Answer')")
    assert alice.page.is_checked("input[value=person]")
    alice.page.fill("#id_situation", "When the bank put you off for the third time.")
    alice.page.fill("#id_behavior", "You asked for a name and a time.")
    alice.page.fill("#id_impact", "They called back within the hour.")
    clean(alice)
    alice.page.click("button:has-text('Give feedback')")
    alice.page.wait_for_selector("text=has not read it")
    clean(alice)

    bob.go("/")
    bob.page.click("a[aria-label='Read: Alice gave you feedback']")
    bob.page.wait_for_selector("text=Read by you")  # by opening, nothing pressed
    bob.page.click("button:has-text('Thank')")
    bob.page.wait_for_selector("text=Bob thanked for it")
    clean(bob)
    alice.page.reload()
    assert alice.page.is_visible("text=read it")


def test_a_draft_is_kept_when_one_pauses(visit, cast):
    bob = visit(cast.bob)
    bob.page.clock.install()
    bob.go(f"/feedback/give/?person={cast.person(cast.alice).pk}")
    bob.page.fill("#id_situation", "Half a thought")
    bob.page.clock.fast_forward(9_000)
    bob.page.wait_for_selector("text=Kept as a draft at")
    assert bob.page.url.endswith("/edit/")
    clean(bob)
    bob.page.reload()
    assert bob.page.input_value("#id_situation") == "Half a thought"
    bob.go("/feedback/")
    assert bob.page.is_visible("text=Your drafts")
    clean(bob)
