"""What the pages of quizzes show: the front with what is known of contests, and each quiz."""
