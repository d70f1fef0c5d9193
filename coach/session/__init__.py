"""The guided session: a routine unrolled in time, and where someone is in it. Pure."""
