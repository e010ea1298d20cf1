"""Rules about cascade."""
