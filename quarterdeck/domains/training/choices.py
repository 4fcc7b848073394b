"""The words of training: forms, criteria, what becomes of a place, what is asked after."""

from dataclasses import dataclass

from django.db import models


class Form(models.TextChoices):
    """How a programme is taken."""

    UNKNOWN = "", "Not known"
    ON_SITE = "on_site", "On site"
    ONLINE = "online", "Online"
    SELF_PACED = "self_paced", "Self-paced"


class Per(models.TextChoices):
    PERSON = "person", "per person"
    GROUP = "group", "per group"


class Criterion(models.TextChoices):
    """What tells a good programme; the first four are asked of any provider."""

    EVIDENCE = "evidence", "Evidence of results"
    TRAINERS = "trainers", "Trainers who have led themselves"
    TAILORING = "tailoring", "Length and tailoring"
    SUPPORT = "support", "Support afterwards"
    NEEDS = "needs", "Begins with what is needed"
    FEEDBACK = "feedback", "Feedback while learning"
    PRACTICE = "practice", "Several methods, with practice"
    SPACED = "spaced", "Sessions spread over time"
    ON_SITE = "on_site", "On site"
    FACE_TO_FACE = "face_to_face", "Face to face"
    GUIDED = "guided", "Led by somebody, not self-administered"


@dataclass(frozen=True)
class Asked:
    """What to look for under a criterion."""

    question: str
    studied: bool  # whether it comes from the studies or from what one asks a provider


LOOK_FOR = {
    Criterion.EVIDENCE: Asked("Can it show cases of managers who took it?", False),
    Criterion.TRAINERS: Asked("Have those who teach it led teams themselves?", False),
    Criterion.TAILORING: Asked("Long enough, and made to fit your work?", False),
    Criterion.SUPPORT: Asked("Who helps to use it once the course is over?", False),
    Criterion.NEEDS: Asked("Does it ask first what your people lack?", True),
    Criterion.FEEDBACK: Asked("Does everybody hear how they do?", True),
    Criterion.PRACTICE: Asked("Is it told, shown and tried?", True),
    Criterion.SPACED: Asked("Several sessions with weeks between them?", True),
    Criterion.ON_SITE: Asked("Is it held where the work is?", True),
    Criterion.FACE_TO_FACE: Asked("Are trainer and learners in one room?", True),
    Criterion.GUIDED: Asked("Does somebody lead through it?", True),
}
SCORES = (
    (0, "no sign of it"),
    (1, "a little"),
    (2, "partly"),
    (3, "mostly"),
    (4, "fully"),
)
MOST_POINTS = 4
MOST_WEIGHT = 5
WEIGHT_AT_FIRST = 3  # all alike, until somebody says what matters more


class State(models.TextChoices):
    """Where a place in a programme stands."""

    ASKED = "asked", "Asked for"
    INVITED = "invited", "Invited"
    APPROVED = "approved", "Approved"
    DECLINED = "declined", "Declined"
    BOOKED = "booked", "Booked"
    ATTENDED = "attended", "Attended"
    MISSED = "missed", "Missed"
    CANCELLED = "cancelled", "Cancelled"


OPEN = (State.ASKED, State.INVITED, State.APPROVED, State.BOOKED)
SPENT = (State.ATTENDED, State.MISSED)


class Stage(models.TextChoices):
    """What is asked after a programme, on four levels; use is asked of two people."""

    REACTION = "reaction", "What did you make of it?"
    LEARNING = "learning", "What can you do now?"
    USE = "use", "Do you use it at work?"
    USE_SEEN = "use_seen", "Do they use it at work?"
    RESULT = "result", "What came of it?"


MARKS: dict[str, tuple[tuple[int, str], ...]] = {
    Stage.REACTION: (
        (0, "not useful for my work"),
        (1, "hardly useful"),
        (2, "fairly useful"),
        (3, "useful"),
        (4, "very useful"),
    ),
    Stage.LEARNING: (
        (0, "nothing new"),
        (1, "a little"),
        (2, "some things, with help"),
        (3, "some things, alone"),
        (4, "all of it, alone"),
    ),
    Stage.USE: (
        (0, "not at all"),
        (1, "once or twice"),
        (2, "now and then"),
        (3, "most weeks"),
        (4, "nearly every day"),
    ),
    Stage.RESULT: (
        (0, "it moved the wrong way"),
        (1, "it did not move"),
        (2, "it moved a little"),
        (3, "it moved"),
        (4, "it moved a lot"),
    ),
}
MARKS[Stage.USE_SEEN] = MARKS[Stage.USE]
# From this mark on an answer counts as a yes, and how that yes reads.
YES = {
    Stage.REACTION: (3, "found it useful"),
    Stage.LEARNING: (3, "can do something new alone"),
    Stage.USE: (3, "use it most weeks"),
    Stage.USE_SEEN: (3, "are seen to use it most weeks"),
    Stage.RESULT: (2, "saw their number move"),
}
