"""How the documentation is built: `python -m sphinx -W docs site`."""

project = "factsuite"
author = "the factsuite contributors"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "factsuite"
html_show_copyright = False
html_show_sourcelink = False
html_copy_source = False
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["site"]
suppress_warnings = ["toc.not_included"]  # the pages of the rules are reached from their list; a test looks at the rest
