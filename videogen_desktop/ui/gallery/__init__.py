"""The grid of cards: model, arithmetic view, painting, thumbnails and the controls on a card."""
