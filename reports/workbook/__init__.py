"""The sheets of the working paper: what stands in each is one module, how a sheet is drawn is `drawing`."""
