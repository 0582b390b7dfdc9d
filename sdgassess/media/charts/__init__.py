"""Charts as pictures: the values of `document/charts` drawn as SVG."""
