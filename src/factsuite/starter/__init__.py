"""What `factsuite init` writes: the files of a new workspace, and an example that fails on purpose."""
