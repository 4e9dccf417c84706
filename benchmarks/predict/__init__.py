"""What Onrecord reads, written in the format of the benchmark that scores it."""
