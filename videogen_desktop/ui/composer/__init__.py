"""Where a request is written: prompt, shape, model, price."""
