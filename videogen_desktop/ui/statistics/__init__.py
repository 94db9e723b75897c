"""The page of figures: painted charts of what was made, watched, taken out, lost and spent."""
