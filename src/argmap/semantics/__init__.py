"""What follows from who attacks whom: extensions of frameworks, and what they accept."""
