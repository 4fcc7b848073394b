"""What the café and the agency can learn, who went, and what they say of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Course:
    """A programme; `skills` as "Public speaking 3", scores as "criterion 3 words"."""

    key: str
    name: str
    provider: str
    topics: str
    form: str
    hours: int
    sessions: int
    over_days: int
    price: int
    skills: str
    trainers: str
    afterwards: str
    scores: tuple[tuple[str, int, str], ...]
    group_size: int = 0


@dataclass(frozen=True)
class Seat:
    """Somebody's place: the turns it took, how many days ago the last was, its answers."""

    who: str
    course: str
    turns: str
    days_ago: int
    why: str = ""
    answers: str = ""  # "reaction 4, learning 3"


# A table is read by its lines.
# fmt: off
TOPICS = (
    ("Conflict resolution", True), ("Strategic planning", True), ("Communication", True),
    ("Motivation", True), ("Team building", True), ("Crafts of the house", False),
)
COURSES = (
    Course(
        "talks", "Hard talks, calmly", "Harbour Adult School",
        "Conflict resolution, Communication",
        "on_site", 12, 4, 42, 340, "Handling complaints 4, Public speaking 3",
        "Two former restaurant managers", "An evening together after eight weeks",
        (
            ("evidence", 1, "Names three cafés; nobody counted anything"),
            ("trainers", 4, "Both ran a house of twenty"),
            ("tailoring", 3, "Uses our own cases"),
            ("support", 2, "One evening after eight weeks"),
            ("feedback", 4, "Every talk is played and discussed"),
            ("practice", 4, "Mostly practice"),
            ("spaced", 4, "Four evenings in six weeks"),
            ("face_to_face", 4, "In one room"),
            ("guided", 4, "Two trainers"),
        ),
    ),
    Course(
        "first", "Leading your first team", "North Coast College",
        "Strategic planning, Motivation, Team building", "on_site", 24, 6, 60, 900,
        "Project planning 4, Shift planning 4", "Lecturers; one led a sales team",
        "A group that meets three times",
        (
            ("evidence", 4, "A study with 60 leavers and their teams"),
            ("trainers", 2, "Two of five"),
            ("tailoring", 2, "One afternoon for own cases"),
            ("support", 4, "Three meetings afterwards, and a mentor"),
            ("needs", 2, "A form to fill in before"),
            ("feedback", 3, "After each day, in threes"),
            ("practice", 3, "Half of it is practice"),
            ("spaced", 4, "Six days in two months"),
            ("face_to_face", 4, ""),
            ("guided", 4, ""),
        ),
    ),
    Course(
        "clips", "Speak up", "Talkwell", "Communication", "self_paced", 6, 0, 0, 49,
        "Public speaking 2", "", "",
        (
            ("evidence", 0, "Stars from users, nothing else"),
            ("feedback", 0, "None"),
            ("practice", 1, "Films, a few tasks"),
            ("on_site", 0, ""),
            ("face_to_face", 0, ""),
            ("guided", 0, "Alone"),
        ),
    ),
    Course(
        "latte", "Milk and pour", "Rostrum Coffee", "Crafts of the house",
        "on_site", 8, 1, 1, 720,
        "Barista work 4", "A champion of the region", "", (), 6,
    ),
)
WENT = "asked approved booked attended"
SEATS = (
    Seat("jonas", "talks", "asked", 2, "Two complaints a week end at my table"),
    Seat("amina", "clips", "invited", 3, "For the quarterly round"),
    Seat("sam", "talks", WENT, 62, "To settle it without Jonas", "reaction 4, learning 3"),
    Seat("tom", "first", WENT, 66, "", "reaction 3, learning 3, use 3"),
    Seat("lina", "first", WENT, 66, "", "reaction 4, learning 4"),
    Seat("priya", "first", WENT, 66, "", "reaction 3, learning 2"),
    Seat("jonas", "first", WENT, 66, "", "reaction 4, learning 3, use 4"),
    Seat("maya", "first", WENT, 66, "", "reaction 1, learning 2"),
    Seat("ida", "latte", "asked approved booked", 4, "To teach Nadia"),
    Seat("nadia", "latte", "asked declined", 6, "I want to pour better"),
)
DECLINED = "In spring, when Ida is back from it and can show you first."
BUDGETS = (
    ("Café Lumen", 1_500, "Two evenings each, and one for the house"),
    ("North Agency", 9_000, ""),
)
COMPARED = ("For whoever leads a shift", ("talks", "first", "clips"))
WEIGHED = {"trainers": 5, "practice": 5, "support": 4, "on_site": 1}
# fmt: on
