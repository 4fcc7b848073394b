"""The board in a browser: a card moves by its menu, by keys and by the pointer."""

import pytest
from playwright.sync_api import expect

from quarterdeck.domains.projects.services import add_project, add_task


@pytest.fixture
def board(visit, cast):
    by = {"by": cast.alice, "at": cast.at}
    project = add_project(name="Refunds", why="They wait", team=cast.support, **by)
    for title in ("Call the bank", "Write the letter"):
        add_task(title=title, project=project, **by)
    here = visit(cast.alice)
    here.go("/projects/board/")
    return here


def column(page, status):
    return page.locator(f'.column[data-status="{status}"]')


def card(where, title="Call the bank"):
    return where.locator(".task", has_text=title)


def test_a_card_moves_by_menu_by_keys_and_by_pointer(board):
    page = board.page
    todo, doing, waiting = (column(page, s) for s in ("todo", "doing", "waiting"))

    card(todo).locator("summary").click()
    card(todo).get_by_role("button", name="Doing").click()
    expect(card(doing)).to_be_visible()
    expect(page.locator("#notices")).to_contain_text("is now in Doing")
    expect(card(doing).locator(".name")).to_be_focused()

    page.keyboard.press("Shift+ArrowRight")
    expect(card(waiting)).to_be_visible()
    expect(card(waiting).locator(".name")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(card(todo, "Write the letter").locator(".name")).to_be_focused()

    card(waiting).drag_to(doing.locator("h2"))
    expect(card(doing)).to_be_visible()
    expect(card(waiting)).to_have_count(0)
    assert board.barriers_in_both_themes() == []
    board.picture("board")

    page.locator("#notices").get_by_role("button", name="Undo").click()
    expect(card(waiting)).to_be_visible()
    expect(card(doing)).to_have_count(0)
    page.reload()
    expect(card(waiting)).to_be_visible()


def test_a_phone_moves_cards_too(visit, cast, board):
    here = visit(cast.alice, phone=True)
    here.go("/projects/board/")
    todo = card(column(here.page, "todo"))
    todo.locator("summary").click()
    todo.get_by_role("button", name="Done").click()
    expect(card(column(here.page, "done"))).to_have_count(1)
    assert here.barriers_in_both_themes() == []
    here.picture("phone")
