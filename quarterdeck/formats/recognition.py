"""Which family of format a file belongs to, judged by its content."""

from xml.etree.ElementTree import Element

from .archives import open_archive
from .foreign import refuse_archive, refuse_foreign, refuse_xml
from .github import GITHUB
from .jira import JIRA, JIRA_XML
from .limits import Limits
from .listings import ASANA, LINEAR, TICKTICK, TODOIST
from .profiles import Profile
from .redmine import REDMINE, REDMINE_TIMES, REDMINE_USERS
from .refusals import Refused
from .sources import Source
from .text import encoding_of
from .xml import local, root_of

PROJECT_NAMESPACE = "http://schemas.microsoft.com/project"
PROFILES = (
    JIRA, ASANA, LINEAR, TODOIST, TICKTICK, REDMINE_USERS, REDMINE, GITHUB, JIRA_XML,
)  # fmt: skip
TITLES = {
    "mspdi": "Microsoft Project XML",
    "trello": "Trello board",
    "json": "JSON list",
    "csv": "CSV table",
    "xlsx": "Excel workbook",
    **{profile.format: profile.title for profile in PROFILES},
}


def family_of(source: Source, limits: Limits) -> str:
    """ "mspdi", "jira_xml", "json", "xlsx" or "csv".

    Refused when the file is of a kind that is recognised and not read.
    """
    raw = source.raw
    if raw.startswith(b"PK\x03\x04"):
        names = set(open_archive(raw, limits).namelist())
        if "xl/workbook.xml" not in names:
            refuse_archive(names)
        return "xlsx"
    refuse_foreign(source)
    start = _first_character(raw)
    if start == "<":
        return _xml_family(root_of(raw, limits))
    return "json" if start in "{[" and start else "csv"


def _first_character(raw: bytes) -> str:
    encoding, _ = encoding_of(raw)
    head = raw[:8192].decode(encoding, errors="ignore").lstrip()
    return head[:1]


def _xml_family(root: Element) -> str:
    name, tag = local(root.tag), str(root.tag)
    if tag == f"{{{PROJECT_NAMESPACE}}}Project":
        return "mspdi"
    if tag == "rss":
        return "jira_xml"
    refuse_xml(name, tag.partition("}")[0] if "}" in tag else "")
    raise AssertionError


def profile_of(names: set[str]) -> Profile | None:
    """The program whose table has these normalised headers, if one is known."""
    if names >= REDMINE_TIMES:
        raise Refused(
            "This is a Redmine list of time entries; export the issues instead, "
            "which carry the hours spent."
        )
    return next((profile for profile in PROFILES if profile.matches(names)), None)
