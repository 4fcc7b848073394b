"""Everything this instance keeps about the person who asks, as one file."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from quarterdeck.web.shell.http import Request


@require_GET
def export(request: Request) -> HttpResponse:
    return HttpResponse()
