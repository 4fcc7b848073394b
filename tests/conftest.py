"""The cast, and how to be one of them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kept_cast import KeptCast


# Monday, nine o'clock.
AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
KEPT_CAST: pytest.StashKey["KeptCast"] = pytest.StashKey()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    if kept := item.session.stash.get(KEPT_CAST, None):
        kept.before(item, AT)


@pytest.fixture
def at():
    """A fixed moment: Monday 1 June 2026, nine o'clock."""
    return AT


@pytest.fixture(autouse=True, scope="session")
def static_files_on_demand():
    """Every test client loads the middleware anew; it need not list all files each time."""
    from django.conf import settings

    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(autouse=True, scope="session")
def quick_passwords():
    """A fifth of a second to check a password is for those who guess."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def kept_cast(request, django_db_setup, django_db_blocker):
    from tests.kept_cast import KeptCast

    kept = request.session.stash[KEPT_CAST] = KeptCast(django_db_blocker.unblock)
    yield kept
    del request.session.stash[KEPT_CAST]
    kept.end()


@pytest.fixture
def cast(kept_cast, db, at):
    from tests.cast import Cast

    return kept_cast.copy() or Cast(at)


@pytest.fixture
def as_user(client):
    """Sign a user in on the test client: as_user(cast.alice).get(…)."""

    def sign_in(user):
        client.force_login(
            user, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    return sign_in


@pytest.fixture
def run_jobs(db, at):
    """Do what is in the queue here and now: run_jobs() returns all jobs."""
    from tests import jobs_running

    return lambda: jobs_running.run_jobs(at)


@pytest.fixture(scope="session")
def samples() -> Path:
    """Real files that stand beside the repository; not everybody has them."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "samples"
    if not folder.is_dir():
        pytest.skip("the folder of sample files is not beside this repository")
    return folder
