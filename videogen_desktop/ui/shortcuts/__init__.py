"""The keyboard's shortcuts: which there are, and the dialog that shows them."""
