"""One run in many parts: by processes, from a cache, by shards, on a cluster. The same bytes come out of each."""
