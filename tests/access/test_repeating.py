"""What is sent twice under one key happens once: every form, every operation."""

import json

import pytest

from quarterdeck.domains.accounts.models import AnsweredRequest
from tests.access.policy import OK, PAIR, ROLES
from tests.access.routes import OPERATIONS, PAGES, named
from tests.access.stage import SAFE, Changes, carries_a_file, undone

pytestmark = pytest.mark.django_db
KEY = "3f1c7f0e-7a8e-4a53-9e34-000000000001"
WRITING_PAGES = [row for row in PAGES if row.method not in SAFE]
WRITING_OPERATIONS = [row for row in OPERATIONS if row.method not in SAFE]


def role_for(row) -> str | None:
    """Somebody signed in who may do it; who leads sees the most."""
    order = ("leader", "captain", "admin", "owner", *ROLES[1:], *PAIR)
    return next((role for role in order if getattr(row, role) == OK), None)


def body_of(stage, row):
    return row.body(stage.world) if callable(row.body) else row.body


def send_form(stage, row, role):
    body = {**body_of(stage, row), "request_key": KEY}
    return stage.ask(row, role, "page", body=body)


def send_operation(stage, row, role):
    body, program = body_of(stage, row), stage.programs[role]
    headers = {
        "Authorization": f"Bearer {stage.tokens[role]}",
        "Idempotency-Key": KEY,
    }
    if carries_a_file(body):
        return program.post(stage.url(row), body, headers=headers)
    whole = json.dumps(body), "application/json"
    return program.generic(row.method, stage.url(row), *whole, headers=headers)


def forget_answers():
    """As when the server died between the act and its answer."""
    AnsweredRequest.objects.all().delete()


def repeated(stage, row, send, *between) -> str:
    """Send again and again as somebody who may; say what is not as promised."""
    role = role_for(row)
    if role is None:
        return ""
    with undone():
        with Changes() as changes:
            first = send(stage, row, role)
        if not changes.after():
            # The control: a repeat of what does nothing would prove nothing.
            idle = f"{row.route} as {role}: {first.status_code}, changed nothing"
            return "" if row.route in IDLE else idle
        for prepare in (lambda: None, *between):
            prepare()
            with Changes() as changes:
                again = send(stage, row, role)
            if (twice := sorted(changes.after())) or again.status_code >= 500:
                return f"{row.route} as {role}: {again.status_code}, again {twice}"
    return ""


# Rows whose act has nothing to do in this world, or only looks.
IDLE = {
    "goals:edit_key_result",
    "settings:general",
    "people:restore",
    "people:stop_leading",
    "projects:edit_tasks",
    "projects:preview_tasks",
    "api:restore_person",
    "api:stop_leading_team",
    "api:edit_tasks",
}


@pytest.mark.parametrize("row", WRITING_PAGES, ids=named)
def test_a_form_that_is_sent_twice_counts_once(stage, row):
    assert repeated(stage, row, send_form) == ""


@pytest.mark.parametrize("row", WRITING_OPERATIONS, ids=named)
def test_an_operation_counts_once_though_its_first_answer_is_lost(stage, row):
    assert repeated(stage, row, send_operation, forget_answers) == ""
