"""The rival of the heartbeat: the same in an empty window of a process of its own.

python -m benchmarks.inside.empty_beat SECONDS
"""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.inside.beat import Heartbeat


def main() -> int:
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    heartbeat = Heartbeat(window)
    heartbeat.start()
    QTimer.singleShot(round(float(sys.argv[1]) * 1_000), application.quit)
    code = application.exec()
    print(json.dumps(heartbeat.numbers()))
    return code


if __name__ == "__main__":
    sys.exit(main())
