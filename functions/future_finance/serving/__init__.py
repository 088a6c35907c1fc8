"""A row of the endpoint table becomes the async function that is served."""

from future_finance.serving.endpoint import serve

__all__ = ["serve"]
