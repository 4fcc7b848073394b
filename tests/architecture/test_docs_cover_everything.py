"""What can be set, called or read from outside stands in docs/reference."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
READS = re.compile(r"env_(?:text|int|bool|list)\(\s*\"([A-Z_]+)\"")
ONLY_FOR_TESTS = {"QUARTERDECK_TEST_DATABASE", "QUARTERDECK_TEST_SQLITE"}


def variables_read() -> set[str]:
    sources = (ROOT / "quarterdeck").rglob("*.py")
    found = {name for path in sources for name in READS.findall(path.read_text())}
    assert len(found) > 10
    return found


def test_each_variable_that_is_read_is_in_the_configuration_reference():
    told = (ROOT / "docs" / "reference" / "configuration.md").read_text()
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", told, re.M))
    assert variables_read() - listed == set()
    assert listed - variables_read() - ONLY_FOR_TESTS == set()


def test_the_example_for_servers_names_the_same_variables():
    example = (ROOT / "deploy" / "quarterdeck.env.example").read_text()
    named = set(re.findall(r"^#?([A-Z_]+)=", example, re.M))
    assert variables_read() - named - ONLY_FOR_TESTS - {"DEBUG"} == set()
    assert named - variables_read() == set()
