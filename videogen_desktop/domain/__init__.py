"""What a video, a request, a price, a wallet and a ledger entry are. Standard library only."""
