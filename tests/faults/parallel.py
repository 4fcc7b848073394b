"""A world to quarrel over, and requests that are sent at the very same moment."""

import http.client
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

SECRET = "a" * 32  # the same in cookie and form is what the server asks for
WORLD = """
from datetime import timedelta
from importlib import import_module
from django.conf import settings
from django.utils import timezone
from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.accounts.services import SCOPES, make_token
from quarterdeck.domains.goals.services import add_goal
from quarterdeck.domains.organization.models import Role
from quarterdeck.domains.organization.services import give_role
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.planning.models import Proposal, ProposedChange
from quarterdeck.domains.projects import services as work
from tests.journeys.visit import BACKEND
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

at = timezone.now()
dana = User.objects.get(email="dana@acme.test")
team = Membership.objects.get(person__user=dana).team
bob = User(email="bob@acme.test", name="Bob", date_joined=at)
bob.set_unusable_password()
bob.save()
give_role(user=bob, name=Role.Name.MEMBER, at=at)
stamps = {"created_at": at, "updated_at": at}
person = Person.objects.create(name="Bob", user=bob, email=bob.email, **stamps)
Membership.objects.create(person=person, team=team, since=at.date())

def key_of(user):
    return make_token(user=user, name="quarrel", scopes=list(SCOPES), at=at)

session = import_module(settings.SESSION_ENGINE).SessionStore()
session[SESSION_KEY] = str(dana.pk)
session[BACKEND_SESSION_KEY] = BACKEND
session[HASH_SESSION_KEY] = dana.get_session_auth_hash()
session.save()
project = work.add_project(name="Shop", team=team, by=dana, at=at)
task, planned, handed = [
    work.add_task(title=title, project=project, by=dana, at=at)
    for title in ("Shelf", "Till", "Sign")
]
proposal = Proposal.objects.create(
    team=team, asked_by=dana, asked_at=at, state=Proposal.State.READY
)
ProposedChange.objects.create(
    proposal=proposal, task=planned, people_before=[], people_after=[person.pk],
    start_after=at, end_after=at + timedelta(days=1),
)
delegation = work.delegate_task(
    task=handed, receiver=person, expected_result="A sign", by=dana, at=at,
    follow_up_on=(at + timedelta(days=7)).date(),
)
goal = add_goal(title="Open", why="To sell", by=dana, at=at)
print(json.dumps({
    "dana": key_of(dana), "bob": key_of(bob), "session": session.session_key,
    "cookie": settings.SESSION_COOKIE_NAME, "team": team.pk, "project": project.pk,
    "task": task.pk, "version": task.version, "proposal": proposal.pk,
    "delegation": delegation.pk, "goal": goal.pk,
}))
"""


class Quarrel:
    """Sends as many requests at once as are given; returns their answers."""

    def __init__(self, instance) -> None:
        self.instance = instance
        self.world = instance.python(WORLD)

    def all_at_once(self, *requests):
        """Each is (who, method, path, body), with headers at its end if it needs some.

        Every connection is open before the first one asks.
        """
        barrier = threading.Barrier(len(requests))

        def send(request):
            who, method, path, body, *more = request
            where = "127.0.0.1", self.instance.port
            connection = http.client.HTTPConnection(*where, timeout=30)
            connection.connect()
            barrier.wait(10)
            written, headers = self._written(who, body)
            connection.request(method, path, written, headers | dict(*more))
            answer = connection.getresponse()
            text = answer.read().decode()
            connection.close()
            return answer.status, text

        with ThreadPoolExecutor(len(requests)) as pool:
            return list(pool.map(send, requests))

    def api(self, method, path, body=None, who="dana"):
        """What one request alone is answered."""
        ((_, text),) = self.all_at_once((who, method, path, body))
        return json.loads(text)

    def _written(self, who, body):
        """A form of Dana's browser, or JSON under somebody's key."""
        if who == "browser":
            cookies = f"{self.world['cookie']}={self.world['session']}"
            headers = {
                "Cookie": f"{cookies}; csrftoken={SECRET}",
                "Content-Type": "application/x-www-form-urlencoded",
            }
            return urlencode({**body, "csrfmiddlewaretoken": SECRET}), headers
        headers = {
            "Authorization": f"Bearer {self.world[who]}",
            "Content-Type": "application/json",
        }
        return json.dumps(body), headers

    def upload(self, name: str, content: bytes):
        """Bring a file as a browser does."""
        edge = "----edge"
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"'
            f"\r\n\r\n{SECRET}\r\n--{edge}\r\nContent-Disposition: form-data;"
            f' name="file"; filename="{name}"\r\nContent-Type: text/plain\r\n\r\n',
            f"\r\n--{edge}--\r\n",
        ]
        headers = self._written("browser", {})[1]
        headers["Content-Type"] = f"multipart/form-data; boundary={edge}"
        where = "127.0.0.1", self.instance.port
        connection = http.client.HTTPConnection(*where, timeout=30)
        body = parts[0].encode() + content + parts[1].encode()
        connection.request("POST", "/import/receive/", body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def count(self, records: str, **which) -> int:
        """How many records of a kind there are: "goals.Goal", title="…"."""
        return self.instance.python(
            "from django.apps import apps\n"
            f"found = apps.get_model({records!r})._default_manager.filter(**{which!r})\n"
            "print(json.dumps(found.count()))"
        )
