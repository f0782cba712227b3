"""The checking copy: an article with every assertion marked and its evidence beside it, as one page of HTML."""
