"""Mutation: the mistakes people make, made one at a time, to see which of them the facts would notice."""
