"""JSON Schemas of the files in a facts folder, and of the report."""
