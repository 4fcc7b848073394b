"""Files that are recognised and not read, with what to do instead."""

import re

from .refusals import Refused
from .sources import Source

_PROJECT_XML = "in it, choose Save As or Export and Microsoft Project XML"
_MAGIC = (
    (b"%PDF", "a PDF document; export the table it shows as CSV or XLSX"),
    (b"\x89PNG", "a picture; export the plan itself as CSV or XLSX"),
    (b"\xff\xd8\xff", "a picture; export the plan itself as CSV or XLSX"),
    (b"GIF8", "a picture; export the plan itself as CSV or XLSX"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"7z\xbc\xaf", "a compressed archive; unpack it first"),
    (b"Rar!", "a compressed archive; unpack it first"),
    (b"BZh", "a compressed file; unpack it first"),
    (b"SQLite format 3", "a database; export its tables as CSV"),
    (b"\x7fELF", "a program and not a plan"),
    (b"MZ\x90", "a program and not a plan"),
)
_OPENINGS = (
    (b"ERMHDR", f"a Primavera XER file; {_PROJECT_XML}"),
    (b"MPX", "a Microsoft Project MPX file; open it in Microsoft Project or "
     "ProjectLibre and save it as Microsoft Project XML"),
    (b"BEGIN:V", "an iCalendar file; it holds appointments and not tasks of a plan"),
    (b"file with basedata", "a scheduling benchmark (PSPLIB) and not a plan of people"),
    (b"jobs  (incl. super", "a scheduling benchmark (MMLIB) and not a plan of people"),
    (b"\\* Project Module", "a scheduling benchmark (MSLIB) and not a plan of people"),
    (b"=" * 50, "a scheduling benchmark (iMOPSE) and not a plan of people"),
)  # fmt: skip
_BY_SUFFIX = {
    ".dzn": "a MiniZinc data file and not a plan of people",
    ".tjp": "a TaskJuggler project, which is a program; let TaskJuggler report its "
    "tasks as CSV",
    ".tji": "a part of a TaskJuggler project, which is a program; let TaskJuggler "
    "report its tasks as CSV",
    ".rcp": "a scheduling benchmark and not a plan of people",
    ".md": "a text and not a table of tasks or people",
}
_TASKJUGGLER = re.compile(
    rb'(?:\s|#[^\n]*\n|/\*.*?\*/)*(?:project\s+(?:\w+\s+)?"|macro\s+\w+\s*\[)',
    re.DOTALL,
)
_MINIZINC = re.compile(rb"(?:\s|%[^\n]*\n)*\w+\s*=\s*(?:\[|\d+;)")
_NUMBERS_ONLY = re.compile(rb"[\s\d:.,+-]+")


def refuse_foreign(source: Source) -> None:
    """Refuse formats known by their first bytes or their ending."""
    head = source.raw[:4096]
    for opening, what in _MAGIC:
        if head.startswith(opening):
            raise Refused(f"This is {what}.")
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        _refuse_compound(source)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for opening, what in _OPENINGS:
        if start.startswith(opening) or (len(opening) > 16 and opening in head):
            raise Refused(f"This is {what}.")
    if _TASKJUGGLER.match(head):
        raise Refused(f"This is {_BY_SUFFIX['.tjp']}.")
    if _MINIZINC.match(head):
        raise Refused(f"This is {_BY_SUFFIX['.dzn']}.")
    if source.suffix in _BY_SUFFIX:
        raise Refused(f"This is {_BY_SUFFIX[source.suffix]}.")
    if _NUMBERS_ONLY.fullmatch(head):
        raise Refused("The file holds only numbers; it is no table of tasks or people.")


def _refuse_compound(source: Source) -> None:
    """Old Office files: Project and Excel share one container."""
    words = ("Workbook", "MSProject", "Props", "WordDocument", "EncryptedPackage")
    names = {word: word.encode("utf-16-le") in source.raw for word in words}
    if names["EncryptedPackage"]:
        raise Refused("The workbook is encrypted; save it without a password.")
    if names["Workbook"] and source.suffix != ".mpp":
        raise Refused("This is an old Excel file (XLS); save it as XLSX.")
    if names["WordDocument"]:
        raise Refused("This is a Word document; put its table into a CSV or XLSX file.")
    if source.suffix == ".mpp" or names["MSProject"] or names["Props"]:
        raise Refused(
            "This is a Microsoft Project MPP file; in Microsoft Project choose "
            "Save As and the type XML."
        )
    raise Refused("This is an old Office file; save it as XLSX or as CSV.")


def refuse_xml(root: str, namespace: str) -> None:
    """Refuse XML by its root element."""
    if root == "APIBusinessObjects":
        raise Refused(f"This is a Primavera P6 XML file; {_PROJECT_XML}.")
    if root == "project" and not namespace:
        raise Refused(
            "This is a GanttProject file; in GanttProject choose Export and "
            "Microsoft Project."
        )
    if root == "html":
        raise Refused("This is a web page; export the table it shows as CSV or XLSX.")
    raise Refused(
        f"This XML file (root element “{root[:40]}”) is of no known kind; "
        "Microsoft Project XML and Jira XML are read."
    )


def refuse_archive(names: set[str]) -> None:
    """Refuse zip archives that are not XLSX workbooks."""
    if "mimetype" in names and "content.xml" in names:
        raise Refused("This is an OpenDocument file; save it as XLSX.")
    if "word/document.xml" in names:
        raise Refused("This is a Word document; put its table into a CSV or XLSX file.")
    if "xl/workbook.bin" in names:
        raise Refused("This is a binary workbook (XLSB); save it as XLSX.")
    raise Refused("This is a zip archive; unpack it and choose one file of it.")
