# SPDX-License-Identifier: MIT
"""Makes the synthetic neighbourhood of sample_data: see ../README.md."""
