"""The sheets of an exhibition to hang, and the charts on them."""
