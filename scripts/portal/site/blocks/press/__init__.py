"""What the pages of the press desk show."""
