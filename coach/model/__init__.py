"""What things are: frozen, typed values and the small pure functions that belong to them."""
