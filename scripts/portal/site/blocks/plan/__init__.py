"""What pages show of the plan: progress, its bodies, what was sent."""
