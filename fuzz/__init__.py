"""Coverage-guided fuzzing of what reads untrusted text: `.ci/fuzz` runs it, `docs/reliability.md` has the figures."""
