"""Why a deployment does not begin."""


class Refused(Exception):
    """Said to the person as it is; nothing has been touched."""
