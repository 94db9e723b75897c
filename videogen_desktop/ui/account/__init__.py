"""The wallet in the window: the badge's panel, the statement, switching."""
