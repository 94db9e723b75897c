"""What every test gets; the parts are in tests/plugins."""

pytest_plugins = [
    "pytester",
    "tests.plugins.isolation",
    "tests.plugins.leaks",
    "tests.plugins.warm_processes",
    "tests.plugins.sandbox_process",
]
