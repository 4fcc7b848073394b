"""What becomes of each kind of record, in the words of the page that tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

GRACE = timedelta(days=7)
SOMEBODY = "somebody"

# Of these rooms everybody who may look at the page may know how much there is. Of all
# others, new ones too, only the person: how much feedback somebody has is private.
OPEN_ROOMS = frozenset({"goals", "imports", "organization", "projects", "strategy"})

# What a room is called where its own name would not do.
ROOMS = {
    "accounts": "the account",
    "background_jobs": "background jobs",
    "one_on_ones": "1:1s",
    "people": "their card, hours and skills",
    "planning": "what-ifs",
}

GOES, UNLINKED = "goes", "unlinked"

# What a link to the person is called. A link that is not named here is told by the
# name of its table, so that the page never leaves one out.
WORDS = {
    "accounts.ApiToken.user": "tokens",
    "accounts.SavedView.user": "saved views",
    "development.DevelopmentGoal.person": "development goals, with their steps",
    "development.SkillProof.person": "skill evidence they showed",
    "development.SkillProof.asked": "skill evidence they were asked about",
    "feedback.AskedPerson.person": "questions that were put to them",
    "feedback.Feedback.receiver": "feedback written for them",
    "feedback.Feedback.writer": "feedback they gave; drafts go",
    "feedback.FeedbackRequest.asker": "questions they asked",
    "feedback.Recognition.giver": "thanks they gave",
    "feedback.RecognitionReceiver.person": "thanks they got",
    "goals.Goal.owner": "goals they own",
    "goals.GoalClosure.closed_by": "goals they closed",
    "goals.Measurement.measured_by": "measurements they wrote down",
    "imports.ImportRun.brought_by": "files they brought",
    "one_on_ones.Motivation.person": "what motivates them",
    "one_on_ones.Pair.first": "1:1 spaces, with everything in them, for both",
    "one_on_ones.Pair.second": "1:1 spaces, with everything in them, for both",
    "organization.Invitation.invited_by": "invitations they made",
    "people.Membership.person": "places in teams",
    "people.Person.manager": "people they manage",
    "people.PersonSkill.person": "skills",
    "people.TimeOff.person": "time off",
    "people.WorkingPattern.person": "working hours",
    "projects.Contributor.person": "places on tasks",
    "projects.Delegation.giver": "tasks they handed over: what was agreed about them",
    "projects.Delegation.receiver": "tasks they were handed: what was agreed about them",
    "projects.DelegationReply.person": "answers about those",
    "projects.Project.leader": "projects they lead",
    "projects.ProjectMember.person": "places in projects",
    "projects.Task.accountable": "tasks they answer for",
    "strategy.Vision.published_by": "versions of the vision they published",
}
# Links that say the same as another, or say nothing to anybody.
UNTOLD = frozenset(
    {
        "accounts.AccountOpening.confirmed_by",
        "accounts.AccountOpening.link_made_by",
        "accounts.AccountOpening.user",
        "accounts.OneTimeLink.made_by",
        "accounts.OneTimeLink.user",
        "feedback.AskedPerson.user",
        "feedback.Feedback.written_by",
        "feedback.FeedbackNote.user",
        "feedback.FeedbackReader.user",
        "feedback.FeedbackRequest.asked_by",
        "feedback.Recognition.given_by",
        "feedback.RecognitionReceiver.user",
        "organization.Role.user",
        "people.Person.user",
    }
)


@dataclass(frozen=True)
class Fate:
    """One kind of record, and what becomes of it; no number where that is private."""

    room: str
    what: str
    fate: str
    count: int | None


def rooms_in_words(rooms: Iterable[str]) -> list[str]:
    """Name each room once, as people call it."""
    return [ROOMS.get(room, room.replace("_", " ")) for room in sorted(set(rooms))]


def is_the_name(written: str, name: str) -> bool:
    """Whether what was typed is the name, whatever its spaces and capitals."""
    return _plain(written) == _plain(name)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
