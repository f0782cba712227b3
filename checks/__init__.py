"""The rules: one module, one editorial question; one function, one defect."""
