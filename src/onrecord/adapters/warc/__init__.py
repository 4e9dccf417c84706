"""Reading WARC files."""
