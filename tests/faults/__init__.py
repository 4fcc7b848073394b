"""The real server and worker as processes, killed in the midst of their work."""
