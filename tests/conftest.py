"""What every test gets; the parts are in tests/plugins."""

import signal

pytest_plugins = [
    "pytester",
    "tests.plugins.isolation",
    "tests.plugins.leaks",
    "tests.plugins.warm_processes",
    "tests.plugins.warm_statements",
    "tests.plugins.sandbox_process",
    "tests.plugins.small_disk",
]

# A shell gives what it starts in the background an ignored Ctrl+C, which the program then respects;
# its tests send it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
