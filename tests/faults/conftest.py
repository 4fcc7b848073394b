import pytest

from .instance import Instance

FOUND = """
from django.utils import timezone
from quarterdeck.domains.accounts.services import SCOPES, make_token
from quarterdeck.domains.people.services import begin
at = timezone.now()
user = begin(organization="Acme", name="Dana", email="dana@acme.test", password=None, at=at)
scopes = [scope for scope in SCOPES if scope.startswith("goals")]
token = make_token(user=user, name="writer", scopes=scopes, at=at)
print(json.dumps(token))
"""


@pytest.fixture(scope="session")
def ready(tmp_path_factory):
    """An instance that has its tables, its organization and a key to its API."""
    ready = Instance(tmp_path_factory.mktemp("ready"))
    try:
        ready.command("migrate", "--verbosity=0")
        ready.token = ready.python(FOUND)
        yield ready
    finally:
        ready.end()


@pytest.fixture
def instance(ready, tmp_path):
    """A copy of it to break."""
    instance = Instance(tmp_path, like=ready)
    instance.token = ready.token
    try:
        yield instance
    finally:
        instance.end()
