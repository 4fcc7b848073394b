"""Who reads that something was done; never its words."""

from quarterdeck.domains.activity import services as activity

from ..models import Feedback, FeedbackReader, FeedbackRequest, Recognition


def readers_of(feedback: Feedback) -> list[int]:
    rows = FeedbackReader.objects.filter(feedback=feedback)
    return list(rows.values_list("user_id", flat=True))


def writer_alone(feedback: Feedback) -> activity.Audience:
    return activity.private(feedback.written_by_id)


def all_who_read(feedback: Feedback) -> activity.Audience:
    return activity.private(feedback.written_by_id, *readers_of(feedback))


def those_asked(request: FeedbackRequest) -> activity.Audience:
    rows = request.asked.values_list("user_id", flat=True)
    return activity.private(request.asked_by_id, *rows)


def those_thanked(recognition: Recognition) -> activity.Audience:
    rows = recognition.receivers.values_list("user_id", flat=True)
    return activity.private(recognition.given_by_id, *rows)


def team_and_thanked(recognition: Recognition) -> activity.Audience:
    """The team that may read it, and those thanked wherever they are."""
    between = those_thanked(recognition)
    if recognition.team_id is None:
        return between
    for_team = activity.team(recognition.team_id)
    return activity.Audience(for_team.kind, recognition.team_id, between.user_ids)
