"""Home: what needs me now."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.web.shell.http import Request


@require_GET
def today(request: Request) -> HttpResponse:
    return render(request, "home/today.html")
