import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.projects import queries, services

from .work import project, task


@pytest.fixture
def invoice(cast):
    return task(project(cast.support), "Import the invoices")


def test_a_block_shows_to_the_leader_until_it_is_cleared(cast, invoice, at):
    services.block_task(task=invoice, reason="No access", by=cast.bob, at=at)
    (block,) = queries.blocked_led_by(cast.alice)
    assert (block.reason, block.blocked_at) == ("No access", at)
    assert not queries.blocked_led_by(cast.bob)
    services.unblock_task(task=invoice, by=cast.bob, at=at)
    assert not queries.blocked_visible_to(cast.alice)
    services.block_task(task=invoice, reason="Again", by=cast.bob, at=at)
    assert [b.reason for b in queries.blocks_of(invoice)] == ["Again", "No access"]


def test_blocked_twice_and_cleared_twice_are_told(cast, invoice, at):
    services.block_task(task=invoice, reason="No access", by=cast.bob, at=at)
    with pytest.raises(services.TaskAlreadyBlocked):
        services.block_task(task=invoice, reason="Other", by=cast.bob, at=at)
    services.unblock_task(task=invoice, by=cast.bob, at=at)
    with pytest.raises(services.TaskNotBlocked):
        services.unblock_task(task=invoice, by=cast.bob, at=at)


def test_a_stranger_does_not_block_and_closed_work_is_not_blocked(cast, invoice, at):
    with pytest.raises(PermissionDenied):
        services.block_task(task=invoice, reason="R", by=cast.charlie, at=at)
    services.finish_task(task=invoice, by=cast.bob, at=at)
    invoice.refresh_from_db()
    with pytest.raises(services.TaskAlreadyClosed):
        services.block_task(task=invoice, reason="R", by=cast.bob, at=at)


def test_a_block_in_a_hidden_project_is_hidden(cast, at):
    own = task(project(cast.support, "Own", visibility="team"), "T")
    services.block_task(task=own, reason="R", by=cast.bob, at=at)
    assert not queries.blocked_visible_to(cast.charlie)
    assert queries.blocked_visible_to(cast.dana)


@pytest.mark.parametrize("close", [services.finish_task, services.cancel_task])
def test_closing_clears_the_block_and_undo_opens_it_again(cast, invoice, at, close):
    services.block_task(task=invoice, reason="No access", by=cast.bob, at=at)
    act = close(task=invoice, by=cast.bob, at=at)
    (block,) = queries.blocks_of(invoice)
    assert block.cleared_at == at
    undo = services.undo_act(activity_id=act.pk, by=cast.bob, at=at)
    block.refresh_from_db()
    assert block.cleared_at is None
    assert [b.reason for b in queries.blocked_led_by(cast.alice)] == ["No access"]
    services.undo_act(activity_id=undo.pk, by=cast.bob, at=at)
    block.refresh_from_db()
    assert block.cleared_at == at
    lines = [
        line for one in queries.acts_on(invoice, user=cast.bob) for line in one.lines
    ]
    assert [(x.before, x.after) for x in lines if x.field == "blocked"] == [
        ("yes", "no"),
        ("no", "yes"),
        ("yes", "no"),
    ]


def test_finishing_many_clears_their_blocks(cast, invoice, at):
    other = task(invoice.project, "Pay them")
    for one in (invoice, other):
        services.block_task(task=one, reason="No access", by=cast.bob, at=at)
    ids = [invoice.pk, other.pk]
    done = services.edit_tasks(
        task_ids=ids, changes={"status": "done"}, by=cast.bob, at=at
    )
    assert not queries.blocked_visible_to(cast.bob)
    services.undo_act(activity_id=done.act.pk, by=cast.bob, at=at)
    assert queries.blocked_visible_to(cast.bob).count() == 2


def test_editing_open_work_leaves_its_block(cast, invoice, at):
    services.block_task(task=invoice, reason="No access", by=cast.bob, at=at)
    services.edit_task(task=invoice, status="waiting", by=cast.bob, at=at)
    assert queries.blocked_visible_to(cast.bob).count() == 1
