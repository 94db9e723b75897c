from tests.ui.language.surfaces import open_surface

__all__ = ["open_surface"]
