"""What the program promises about time, measured; and the seeded library it is measured on."""
