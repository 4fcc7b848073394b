"""Every address of the program; the tests compare them with the policy table."""

from django.urls import include, path

from quarterdeck.api.v1 import api

from .health import health

urlpatterns = [
    path("health/", health, name="health"),
    path("api/v1/", api.urls),
    path("", include("quarterdeck.web.home.urls")),
    path("goals/", include("quarterdeck.web.goals.urls")),
    path("training/", include("quarterdeck.web.training.urls")),
    path("development/", include("quarterdeck.web.development.urls")),
    path("mentoring/", include("quarterdeck.web.mentoring.urls")),
    path("vision/", include("quarterdeck.web.strategy.urls")),
    path("projects/", include("quarterdeck.web.projects.urls")),
    path("import/", include("quarterdeck.web.imports.urls")),
    path("plan/", include("quarterdeck.web.planning.urls")),
    path("people/", include("quarterdeck.web.people.urls")),
    path("one-on-ones/", include("quarterdeck.web.one_on_ones.urls")),
    path("circles/", include("quarterdeck.web.circles.urls")),
    path("conversations/", include("quarterdeck.web.conversations.urls")),
    path("occasions/", include("quarterdeck.web.occasions.urls")),
    path("hiring/", include("quarterdeck.web.hiring.urls")),
    path("feedback/", include("quarterdeck.web.feedback.urls")),
    path("settings/", include("quarterdeck.web.settings.urls")),
    path("forget/", include("quarterdeck.web.erasure.urls")),
    path("", include("quarterdeck.web.organization.urls")),
    path("jobs/", include("quarterdeck.web.background_jobs.urls")),
    path("demo/", include("quarterdeck.web.demo.urls")),
    path("first-run/", include("quarterdeck.web.first_run.urls")),
    path("account/", include("quarterdeck.web.account.urls")),
    path("search/", include("quarterdeck.web.search.urls")),
    path("sign-in/", include("quarterdeck.web.sign_in.urls")),
    path("sign-in/", include("quarterdeck.web.sign_in.allauth_urls")),
]

handler400 = "quarterdeck.web.shell.errors.bad_request"
handler403 = "quarterdeck.web.shell.errors.denied"
handler404 = "quarterdeck.web.shell.errors.not_found"
handler500 = "quarterdeck.web.shell.errors.server_error"
