"""What a table of routes cannot say: seen by whom it is for, the same silence for all
that is hidden, roles that end at once, foreign records in a body, foreign pages."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from quarterdeck.domains.accounts.services import deactivate_account
from quarterdeck.domains.organization.models import Role
from quarterdeck.domains.people.models import Membership
from quarterdeck.domains.projects.models import Milestone, Project, Task
from tests.access.policy import HIDDEN, OK, PAIR, ROLES
from tests.access.routes import OPERATIONS, PAGES, ROUTES, ROWS
from tests.access.stage import (
    BACKEND,
    SAFE,
    Changes,
    canaries_in,
    outcome,
    text_of,
    undone,
    writes,
)

pytestmark = pytest.mark.django_db
READING = [row for row in ROWS if row.method == "GET"]
NOWHERE = 9_000_000_000
# What differs between two askings of the very same page.
PASSING = re.compile(
    r'name="(csrfmiddlewaretoken|request_key)" value="[^"]*"|"X-CSRFToken": "[^"]*"'
)


def hidden_rows():
    for row in PAGES + OPERATIONS:
        role = next(
            (r for r in ("stranger", "guest") if getattr(row, r) == HIDDEN), None
        )
        if role and ROUTES.get(row.route):
            yield row, role


def test_every_private_text_is_seen_by_somebody_it_is_for(stage):
    """The positive control: a canary that nobody sees would prove nothing."""
    waiting = {c: set(roles) for c, roles in stage.world.secrets.items() if roles}
    for row, role in one_reader_each_then_the_next(set().union(*waiting.values())):
        if any(role in roles for roles in waiting.values()):
            with undone():
                way = "session" if row.route.startswith("api:") else "page"
                seen = canaries_in(stage.ask(row, role, way))
            for canary in seen & set(waiting):
                if role in waiting[canary]:
                    del waiting[canary]
    assert waiting == {}


def one_reader_each_then_the_next(roles):
    """Every page with one who may read it, then with another: most is seen at once."""
    readers = [
        (row, [role for role in (*ROLES, *PAIR) if role in roles and may(row, role)])
        for row in READING
        if row.route != "health"
    ]
    for turn in range(len(roles)):
        yield from ((row, those[turn]) for row, those in readers if turn < len(those))


def may(row, role) -> bool:
    return getattr(row, role) == OK


def test_what_is_hidden_and_what_is_not_there_look_the_same(stage):
    wrong = []
    for row, role in hidden_rows():
        way = "session" if row.route.startswith("api:") else "page"
        # Years, and words that are the same for all, are no secret; records are.
        given = row.arguments(stage.world) if row.arguments else {}
        known = {key: one for key, one in given.items() if not key.endswith("_id")}
        nowhere = dict.fromkeys(ROUTES[row.route], NOWHERE) | known
        missing = reverse(row.route, kwargs=nowhere)
        with undone():
            hidden = stage.ask(row, role, way)
            nothing = stage.ask(row, role, way, url=missing)
        same = PASSING.sub("", text_of(hidden)) == PASSING.sub("", text_of(nothing))
        if hidden.status_code != nothing.status_code or not same:
            wrong.append(f"{row.method} {row.route} as {role}")
    assert wrong == []


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS"])
def test_asking_about_a_page_writes_nothing(stage, method):
    wrong = []
    for row in READING:
        way = "token" if row.route.startswith("api:") else "page"
        with undone(), writes() as written:
            answer = stage.ask(row, "leader", way, method=method)
        if written or answer.status_code >= 500:
            wrong.append((row.route, answer.status_code, written))
    assert wrong == []


def test_no_other_method_than_the_promised_ones_does_anything(stage):
    promised = {}
    for row in PAGES:
        promised.setdefault(stage.url(row), set()).add(row.method)
    wrong = []
    for row in PAGES:
        for method in {"POST", "PUT", "PATCH", "DELETE"} - promised[stage.url(row)]:
            with undone(), writes() as written:
                answer = stage.ask(row, "leader", "page", method=method, body={})
            if written:
                wrong.append((method, row.route, answer.status_code, written))
    assert wrong == []


def test_every_unsafe_page_refuses_without_the_csrf_token(stage):
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    browser.force_login(stage.world.roles.leader, backend=BACKEND)
    wrong = []
    for row in PAGES:
        if row.method not in SAFE:
            with undone(), writes() as written:
                answer = browser.generic(row.method, stage.url(row))
            if answer.status_code != 403 or written:
                wrong.append((row.route, answer.status_code, written))
    assert wrong == []


FOREIGN = re.compile(r"^(project|task|before|after|parent|milestone)(_id)?$")


@pytest.fixture
def foreign(stage):
    """Records of another team, hidden from the leader of Support."""
    stamped = stage.world.stamped()
    team = stage.world.cast.kitchen
    project = Project.objects.create(
        name="K", team=team, visibility=Project.Visibility.TEAM, **stamped
    )
    task = Task.objects.create(title="K", project=project, **stamped)
    step = Milestone.objects.create(name="K", project=project, **stamped)
    kinds = {"project": project, "milestone": step}
    return lambda name: kinds.get(FOREIGN.match(name)[1], task).pk


def test_an_id_that_one_may_not_see_is_refused_inside_a_body(stage, foreign):
    tried, wrong = 0, []
    for row in PAGES + OPERATIONS:
        body = row.body(stage.world) if callable(row.body) else dict(row.body)
        for name in [n for n in body if FOREIGN.match(n) and row.method not in SAFE]:
            way = "token" if row.route.startswith("api:") else "page"
            with undone(), Changes() as changes:
                changed = {**body, name: foreign(name)}
                answer = stage.ask(row, "leader", way, body=changed)
                tried += 1
                if answer.status_code < 400 and changes.after():
                    wrong.append((row.method, row.route, name, answer.status_code))
    assert wrong == []
    assert tried > 0


def reads(stage, role):
    row = next(r for r in PAGES if r.route == "goals:tree" and r.method == "GET")
    operation = next(r for r in OPERATIONS if r.route == "api:list_goals")
    page, program = stage.ask(row, role, "page"), stage.ask(operation, role, "token")
    return outcome(page), outcome(program)


def test_a_deactivated_user_is_out_on_the_next_request(stage):
    roles = stage.world.roles
    with undone():
        assert reads(stage, "peer") == ("ok", "ok")
        deactivate_account(user=roles.peer, by=roles.admin, at=stage.world.at)
        assert reads(stage, "peer") == ("door", "door")


def test_a_role_that_is_taken_away_counts_on_the_next_request(stage):
    with undone():
        Role.objects.filter(user=stage.world.roles.peer).delete()
        assert reads(stage, "peer") == ("no", "door")


def test_who_no_longer_leads_no_longer_may(stage):
    row = next(r for r in PAGES if r.route == "goals:close")
    with undone():
        assert outcome(stage.ask(row, "leader", "page")) == OK
    with undone():
        Membership.objects.filter(person__user=stage.world.roles.leader).update(
            leads=False
        )
        assert outcome(stage.ask(row, "leader", "page")) == "no"
