"""The record of days, in TinyDB made durable: versions, volumes by month and device, and their union."""
