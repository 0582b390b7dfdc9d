"""The verb `report`: a way of printing each."""
