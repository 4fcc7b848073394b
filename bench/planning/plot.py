"""A plot of several solvers side by side, as SVG in plain text."""

from __future__ import annotations

from html import escape

COLOURS = ("#2563eb", "#d97706", "#059669", "#7c3aed")
WIDTH, LEFT, BAR = 880, 250, 480
BAR_HEIGHT, GAP = 14, 12


def plot(rows: list[dict[str, object]], names: list[str]) -> str:
    """Draw how far above the best bound each solver ends, one group an instance.

    ``rows`` hold an ``instance``, a ``bound`` and by solver an end or None.
    """
    gaps = [_gap(row, name) for row in rows for name in names]
    most = max([gap for gap in gaps if gap is not None], default=0.0) or 1.0
    group = BAR_HEIGHT * len(names) + GAP
    height = 50 + len(rows) * group
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
        ' font-family="sans-serif" font-size="12">',
        "<title>Per cent above the best bound, by instance and solver</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
    ]
    for number, name in enumerate(names):
        x = LEFT + number * 140
        colour = COLOURS[number % len(COLOURS)]
        parts.append(f'<rect x="{x}" y="14" width="12" height="12" fill="{colour}"/>')
        parts.append(f'<text x="{x + 18}" y="24">{escape(name)}</text>')
    y = 44
    for row in rows:
        label = escape(f"{row['instance']}"[-36:])
        parts.append(
            f'<text x="{LEFT - 10}" y="{y + 12}" text-anchor="end">{label}</text>'
        )
        for number, name in enumerate(names):
            gap, colour = _gap(row, name), COLOURS[number % len(COLOURS)]
            length = 0.0 if gap is None else BAR * gap / most
            told = "no plan" if gap is None else f"{gap:.2f} %"
            parts.append(
                f'<rect x="{LEFT}" y="{y}" width="{max(1.0, length):.1f}" height="12"'
                f' fill="{colour}"/>'
            )
            x = LEFT + length + 6
            parts.append(f'<text x="{x:.1f}" y="{y + 10}">{told}</text>')
            y += BAR_HEIGHT
        y += GAP
    parts.append("</svg>")
    return "\n".join(parts)


def _gap(row: dict[str, object], name: str) -> float | None:
    end, bound = row.get(name), row.get("bound")
    if not isinstance(end, int | float) or not isinstance(bound, int | float):
        return None
    return 100.0 * (end - bound) / max(1.0, bound)
