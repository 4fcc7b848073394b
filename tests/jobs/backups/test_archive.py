"""The file of a backup: what was altered, cut off or is something else is refused."""

import zipfile

import pytest

from quarterdeck.jobs.backups.archive import DamagedBackup, read_archive, write_archive


@pytest.fixture
def good(tmp_path):
    database = tmp_path / "quarterdeck.sqlite3"
    database.write_bytes(bytes(range(256)) * 400)
    write_archive(tmp_path / "good.zip", database, "the key", "2026-06-01", "1.0")
    return tmp_path / "good.zip"


def altered(good, entry):
    """The same archive, valid as a zip, with one bit of one entry changed."""
    bad = good.with_name("bad.zip")
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(bad, "w") as new:
        for name in old.namelist():
            content = bytearray(old.read(name))
            if name == entry:
                content[-1] ^= 1
            new.writestr(name, bytes(content))
    return bad


def test_what_was_written_is_read_back(good, tmp_path):
    manifest, key = read_archive(good, tmp_path / "out")
    assert (key, manifest.made_at) == ("the key", "2026-06-01")
    assert (tmp_path / "out").read_bytes() == bytes(range(256)) * 400


def test_only_its_owner_can_read_it(good):
    assert good.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "entry", ["quarterdeck.sqlite3", "secret_key", "manifest.json"]
)
def test_one_altered_bit_is_noticed(good, tmp_path, entry):
    with pytest.raises(DamagedBackup, match="damaged"):
        read_archive(altered(good, entry), tmp_path / "out")


@pytest.mark.parametrize("position", range(0, 3000, 97))
def test_one_flipped_byte_of_the_file_is_noticed(good, tmp_path, position):
    content = bytearray(good.read_bytes())
    content[position % len(content)] ^= 0xFF
    good.write_bytes(content)
    try:
        _, key = read_archive(good, tmp_path / "out")
    except DamagedBackup:
        return
    # Some bytes of a zip carry nothing, a date for instance; the content is whole then.
    assert key == "the key"
    assert (tmp_path / "out").read_bytes() == bytes(range(256)) * 400


def test_half_a_file_is_noticed(good, tmp_path):
    good.write_bytes(good.read_bytes()[:-200])
    with pytest.raises(DamagedBackup):
        read_archive(good, tmp_path / "out")


def test_something_else_is_refused(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear all")
    for path in (tmp_path / "letter.txt", tmp_path / "missing.zip"):
        with pytest.raises(DamagedBackup):
            read_archive(path, tmp_path / "out")


def test_no_file_is_ever_replaced(good, tmp_path):
    before = good.read_bytes()
    with pytest.raises(FileExistsError):
        write_archive(good, tmp_path / "quarterdeck.sqlite3", "k", "2026-06-02", "1.0")
    assert good.read_bytes() == before
    assert [path.name for path in tmp_path.glob(".*")] == []
