"""Documents of invented agencies and people, each laid out in another way. `build(folder)` writes the file and returns its path.

What each one says stands in ../expected under the same name. Its author knew the list of layouts and no reader.
"""
