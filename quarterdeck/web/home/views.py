"""Home: what needs me now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    return render(request, "home/today.html")
