"""Rules of an agency of its own: every module here is one."""
