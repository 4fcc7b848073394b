"""What the server loads."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quarterdeck.project.settings")
application = get_wsgi_application()


def settle() -> None:
    """Load every page's code now, and keep it out of all later garbage collections.

    What is loaded stays for good. Looking through half a million such objects time and
    again would hold up the answer that happens to be under way for a tenth of a second.
    """
    list(get_resolver().url_patterns)
    gc.collect()
    gc.freeze()


settle()
