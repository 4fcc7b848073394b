"""Clear the demo away: for admins, after saying what goes and what stays."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from quarterdeck.domains.demo import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell


@require_http_methods(["GET", "POST"])
def remove(request: Request) -> HttpResponse:
    if not permissions.can_remove_demo(request.user):
        raise PermissionDenied
    if request.method == "POST":
        services.remove_demo(by=request.user, at=request.now)
        tell(request, "The demo is removed. Begin with your own teams.")
        return redirect("home:today")
    return render(request, "demo/remove.html", {"there": queries.get_demo()})
