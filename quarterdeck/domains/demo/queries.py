"""Is this a demo, and is there room for one?"""

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.organization.models import Organization

from .models import DemoOrganization


def get_demo() -> DemoOrganization | None:
    """Return the demo this instance shows, or None where the work is real."""
    return DemoOrganization.objects.filter(pk=1).first()


def is_empty() -> bool:
    """Nobody has signed up here and no command has filled it."""
    return not User.objects.exists() and not Organization.objects.exists()
