"""What reconciling costs as a record grows: many reports of an invented war, in words of our own."""
