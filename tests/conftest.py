"""What every test gets; the parts are in tests/plugins."""

from importlib.util import find_spec

pytest_plugins = ["pytester", "tests.plugins.isolation", "tests.plugins.leaks"]
if find_spec("tests.plugins.sandbox_process") is not None:
    pytest_plugins.append("tests.plugins.sandbox_process")
