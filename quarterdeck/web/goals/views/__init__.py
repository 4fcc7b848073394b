"""Goals: the tree, one goal, and what can be done with it."""
