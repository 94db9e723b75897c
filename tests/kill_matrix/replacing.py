"""Putting something else in the place of a module's or a class's own, for good."""


def replace_in(owner: object, **replacements: object) -> None:
    """Only for a process that ends with its story. Raises AttributeError for a name that is not
    there any more."""
    for name, replacement in replacements.items():
        getattr(owner, name)
        setattr(owner, name, replacement)
