"""The form of a request: prompt, shape, model, other options, and the button with the price."""
