"""Firestore behind the ports; every query of the product lives in this package."""
