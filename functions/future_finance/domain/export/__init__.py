"""What a person takes along: which collections, as which files, and what is said about them."""
