"""What a report hands to a medium: values that know their words and no format."""
