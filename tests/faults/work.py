"""A job whose effect can be counted: one act in the chain for each time it happened."""

import time

import django_tasks
from django.utils import timezone

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.background_jobs import services as jobs


@django_tasks.task
def mark(number: int, seconds: float) -> None:
    for step in range(10):
        time.sleep(seconds / 10)
        jobs.report_progress(step, 10)
    with jobs.completing(result=number):
        activity.record(
            by=None,
            verb="test.marked",
            subject=User(pk=number),
            at=timezone.now(),
            audience=activity.only(),
        )
        time.sleep(seconds / 10)
