from tests.ui.language.surfaces import open_surface, theme

__all__ = ["open_surface", "theme"]
