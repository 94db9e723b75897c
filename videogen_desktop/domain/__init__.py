"""The values of the program: video, request, price, wallet, ledger. Standard library only."""
