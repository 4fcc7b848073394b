"""What an ill-meaning file can do: be refused, quickly, in one sentence."""

import io
import json
import resource
import time
import zipfile

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quarterdeck.formats import Refused, detect, read
from tests.formats.conftest import project_xml, workbook

SECONDS = 3.0  # of processor time; 2 at most where nothing else runs
MEGABYTES = 300

ENTITIES = "".join(f'<!ENTITY e{n + 1} "&e{n};&e{n};">' for n in range(30))
HOSTILE = {
    "laughs.xml": lambda: (
        f'<!DOCTYPE x [<!ENTITY e0 "ha">{ENTITIES}]>' + project_xml("&e30;")[21:]
    ),
    "external.xml": lambda: (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        + project_xml("<Title>&e;</Title>")[21:]
    ),
    "dtd.xml": lambda: '<!DOCTYPE Project SYSTEM "http://127.0.0.1/x"><Project/>',
    "deep.xml": lambda: project_xml("<a>" * 200_000 + "</a>" * 200_000),
    "tasks.xml": lambda: project_xml("<Task></Task>" * 300_000),
    "elements.xml": lambda: project_xml("<X>" + "<a/>" * 4_000_000 + "</X>"),
    "inside.xml": lambda: project_xml("<X><Y>" + "<a><b/></a>" * 300_000 + "</Y></X>"),
    "attributes.xml": lambda: project_xml(
        "<X " + " ".join(f'a{n}=""' for n in range(900_000)) + "/>"
    ),
    "text.xml": lambda: project_xml("<Title>" + "x" * 19_000_000 + "</Title>"),
    "large.csv": lambda: b"title,b\n" + b"a,b\n" * 6_000_000,
    "cell.csv": lambda: 'title,b\nx,"' + "y" * 10_000_000 + '"\n',
    "line.csv": lambda: "title,b\nx," + "y" * 10_000_000,
    "commas.csv": lambda: "title,b\n" + "," * 19_000_000,
    "quoted_commas.csv": lambda: "title,b\n" + '"\n",,' * 3_000_000,
    "rows.csv": lambda: "title,b\n" + "a,\n" * 5_000_000,
    "unclosed.csv": lambda: 'title,b\n"a,b\n' + "a,b\n" * 1_000_000,
    "nul.csv": lambda: "title,b\n" + "a,b\n" * 50_000 + "a,\0\n",
    "zeros.csv": lambda: b"\0" * 1_000_000,
    "circle.csv": lambda: (
        "id,title,predecessors\n"
        + "".join(f"T{n},a,T{(n + 1) % 5000}\n" for n in range(5000))
    ),
    "links.csv": lambda: (
        "id,title,predecessors\n"
        + "".join(
            f"T{n},a,{';'.join(f'T{m}' for m in range(n))}\n" for n in range(900)
        )
    ),
    "deep.json": lambda: "[" * 100_000 + "]" * 100_000,
    "deep_objects.json": lambda: '{"a":' * 100_000 + "1" + "}" * 100_000,
    "lists.json": lambda: "[" + "[]," * 5_000_000 + "[]]",
    "keys.json": lambda: (
        "[{" + ",".join(f'"k{n}":1' for n in range(1_200_000)) + "}]"
    ),
    "numbers.json": lambda: "[" + "1," * 9_000_000 + "1]",
    "infinity.json": lambda: '[{"title": "a", "estimate": 1e999}]',
    "rows.xlsx": lambda: workbook("<row/>" * 4_000_000),
    "cells.xlsx": lambda: workbook(
        "".join(f'<row r="{n}"><c><v>{n * 7919 % 10007}</v></c></row>'
                for n in range(1, 250_000))
    ),
    "wide.xlsx": lambda: workbook('<row><c r="XFD1"><v>1</v></c></row>'),
    "texts.xlsx": lambda: workbook(
        '<row><c t="s"><v>0</v></c></row>',
        sharedStrings="<sst>" + "".join(f"<si><t>{n}</t></si>" for n in range(600_000))
        + "</sst>",
    ),
    "entity.xlsx": lambda: workbook(
        '<row><c t="s"><v>0</v></c></row>',
        sharedStrings='<!DOCTYPE x [<!ENTITY e "x">]><sst><si><t>&e;</t></si></sst>',
    ),
    "entries.xlsx": lambda: workbook("", **{f"x{n}": "" for n in range(2000)}),
    "damaged.xlsx": lambda: workbook("<row/>")[:-30],
    "lying.xlsx": lambda: lying_directory(),
}  # fmt: skip


def lying_directory():
    """A zip whose directory claims that ninety megabytes are one."""
    raw = workbook(" " * 90_000_000)
    size = (
        90_000_000 + len("<worksheet><sheetData></sheetData></worksheet>")
    ).to_bytes(4, "little")
    return raw.replace(size, (1_000_000).to_bytes(4, "little"))


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_in_time(put, name):
    path = put(name, HOSTILE[name]())
    start = time.process_time()
    with pytest.raises(Refused) as refusal:
        read(path)
    assert time.process_time() - start < SECONDS
    assert not refusal.value.unexpected
    assert len(str(refusal.value)) < 400
    assert str(refusal.value).endswith(".")


def test_the_size_is_looked_at_before_the_content(put):
    path = put("a.csv", b"title\n")
    with path.open("r+b") as stream:
        stream.truncate(5_000_000_000)
    with pytest.raises(Refused, match="4,768 MB"):
        read(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(Refused):
            read(path)


def test_an_encrypted_workbook_is_refused(put):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "x")
    raw = bytearray(stream.getvalue())
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Refused, match="encrypted"):
        read(put("a.xlsx", bytes(raw)))


def test_a_hundred_thousand_rows_fit_into_memory(put):
    rows = "".join(
        f"T{n},Prepare the report number {n},Done,Ann,2026-01-{n % 28 + 1:02},{n % 9}\n"
        for n in range(100_000)
    )
    path = put("a.csv", f"id,title,status,assignee,due date,estimate\n{rows}")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.process_time()
    assert len(read(path).tasks) == 100_000
    assert time.process_time() - start < 60
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert after - before < MEGABYTES


heads = st.sampled_from(
    [
        b"",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"PK\x03\x04",
        b"<",
        b"{",
        b"[{",
        b"title,",
        b"id;",
    ]
)


@settings(max_examples=300, deadline=None)
@given(head=heads, body=st.binary(max_size=300))
@example(head=b"\xff\xfe", body=b"\x00")
@example(head=b"<", body=b"?xml version='1.0' encoding='rot13'?><a/>")
@example(head=b"<", body=b"?xml version='1.0' encoding='utf-32'?><a/>")
def test_arbitrary_bytes_raise_nothing_but_refused(tmp_path_factory, head, body):
    path = tmp_path_factory.mktemp("any") / "a.bin"
    path.write_bytes(head + body)
    for look in (read, detect):
        try:
            msgspec.json.encode(look(path))
        except Refused as refusal:
            assert not refusal.unexpected, refusal


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(["cards", "lists", "name", "title", "id", "members",
                             "state", "number", "html_url", "labels", "checklists",
                             "actions", "type", "due", "data", "customFieldItems"]),
            inside, max_size=5)
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(value=json_values)
def test_arbitrary_json_raises_nothing_but_refused(tmp_path_factory, value):
    path = tmp_path_factory.mktemp("any") / "a.json"
    path.write_text(json.dumps(value))
    try:
        msgspec.json.encode(read(path))
    except Refused as refusal:
        assert not refusal.unexpected, refusal
