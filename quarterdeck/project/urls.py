"""Every address of the program; the tests compare them with the policy table."""

from django.urls import include, path

from quarterdeck.api.v1 import api

from .health import health

urlpatterns = [
    path("health/", health, name="health"),
    path("api/v1/", api.urls),
    path("", include("quarterdeck.web.home.urls")),
    path("goals/", include("quarterdeck.web.goals.urls")),
    path("first-run/", include("quarterdeck.web.first_run.urls")),
    path("sign-in/", include("quarterdeck.web.sign_in.urls")),
    path("sign-in/", include("allauth.urls")),
]
