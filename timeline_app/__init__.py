"""Inter-Korean relations timeline: a sourced chronicle as a zoomable desktop timeline."""

__version__ = "0.1.0"
