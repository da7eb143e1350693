"""Rules for pictures: the files of docs/hinh/, what a page says of those it shows, what stands for them in words."""
