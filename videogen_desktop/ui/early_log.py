"""Keeps what is logged before the log file exists: opening it waits for the first paint."""

import logging


class EarlyLog(logging.Handler):
    """Takes every record until `hand_over`."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        logging.getLogger().addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def hand_over(self) -> None:
        """Give everything to the handlers that are there now, and retire."""
        root = logging.getLogger()
        root.removeHandler(self)
        records, self._records = self._records, []
        for record in records:
            root.handle(record)
