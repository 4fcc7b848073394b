"""From which size on a plan is made in parts; measured, see decision 0031."""

FROM_TASKS = 1_500


def goes_in_parts(asked: bool | None, tasks: int) -> bool:
    """Whether to cut the whole: as somebody asked, or by its size."""
    return tasks >= FROM_TASKS if asked is None else asked
