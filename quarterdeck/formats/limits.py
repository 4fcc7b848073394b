"""How much of a stranger's file is read before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Upper bounds; everything beyond them is refused, never cut off.

    ``*_bytes`` are bytes, ``*_characters`` are characters of text, ``hours`` is
    the longest effort believed, years are inclusive.
    """

    bytes: int = 20 * 1024 * 1024
    rows: int = 200_000
    columns: int = 2_000
    table_cells: int = 3_000_000
    sheet_cells: int = 500_000
    cell_characters: int = 100_000
    unpacked_bytes: int = 100 * 1024 * 1024
    entries: int = 1_000
    ratio: int = 100
    shared_text_bytes: int = 30 * 1024 * 1024
    elements: int = 1_500_000
    elements_in_one: int = 200_000
    xml_depth: int = 60
    json_containers: int = 400_000
    json_pairs: int = 700_000
    json_values: int = 1_500_000
    links: int = 200_000
    names_in_cell: int = 500
    remarks: int = 2_000
    hours: float = 200_000.0
    first_year: int = 1950
    last_year: int = 2150
