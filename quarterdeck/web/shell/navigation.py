"""The places and their tabs, in one list. A place is shown when its first tab exists."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tab:
    label: str
    url_name: str
    rooms: tuple[str, ...] = ()  # rooms that are reached from this tab
    for_members: bool = False  # a guest has nothing there


@dataclass(frozen=True)
class Place:
    label: str
    icon: str
    key: str  # pressed after g
    tabs: tuple[Tab, ...]
    rooms: tuple[str, ...] = ()  # rooms without a tab of their own that belong here

    @property
    def url_name(self) -> str:
        return self.tabs[0].url_name


PLACES = (
    Place("Home", "house", "h", (Tab("Today", "home:today"),)),
    Place(
        "Goals",
        "target",
        "o",
        (
            Tab("Vision", "strategy:vision"),
            Tab("Goals", "goals:tree"),
            Tab("Coverage", "goals:coverage"),
        ),
    ),
    Place(
        "Projects",
        "list-checks",
        "p",
        (
            Tab("Tasks", "projects:tasks"),
            Tab("Board", "projects:board"),
            Tab("Timeline", "projects:timeline"),
            Tab("Plan", "planning:plan"),
            Tab("Projects", "projects:projects"),
        ),
        rooms=("imports",),
    ),
    Place(
        "People",
        "users",
        "t",
        (
            Tab("Team", "people:team"),
            Tab("1:1s", "one_on_ones:index", for_members=True),
            Tab("Feedback", "feedback:overview", for_members=True),
            Tab(
                "Development",
                "development:own",
                rooms=("training", "mentoring"),
                for_members=True,
            ),
            Tab(
                "Leading",
                "occasions:index",
                rooms=("circles", "conversations"),
                for_members=True,
            ),
            Tab("Hiring", "hiring:roles", for_members=True),
            Tab("Skills", "people:matrix"),
            Tab("Workload", "people:workload"),
        ),
        rooms=("organization",),
    ),
)
