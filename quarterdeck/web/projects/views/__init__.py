"""The screens of the Projects place that are about tasks and projects themselves."""
