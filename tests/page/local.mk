# SPDX-License-Identifier: AGPL-3.0-or-later
# The real programs, driven as CGI and as FastCGI.
