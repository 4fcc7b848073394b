"""The two ways in: what is this file, and what is in it."""

from collections.abc import Mapping
from pathlib import Path

from .delimited import read_delimited
from .jira_xml import read_jira_xml
from .json_lists import read_json, read_json_table
from .ledger import Ledger
from .limits import Limits
from .mspdi import read_mspdi
from .recognition import TITLES, family_of
from .records import Detection, Reading
from .refusals import Refused
from .sources import Source, open_source
from .tables import Table
from .tabular import VOCABULARY, detection_of, reading_of
from .text import encoding_of
from .workbooks import read_workbook

_LIMITS = Limits()


def detect(
    path: Path, *, name: str | None = None, limits: Limits = _LIMITS
) -> Detection:
    """Say what kind of file this is and how its columns would be read.

    ``name`` is the name the file had before it was stored under ``path``.
    Refused when the file is not of a kind that is read.
    """
    try:
        return _detect(open_source(path, name=name, limits=limits), limits)
    except Refused:
        raise
    except Exception as error:
        raise _unforeseen(error) from error


def read(
    path: Path,
    *,
    name: str | None = None,
    mapping: Mapping[str, str] | None = None,
    limits: Limits = _LIMITS,
) -> Reading:
    """Read a file into records, with an account of all that was left out.

    ``mapping`` names fields for columns of a table ("" leaves one out) and
    overrides what the headers suggest: {"Stunden": "estimate:days"}. Refused
    with one sentence when the file is not read; nothing else is raised.
    """
    try:
        source = open_source(path, name=name, limits=limits)
        return _read(source, mapping, limits)
    except Refused:
        raise
    except Exception as error:
        raise _unforeseen(error) from error


def _unforeseen(error: Exception) -> Refused:
    what = type(error).__name__
    return Refused(f"The file could not be read: {what} ({error!s:.80}).",
                   unexpected=True)  # fmt: skip


def _detect(source: Source, limits: Limits) -> Detection:
    family = family_of(source, limits)
    if family in ("mspdi", "jira_xml"):
        return Detection(format=family, title=TITLES[family], kind="tasks")
    ledger = Ledger(limits)
    if family == "json":
        found = read_json_table(source, limits, ledger)
        if isinstance(found, str):
            return Detection(format=found, title=TITLES[found], kind="tasks")
        family, table = found
        return detection_of(table, family=family, limits=limits, confidence=1.0)
    table = _table(source, family, limits, ledger, sample=True)
    _, confidence = encoding_of(source.raw) if family == "csv" else ("", 1.0)
    return detection_of(table, family=family, limits=limits, confidence=confidence)


def _read(source: Source, mapping: Mapping[str, str] | None, limits: Limits) -> Reading:
    family = family_of(source, limits)
    ledger = Ledger(limits)
    if family == "mspdi":
        return read_mspdi(source, limits, ledger)
    if family == "json":
        return read_json(source, mapping, limits, ledger)
    if family == "jira_xml":
        table = read_jira_xml(source, limits, ledger)
    else:
        table = _table(source, family, limits, ledger, sample=False)
    return reading_of(
        table, family=family, source=source.title, mapping=mapping, ledger=ledger
    )


def _table(
    source: Source, family: str, limits: Limits, ledger: Ledger, *, sample: bool
) -> Table:
    if family == "xlsx":
        return read_workbook(source.raw, limits, VOCABULARY, ledger)
    return read_delimited(source.raw, limits, VOCABULARY, sample=sample)
