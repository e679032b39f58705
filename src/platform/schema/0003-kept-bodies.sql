-- A kept step is now its JSON written out up to the name of who acted: steps kept in the older shape go, and are made anew when read.
delete from platform.kept_steps;
